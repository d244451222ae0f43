/** A property of what is made, and the code that works out its value. */
export type Made = readonly [property: string, code: string]

/**
 * A constructor that gives its objects all their properties at once, each by code that reads `given` and what is in scope. The engine knows such an
 * object beforehand; one that is filled name by name in a loop becomes a dictionary after a dozen of them, several times slower to make and to read.
 * The code is written by us out of the names of columns: nothing that anybody sends may get into it.
 */
export function makerOf<G, T extends object = object>(properties: readonly Made[], scope: Readonly<Record<string, unknown>> = {}): new (given: G) => T {
  const lines = properties.map(([property, code]) => `this[${JSON.stringify(property)}] = ${code}`)
  const make = new Function(...Object.keys(scope), `'use strict'\nreturn function Made(given) {\n${lines.join('\n')}\n}`) as (...scope: unknown[]) => new (given: G) => T
  return make(...Object.values(scope))
}
