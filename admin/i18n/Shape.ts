/** The keys of a catalogue with any words in them: what every other language must match. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
