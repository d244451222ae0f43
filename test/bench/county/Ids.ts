const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function letters(number: number, length: number): string {
  let text = ''
  for (let left = number; text.length < length; left = Math.floor(left / 32)) text = LETTERS[left % 32]! + text
  return text
}

/** Ids in the order of their instants, as the product's own, but the same in every county: after the time a number instead of chance. */
export class Ids {
  private count = 0

  at(instant: Date): string {
    return `${letters(instant.getTime(), 10)}BENCH${letters(++this.count, 11)}`
  }
}
