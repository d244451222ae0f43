import { halfWidth } from '../../kernel/halfWidth'
import { say, type Text } from '../../kernel/text'

/** A thing that a column of the sheet may hold. */
export interface ImportField {
  readonly key: string
  readonly title: Text
  /** How else its column is headed. */
  readonly also: readonly string[]
  readonly required?: boolean
  readonly example: string
}

export const IGNORE = 'IGNORE'

/** Everything that a sheet of volunteers may say, as the template heads it; programmes.md 4.1. */
export const FIELDS: readonly ImportField[] = [
  { key: 'name', title: say('姓名', 'Name'), also: ['志愿者姓名', '真实姓名', '名字', 'name'], required: true, example: '示例甲' },
  { key: 'idCard', title: say('身份证号', 'Resident ID'), also: ['身份证', '身份证号码', '公民身份号码', '证件号码', '证件号'], example: '' },
  { key: 'sex', title: say('性别', 'Sex'), also: ['sex'], example: '男' },
  { key: 'birthDate', title: say('出生日期', 'Date of birth'), also: ['出生年月日', '生日', '出生年月'], example: '1968-05-04' },
  { key: 'phone', title: say('手机号', 'Phone'), also: ['手机', '手机号码', '联系电话', '电话', '联系方式'], example: '' },
  { key: 'township', title: say('苏木乡镇', 'Township'), also: ['乡镇', '苏木乡镇场街道', '所属乡镇', '街道', '乡镇街道'], example: '八仙筒镇' },
  { key: 'village', title: say('嘎查村', 'Village'), also: ['村', '嘎查村（社区）', '居住嘎查村', '社区', '所在村', '村社区', '居住地'], required: true, example: '' },
  { key: 'address', title: say('住址', 'Address'), also: ['详细地址', '家庭住址', '地址', '村内住址'], example: '' },
  { key: 'ethnicCode', title: say('民族', 'Ethnic group'), also: [], example: '蒙古族' },
  { key: 'politicalCode', title: say('政治面貌', 'Political status'), also: [], example: '中共党员' },
  { key: 'isVeteran', title: say('是否退役军人', 'Veteran'), also: ['退役军人', '是否为退役军人'], example: '是' },
  { key: 'enlistedMonth', title: say('入伍年月', 'Enlisted'), also: ['入伍时间'], example: '1986-11' },
  { key: 'dischargedMonth', title: say('退役年月', 'Discharged'), also: ['退役时间', '退伍时间', '退伍年月'], example: '1990-12' },
  { key: 'skills', title: say('特长', 'Skills'), also: ['服务特长', '技能', '专长'], example: '理发、驾驶' },
  { key: 'platformNo', title: say('文明实践云编号', 'Platform no.'), also: ['志愿者编号', '平台编号', '文明实践云号', '志愿者ID'], example: '' },
  { key: 'nationalNo', title: say('中国志愿编号', 'National no.'), also: ['全国志愿者编号', '中国志愿号'], example: '' },
  { key: 'team', title: say('所属服务队', 'Team'), also: ['服务队', '所属队伍', '队伍名称', '所在队伍'], example: '' },
]

const fold = (head: string): string => halfWidth(head).replace(/[\s\p{P}\p{S}]|必填|选填/gu, '').toLowerCase()
const byHead = new Map(FIELDS.flatMap(field => [field.title.zh, field.title.en, field.key, ...field.also].map(head => [fold(head), field.key] as const)))

/** What a column's head may mean: what it says, what it was taken for the last time, or what it is nearest to; only the first two are taken without asking. */
export interface HeadMatch {
  head: string
  field: string | null
  suggested: string | null
}

/** Matches the heads of a sheet with what it may say; a head that is not known is never left out in silence. */
export function matchHeads(heads: readonly string[], remembered: ReadonlyMap<string, string>): HeadMatch[] {
  const taken = new Set<string>()
  const sure = heads.map(head => {
    const field = byHead.get(fold(head)) ?? remembered.get(fold(head)) ?? null
    if (field === null || field === IGNORE) return field
    return taken.has(field) ? null : (taken.add(field), field)
  })
  return heads.map((head, index) => ({ head, field: sure[index]!, suggested: sure[index] === null ? nearest(fold(head), taken) : null }))
}

/** Remembers by the folded head. */
export const remember = (heads: readonly string[], columns: readonly string[]): Map<string, string> => new Map(heads.map((head, index) => [fold(head), columns[index] ?? IGNORE]))

function nearest(head: string, taken: ReadonlySet<string>): string | null {
  const scored = [...byHead].filter(([, key]) => !taken.has(key)).map(([known, key]) => ({ key, score: likeness(head, known) })).sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score >= 0.5 ? scored[0].key : null
}

/** The share of characters that two heads have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [new Set(one), new Set(other)]
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter(character => b.has(character)).length
  return (2 * common) / (a.size + b.size)
}
