import type { Context } from '../../kernel/context'
import { ServiceRecord, ServiceState } from './ServiceRecord'
import { Volunteer } from '../volunteers/Volunteer'

/** Takes back what a source booked; the lines stay, marked void, and the totals fall. Returns how many lines it took back. */
export async function voidService(ctx: Context, sourceType: string, sourceId: string, reason: string): Promise<number> {
  const store = ctx.store.beyondReach
  const found = await store.query(ServiceRecord).where("it.sourceType = ? AND it.sourceId = ? AND it.state = 'CONFIRMED'", sourceType, sourceId).orderBy('it.volunteerId').rows()
  for (const { id, volunteerId } of found) {
    const volunteer = await store.hold(Volunteer, volunteerId)
    const record = await store.hold(ServiceRecord, id)
    if (record.state !== ServiceState.CONFIRMED) continue
    Object.assign(record, { state: ServiceState.VOIDED, voidReason: reason.slice(0, 200), sourceKey: null })
    await store.save(record, { action: 'VOID', note: reason })
    volunteer.totalMinutes -= record.minutes
    await store.save(volunteer)
  }
  return found.length
}
