import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { halfWidth } from '../../kernel/halfWidth'
import { say } from '../../kernel/text'
import { Person, PersonState } from '../persons/Person'
import { Employer, EmployerState } from './Employer'
import { Employment, EmploymentEnd } from './Employment'
import './events'
import type { EmploymentChange, EmploymentEnding, EmploymentInput } from './inputs'

/** Notes that somebody works for an employer. The employer's row is held, so that one person has one such period at a time. */
export async function recordEmployment(ctx: Context, { employerId, personId, from, jobTitle }: EmploymentInput): Promise<Employment> {
  const employer = await ctx.store.hold(Employer, employerId)
  if (employer.state !== EmployerState.ACTIVE) throw new WrongState(employer.state, [])
  const person = await ctx.store.get(Person, personId)
  if (person.state !== PersonState.ACTIVE) throw new WrongState(person.state, [], say('此人已故或记录已合并。', 'The person has died, or the record was merged.'))
  mustHaveBegun(ctx, from)
  if (await ctx.store.beyondReach.query(Employment).where('it.employerId = ? AND it.personId = ? AND it.`to` IS NULL', employerId, personId).exists()) {
    throw new Duplicate(say('此人已登记在该单位工作。', 'This person is noted as working there already.'), { entity: 'Employment' })
  }
  return ctx.store.save(Employment.of({ employerId, personId, regionCode: employer.regionCode, from, jobTitle: titleAsMeant(jobTitle), to: null, endReason: null, endNote: null }), { action: 'BEGIN' })
}

/** Puts a slip right: the first day, the job. */
export async function correctEmployment(ctx: Context, id: string, version: number, { from, jobTitle }: EmploymentChange): Promise<Employment> {
  const employment = await ctx.store.hold(Employment, id, version)
  if (from === null) throw new Invalid({ from: say('请填写入职日期。', 'Give the first day.') })
  if (from) {
    mustHaveBegun(ctx, from)
    if (employment.to && from > employment.to) throw new Invalid({ from: say('入职日期晚于离职日期。', 'Begins after its end.') })
    employment.from = from
  }
  if (jobTitle !== undefined) employment.jobTitle = titleAsMeant(jobTitle)
  return ctx.store.save(employment, { action: 'CORRECT' })
}

/** Notes that somebody works there no more. The period is kept, and what depends on it hears of it. */
export async function endEmployment(ctx: Context, id: string, version: number, { to, reason, note }: EmploymentEnding): Promise<Employment> {
  const employment = await ctx.store.hold(Employment, id, version)
  if (employment.to) throw new WrongState('ENDED', [])
  if (to < employment.from || to > ctx.today) throw new Invalid({ to: say('离职日期应在入职之后，不晚于今天。', 'Between the first day and today.') })
  return finish(ctx, employment, to, reason, note ?? null)
}

/** Ends a period that this act holds, and tells whoever depends on it. */
export async function finish(ctx: Context, employment: Employment, to: string, endReason: EmploymentEnd, note: string | null): Promise<Employment> {
  Object.assign(employment, { to, endReason, endNote: note?.trim() || null })
  await ctx.store.beyondReach.save(employment, { action: 'END', note })
  await announce(ctx, 'employment.ended', { employerId: employment.employerId, personId: employment.personId, endedOn: to })
  return employment
}

function mustHaveBegun({ today }: Context, from: string): void {
  if (from > today || from < '1950-01-01') throw new Invalid({ from: say('入职日期不合理，且不能晚于今天。', 'Not a likely first day; not after today.') })
}

const titleAsMeant = (title: string | null | undefined): string | null => halfWidth(title ?? '') || null
