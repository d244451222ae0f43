import type { Gazetteer } from '../../../bureau/regions/Gazetteer'
import { matchTownship, matchVillage } from '../../../bureau/regions/matchVillage'
import type { Region } from '../../../bureau/regions/Region'
import { halfWidth } from '../../../kernel/halfWidth'
import { say, type Text } from '../../../kernel/text'
import { readResidentId, residentIdReasons } from '../../../people/persons/residentId'
import { CaseCause, ClueSource } from '../enums'
import { ClueInput } from '../inputs'
import type { ClueField } from './fields'

/** A row as it is to be reported; what cannot be read is among the reasons. */
export interface ClueDraft {
  input: ClueInput
  name: string
  idCard: string | null
  wrong: Text[]
}

/** The causes as sheets write them. */
const CAUSES: Readonly<Record<string, CaseCause>> = {
  疾病: CaseCause.ILLNESS, 患病: CaseCause.ILLNESS, 大病: CaseCause.ILLNESS, 残疾: CaseCause.DISABILITY, 意外: CaseCause.ACCIDENT, 意外事故: CaseCause.ACCIDENT, 车祸: CaseCause.ACCIDENT, 火灾: CaseCause.FIRE, 水灾: CaseCause.FLOOD, 洪涝: CaseCause.FLOOD, 失业: CaseCause.UNEMPLOYMENT,
  就学: CaseCause.EDUCATION, 子女就学: CaseCause.EDUCATION, 住房: CaseCause.HOUSING, 危房: CaseCause.HOUSING, 丧亲: CaseCause.BEREAVEMENT, 亲人去世: CaseCause.BEREAVEMENT, 法律: CaseCause.LEGAL, 法律纠纷: CaseCause.LEGAL, 其他: CaseCause.OTHER,
}
const YES = /^(是|有|√|✓|y|yes|1|紧急)$/i
const NO = /^(否|不是|×|x|n|no|0|一般|)$/i

/** Reads one row of a sheet of clues. */
export function readClue(cells: readonly string[], columns: ReadonlyMap<ClueField, number>, places: Gazetteer<Region>, today: string): ClueDraft {
  const said = (field: ClueField): string => halfWidth(cells[columns.get(field) ?? -1] ?? '')
  const draft: ClueDraft = { input: Object.assign(new ClueInput(), { source: ClueSource.SHEET, urgent: false }), name: said('name'), idCard: null, wrong: [] }
  const { input, wrong } = draft
  if (!draft.name) wrong.push(say('没有填写姓名。', 'The name is missing.'))
  Object.assign(input, { name: draft.name || null, phone: said('phone') || null, text: said('text') || null })
  if (said('idCard')) {
    const read = readResidentId(said('idCard'), today)
    if (read.ok) draft.idCard = read.value
    else wrong.push(residentIdReasons[read.reason])
  }
  const [cause, urgent] = [said('cause'), said('urgent')]
  if (cause && !CAUSES[cause]) wrong.push(say(`致困原因“${cause}”不能识别，可填：${[...new Set(Object.keys(CAUSES))].join('、')}。`, `Cause “${cause}” is not understood.`))
  input.cause = CAUSES[cause] ?? null
  if (YES.test(urgent)) input.urgent = true
  else if (!NO.test(urgent)) wrong.push(say(`是否紧急“${urgent}”不能识别，应为是或否。`, `Urgent “${urgent}” is neither yes nor no.`))
  readPlace(said('township'), said('village'), places, draft)
  return draft
}

function readPlace(township: string, village: string, places: Gazetteer<Region>, { input, wrong }: ClueDraft): void {
  const said = [township, village].filter(Boolean).join(' ')
  if (!said) return void wrong.push(say('没有填写嘎查村。', 'The village is missing.'))
  const found = village ? matchVillage(township, village, places) : matchTownship(township, places)
  if ('match' in found) return void (input.regionCode = found.match.code)
  const choices = ('ambiguous' in found ? found.ambiguous : found.near).map(unit => unit.name).join('、')
  wrong.push(say(`“${said}”不能确定是哪里${choices && `，可能是：${choices}`}；请写明苏木乡镇和嘎查村全称。`, `It is not clear which place “${said}” is${choices && `; it may be ${choices}`}. Write township and village in full.`))
}
