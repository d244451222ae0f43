import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { Employer, EmployerState } from './Employer'
import { Employment, EmploymentEnd } from './Employment'
import { finish } from './employments'
import './events'
import type { EmployerChange, EmployerInput } from './inputs'
import { mustBeOnlyOne, writeEmployer } from './writeEmployer'

/** An employer of which nothing is known yet. */
export const newEmployer = (): Employer =>
  Employer.of({ aliases: null, creditCode: null, creditCodeKey: null, creditCodeReason: null, industryCode: null, premises: null, contactName: null, contactPhone: null, state: EmployerState.ACTIVE, closedOn: null, closeReason: null, mergedIntoId: null })

/** Puts an employer into the register. A credit code has one employer. */
export async function createEmployer(ctx: Context, { clientKey: _, ...input }: EmployerInput): Promise<Employer> {
  const employer = newEmployer()
  await writeEmployer(ctx, employer, input)
  await mustBeOnlyOne(ctx, employer)
  return ctx.store.save(employer, { action: 'REGISTER' })
}

/** Corrects what is known of an employer. What it keeps follows it to another place. */
export async function updateEmployer(ctx: Context, id: string, version: number, input: EmployerChange): Promise<Employer> {
  const employer = await ctx.store.hold(Employer, id, version)
  if (employer.state !== EmployerState.ACTIVE) throw new WrongState(employer.state, [])
  const { regionCode } = employer
  await writeEmployer(ctx, employer, input)
  if (input.creditCode) await mustBeOnlyOne(ctx, employer)
  await ctx.store.save(employer)
  if (employer.regionCode !== regionCode) {
    for (const employment of await ctx.store.beyondReach.holdAll(Employment, 'it.employerId = ?', id)) {
      employment.regionCode = employer.regionCode
      await ctx.store.beyondReach.save(employment)
    }
    await announce(ctx, 'employer.moved', { employerId: id, regionCode: employer.regionCode })
  }
  return employer
}

/** Closes an employer that is no more: its posts end properly, its employments with it, and nobody signs in for it. */
export async function closeEmployer(ctx: Context, id: string, version: number, closedOn: string, reason: string): Promise<Employer> {
  const employer = await ctx.store.hold(Employer, id, version)
  if (employer.state !== EmployerState.ACTIVE) throw new WrongState(employer.state, [])
  if (closedOn > ctx.today) throw new Invalid({ closedOn: say('注销日期不能晚于今天。', 'Not after today.') })
  const why = reason.trim()
  if (!why || why.length > 200) throw new Invalid({ reason: say('请说明原因，不超过 200 字。', 'Say why, in at most 200 characters.') })
  Object.assign(employer, { state: EmployerState.CLOSED, closedOn, closeReason: why, creditCodeKey: null })
  await ctx.store.save(employer, { action: 'CLOSE', note: why })
  await announce(ctx, 'employer.closed', { employerId: id, closedOn, reason: why })
  for (const employment of await ctx.store.beyondReach.holdAll(Employment, 'it.employerId = ? AND it.`to` IS NULL', id)) {
    await finish(ctx, employment, closedOn < employment.from ? employment.from : closedOn, EmploymentEnd.CLOSED, why)
  }
  return employer
}
