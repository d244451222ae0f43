import type { Context } from '../../../kernel/context'
import { Invalid, NotFound, Refused } from '../../../kernel/errors'
import { say } from '../../../kernel/text'
import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../../people/volunteers/Volunteer'
import type { MoveNeedInput, RaiseNeedInput } from '../inputs'
import { LIVE, Pairing } from '../Pairing'
import { NeedRequest, NeedState } from './NeedRequest'
import { NeedAction, needWorkflow } from './needWorkflow'

/** Somebody says what an elder needs (点单). */
export async function raiseNeed(ctx: Context, input: RaiseNeedInput): Promise<NeedRequest> {
  const elder = await ctx.store.get(Beneficiary, input.beneficiaryId)
  const pairing = await ctx.store.beyondReach.query(Pairing).where('it.beneficiaryId = ? AND it.state IN (?)', elder.id, [...LIVE]).orderBy('it.id DESC').first()
  return ctx.store.beyondReach.save(
    NeedRequest.of({ beneficiaryId: elder.id, pairingId: pairing?.id ?? null, regionCode: elder.regionCode, programme: pairing?.programme ?? ProgrammeCode.SUNSET, service: input.service ?? null, text: input.text.trim(), state: NeedState.OPEN, volunteerId: null, result: null, rating: null, ratingNote: null }),
    { action: 'RAISE' },
  )
}

/** The request moves on: assigned, accepted, done, rated; or declined, or called off. */
export async function moveNeed(ctx: Context, id: string, version: number | null, action: NeedAction, input: MoveNeedInput): Promise<NeedRequest> {
  const need = await ctx.store.hold(NeedRequest, id, version)
  needWorkflow.mustBeOpen(need, action, ctx.actor)
  if (action === NeedAction.ASSIGN) await assign(ctx, need, input.volunteerId ?? null)
  if ([NeedAction.ACCEPT, NeedAction.DECLINE, NeedAction.FINISH].includes(action) && need.volunteerId !== ctx.actor.reach.volunteerId) throw new NotFound()
  if (action === NeedAction.CONFIRM) {
    if (!input.rating) throw new Invalid({ rating: say('请打分（1 到 5）。', 'Rate it, 1 to 5.') })
    Object.assign(need, { rating: input.rating, ratingNote: input.note ?? null })
  }
  if (action === NeedAction.FINISH) need.result = input.note ?? null
  needWorkflow.move(need, action, ctx.actor)
  return ctx.store.beyondReach.save(need, { action, note: input.note ?? null })
}

async function assign(ctx: Context, need: NeedRequest, volunteerId: string | null): Promise<void> {
  if (!volunteerId) throw new Invalid({ volunteerId: say('请选择接单的志愿者。', 'Choose a volunteer.') })
  const volunteer = await ctx.store.get(Volunteer, volunteerId)
  if (!volunteer.isActive()) throw new Refused('INELIGIBLE', say('这名志愿者目前不在服务状态。', 'This volunteer is not active now.'))
  need.volunteerId = volunteerId
}
