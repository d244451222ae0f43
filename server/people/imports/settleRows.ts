import { byHalves } from '../../kernel/bulkAct'
import type { Context } from '../../kernel/context'
import { Refusal } from '../../kernel/errors'
import type { Text } from '../../kernel/text'
import { RowVerdict } from '../../kernel/RowVerdict'
import { changeRows, type Done, registerRow, registerRows } from './applyRows'
import type { Judged } from './judge'
import { type Mark, markRows, type OpenRow } from './rows'

/** The reasons of a verdict as the row keeps them. */
export const words = (reasons: readonly Text[]): Pick<Mark, 'reasonZh' | 'reasonEn'> => ({
  reasonZh: reasons.length > 0 ? reasons.map(one => one.zh).join('').slice(0, 600) : null,
  reasonEn: reasons.length > 0 ? reasons.map(one => one.en).join(' ').slice(0, 600) : null,
})

const NOTHING: Done = { volunteerId: null, volunteerVersion: null, personId: null, personVersion: null, replaced: null }

/**
 * Does what the verdicts of some rows say. Those new to the registry are written together, and so are those that change somebody; who is refused
 * there is tried alone, stands as an error with the acts' own reason, and the others go on. The rest is only marked.
 */
export async function settleRows(ctx: Context, importId: string, rows: readonly OpenRow[], judged: readonly Judged[]): Promise<void> {
  const fresh = judged.filter(({ verdict, newcomer }) => verdict === RowVerdict.NEW && newcomer)
  const changed = judged.filter(({ verdict }) => verdict === RowVerdict.UPDATE)
  const done = new Map([...(await byHalves(ctx, fresh, some => registerRows(ctx, some))), ...(await byHalves(ctx, changed, some => changeRows(ctx, importId, some)))])
  for (const one of judged) {
    const acts = one.verdict === RowVerdict.NEW || one.verdict === RowVerdict.UPDATE
    if (acts && !done.has(one)) done.set(one, await alone(ctx, importId, one))
  }
  await markRows(ctx, importId, judged.map((one, index) => ({ row: rows[index]!, mark: { verdict: one.verdict, outcome: one.verdict, ...words(one.reasons), ...(done.get(one) ?? NOTHING) } })))
}

/** Does what one row's verdict says by itself; where the acts refuse it, the row becomes an error. */
async function alone(ctx: Context, importId: string, one: Judged): Promise<Done> {
  try {
    return await ctx.attempt(async () => (one.verdict === RowVerdict.NEW ? registerRow(ctx, one) : (await changeRows(ctx, importId, [one]))[0]!))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const fields = (error as { fields?: Record<string, Text> }).fields
    Object.assign(one, { verdict: RowVerdict.ERROR, reasons: fields ? Object.values(fields) : [error.text] })
    return NOTHING
  }
}
