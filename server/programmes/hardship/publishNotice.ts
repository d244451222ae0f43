import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { NoticeInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import { startClock } from './clocks'
import type { HardshipCase } from './HardshipCase'
import { holdCase, moveCase } from './moveCase'
import { policyOf } from './policies'
import { requiredText } from './requiredText'

/** A notice may be announced so many days ahead. */
const AHEAD = 14

/** The village is told, by name and kind alone; the review waits until the notice is over. With it the papers of urgent help are complete. */
export async function publishNotice(ctx: Context, id: string, version: number, input: NoticeInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.PUBLISH_NOTICE)
  const { noticeDays } = await policyOf(ctx, one)
  const days = input.days ?? noticeDays
  if (input.from < ctx.today || input.from > addDays(ctx.today, AHEAD)) throw new Invalid({ from: say(`公示应自今天起 ${AHEAD} 天内开始。`, `From today, or within ${AHEAD} days.`) })
  if (days < noticeDays) throw new Invalid({ days: say(`公示不能少于 ${noticeDays} 天。`, `At least ${noticeDays} days.`) })
  Object.assign(one, { noticeFrom: input.from, noticeTo: addDays(input.from, days - 1), noticePlace: requiredText(input.place, 'place'), noticeSkipped: false, noticeSkippedFor: null, papersDueOn: null })
  await moveCase(ctx, one, CaseAction.PUBLISH_NOTICE)
  return ctx.store.save(one, { action: CaseAction.PUBLISH_NOTICE })
}

/** There is no notice, or it is taken down, for privacy or urgency; why is kept. */
export async function skipNotice(ctx: Context, id: string, version: number, reason: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.SKIP_NOTICE)
  await moveCase(ctx, one, CaseAction.SKIP_NOTICE)
  Object.assign(one, { noticeSkipped: true, noticeSkippedFor: requiredText(reason, 'reason'), papersDueOn: null })
  await startClock(ctx, one)
  return ctx.store.save(one, { action: CaseAction.SKIP_NOTICE })
}
