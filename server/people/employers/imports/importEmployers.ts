import type { Context } from '../../../kernel/context'
import { beginJob, type LongJob } from '../../../kernel/longJobs'
import type { SheetRow } from '../../../kernel/readSheet'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { defineJob, type Outcome, type Work } from '../../../kernel/runLongJobs'
import { ownFile, SealedFile, sealContent } from '../../../kernel/sealedFiles'
import { say, type Text } from '../../../kernel/text'
import { writeXlsx, XLSX } from '../../../kernel/writeSheet'
import { EMPLOYER_COLUMNS } from './columns'
import { readEmployerSheet, settleRows } from './judgeSheet'
import type { EmployerVerdict } from './settleEmployer'

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
  const { heads, columns, rows } = await readEmployerSheet(ctx, file)
  const seen = new Map<string, number>()
  const verdicts: EmployerVerdict[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const page = rows.slice(at, at + AT_ONCE)
    verdicts.push(...(await work.transact(inner => settleRows(inner, page, columns, seen, write), { done: at + page.length, total: rows.length })))
  }
  const count = (outcome: RowVerdict): number => verdicts.filter(one => one.outcome === outcome).length
  const [zh, en] = write ? ['已导入', 'Imported'] : ['核对完毕，尚未写入', 'Checked, nothing written']
  return {
    message: say(`${zh}：新增 ${count(RowVerdict.NEW)} 个，更新 ${count(RowVerdict.UPDATE)} 个，无变化 ${count(RowVerdict.SAME)} 个，有误 ${count(RowVerdict.ERROR)} 行；下载结果表查看错误原因。`, `${en}: ${count(RowVerdict.NEW)} new, ${count(RowVerdict.UPDATE)} changed, ${count(RowVerdict.SAME)} the same, ${count(RowVerdict.ERROR)} at fault; the sheet of results says why.`),
    file: await resultSheet(ctx, file.name, heads, rows, verdicts),
  }
}

const WORDS: Record<RowVerdict, Text> = { NEW: say('新增', 'new'), UPDATE: say('更新', 'changed'), SAME: say('无变化', 'the same'), CONFLICT: say('冲突', 'in conflict'), ERROR: say('有误', 'at fault') }

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
