import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import { recordDeath } from '../persons/updatePerson'
import { Beneficiary } from './Beneficiary'
import { admitIfReady } from './admitIfReady'
import { BeneficiaryAction, beneficiaryWorkflow } from './beneficiaryWorkflow'
import { BeneficiaryState, EndReason } from './enums'
import type { EndInput } from './inputs'

/** Ends the care of an elder, with its reason. When the elder has died, the person is marked so and reminders stop in the same act. */
export async function endBeneficiary(ctx: Context, id: string, version: number, { reason, endedOn, note }: EndInput): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  const day = endedOn ?? ctx.today
  if (day > ctx.today) throw new Invalid({ endedOn: say('日期不能晚于今天。', 'Not after today.') })
  if (reason === EndReason.OTHER && !note?.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  await end(ctx, beneficiary, reason, day, note ?? null)
  if (reason === EndReason.DIED) await recordDeath(ctx, beneficiary.personId, day)
  return beneficiary
}

async function end(ctx: Context, beneficiary: Beneficiary, reason: EndReason, endedOn: string, note: string | null): Promise<void> {
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.END, ctx.actor)
  Object.assign(beneficiary, { endReason: reason, endedOn, unpairedSince: null, pausedFrom: null, majorChangeAt: null })
  await ctx.store.save(beneficiary, { action: BeneficiaryAction.END, note })
  await announce(ctx, 'beneficiary.ended', { beneficiaryId: beneficiary.id, reason })
}

/** Ends the care of somebody of whom another act has recorded the death. */
export async function endByDeath(ctx: Context, beneficiary: Beneficiary, diedOn: string): Promise<void> {
  if (beneficiary.isEnded()) return
  Object.assign(beneficiary, { state: BeneficiaryState.ENDED, endReason: EndReason.DIED, endedOn: diedOn, unpairedSince: null, pausedFrom: null, majorChangeAt: null })
  await ctx.store.beyondReach.save(beneficiary, { action: BeneficiaryAction.END })
  await announce(ctx, 'beneficiary.ended', { beneficiaryId: beneficiary.id, reason: EndReason.DIED })
}

/** Takes an elder who had left up again, to be assessed anew. */
export async function reopenBeneficiary(ctx: Context, id: string, version: number, note: string): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  beneficiaryWorkflow.mustBeOpen(beneficiary, BeneficiaryAction.REOPEN, ctx.actor)
  if (!note.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  if (beneficiary.endReason === EndReason.DIED) throw new Invalid({ note: say('已登记去世，不能重新开始。', 'The death is recorded.') })
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.REOPEN, ctx.actor)
  Object.assign(beneficiary, { endReason: null, endedOn: null })
  return ctx.store.save(beneficiary, { action: BeneficiaryAction.REOPEN, note })
}

/** Interrupts the care: hospital, with the family for the winter. Nothing falls due meanwhile. */
export async function pauseBeneficiary(ctx: Context, id: string, version: number, note: string): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  beneficiaryWorkflow.mustBeOpen(beneficiary, BeneficiaryAction.PAUSE, ctx.actor)
  if (!note.trim()) throw new Invalid({ note: say('请说明原因。', 'Say why.') })
  beneficiary.pausedFrom = beneficiary.state
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.PAUSE, ctx.actor)
  await ctx.store.save(beneficiary, { action: BeneficiaryAction.PAUSE, note })
  await announce(ctx, 'beneficiary.paused', { beneficiaryId: id })
  return beneficiary
}

/** Takes the care up again, where it stood. */
export async function resumeBeneficiary(ctx: Context, id: string, version: number, note: string | null): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  beneficiaryWorkflow.move(beneficiary, BeneficiaryAction.RESUME, ctx.actor)
  beneficiary.state = beneficiary.pausedFrom ?? BeneficiaryState.WAITING
  beneficiary.pausedFrom = null
  admitIfReady(ctx, beneficiary)
  if (beneficiary.state === BeneficiaryState.WAITING) beneficiary.unpairedSince ??= ctx.today
  await ctx.store.save(beneficiary, { action: BeneficiaryAction.RESUME, note })
  await announce(ctx, 'beneficiary.resumed', { beneficiaryId: id })
  return beneficiary
}
