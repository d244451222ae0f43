import { spokenForms } from './pinyin'

/**
 * Search by name without scanning: each name is written down as tokens in a plain table (token, id), and a question is turned
 * into tokens that must all be there, each one an exact look-up in the index.
 *
 * - 三, 张三: every character and every two neighbours are tokens; a longer fragment is asked as its pairs (张三丰: 张三 and 三丰).
 * - zhangs: every beginning of the full pinyin is a token, from the first syllable, from the given name (san…), and from each part
 *   after a dot; so a fragment needs no range. 王示明 comes to 26 tokens, a long Mongolian name to about 30.
 * - zs: every beginning of the initials, from the same places.
 * - Beginnings longer than 12 letters are written in blocks of 12 with their number before them (bayinshilide, then 2ligeer), so a token
 *   stays short and a long question is two look-ups.
 * - Both readings of a character with two are there (乐 le and yue), and ü is v and yu.
 */
const BLOCK = 12

/** Letters cut into blocks of twelve; from the second on with their number before them. */
function blocksOf(letters: string): string[] {
  const blocks: string[] = []
  for (let at = 0; at < letters.length; at += BLOCK) blocks.push((at === 0 ? '' : String(at / BLOCK + 1)) + letters.slice(at, at + BLOCK))
  return blocks
}

/** Every beginning of a run of letters, as tokens. */
function beginningsOf(letters: string): string[] {
  return blocksOf(letters).flatMap((block, index) => {
    const head = index === 0 ? 0 : 1
    return Array.from({ length: block.length - head }, (_, count) => block.slice(0, head + count + 1))
  })
}

/** Lower-case, width folded, ü as v, without vowel marks and the like. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ü|u:/g, 'v').replace(/\p{M}/gu, '')
}

/** The characters of a name and every two neighbours, marks and spaces left out: what fragments in Chinese are found by. */
export function bigramsOf(name: string): string[] {
  return [...new Set((fold(name).match(/\p{L}+/gu) ?? []).flatMap(run => {
    const characters = Array.from(run).filter(character => !/[a-z]/.test(character))
    return [...characters, ...characters.slice(1).map((character, index) => (characters[index] ?? '') + character)]
  }))]
}

/** Everything that a person's name is found by, none twice, none longer than 40 characters. */
export function searchTokensOf(name: string): string[] {
  const tokens = new Set(bigramsOf(name))
  for (const { syllables, starts } of spokenForms(name)) {
    for (const start of starts) {
      const spoken = syllables.slice(start).filter(syllable => syllable !== '')
      for (const token of beginningsOf(spoken.join(''))) tokens.add(token)
      for (const token of beginningsOf(spoken.map(syllable => syllable.charAt(0)).join(''))) tokens.add(token)
    }
  }
  return [...tokens]
}

/**
 * The tokens that a question asks for, all of which a record must have; none means that nothing can be found by it.
 * Letters belong together across spaces (zhang san, xi'an); digits are a token of their own, for numbers kept beside the names.
 */
export function queryTokens(q: string): string[] {
  const runs = fold(q).replace(/(?<=[a-z])['’\s-]+(?=[a-z])/g, '').match(/[a-z]+|[0-9]+|[^\P{L}a-z]+/gu) ?? []
  return [...new Set(runs.flatMap(run => {
    if (/^[a-z]/.test(run)) return blocksOf(run)
    if (/^[0-9]/.test(run)) return [run]
    const characters = Array.from(run)
    return characters.length === 1 ? characters : characters.slice(1).map((character, index) => (characters[index] ?? '') + character)
  }))]
}
