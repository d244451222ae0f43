import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { minuteOf } from '../../kernel/days'
import type { Entity } from '../../kernel/entity'
import { Forbidden } from '../../kernel/errors'
import { defineJob, type Outcome, type Work } from '../../kernel/runLongJobs'
import { sealContent } from '../../kernel/sealedFiles'
import { type Cell, filterInWords, type Sheet, type SheetColumn } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { CSV, type SheetContent, writeCsv, writeXlsx, XLSX } from '../../kernel/writeSheet'
import { columnsOf, type ExportAsked, exportMost } from './exportSheet'
import { SheetFormat } from './inputs'
import { lists } from './lists'

const BATCH = 500
/** After how many hours an exported sheet is gone. */
const KEPT_HOURS = 72

defineJob<ExportAsked>({ name: 'EXPORT', act: 'exportSheet', may: 'sheet.export', run: runExport })

/** Makes the sheet: the rows are those of the list's own query, in its order, each read within the owner's reach as it is now. */
async function runExport(work: Work, { list, filter, sort, columns: keys, format }: ExportAsked): Promise<Outcome> {
  const ctx = await work.context()
  const sheet = lists.find(one => one.name === list)!
  if (!ctx.actor.may(sheet.may)) throw new Forbidden(sheet.may)
  const columns = columnsOf(ctx, sheet, keys)
  const ids = await (await sheet.rows(ctx, filter, sort ?? null)).limit(await setting(ctx, exportMost)).ids()
  const { locale } = ctx.origin
  const asked = await filterInWords(ctx, sheet, filter)
  const [made, title] = [minuteOf(ctx.now), sheet.title[locale]]
  let count = 0
  const rows = async function* () {
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = await cellsOf(await work.context(), sheet, columns, ids.slice(at, at + BATCH), filter)
      count += batch.length
      await work.step(at, ids.length)
      yield batch
    }
  }
  const cover = locale === 'en' ? `${title} · ${ctx.actor.name} · ${made} · ${asked} · ${ids.length} rows` : `${title} · 导出人：${ctx.actor.name} · 导出时间：${made} · 条件：${asked} · 共 ${ids.length} 行`
  const content: SheetContent = { name: title, cover, heads: columns.map(column => ({ title: column.title[locale], width: column.width ?? 14 })), rows: rows() }
  const xlsx = format === SheetFormat.XLSX
  const file = await sealContent(ctx, { name: `${title}-${made.slice(0, 10)}.${xlsx ? 'xlsx' : 'csv'}`, mediaType: xlsx ? XLSX : CSV, may: 'sheet.export', hours: KEPT_HOURS }, xlsx ? writeXlsx(content) : writeCsv(content))
  return {
    message: say(`已导出 ${count} 行，文件保留 ${KEPT_HOURS} 小时。`, `${count} rows; the file is kept for ${KEPT_HOURS} hours.`),
    file,
    finish: async inner => inner.store.remark(sheet.type.name, work.job.id, ctx.actor.reach.regionCode ?? null, { action: format, note: `${title}；${asked}；${count}` }),
  }
}

/** The cells of some rows, in the order of their ids; who has left the owner's reach meanwhile is left out. */
async function cellsOf(ctx: Context, { type }: Sheet, columns: readonly SheetColumn<never>[], ids: readonly string[], asked: object): Promise<Cell[][]> {
  const found = new Map((await ctx.store.query<Entity>(type).where('it.id IN (?)', ids).rows()).map(row => [row.id, row]))
  const rows = ids.map(id => found.get(id)).filter(row => row !== undefined)
  return Promise.all(rows.map(row => Promise.all(columns.map(column => column.value(row as never, ctx, asked)))))
}
