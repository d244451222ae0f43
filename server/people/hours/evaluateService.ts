import type { Context } from '../../kernel/context'
import { Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { ServiceEvaluation } from './inputs'
import { ServiceRecord } from './ServiceRecord'
import { ServiceAction, serviceWorkflow } from './serviceWorkflow'

/** Says how a service was done, never one's own; a later evaluation takes the place of the former, which stays in the trail. */
export async function evaluateService(ctx: Context, id: string, version: number, { rating, ratingNote }: ServiceEvaluation): Promise<ServiceRecord> {
  const record = await ctx.store.hold(ServiceRecord, id, version)
  serviceWorkflow.mustBeOpen(record, ServiceAction.EVALUATE, ctx.actor)
  if (record.isOwnOf(ctx.actor)) throw new Refused('SELF_APPROVAL', say('本人的服务须由他人评价。', 'Somebody else has to evaluate your own service.'))
  Object.assign(record, { rating, ratingNote: ratingNote?.trim() || null })
  return ctx.store.save(record, { action: ServiceAction.EVALUATE, note: record.ratingNote })
}
