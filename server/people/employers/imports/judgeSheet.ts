import { Gazetteer } from '../../../bureau/regions/Gazetteer'
import { regionsByCode } from '../../../bureau/regions/regionOf'
import type { Context } from '../../../kernel/context'
import { Refused } from '../../../kernel/errors'
import { readSheet, type SheetRow } from '../../../kernel/readSheet'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { contentOf, type SealedFile } from '../../../kernel/sealedFiles'
import { say } from '../../../kernel/text'
import { readCreditCode } from '../creditCode'
import { columnsOf } from './columns'
import { readEmployerRow } from './readEmployerRow'
import { type EmployerVerdict, settleEmployer } from './settleEmployer'

/** A sheet of employers as it was read, and what its columns hold. */
export interface EmployerRows {
  heads: readonly string[]
  columns: readonly (string | null)[]
  rows: readonly SheetRow[]
}

/** Reads a sheet of employers; one without rows, or with columns that are not known, is refused. */
export async function readEmployerSheet({ database }: Context, file: SealedFile): Promise<EmployerRows> {
  const parts: Buffer[] = []
  for await (const part of contentOf(database, file)) parts.push(part)
  const [head, ...rows] = await readSheet(Buffer.concat(parts))
  if (!head || rows.length === 0) throw new Refused('INELIGIBLE', say('表格里没有数据：第一行应为列名，其下为数据。', 'The sheet holds no rows: the first is its head, the others follow.'))
  return { heads: head.cells, columns: columnsOf(head.cells), rows }
}

/** What becomes of some rows of a sheet; `seen` knows the rows that came earlier in it. */
export async function settleRows(ctx: Context, rows: readonly SheetRow[], columns: readonly (string | null)[], seen: Map<string, number>, write: boolean): Promise<EmployerVerdict[]> {
  const places = new Gazetteer([...(await regionsByCode(ctx)).values()], {})
  const verdicts: EmployerVerdict[] = []
  for (const { number, cells } of rows) {
    const { input, wrong } = readEmployerRow(cells, columns, places)
    const key = (input.creditCode && readCreditCode(input.creditCode).value) || `${input.name}/${input.regionCode?.slice(0, 9)}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, number)
    const twice = earlier !== undefined && earlier !== number ? [say(`与第 ${earlier} 行重复。`, `The same as row ${earlier}.`)] : []
    verdicts.push(wrong.length + twice.length > 0 ? { outcome: RowVerdict.ERROR, reasons: [...wrong, ...twice] } : await settleEmployer(ctx, input, write))
  }
  return verdicts
}
