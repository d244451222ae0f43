import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { beginJob, type LongJob } from '../../kernel/longJobs'
import type { Sheet, SheetColumn } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import type { ExportSheetInput, ListAsked, SheetFormat } from './inputs'
import { lists } from './lists'

/** How many rows one sheet may have. */
export const exportMost = defineSetting({ key: 'sheet.exportMost', default: 50_000, unit: '行', zh: '一次最多导出行数', en: 'Rows that one export may have', source: '[D] quality.md, memory', least: 100, most: 100_000 })

/** An export as its job keeps it. */
export interface ExportAsked extends ListAsked {
  list: string
  columns: string[]
  format: SheetFormat
}

/** Asks for a sheet of exactly what a list shows; it is made as a job. */
export async function exportSheet(ctx: Context, input: ExportSheetInput): Promise<LongJob> {
  const asked = lists.filter(list => listAsked(input, list))
  const [sheet] = asked
  if (!sheet || asked.length > 1) throw new Invalid({ input: say('请指定一个列表。', 'Name one list.') })
  ctx.actor.mustBeAllowed(sheet.may)
  const columns = columnsOf(ctx, sheet, input.columns ?? null)
  const { filter, sort } = listAsked(input, sheet)!
  const most = await setting(ctx, exportMost)
  if ((await (await sheet.rows(ctx, filter, sort ?? null)).countUpTo(most + 1)) > most) throw new Refused('OVER_CAPACITY', say(`一次最多导出 ${most} 行，这里更多，请缩小查询范围。`, `One export may have ${most} rows, and these are more. Narrow the query.`), { most })
  return beginJob(ctx, 'EXPORT', say(`导出${sheet.title.zh}`, `Export: ${sheet.title.en}`), { list: sheet.name, filter, sort: sort ?? null, columns: columns.map(column => column.key), format: input.format } satisfies ExportAsked)
}

const listAsked = (input: ExportSheetInput, { name }: Sheet): ListAsked | undefined => (input as unknown as Record<string, ListAsked | undefined>)[name] ?? undefined

/** The columns by their keys, of those that the actor may have. */
export function columnsOf({ actor }: Context, sheet: Sheet, keys: readonly string[] | null): SheetColumn<never>[] {
  const open = sheet.columns.filter(column => !column.may || actor.may(column.may))
  if (keys === null) return open
  const found = [...new Set(keys)].map(key => open.find(column => column.key === key))
  if (found.length === 0 || found.includes(undefined)) throw new Invalid({ columns: say('有不能导出的列，请重新选择。', 'A column cannot be exported; choose again.') })
  return found as SheetColumn<never>[]
}
