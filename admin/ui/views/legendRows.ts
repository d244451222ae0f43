/** How many rows a legend takes in a width, in px: Chinese signs are as wide as they are high, others about half. */
export function legendRows(names: readonly string[], width: number, size: number): number {
  let [rows, taken] = [1, 0]
  for (const name of names) {
    const wide = 42 + [...name].reduce((sum, sign) => sum + (sign > '\u2e7f' ? size : size * 0.6), 0)
    if (taken > 0 && taken + wide > width) [rows, taken] = [rows + 1, 0]
    taken += wide
  }
  return rows
}
