import { setting } from '../../../bureau/settings/defineSetting'
import type { Context } from '../../../kernel/context'
import { addDays } from '../../../kernel/days'
import { Invalid } from '../../../kernel/errors'
import { attachPictures } from '../../../kernel/files'
import { say, type Text } from '../../../kernel/text'
import { CaseAction } from '../caseWorkflow'
import { CaseState } from '../enums'
import type { HardshipCase } from '../HardshipCase'
import { Measure } from '../measures/Measure'
import { holdCase, moveCase } from '../moveCase'
import { policyOf } from '../policies'
import { FollowUp, FollowUpResult } from './FollowUp'
import type { FollowUpInput } from './inputs'
import { againDays } from './numbers'

/** Looks at how it goes after the help: the contact counts where somebody was reached, and the day of the next look follows. */
export async function recordFollowUp(ctx: Context, caseId: string, version: number, input: FollowUpInput): Promise<FollowUp> {
  const one = await holdCase(ctx, caseId, version, CaseAction.FOLLOW_UP)
  const { followedOn, way, result, photoIds } = input
  const reached = result !== FollowUpResult.NOT_REACHED
  const nextOn = input.nextOn ?? (await nextLook(ctx, one, followedOn, reached))
  mustBeWhole(ctx, one, input)
  const followUp = FollowUp.of({ caseId, followedOn, way, result, note: input.note?.trim() || null, nextOn, madeById: ctx.actor.id })
  await ctx.store.save(followUp, { action: 'RECORD' })
  await attachPictures(ctx, photoIds ?? [], followUp)
  if (reached && (one.lastContactOn === null || followedOn > one.lastContactOn)) one.lastContactOn = followedOn
  one.nextFollowUpOn = nextOn
  const underWay = (await ctx.store.holdParts(Measure, 'caseId', caseId)).some(measure => measure.isUnderWay())
  await moveCase(ctx, one, CaseAction.FOLLOW_UP, { to: underWay ? CaseState.IN_HELP : CaseState.FOLLOW_UP })
  if (one.state === CaseState.FOLLOW_UP) Object.assign(one, { dueOn: nextOn, soonOn: nextOn })
  await ctx.store.save(one, { action: CaseAction.FOLLOW_UP })
  return followUp
}

/** The next of the policy's days after the first help that is still to come; none when both are past. Whoever was not reached is tried again soon. */
async function nextLook(ctx: Context, one: HardshipCase, followedOn: string, reached: boolean): Promise<string | null> {
  if (!reached) return addDays(followedOn, await setting(ctx, againDays))
  const policy = await policyOf(ctx, one)
  const days = [policy.firstFollowUpDays, policy.secondFollowUpDays].map(count => addDays(one.firstGivenOn ?? followedOn, count))
  return days.find(day => day > followedOn) ?? null
}

function mustBeWhole(ctx: Context, one: HardshipCase, { followedOn, nextOn, result, note }: FollowUpInput): void {
  const wrong: Record<string, Text> = {}
  if (followedOn > ctx.today) wrong.followedOn = say('回访日期不能晚于今天。', 'Not after today.')
  else if (one.firstGivenOn && followedOn < one.firstGivenOn) wrong.followedOn = say('回访日期早于首次帮扶。', 'Lies before the first help.')
  if (nextOn && nextOn <= followedOn) wrong.nextOn = say('下次回访应在本次之后。', 'After this one.')
  if (result === FollowUpResult.WORSE && !note?.trim()) wrong.note = say('请写明加重的情况。', 'Say what became worse.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}
