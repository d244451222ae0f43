import { Refused } from '../../../kernel/errors'
import { halfWidth } from '../../../kernel/halfWidth'
import { say, type Text } from '../../../kernel/text'

/** A thing that a column of a sheet of employers may hold. */
interface EmployerColumn {
  readonly key: string
  readonly title: Text
  /** How else its column is headed. */
  readonly also: readonly string[]
  readonly required?: boolean
  readonly example: string
}

/** Everything that a sheet of employers may say, as the template heads it. */
export const EMPLOYER_COLUMNS: readonly EmployerColumn[] = [
  { key: 'name', title: say('单位名称', 'Name'), also: ['名称', '单位全称', '企业名称', '用人单位'], required: true, example: '示例商贸有限公司' },
  { key: 'kind', title: say('单位性质', 'Kind'), also: ['性质', '单位类型', '类型', '单位类别'], required: true, example: '民营企业' },
  { key: 'creditCode', title: say('统一社会信用代码', 'Credit code'), also: ['信用代码', '社会信用代码', '代码'], example: '' },
  { key: 'creditCodeReason', title: say('代码存疑说明', 'Why the code is right'), also: ['代码说明'], example: '' },
  { key: 'industry', title: say('行业', 'Industry'), also: ['所属行业', '行业门类'], example: '批发和零售业' },
  { key: 'township', title: say('苏木乡镇', 'Township'), also: ['乡镇', '所属乡镇', '苏木乡镇场街道', '街道'], required: true, example: '八仙筒镇' },
  { key: 'village', title: say('嘎查村', 'Village'), also: ['村', '社区', '嘎查村（社区）'], example: '' },
  { key: 'premises', title: say('地址', 'Address'), also: ['详细地址', '经营地址', '单位地址'], example: '示例街1号' },
  { key: 'contactName', title: say('联系人', 'Contact'), also: ['负责人', '联系人姓名'], example: '' },
  { key: 'contactPhone', title: say('联系电话', 'Phone'), also: ['电话', '手机号', '联系方式'], example: '' },
]

const fold = (head: string): string => halfWidth(head).replace(/[\s\p{P}\p{S}]|必填|选填/gu, '').toLowerCase()
const byHead = new Map(EMPLOYER_COLUMNS.flatMap(({ key, title, also }) => [title.zh, title.en, key, ...also].map(head => [fold(head), key] as const)))
/** What the sheet of results adds, so that it may be sent again as it is. */
const RESULTS = new Set(['处理结果', '错误原因', 'outcome', 'reason'].map(fold))

/** What the columns of a sheet hold, by their heads; one that is not known, or lacks, is named rather than left out in silence. */
export function columnsOf(heads: readonly string[]): (string | null)[] {
  const columns = heads.map(head => byHead.get(fold(head)) ?? null)
  const strange = heads.filter((head, index) => fold(head) !== '' && columns[index] === null && !RESULTS.has(fold(head)))
  const twice = columns.filter((key, index) => key !== null && columns.indexOf(key) !== index)
  const lacking = EMPLOYER_COLUMNS.filter(({ key, required }) => required && !columns.includes(key))
  if (strange.length > 0 || twice.length > 0) throw new Refused('INELIGIBLE', say(`表头不能识别或重复：${[...strange, ...twice].join('、')}。请按模板的列名填写，或删去多余的列。`, `Heads that are not known, or come twice: ${[...strange, ...twice].join(', ')}. Head the columns as the template does.`))
  if (lacking.length > 0) throw new Refused('INELIGIBLE', say(`缺少必需的列：${lacking.map(({ title }) => title.zh).join('、')}。`, `Columns that are needed: ${lacking.map(({ title }) => title.en).join(', ')}.`))
  return columns
}
