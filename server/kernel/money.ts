/** An amount of yuan with at most two places, as the API and the tables have it. */
const YUAN = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/

/** An amount in fen, whole, so that nothing is lost in sums. */
export function fenOf(yuan: string): bigint {
  const [, sign, whole, part = ''] = YUAN.exec(yuan) ?? []
  if (whole === undefined) throw new RangeError(`Not an amount: ${yuan}`)
  const fen = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
  return sign ? -fen : fen
}

/** Fen as yuan with two places. */
export function yuanOf(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The sum of amounts; what is not there counts as nought. */
export const sumOf = (amounts: readonly (string | null | undefined)[]): string => yuanOf(amounts.reduce((sum, amount) => sum + (amount ? fenOf(amount) : 0n), 0n))

/** Whether the first amount is more than the second. */
export const isMore = (amount: string, than: string): boolean => fenOf(amount) > fenOf(than)
