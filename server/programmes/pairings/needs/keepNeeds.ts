import { Field, ID, InputType, Int } from 'type-graphql'
import { mustBeServices } from '../../../bureau/programmes/mustBeServices'
import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../../kernel/context'
import { Forbidden, Invalid, Refused, WrongState } from '../../../kernel/errors'
import { IsNotEmpty, IsOptional, Max, MaxLength, Min } from '../../../kernel/inputRules'
import { say } from '../../../kernel/text'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../../people/volunteers/Volunteer'
import { mustPair } from '../pairElder'
import { LIVE, Pairing } from '../Pairing'
import { NeedRequest, NeedState } from './NeedRequest'
import { NeedAction, needWorkflow } from './needWorkflow'

@InputType()
export class RaiseNeedInput {
  @Field(() => ID) beneficiaryId: string
  @Field(() => ProgrammeCode) programme: ProgrammeCode
  @Field() @IsNotEmpty() @MaxLength(300) text: string
  @Field(() => String, { nullable: true, description: 'A service of the programme’s catalogue, where it is one.' }) @IsOptional() @MaxLength(40) service?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

@InputType()
export class MoveNeedInput {
  @Field(() => ID, { nullable: true, description: 'For ASSIGN: to whom.' }) volunteerId?: string | null
  @Field(() => String, { nullable: true, description: 'For FINISH: what was done. For DECLINE and CANCEL: why.' }) @IsOptional() @MaxLength(300) note?: string | null
  @Field(() => Int, { nullable: true, description: 'For CONFIRM: 1 to 5, as the elder says.' }) @IsOptional() @Min(1) @Max(5) rating?: number | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** 点单: an elder needs something. */
export async function raiseNeed(ctx: Context, input: RaiseNeedInput): Promise<NeedRequest> {
  mustPair(input.programme)
  const elder = await ctx.store.get(Beneficiary, input.beneficiaryId)
  if (elder.isEnded()) throw new WrongState(elder.state, [])
  if (input.service) await mustBeServices(ctx, input.programme, [input.service])
  const pairing = await ctx.store.beyondReach.query(Pairing).where('it.beneficiaryId = ? AND it.programme = ? AND it.state IN (?)', elder.id, input.programme, [...LIVE]).first()
  const need = NeedRequest.of({
    beneficiaryId: elder.id, pairingId: pairing?.id ?? null, regionCode: elder.regionCode, programme: input.programme, service: input.service ?? null, text: input.text,
    state: NeedState.OPEN, volunteerId: null, result: null, rating: null, ratingNote: null,
  })
  await ctx.store.beyondReach.save(need, { action: 'RAISE' })
  return need
}

/** 派单、接单、办结、评单: moves a need on. A volunteer answers only for themselves. */
export async function moveNeed(ctx: Context, id: string, version: number, action: NeedAction, input: MoveNeedInput): Promise<NeedRequest> {
  const need = await ctx.store.hold(NeedRequest, id, version)
  needWorkflow.mustBeOpen(need, action, ctx.actor)
  const note = input.note?.trim() || null
  switch (action) {
    case NeedAction.ASSIGN:
      await assign(ctx, need, input.volunteerId ?? null)
      break
    case NeedAction.ACCEPT:
      mustBeAssigned(ctx, need)
      break
    case NeedAction.DECLINE:
      mustBeAssigned(ctx, need)
      break
    case NeedAction.FINISH:
      mustBeAssigned(ctx, need)
      need.result = mustSay(note, say('请填写办理结果。', 'Say what was done.'))
      break
    case NeedAction.CONFIRM:
      if (!input.rating) throw new Invalid({ rating: say('请听取老人意见后评分。', 'Give the elder’s rating.') })
      Object.assign(need, { rating: input.rating, ratingNote: note })
      break
    case NeedAction.CANCEL:
      mustSay(note, say('请写明原因。', 'Say why.'))
      break
  }
  needWorkflow.move(need, action, ctx.actor)
  return ctx.store.save(need, { action, note })
}

async function assign(ctx: Context, need: NeedRequest, volunteerId: string | null): Promise<void> {
  if (!volunteerId) throw new Invalid({ volunteerId: say('请选择志愿者。', 'Choose a volunteer.') })
  const volunteer = await ctx.store.get(Volunteer, volunteerId)
  if (!volunteer.isActive()) throw new Refused('INELIGIBLE', say('该志愿者目前不在服务状态。', 'The volunteer is not active at present.'), { reasons: ['NOT_ACTIVE'] })
  need.volunteerId = volunteer.id
}

function mustBeAssigned(ctx: Context, need: NeedRequest): void {
  if (ctx.actor.reach.volunteerId !== need.volunteerId || !need.volunteerId) throw new Forbidden('need.answer')
}

function mustSay(note: string | null, text: ReturnType<typeof say>): string {
  if (!note) throw new Invalid({ note: text })
  return note
}
