import { liesWithin } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { Invalid, Refusal, Refused } from '../../../kernel/errors'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { say, type Text } from '../../../kernel/text'
import { readCreditCode } from '../creditCode'
import { Employer, EmployerState } from '../Employer'
import type { EmployerChange, EmployerInput } from '../inputs'
import { createEmployer, newEmployer, updateEmployer } from '../keepEmployer'
import { employerNameAsMeant, mustBeOnlyOne, writeEmployer } from '../writeEmployer'

/** What becomes of a row of the sheet. */
export interface EmployerVerdict {
  outcome: RowVerdict
  reasons: readonly Text[]
}

/** Judges a row by the register's own validators, and where it is asked does what they let be done. The preview and the run ask exactly this. */
export async function settleEmployer(ctx: Context, input: EmployerChange, write: boolean): Promise<EmployerVerdict> {
  try {
    const standing = await standingOf(ctx, input)
    const outcome = standing ? await compare(ctx, standing, input) : await weigh(ctx, input)
    if (write && outcome === RowVerdict.NEW) await ctx.attempt(() => createEmployer(ctx, input as EmployerInput))
    if (write && outcome === RowVerdict.UPDATE) await ctx.attempt(() => updateEmployer(ctx, standing!.id, standing!.version, input))
    return { outcome, reasons: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { outcome: RowVerdict.ERROR, reasons: error instanceof Invalid ? Object.values(error.fields) : [error.text] }
  }
}

/** Whom the row means within reach: by the credit code, or without one by the name in the same township. */
async function standingOf(ctx: Context, { name, creditCode, regionCode }: EmployerChange): Promise<Employer | null> {
  const code = creditCode ? readCreditCode(creditCode).value : null
  const rows = ctx.store.query(Employer).where('it.state <> ?', EmployerState.MERGED)
  const [found] = code ? await rows.where('it.creditCode = ?', code).allWhole(false) : await rows.where('it.name = ? AND it.regionCode LIKE ?', employerNameAsMeant(name ?? ''), `${(regionCode ?? '').slice(0, 9)}%`).allWhole(false)
  if (found && found.state !== EmployerState.ACTIVE) throw new Refused('INELIGIBLE', say('该单位已注销，请在系统中单独办理。', 'The employer is closed; see to it one by one.'))
  if (found && code && found.name !== employerNameAsMeant(name ?? '') && !found.formerNames().includes(employerNameAsMeant(name ?? ''))) throw new Refused('INELIGIBLE', say(`该信用代码登记的名称是“${found.name}”，请核对。`, `The code is registered under “${found.name}”.`))
  return found ?? null
}

async function weigh(ctx: Context, input: EmployerChange): Promise<RowVerdict> {
  const employer = newEmployer()
  await writeEmployer(ctx, employer, input)
  await mustBeOnlyOne(ctx, employer)
  if (liesWithin(ctx.actor, employer) === false) throw new Refused('INELIGIBLE', say('所在地不在您的管辖范围内。', 'The place lies outside your reach.'))
  return RowVerdict.NEW
}

async function compare(ctx: Context, standing: Employer, input: EmployerChange): Promise<RowVerdict> {
  const shape = ctx.store.shape(Employer)
  const before = shape.snapshot(standing)
  await writeEmployer(ctx, standing, input)
  const { columns, sealed } = shape.changes(standing, before)
  return sealed.size > 0 || columns.some(column => !/(Sealed|Mask|Print)$/.test(column)) ? RowVerdict.UPDATE : RowVerdict.SAME
}
