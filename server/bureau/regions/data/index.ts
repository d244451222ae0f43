// Written by fetchRegions.mjs: the counties whose divisions are at hand.
import county150525 from './150525.json'

/** The divisions of each county at hand, by its 6-digit code. */
export const counties = {
  '150525': county150525,
} as const
