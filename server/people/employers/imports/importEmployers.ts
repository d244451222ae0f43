import { Gazetteer } from '../../../bureau/regions/Gazetteer'
import { regionsByCode } from '../../../bureau/regions/regionOf'
import type { Context } from '../../../kernel/context'
import { Refused } from '../../../kernel/errors'
import { beginJob, type LongJob } from '../../../kernel/longJobs'
import { readSheet, type SheetRow } from '../../../kernel/readSheet'
import { defineJob, type Outcome, type Work } from '../../../kernel/runLongJobs'
import { contentOf, ownFile, SealedFile, sealContent } from '../../../kernel/sealedFiles'
import { say, type Text } from '../../../kernel/text'
import { writeXlsx, XLSX } from '../../../kernel/writeSheet'
import { readCreditCode } from '../creditCode'
import { columnsOf, EMPLOYER_COLUMNS } from './columns'
import { readEmployerRow } from './readEmployerRow'
import { type EmployerVerdict, settleEmployer } from './settleEmployer'

interface Asked {
  fileId: string
  write: boolean
}

/** Rows in one transaction. */
const AT_ONCE = 100
const RESULT_HOURS = 24 * 30

defineJob<Asked>({ name: 'EMPLOYER_IMPORT', act: 'importEmployers', may: 'sheet.import', run })
defineJob<object>({ name: 'EMPLOYER_TEMPLATE', act: 'employerTemplate', may: 'sheet.import', run: template })

/** Looks at a sheet of employers that was sent, or writes it into the register; either way the answer is the sheet with what becomes of each row. */
export async function importEmployers(ctx: Context, { fileId, write }: Asked): Promise<LongJob> {
  const { name } = await ownFile(ctx, fileId)
  return beginJob(ctx, 'EMPLOYER_IMPORT', write ? say(`导入 ${name}`, `Importing ${name}`) : say(`核对 ${name}`, `Checking ${name}`), { fileId, write } satisfies Asked, fileId)
}

/** Makes the empty sheet of employers. */
export const employerTemplate = (ctx: Context): Promise<LongJob> => beginJob(ctx, 'EMPLOYER_TEMPLATE', say('用人单位导入模板', 'Template for employers'), {})

async function run(work: Work, { fileId, write }: Asked): Promise<Outcome> {
  const ctx = await work.context()
  const file = await ctx.store.get(SealedFile, fileId)
  const parts: Buffer[] = []
  for await (const part of contentOf(ctx.database, file)) parts.push(part)
  const [head, ...rows] = await readSheet(Buffer.concat(parts))
  if (!head || rows.length === 0) throw new Refused('INELIGIBLE', say('表格里没有数据：第一行应为列名，其下为数据。', 'The sheet holds no rows: the first is its head, the others follow.'))
  const columns = columnsOf(head.cells)
  const seen = new Map<string, number>()
  const verdicts: EmployerVerdict[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const page = rows.slice(at, at + AT_ONCE)
    verdicts.push(...(await work.transact(inner => settlePage(inner, page, columns, seen, write), { done: at + page.length, total: rows.length })))
  }
  const count = (outcome: EmployerVerdict['outcome']): number => verdicts.filter(one => one.outcome === outcome).length
  const [zh, en] = write ? ['已导入', 'Imported'] : ['核对完毕，尚未写入', 'Checked, nothing written']
  return {
    message: say(`${zh}：新增 ${count('NEW')} 个，更新 ${count('UPDATE')} 个，无变化 ${count('SAME')} 个，有误 ${count('ERROR')} 行；下载结果表查看错误原因。`, `${en}: ${count('NEW')} new, ${count('UPDATE')} changed, ${count('SAME')} the same, ${count('ERROR')} at fault; the sheet of results says why.`),
    file: await resultSheet(ctx, file.name, head.cells, rows, verdicts),
  }
}

async function settlePage(ctx: Context, rows: readonly SheetRow[], columns: readonly (string | null)[], seen: Map<string, number>, write: boolean): Promise<EmployerVerdict[]> {
  const places = new Gazetteer([...(await regionsByCode(ctx)).values()], {})
  const verdicts: EmployerVerdict[] = []
  for (const { number, cells } of rows) {
    const { input, wrong } = readEmployerRow(cells, columns, places)
    const key = (input.creditCode && readCreditCode(input.creditCode).value) || `${input.name}/${input.regionCode?.slice(0, 9)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, number)
    const twice = earlier !== undefined && earlier !== number ? [say(`与第 ${earlier} 行重复。`, `The same as row ${earlier}.`)] : []
    verdicts.push(wrong.length + twice.length > 0 ? { outcome: 'ERROR', reasons: [...wrong, ...twice] } : await settleEmployer(ctx, input, write))
  }
  return verdicts
}

const WORDS: Record<EmployerVerdict['outcome'], Text> = { NEW: say('新增', 'new'), UPDATE: say('更新', 'changed'), SAME: say('无变化', 'the same'), ERROR: say('有误', 'at fault') }

/** The sheet as it was sent, with what becomes of each row and 错误原因, to be mended and sent again. */
function resultSheet(ctx: Context, fileName: string, heads: readonly string[], rows: readonly SheetRow[], verdicts: readonly EmployerVerdict[]): Promise<SealedFile> {
  const { locale } = ctx.origin
  const [title, outcome, reason] = locale === 'en' ? ['Result', 'Outcome', 'Reason'] : ['导入结果', '处理结果', '错误原因']
  const lines = async function* () {
    yield rows.map(({ cells }, n) => [...heads.map((_, index) => cells[index] ?? ''), WORDS[verdicts[n]!.outcome][locale], verdicts[n]!.reasons.map(text => text[locale]).join(locale === 'en' ? ' ' : '')])
  }
  return sealContent(ctx, { name: `${title}-${fileName.replace(/\.\w+$/, '')}.xlsx`, mediaType: XLSX, may: 'sheet.import', hours: RESULT_HOURS }, writeXlsx({ name: title!, cover: null, heads: [...heads, outcome!, reason!].map(one => ({ title: one, width: 18 })), rows: lines() }))
}

async function template(work: Work): Promise<Outcome> {
  const ctx = await work.context()
  const { locale } = ctx.origin
  const title = locale === 'en' ? 'Employers' : '用人单位导入模板'
  const rows = async function* () {
    yield [EMPLOYER_COLUMNS.map(({ example }) => example)]
  }
  const file = await sealContent(ctx, { name: `${title}.xlsx`, mediaType: XLSX, may: 'sheet.import', hours: 24 }, writeXlsx({ name: title, cover: null, heads: EMPLOYER_COLUMNS.map(column => ({ title: column.title[locale], width: 18 })), rows: rows() }))
  return { message: say('模板已生成；请保持各列为文本格式，示例行可以删除。', 'The template is ready; keep its columns as text, and write over the example.'), file }
}
