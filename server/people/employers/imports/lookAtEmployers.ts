import type { Context } from '../../../kernel/context'
import { Invalid } from '../../../kernel/errors'
import type { RowVerdict } from '../../../kernel/RowVerdict'
import { ownFile } from '../../../kernel/sealedFiles'
import { say, type Text } from '../../../kernel/text'
import { readEmployerSheet, settleRows } from './judgeSheet'

/** A row of a sheet, and what would become of it. */
interface Seen {
  number: number
  name: string
  verdict: RowVerdict
  reasons: readonly Text[]
}

/** How many rows are looked at within a request's time; the job takes more. */
const MOST = 500

/** Looks at the rows of a sheet as the import would, and writes nothing. */
export async function lookAtEmployers(ctx: Context, fileId: string): Promise<Seen[]> {
  const { columns, rows } = await readEmployerSheet(ctx, await ownFile(ctx, fileId))
  if (rows.length > MOST) throw new Invalid({ fileId: say(`一次最多核对 ${MOST} 行，请分成几份。`, `At most ${MOST} rows are looked at; send it in parts.`) })
  const verdicts = await settleRows(ctx, rows, columns, new Map(), false)
  return rows.map(({ number, cells }, at) => ({ number, name: cells[columns.indexOf('name')] ?? '', verdict: verdicts[at]!.outcome, reasons: verdicts[at]!.reasons }))
}
