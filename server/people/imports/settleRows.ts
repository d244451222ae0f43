import type { Context } from '../../kernel/context'
import { Refusal } from '../../kernel/errors'
import type { Text } from '../../kernel/text'
import { registerVolunteers } from '../volunteers/registerVolunteers'
import { applyRow, type Done } from './applyRow'
import type { Judged } from './judge'
import { type Mark, markRow, markRows, type OpenRow } from './rows'
import { RowVerdict } from './VolunteerImport'

/** A row of the sheet with what was judged of it. */
interface Pending {
  row: OpenRow
  judged: Judged
}

/** The reasons of a verdict as the row keeps them. */
export const words = (reasons: readonly Text[]): Pick<Mark, 'reasonZh' | 'reasonEn'> => ({
  reasonZh: reasons.length > 0 ? reasons.map(one => one.zh).join('').slice(0, 600) : null,
  reasonEn: reasons.length > 0 ? reasons.map(one => one.en).join(' ').slice(0, 600) : null,
})

/** How many rows of one transaction may go one by one, so that it ends in time on a loaded machine too. */
const ALONE = 50

/**
 * Does what the verdicts of some rows say. Those new to the registry are written together; those that change somebody go one by one, and
 * after so many of them the rest is left for the next transaction; the others are only marked. Returns how many rows are settled.
 */
export async function settleRows(ctx: Context, importId: string, rows: readonly OpenRow[], judged: readonly Judged[]): Promise<number> {
  const pending = upToMost(rows.map((row, index) => ({ row, judged: judged[index]! })))
  const registered = await registerNewcomers(ctx, pending)
  const acts = ({ row, judged: { verdict } }: Pending): boolean => [RowVerdict.NEW, RowVerdict.UPDATE].includes(verdict) && !registered.has(row.id)
  for (const one of pending.filter(acts)) await settleAlone(ctx, importId, one)
  const nothing: Done = { volunteerId: null, volunteerVersion: null, personId: null, personVersion: null }
  const marks = pending.filter(one => !acts(one)).map(({ row, judged: { verdict, reasons } }) => ({ row, mark: { verdict, outcome: verdict, ...words(reasons), ...nothing, ...registered.get(row.id) } }))
  await markRows(ctx, importId, marks)
  return pending.length
}

/** The first rows, with no more than may go one by one. */
function upToMost(pending: readonly Pending[]): Pending[] {
  let alone = 0
  const end = pending.findIndex(({ judged: { verdict, newcomer } }) => (verdict === RowVerdict.UPDATE || (verdict === RowVerdict.NEW && !newcomer)) && ++alone > ALONE)
  return pending.slice(0, end === -1 ? undefined : end)
}

/** Registers at once all who are new to the registry. Where one of them is refused, none is, and they go one by one, so that the row at fault is the only one left out. */
async function registerNewcomers(ctx: Context, pending: readonly Pending[]): Promise<ReadonlyMap<string, Done>> {
  const fresh = pending.flatMap(({ row, judged: { verdict, newcomer, draft, teamId } }) => (verdict === RowVerdict.NEW && newcomer ? [{ row, person: newcomer, volunteer: draft.volunteer, teamId }] : []))
  try {
    const volunteers = await ctx.attempt(() => registerVolunteers(ctx, fresh))
    return new Map(volunteers.map(({ id, version }, index) => [fresh[index]!.row.id, { volunteerId: id, volunteerVersion: version, personId: fresh[index]!.person.id, personVersion: fresh[index]!.person.version }]))
  } catch (error) {
    if (error instanceof Refusal) return new Map()
    throw error
  }
}

/** Does what one row's verdict says by itself; where the acts refuse it, it stands as an error and the others go on. */
async function settleAlone(ctx: Context, importId: string, { row, judged }: Pending): Promise<void> {
  try {
    await ctx.attempt(async () => {
      const done = await applyRow(ctx, importId, judged)
      await markRow(ctx, row.id, { verdict: judged.verdict, outcome: judged.verdict, ...words(judged.reasons), ...done })
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fields = (error as { fields?: Record<string, Text> }).fields
    await markRow(ctx, row.id, { verdict: RowVerdict.ERROR, outcome: RowVerdict.ERROR, ...words(fields ? Object.values(fields) : [error.text]) })
  }
}
