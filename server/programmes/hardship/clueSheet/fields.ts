import { halfWidth } from '../../../kernel/halfWidth'
import { say, type Text } from '../../../kernel/text'

/** What a sheet of clues may say, as its template heads it. */
export const CLUE_FIELDS = [
  { key: 'name', title: say('姓名', 'Name'), also: ['困难人员姓名', '本人姓名'], required: true, example: '示例甲' },
  { key: 'idCard', title: say('身份证号', 'Resident ID'), also: ['身份证', '身份证号码', '公民身份号码'], required: false, example: '' },
  { key: 'phone', title: say('手机号', 'Phone'), also: ['手机', '联系电话', '电话'], required: false, example: '' },
  { key: 'township', title: say('苏木乡镇', 'Township'), also: ['乡镇', '苏木乡镇场街道', '街道'], required: false, example: '八仙筒镇' },
  { key: 'village', title: say('嘎查村', 'Village'), also: ['村', '社区', '嘎查村（社区）', '所在村'], required: true, example: '' },
  { key: 'cause', title: say('致困原因', 'Cause'), also: ['困难原因', '原因'], required: false, example: '疾病' },
  { key: 'text', title: say('情况说明', 'What was noticed'), also: ['困难情况', '具体情况', '说明'], required: true, example: '住院两个月，家里欠下药费' },
  { key: 'urgent', title: say('是否紧急', 'Urgent'), also: ['紧急'], required: false, example: '否' },
] as const satisfies readonly { key: string; title: Text; also: readonly string[]; required: boolean; example: string }[]
export type ClueField = (typeof CLUE_FIELDS)[number]['key']

const fold = (head: string): string => halfWidth(head).replace(/[\s\p{P}\p{S}]|必填|选填/gu, '').toLowerCase()
const byHead = new Map<string, ClueField>(CLUE_FIELDS.flatMap(field => [field.title.zh, field.title.en, ...field.also].map(head => [fold(head), field.key] as const)))

/** Which column holds what. A head that is not known, or comes twice, is named, and so is one that lacks: nothing is left out in silence. */
export function readHeads(heads: readonly string[]): { columns: ReadonlyMap<ClueField, number>; wrong: Text[] } {
  const columns = new Map<ClueField, number>()
  const wrong: Text[] = []
  for (const [at, head] of heads.entries()) {
    const field = byHead.get(fold(head))
    if (!head.trim()) continue
    if (!field) wrong.push(say(`不认识“${head}”这一列，请按模板改列名或删去。`, `Column “${head}” is not known: head it as the template does, or leave it out.`))
    else if (columns.has(field)) wrong.push(say(`“${head}”这一列重复。`, `Column “${head}” comes twice.`))
    else columns.set(field, at)
  }
  for (const { key, title, required } of CLUE_FIELDS) if (required && !columns.has(key)) wrong.push(say(`缺少“${title.zh}”这一列。`, `Column “${title.en}” is missing.`))
  return { columns, wrong }
}
