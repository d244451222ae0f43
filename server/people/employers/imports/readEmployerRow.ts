import type { Gazetteer } from '../../../bureau/regions/Gazetteer'
import { matchTownship, matchVillage } from '../../../bureau/regions/matchVillage'
import type { Region } from '../../../bureau/regions/Region'
import { halfWidth } from '../../../kernel/halfWidth'
import { say, type Text } from '../../../kernel/text'
import { findCode } from '../../persons/codes'
import { EmployerKind } from '../Employer'
import { industries } from '../industries'
import type { EmployerChange } from '../inputs'
import { employerKinds } from '../sheet'

/** How sheets call the kinds of employers beside their own words. */
const ALSO: Readonly<Record<string, EmployerKind>> = { 政府机关: EmployerKind.GOVERNMENT, 行政机关: EmployerKind.GOVERNMENT, 事业: EmployerKind.INSTITUTION, 国企: EmployerKind.STATE_FIRM, 国有: EmployerKind.STATE_FIRM, 民企: EmployerKind.PRIVATE_FIRM, 私营企业: EmployerKind.PRIVATE_FIRM, 企业: EmployerKind.PRIVATE_FIRM, 个体: EmployerKind.SELF_EMPLOYED, 个体户: EmployerKind.SELF_EMPLOYED, 社会团体: EmployerKind.SOCIAL_ORG, 协会: EmployerKind.SOCIAL_ORG }

/** What a row says, in the form in which the acts take it; what cannot be read is among the faults. */
export function readEmployerRow(cells: readonly string[], columns: readonly (string | null)[], places: Gazetteer<Region>): { input: EmployerChange; wrong: Text[] } {
  const said = (key: string): string => halfWidth(cells[columns.indexOf(key)] ?? '')
  const input: EmployerChange = {}
  const wrong: Text[] = []
  // An empty cell says nothing, and so overwrites nothing.
  for (const key of ['name', 'creditCode', 'creditCodeReason', 'premises', 'contactName', 'contactPhone'] as const) if (said(key)) input[key] = said(key)
  if (!input.name) wrong.push(say('没有填写单位名称。', 'The name is missing.'))
  const kind = kindOf(said('kind'))
  if (kind) input.kind = kind
  else wrong.push(say(`单位性质“${said('kind')}”不能识别，可填：${Object.values(employerKinds).map(({ zh }) => zh).join('、')}。`, `Kind “${said('kind')}” is not understood.`))
  const industry = said('industry') ? findCode(industries, said('industry')) : undefined
  if (industry) input.industryCode = industry
  else if (industry === null) wrong.push(say(`行业“${said('industry')}”不是国家标准中的门类。`, `Industry “${said('industry')}” is not a section of the standard.`))
  const [township, village] = [said('township'), said('village')]
  const found = village ? matchVillage(township, village, places) : matchTownship(township, places)
  if ('match' in found) input.regionCode = found.match.code
  else if ('ambiguous' in found) wrong.push(say(`“${township} ${village}”可能是：${found.ambiguous.map(({ name }) => name).join('、')}，请写明。`, `“${township} ${village}” may be ${found.ambiguous.map(({ name }) => name).join(', ')}: say which.`))
  else wrong.push(say(`没有找到“${`${township} ${village}`.trim()}”，请核对苏木乡镇和嘎查村名称。`, `There is no place “${`${township} ${village}`.trim()}”.`))
  return { input, wrong }
}

function kindOf(text: string): EmployerKind | null {
  const found = Object.entries(employerKinds).find(([code, { zh, en }]) => [code, zh, en].some(word => word.toLowerCase() === text.toLowerCase()))
  return found ? (found[0] as EmployerKind) : (ALSO[text] ?? null)
}
