import type { Gazetteer } from '../../bureau/regions/Gazetteer'
import { matchTownship, matchVillage, type PlaceMatch } from '../../bureau/regions/matchVillage'
import type { Region } from '../../bureau/regions/Region'
import { isDay } from '../../kernel/days'
import { halfWidth } from '../../kernel/halfWidth'
import { say, type Text } from '../../kernel/text'
import { ethnicGroups, findCode, politicalStatuses } from '../persons/codes'
import type { PersonChange } from '../persons/inputs'
import { Sex } from '../persons/Person'
import { readResidentId } from '../persons/residentId'
import { skills as skillWords } from '../persons/sheet'
import { Skill } from '../persons/Skill'
import type { VolunteerChange } from '../volunteers/inputs'

/** What a row says, in the form in which the acts take it; what cannot be read is among the reasons. */
export interface Draft {
  name: string
  person: PersonChange
  volunteer: VolunteerChange
  team: string | null
  /** A place that may mean several; the key of the question, and the choices. */
  place: { key: string; said: string; choices: readonly Region[] } | null
  wrong: Text[]
  /** What must be looked at though nothing is wrong. */
  doubts: Text[]
}

const SEXES: Readonly<Record<string, Sex>> = { 男: Sex.MALE, 男性: Sex.MALE, 女: Sex.FEMALE, 女性: Sex.FEMALE, male: Sex.MALE, female: Sex.FEMALE, '1': Sex.MALE, '2': Sex.FEMALE }
const YES = /^(是|有|√|✓|y|yes|1|对|退役军人)$/i
const NO = /^(否|不是|无|×|x|n|no|0|非)$/i
const two = (text: string): string => text.padStart(2, '0')

/** Reads one row. An empty cell says nothing, and so overwrites nothing. */
export function readRow(cells: readonly string[], columns: readonly string[], places: Gazetteer<Region>, answers: Readonly<Record<string, string>>, today: string): Draft {
  const said = (key: string): string => halfWidth(cells[columns.indexOf(key)] ?? '')
  const draft: Draft = { name: said('name'), person: {}, volunteer: {}, team: said('team') || null, place: null, wrong: [], doubts: [] }
  const { person, volunteer, wrong } = draft
  const take = (key: string, read: (text: string) => void): void => {
    const text = said(key)
    if (columns.includes(key) && text !== '') read(text)
  }
  const fail = (text: Text): void => void wrong.push(text)
  person.name = draft.name
  take('idCard', text => {
    person.idCard = text
    const read = readResidentId(text, today)
    if (read.ok && read.maybeDamaged) draft.doubts.push(say('身份号码以000结尾，可能在电子表格中丢失了末几位，请核对原件。', 'The resident ID ends in 000; a spreadsheet may have lost its last digits: compare it with the document.'))
  })
  take('sex', text => (SEXES[text.toLowerCase()] ? (person.sex = SEXES[text.toLowerCase()]) : fail(say(`性别“${text}”不能识别，应为男或女。`, `Sex “${text}” is not understood.`))))
  take('birthDate', text => {
    const day = readDay(text)
    if (day) person.birthDate = day
    else if (!/^\d{4}[-./年]?\d{1,2}月?$/.test(text)) fail(say(`出生日期“${text}”不能识别，应如1968-05-04。`, `Date of birth “${text}” is not understood.`))
  })
  take('phone', text => void (person.phone = text))
  take('address', text => void (person.address = text))
  take('ethnicCode', text => coded(text, findCode(ethnicGroups, text), '民族', code => void (person.ethnicCode = code), fail))
  take('politicalCode', text => coded(text, findCode(politicalStatuses, text), '政治面貌', code => void (person.politicalCode = code), fail))
  take('isVeteran', text => (YES.test(text) ? (person.isVeteran = true) : NO.test(text) ? (person.isVeteran = false) : fail(say(`是否退役军人“${text}”不能识别，应为是或否。`, `Veteran “${text}” is neither yes nor no.`))))
  for (const key of ['enlistedMonth', 'dischargedMonth'] as const) take(key, text => {
    const month = readMonth(text)
    if (month) person[key] = month
    else fail(say(`年月“${text}”不能识别，应如1986-11。`, `Month “${text}” is not understood.`))
  })
  take('skills', text => void (volunteer.skills = readSkills(text, fail)))
  for (const key of ['platformNo', 'nationalNo'] as const) take(key, text => (/^[\w-]{1,40}$/.test(text) && !/^\d(\.\d+)?E\+?\d+$/i.test(text) ? (volunteer[key] = text) : fail(say(`编号“${text}”已损坏或含有不能识别的字符，请把单元格设为文本。`, `Number “${text}” is damaged or holds other characters.`))))
  readPlace(said('township'), said('village'), places, answers, draft)
  return draft
}

function coded(text: string, code: string | null, what: string, take: (code: string) => void, fail: (text: Text) => void): void {
  if (code) take(code)
  else fail(say(`${what}“${text}”不在国家标准中。`, `“${text}” is not of the national standard.`))
}

function readPlace(township: string, village: string, places: Gazetteer<Region>, answers: Readonly<Record<string, string>>, draft: Draft): void {
  const said = [township, village].filter(Boolean).join(' ')
  if (said === '') return void draft.wrong.push(say('没有填写居住的嘎查村。', 'The village of residence is missing.'))
  const found: PlaceMatch<Region> = village ? matchVillage(township, village, places) : matchTownship(township, places)
  if ('match' in found) return void (draft.person.regionCode = found.match.code)
  const choices = 'ambiguous' in found ? found.ambiguous : found.near
  const key = keyOf(said)
  const answer = answers[key]
  if (answer && choices.some(choice => choice.code === answer)) return void (draft.person.regionCode = answer)
  if (choices.length > 0) draft.place = { key, said, choices }
  else draft.wrong.push(say(`没有找到“${said}”，请核对苏木乡镇和嘎查村名称。`, `There is no place “${said}”; check township and village.`))
}

/** The key of a question about a written place: the same for all rows that write it so. */
const keyOf = (said: string): string => `place/${Buffer.from(said).toString('base64url').slice(0, 50)}`

/** A day in any of the ways in which sheets write one. */
export function readDay(text: string): string | null {
  const found = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const day = found && `${found[1]}-${two(found[2]!)}-${two(found[3]!)}`
  return day && isDay(day) ? day : null
}

/** A month in any of the ways in which sheets write one. */
export function readMonth(text: string): string | null {
  const found = /^(\d{4})[-./年](\d{1,2})(?:月|[-./]\d{1,2}.*)?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text)
  return found && Number(found[2]) >= 1 && Number(found[2]) <= 12 ? `${found[1]}-${two(found[2]!)}` : null
}

function readSkills(text: string, fail: (text: Text) => void): Skill[] {
  const words = text.split(/[、,;/\s。]+/).filter(Boolean)
  const known = Object.entries(skillWords)
  return words.flatMap(word => {
    const found = known.find(([code, { zh, en }]) => [code, zh, en].some(one => one.toLowerCase() === word.toLowerCase()))
    if (!found) fail(say(`特长“${word}”不在目录中，可填：${known.map(([, { zh }]) => zh).join('、')}。`, `Skill “${word}” is not in the catalogue.`))
    return found ? [found[0] as Skill] : []
  })
}
