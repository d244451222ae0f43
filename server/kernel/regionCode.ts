/** How deep a division code goes: 6, 9 or 12 significant digits. */
export type RegionCodeLevel = 'BANNER' | 'TOWNSHIP' | 'VILLAGE'

const DIGITS = /^\d{12}$/

/** Whether the text is a 12-digit division code as every row carries it. */
export function isRegionCode(text: string): boolean {
  return DIGITS.test(text)
}

/** The level a 12-digit code stands for; throws RangeError on anything else. */
export function levelOf(code: string): RegionCodeLevel {
  if (!isRegionCode(code)) {
    throw new RangeError(`Not a 12-digit division code: ${code}`)
  }
  if (code.endsWith('000000')) return 'BANNER'
  return code.endsWith('000') ? 'TOWNSHIP' : 'VILLAGE'
}

/** The digits that all codes of a subtree begin with, so that reach is `regionCode LIKE '<prefix>%'`. */
export function prefixOf(code: string): string {
  switch (levelOf(code)) {
    case 'BANNER': return code.slice(0, 6)
    case 'TOWNSHIP': return code.slice(0, 9)
    case 'VILLAGE': return code
  }
}

/** The unit above: a village's township, a township's banner, and null above the banner. */
export function parentOf(code: string): string | null {
  switch (levelOf(code)) {
    case 'BANNER': return null
    case 'TOWNSHIP': return code.slice(0, 6) + '000000'
    case 'VILLAGE': return code.slice(0, 9) + '000'
  }
}

/** The division itself and all that it lies in, the nearest first. */
export function ancestorsOf(code: string): string[] {
  const parent = parentOf(code)
  return parent ? [code, ...ancestorsOf(parent)] : [code]
}

/** Whether a place lies in the subtree of another, itself included. */
export function isWithin(code: string, ancestor: string): boolean {
  return isRegionCode(code) && code.startsWith(prefixOf(ancestor))
}

/**
 * How far apart two places are by territory: 0 same village, 1 same township, 2 same banner, 3 else.
 * A code that names no village is never nearer than its own level can tell.
 */
export function distance(a: string, b: string): 0 | 1 | 2 | 3 {
  const levels = [levelOf(a), levelOf(b)]
  if (a.slice(0, 6) !== b.slice(0, 6)) return 3
  if (a.slice(0, 9) !== b.slice(0, 9) || levels.includes('BANNER')) return 2
  return a === b && !levels.includes('TOWNSHIP') ? 0 : 1
}
