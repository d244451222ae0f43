import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { readSheet } from '../../kernel/readSheet'
import { defineJob, type Outcome, type Work } from '../../kernel/runLongJobs'
import { contentOf, type SealedFile, SealedFile as Sent, sealContent } from '../../kernel/sealedFiles'
import type { Cell } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { writeXlsx, XLSX } from '../../kernel/writeSheet'
import { RowVerdict } from '../../kernel/RowVerdict'
import { matchHeads, remember } from './fields'
import { benchOf, judgeRows, recallRows } from './judge'
import { actedBefore, markRows, nextRows, pagesOf, writeRows } from './rows'
import { settleRows, words } from './settleRows'
import { undoRows } from './undoRows'
import { ImportSource, ImportState, VolunteerImport } from './VolunteerImport'

interface Asked {
  importId: string
}

/** Rows in one transaction, judged and written or taken back together. */
const AT_ONCE = 250
const RESULT_HOURS = 24 * 30

defineJob<Asked>({ name: 'IMPORT_READ', act: 'importSheet', may: 'sheet.import', run: read })
defineJob<Asked>({ name: 'IMPORT_CHECK', act: 'checkImport', may: 'sheet.import', run: check })
defineJob<Asked>({ name: 'IMPORT_RUN', act: 'runImport', may: 'sheet.import', run })
defineJob<Asked>({ name: 'IMPORT_UNDO', act: 'undoImport', may: 'sheet.import', run: undo })

/** Reads the sheet, keeps its rows sealed, and matches its heads with what it may say. */
async function read(work: Work, { importId }: Asked): Promise<Outcome> {
  const ctx = await work.context()
  const one = await ctx.store.get(VolunteerImport, importId)
  const file = await ctx.store.get(Sent, one.fileId)
  const parts: Buffer[] = []
  for await (const part of contentOf(ctx.database, file)) parts.push(part)
  const [head, ...rows] = await readSheet(Buffer.concat(parts))
  if (!head || rows.length === 0) throw new Refused('INELIGIBLE', say('表格里没有数据：第一行应为列名，其下为数据。', 'The sheet holds no rows: the first is its head, the others follow.'))
  const width = head.cells.length
  await work.transact(async inner => {
    await inner.store.sql('DELETE FROM import_rows WHERE importId = ?', [importId])
    await writeRows(inner, importId, rows.map(row => ({ number: row.number, cells: row.cells.slice(0, width) })))
    const held = await inner.store.hold(VolunteerImport, importId)
    held.heads = head.cells
    held.columns = matchHeads(head.cells, await rememberedHeads(inner, held)).map(match => match.field ?? '')
    Object.assign(held, { total: rows.length, state: ImportState.COLUMNS })
    await inner.store.save(held, { action: 'READ' })
  })
  return { message: say(`已读取 ${rows.length} 行，请核对各列的含义。`, `${rows.length} rows; now say what the columns mean.`) }
}

/** What the columns of the last such sheet were taken for. */
export async function rememberedHeads({ store }: Context, { source, id }: VolunteerImport): Promise<Map<string, string>> {
  const last = await store.query(VolunteerImport).where("it.source = ? AND it.id <> ? AND it.state IN ('CHECKED','RUNNING','DONE','UNDOING','UNDONE')", source, id).orderBy('it.id DESC').first()
  return last?.heads && last.columns ? remember(last.heads, last.columns) : new Map()
}

/** Judges every row, and writes nothing but the verdicts. */
async function check(work: Work, { importId }: Asked): Promise<Outcome> {
  const ctx = await work.context()
  const one = await ctx.store.get(VolunteerImport, importId)
  const bench = await benchOf(ctx, one.columns ?? [], one.answers ?? {})
  let done = 0
  for await (const rows of pagesOf(work.database, importId, AT_ONCE)) {
    done += rows.length
    await work.transact(async inner => {
      const judged = await judgeRows(inner, bench, rows)
      await markRows(inner, importId, judged.map((one, index) => ({ row: rows[index]!, mark: { name: one.draft.name.slice(0, 60), verdict: one.verdict, question: one.question, ...words(one.reasons) } })))
    }, { done, total: one.total })
  }
  return { message: say(`已核对 ${done} 行，请查看结果后再导入。`, `${done} rows checked; look at them before importing.`), finish: inner => moveOn(inner, importId, ImportState.CHECKED) }
}

/** Writes the rows that are new or differ, some in each transaction; what a run before this one did is not done again. */
async function run(work: Work, { importId }: Asked): Promise<Outcome> {
  const ctx = await work.context()
  const one = await ctx.store.get(VolunteerImport, importId)
  const bench = await benchOf(ctx, one.columns ?? [], one.answers ?? {})
  const [before] = await work.database.query('SELECT COUNT(*) AS n FROM import_rows WHERE importId = ? AND outcome IS NOT NULL', [importId])
  let done = Number(before!.n)
  if (done > 0) for await (const rows of pagesOf(work.database, importId, AT_ONCE, 'SETTLED')) recallRows(ctx, bench, rows)
  for (;;) {
    const rows = await nextRows(work.database, importId, 0, AT_ONCE, 'PENDING')
    if (rows.length === 0) break
    done += rows.length
    await work.transact(async inner => {
      await waitForOthers(inner)
      await settleRows(inner, importId, rows, await judgeRows(inner, bench, rows))
    }, { done, total: one.total })
  }
  const counts = await countOutcomes(work, importId)
  const left = (counts.CONFLICT ?? 0) + (counts.ERROR ?? 0)
  return {
    message: say(`新增 ${counts.NEW ?? 0} 人，更新 ${counts.UPDATE ?? 0} 人，无变化 ${counts.SAME ?? 0} 人，未导入 ${left} 行；下载结果表查看错误原因。`, `${counts.NEW ?? 0} new, ${counts.UPDATE ?? 0} changed, ${counts.SAME ?? 0} the same, ${left} left out; the sheet of results says why.`),
    file: await resultSheet(work, one),
    finish: inner => moveOn(inner, importId, ImportState.DONE),
  }
}

async function countOutcomes(work: Work, importId: string): Promise<Partial<Record<RowVerdict, number>>> {
  const rows = await work.database.query('SELECT outcome, COUNT(*) AS n FROM import_rows WHERE importId = ? GROUP BY outcome', [importId])
  return Object.fromEntries(rows.map(row => [row.outcome as string, Number(row.n)]))
}

/** Two imports that run at once write their pages in turn, so that each is judged by what the other has written: somebody without a number has nothing else that keeps them single. */
async function waitForOthers({ store }: Context): Promise<void> {
  const running = await store.sql('SELECT id FROM volunteer_imports WHERE source IN (?) AND state = ? ORDER BY id FOR UPDATE', [Object.values(ImportSource), ImportState.RUNNING])
  await store.lockOnCluster(running.map(row => row.id as string))
}

/** The sheet as it was sent, with what became of each row and 错误原因, to be mended and sent again. */
async function resultSheet(work: Work, one: VolunteerImport): Promise<SealedFile> {
  const ctx = await work.context()
  const en = ctx.origin.locale === 'en'
  const outcomes: Record<string, string> = en ? { NEW: 'new', UPDATE: 'changed', SAME: 'the same', CONFLICT: 'left out', ERROR: 'left out' } : { NEW: '新增', UPDATE: '更新', SAME: '无变化', CONFLICT: '未导入', ERROR: '未导入' }
  const heads = one.heads ?? []
  const rows = async function* () {
    for await (const batch of pagesOf(work.database, one.id, 500)) {
      const said = new Map((await work.database.query('SELECT id, outcome, reasonZh, reasonEn FROM import_rows WHERE id IN (?)', [batch.map(row => row.id)])).map(row => [row.id as string, row]))
      yield batch.map(row => [...heads.map((_, index) => row.cells[index] ?? ''), outcomes[said.get(row.id)?.outcome as string] ?? '', (said.get(row.id)?.[en ? 'reasonEn' : 'reasonZh'] ?? '') as Cell])
    }
  }
  const columns = [...heads, en ? 'Outcome' : '处理结果', en ? 'Reason' : '错误原因'].map(title => ({ title, width: 16 }))
  return sealContent(ctx, { name: `${en ? 'result' : '导入结果'}-${one.fileName.replace(/\.\w+$/, '')}.xlsx`, mediaType: XLSX, may: 'sheet.import', hours: RESULT_HOURS }, writeXlsx({ name: en ? 'Result' : '导入结果', cover: null, heads: columns, rows: rows() }))
}

/** Takes back what nobody has touched since, the last rows first, page by page. */
async function undo(work: Work, { importId }: Asked): Promise<Outcome> {
  const [counted] = await work.database.query("SELECT COUNT(*) AS acted, COALESCE(SUM(undone), 0) AS undone FROM import_rows WHERE importId = ? AND outcome IN ('NEW','UPDATE') AND volunteerId IS NOT NULL", [importId])
  const [total, before] = [Number(counted!.acted), Number(counted!.undone)]
  let [seen, undone] = [before, before]
  for (let at = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = await actedBefore(work.database, importId, at, AT_ONCE)
    if (rows.length === 0) break
    at = rows.at(-1)!.number
    seen += rows.length
    undone += await work.transact(inner => undoRows(inner, importId, rows), { done: Math.min(seen, total), total })
  }
  return { message: total === undone ? say(`已撤销 ${undone} 人。`, `${undone} taken back.`) : say(`已撤销 ${undone} 人；${total - undone} 人在导入后被修改过，保持不变。`, `${undone} taken back; ${total - undone} were touched since and stay.`), finish: inner => moveOn(inner, importId, ImportState.UNDONE) }
}

async function moveOn(ctx: Context, importId: string, state: ImportState): Promise<void> {
  const one = await ctx.store.hold(VolunteerImport, importId)
  one.state = state
  await ctx.store.save(one, { action: state })
}
