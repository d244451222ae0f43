import type { Context } from '../../kernel/context'
import { announce } from '../../kernel/events'
import { Volunteer } from '../volunteers/Volunteer'
import { countService } from './countService'
import './events'
import { settleObjections } from './objections'
import { ServiceRecord, ServiceState } from './ServiceRecord'

/** Takes back what a source booked; the lines stay, marked void, and the totals fall. Returns how many lines it took back. */
export async function voidService(ctx: Context, sourceType: string, sourceId: string, reason: string): Promise<number> {
  const store = ctx.store.beyondReach
  const found = await store.query(ServiceRecord).where("it.sourceType = ? AND it.sourceId = ? AND it.state = 'CONFIRMED'", sourceType, sourceId).orderBy('it.volunteerId').rows()
  let count = 0
  for (const { id, volunteerId } of found) {
    const volunteer = await store.hold(Volunteer, volunteerId)
    const record = await store.hold(ServiceRecord, id)
    if (record.state !== ServiceState.CONFIRMED) continue
    await takeOut(ctx, volunteer, record, ServiceState.VOIDED, reason)
    count += 1
  }
  return count
}

/** A held line no longer counts: the totals fall, and whoever had said that it is wrong was right. */
export async function takeOut(ctx: Context, volunteer: Volunteer, record: ServiceRecord, state: ServiceState.CORRECTED | ServiceState.VOIDED, reason: string): Promise<void> {
  record.end(state, reason)
  await ctx.store.beyondReach.save(record, { action: state === ServiceState.VOIDED ? 'VOID' : 'CORRECT', note: reason })
  await countService(ctx, volunteer, record, -1)
  await settleObjections(ctx, record, reason)
  await announce(ctx, 'service.takenOut', { sourceType: record.sourceType, sourceId: record.sourceId })
}
