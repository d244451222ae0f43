import { halfWidth } from '../../kernel/halfWidth'

/** The kinds of township-level and village-level units, as the words of a name tell them. */
export type UnitKind = 'TOWN' | 'SUMU' | 'TOWNSHIP' | 'FARM' | 'STREET' | 'VILLAGE' | 'GACHA' | 'COMMUNITY' | 'FARM_AREA'

/** A unit's name taken apart: what is particular to it, and which kinds its last word may mean; none said means any. */
export interface UnitName {
  readonly stem: string
  readonly kinds: readonly UnitKind[]
}

const VILLAGE_WORDS: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/嘎查(村民委员会|村委会|委员会|委会)?$/, ['GACHA']],
  [/嘎查村$/, ['GACHA', 'VILLAGE']],
  [/(村民委员会|村委会)$/, ['VILLAGE']],
  [/(社区居民委员会|社区居委会|居民委员会|居委会|社区)$/, ['COMMUNITY']],
  [/生活区$/, ['FARM_AREA']],
  // People write 村 for a 嘎查 too, so the word alone does not decide between the two.
  [/村$/, ['VILLAGE', 'GACHA']],
]

const TOWNSHIP_WORDS: readonly (readonly [RegExp, readonly UnitKind[]])[] = [
  [/(街道办事处|街道办|街道|办事处)$/, ['STREET']],
  [/苏木$/, ['SUMU']],
  [/镇$/, ['TOWN']],
  [/乡$/, ['TOWNSHIP']],
  [/(农场|林场|牧场)$/, ['FARM']],
]

const HANZI_DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const GROUP = /(?<=村委会|村|嘎查|社区|生活区)第?[0-9一二三四五六七八九十]+(村民)?小?组$/

/** A unit's name as written in a form or a sheet, made comparable: half-width, without spaces and marks, 3号 as 三号. */
export function foldUnitName(text: string): string {
  return halfWidth(text)
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .replace(/(?<!\d)[1-9](?!\d)/g, digit => HANZI_DIGITS[Number(digit)] ?? digit)
}

function takeApart(folded: string, words: typeof VILLAGE_WORDS): UnitName {
  for (const [word, kinds] of words) {
    const stem = folded.replace(word, '')
    if (stem !== folded && stem !== '') return { stem, kinds }
  }
  return { stem: folded, kinds: [] }
}

/** A village-level name taken apart; a group within the village (三组) is left off. */
export function readVillageName(text: string): UnitName {
  return takeApart(foldUnitName(text).replace(GROUP, ''), VILLAGE_WORDS)
}

/** A township-level name taken apart; 人民政府 is left off. */
export function readTownshipName(text: string): UnitName {
  return takeApart(foldUnitName(text).replace(/(人民)?政府$/, ''), TOWNSHIP_WORDS)
}
