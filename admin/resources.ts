import type { MenuEntry } from './data/Definition'

/** Every kind of record and every page of the console, in the order of the menu: one line each. */
export const entries: readonly MenuEntry[] = []
