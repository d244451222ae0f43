import { mustBeRegion } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { newId } from '../../kernel/entity'
import { Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../volunteers/Volunteer'
import type { ServiceInput } from './inputs'
import { recordService } from './recordService'
import type { ServiceRecord } from './ServiceRecord'

/** Enters service that was recorded on paper or elsewhere: whoever organised it confirms it, never whoever served (谁组织谁记录). */
export async function enterService(ctx: Context, { volunteerId, startedAt, endedAt, regionCode, clientKey: _, ...input }: ServiceInput): Promise<ServiceRecord> {
  const volunteer = await ctx.store.get(Volunteer, volunteerId)
  if (!input.content.trim()) throw new Invalid({ content: say('请写明服务内容。', 'Say what was done.') })
  if (regionCode) await mustBeRegion(ctx, regionCode)
  if (ctx.actor.reach.volunteerId === volunteerId || ctx.actor.reach.personId === volunteer.personId) throw new Refused('SELF_APPROVAL', say('本人的服务须由他人录入。', 'Somebody else has to enter your own service.'))
  return recordService(ctx, {
    ...input, volunteerId, startAt: startedAt, endAt: endedAt, breakMinutes: input.breakMinutes ?? 0, drill: input.drill ?? false, paid: input.paid ?? false, sourceType: 'Entry', sourceId: newId(), regionCode: regionCode ?? volunteer.regionCode,
  })
}
