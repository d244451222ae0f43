/** Whether two values of a form are the same; what is empty equals what is not there. */
export const alike = (one: unknown, other: unknown): boolean => JSON.stringify(blank(one)) === JSON.stringify(blank(other))

const blank = (value: unknown): unknown => (value === undefined || value === '' ? null : value)
