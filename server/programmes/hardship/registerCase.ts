import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { nextCaseNumber } from './CaseCounter'
import { CaseAction } from './caseWorkflow'
import { type CaseCause, CaseState } from './enums'
import { HardshipCase } from './HardshipCase'
import type { CaseInput } from './inputs'
import { holdCase, moveCase } from './moveCase'
import { fullPhone } from './fullPhone'
import { policyInForce } from './policies'
import { livingPerson, newCase } from './reportClue'
import { mustBeStaff } from './staff'

/** Takes a clue up as a case, or an application without one: it gets its number, its owner and the policy that it keeps. */
export async function registerCase(ctx: Context, id: string | null, version: number | null, input: CaseInput): Promise<HardshipCase> {
  const one = id ? await holdCase(ctx, id, version, CaseAction.REGISTER) : null
  const personId = input.personId ?? one?.personId
  if (!personId) throw new Invalid({ personId: say('请先在人员库中登记或选择本人。', 'Choose the person, or put them into the registry first.') })
  const person = await livingPerson(ctx, personId)
  if (!one) await mustNotPassOver(ctx, person.id, input.cause)
  const made = one ?? newCase(ctx, person.regionCode, input.source)
  made.personId = person.id
  made.regionCode = person.regionCode
  made.clueName = null
  await describe(ctx, made, input)
  await mustBeOnly(ctx, made, input.cause)
  made.policyId = (await policyInForce(ctx)).id
  made.number = await nextCaseNumber(ctx)
  made.registeredOn = ctx.today
  made.ownerId = input.ownerId ?? ctx.actor.id
  await mustBeStaff(ctx, made.regionCode, 'ownerId', [made.ownerId])
  await moveCase(ctx, made, CaseAction.REGISTER)
  return ctx.store.save(made, { action: CaseAction.REGISTER })
}

/** Corrects what was registered, as long as nothing is decided. */
export async function updateCase(ctx: Context, id: string, version: number, input: CaseInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.UPDATE)
  await describe(ctx, one, input)
  if (one.isOpen()) await mustBeOnly(ctx, one, input.cause)
  return ctx.store.save(one, { action: CaseAction.UPDATE })
}

async function describe(ctx: Context, one: HardshipCase, input: CaseInput): Promise<void> {
  if (input.eventOn && input.eventOn > ctx.today) throw new Invalid({ eventOn: say('发生日期不能晚于今天。', 'It cannot have happened after today.') })
  const [agentName, agentRelation] = [input.agentName?.trim() || null, input.agentRelation?.trim() || null]
  if (agentName && !agentRelation) throw new Invalid({ agentRelation: say('请填写代为申请人与本人的关系。', 'Say how the agent is related.') })
  Object.assign(one, {
    category: input.category, tags: input.tags, kinds: input.kinds, cause: input.cause, causeText: input.causeText.trim(), wishes: input.wishes?.trim() || null, eventOn: input.eventOn ?? null, urgent: input.urgent, colour: input.colour,
    agentName, agentRelation,
  })
  // A form that was opened with the phone masked sends none: what is known stays.
  if (input.agentPhone !== undefined) one.agentPhone = fullPhone(input.agentPhone, 'agentPhone')
}

/** A clue about the same person is taken up as it stands, so that it does not wait beside its own case; one of another cause may. */
async function mustNotPassOver(ctx: Context, personId: string, cause: CaseCause): Promise<void> {
  const clue = await ctx.store.query(HardshipCase).where('it.personId = ? AND it.state = ? AND COALESCE(it.cause, ?) = ?', personId, CaseState.CLUE, cause, cause).first()
  if (!clue) return
  throw new Duplicate(say('此人有待受理的线索，请从该线索登记，或先作不受理处理。', 'A clue about this person waits: register the case from it, or dismiss it first.'), { entity: 'HardshipCase', id: clue.id })
}

/** One open case to a person and a cause, wherever it is kept. */
export async function mustBeOnly(ctx: Context, one: HardshipCase, cause: CaseCause): Promise<void> {
  const standing = await ctx.store.beyondReach.query(HardshipCase).where('it.openKey = ? AND it.id <> ?', `${one.personId}/${cause}`, one.id).first()
  if (standing) throw new Duplicate(say(`此人同一原因已有在办案件 ${standing.number}。`, `There is an open case for this person and cause: ${standing.number}.`), { entity: 'HardshipCase', number: standing.number })
}
