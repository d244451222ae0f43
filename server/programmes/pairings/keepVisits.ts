import type { Context } from '../../kernel/context'
import { addMonths } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { cancelTasks } from '../../bureau/tasks/openTask'
import { say } from '../../kernel/text'
import { voidService } from '../../people/hours/voidService'
import type { PlanVisitInput } from './inputs'
import { dueNumbers } from './numbers'
import { Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { recount } from './recount'
import { Visit, VisitManner, VisitState } from './Visit'
import { VisitAction, visitWorkflow } from './visitWorkflow'

/** How many months ahead a visit is planned at most. */
const MOST_MONTHS = 12

/** Plans the next visit of a pairing; there is one plan at a time, and planning again moves it. */
export async function planVisit(ctx: Context, input: PlanVisitInput): Promise<Visit> {
  const pairing = await ctx.store.hold(Pairing, input.pairingId)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.PLAN_VISIT, ctx.actor)
  if (input.plannedOn < ctx.today) throw new Invalid({ plannedOn: say('计划日期不能早于今天。', 'The day cannot lie in the past.') })
  if (input.plannedOn > addMonths(ctx.today, MOST_MONTHS)) throw new Invalid({ plannedOn: say('最多提前一年安排走访。', 'At most a year ahead.') })
  const own = ctx.actor.reach.kind === 'self' ? ctx.actor.reach.volunteerId : undefined
  const who = own ?? input.volunteerId ?? pairing.volunteerId
  if (!pairing.volunteerIds().includes(who)) throw new Invalid({ volunteerId: say('该志愿者不在这个结对中。', 'The volunteer does not belong to this pairing.') })
  const visit = pairing.plannedVisitId ? await ctx.store.beyondReach.hold(Visit, pairing.plannedVisitId) : Visit.within(pairing, who)
  Object.assign(visit, { plannedOn: input.plannedOn, volunteerId: who, manner: input.manner ?? VisitManner.HOME, note: input.note ?? visit.note })
  await ctx.store.save(visit, { action: 'PLAN' })
  Object.assign(pairing, { plannedOn: input.plannedOn, plannedVisitId: visit.id })
  await ctx.store.save(pairing)
  return visit
}

/** Nobody went; the due date stays where it is. */
export const markVisitMissed = (ctx: Context, id: string, version: number, reason: string): Promise<Visit> => dropPlan(ctx, id, version, VisitAction.MISS, reason)
/** The visit is called off before it was to be; the due date stays. */
export const cancelVisit = (ctx: Context, id: string, version: number, reason: string): Promise<Visit> => dropPlan(ctx, id, version, VisitAction.CANCEL, reason)

async function dropPlan(ctx: Context, id: string, version: number, action: VisitAction.MISS | VisitAction.CANCEL, reason: string): Promise<Visit> {
  const { pairingId } = await ctx.store.get(Visit, id)
  const pairing = await ctx.store.hold(Pairing, pairingId)
  const visit = await ctx.store.hold(Visit, id, version)
  visitWorkflow.move(visit, action, ctx.actor)
  if (action === VisitAction.MISS && visit.plannedOn! > ctx.today) throw new Invalid({ id: say('计划的日子还没到。', 'The planned day has not come yet.') })
  visit.note = reason
  await ctx.store.save(visit, { action, note: reason })
  if (pairing.plannedVisitId === visit.id) {
    Object.assign(pairing, { plannedOn: null, plannedVisitId: null })
    await ctx.store.save(pairing)
  }
  return visit
}

/** The village, the station or the case worker knows that the visit was made; never whoever reported it. */
export async function confirmVisit(ctx: Context, id: string, version: number, note: string | null): Promise<Visit> {
  const visit = await ctx.store.hold(Visit, id, version)
  visitWorkflow.mustBeOpen(visit, VisitAction.CONFIRM, ctx.actor)
  if (!mayConfirm(visit, ctx)) throw new Refused('SELF_APPROVAL', say('走访须由登记人以外的人确认。', 'Somebody else than whoever recorded it must confirm a visit.'))
  visit.confirmedById = ctx.actor.id
  return ctx.store.save(visit, { action: VisitAction.CONFIRM, note })
}

/** The four-eyes rule of confirming. */
export const mayConfirm = (visit: Visit, { actor }: Context): boolean => visit.recordedById !== actor.id && (!actor.reach.volunteerId || actor.reach.volunteerId !== visit.volunteerId)

/** A visit that was not made, or was entered wrongly, is taken back: hours, red flags and the due date with it. */
export async function voidVisit(ctx: Context, id: string, version: number, reason: string): Promise<Visit> {
  const { pairingId } = await ctx.store.get(Visit, id)
  const pairing = await ctx.store.hold(Pairing, pairingId)
  const visit = await ctx.store.hold(Visit, id, version)
  visitWorkflow.move(visit, VisitAction.VOID, ctx.actor)
  visit.counts = false
  await ctx.store.save(visit, { action: VisitAction.VOID, note: reason })
  await voidService(ctx, 'Visit', visit.id, reason)
  if (visit.contactMade) await announce(ctx, 'beneficiary.contacted', { beneficiaryId: visit.beneficiaryId, programme: visit.programme, contactOn: await latestContact(ctx, visit), taken: true })
  await cancelTasks(ctx, 'Visit', visit.id)
  const dues = await dueNumbers(ctx)
  await recount(ctx, pairing, dues)
  pairing.moveDueDate(dues)
  await ctx.store.save(pairing)
  return visit
}

async function latestContact({ store }: Context, { beneficiaryId, programme }: Visit): Promise<string | null> {
  const [row] = await store.sql('SELECT MAX(visitedOn) AS day FROM visits WHERE beneficiaryId = ? AND programme = ? AND state = ? AND contactMade = 1', [beneficiaryId, programme, VisitState.DONE])
  return (row?.day as string | null) ?? null
}
