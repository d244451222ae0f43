import { CaseCategory, HardshipKind } from '../enums'

/** Papers are Chinese, whoever prints them. */
export const categoryWords: Readonly<Record<CaseCategory, string>> = { VETERAN: '退役军人', BEREAVED_FAMILY: '“三属”', SERVING_FAMILY: '现役军人家属', OTHER: '其他' }

/** The five kinds of hardship, as a decision says them to whoever it is about. */
export const kindWords: Readonly<Record<HardshipKind, string>> = { ILL_OR_DISABLED: '服役致残或患重病', LONG_UNEMPLOYED: '长期失业或突然下岗', OLD_INJURY: '旧伤复发、伤病加重', SUDDEN_EVENT: '突发事件', OTHER: '其他困难' }

/** The same as a village may read them: nobody's illness or injury is put on a board (programmes.md 4.5, rules.md 2.7). */
export const publicKindWords: Readonly<Record<HardshipKind, string>> = { ILL_OR_DISABLED: '生活困难', LONG_UNEMPLOYED: '就业困难', OLD_INJURY: '生活困难', SUDDEN_EVENT: '突发困难', OTHER: '其他困难' }

/** A calendar day as papers say it. */
export const dayInWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** What is to be written in by hand. */
export const BLANK = '＿＿＿＿＿＿'
