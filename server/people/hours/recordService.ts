import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../kernel/context'
import { addDays, dayOf } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { ServiceRecord, ServiceState } from './ServiceRecord'
import { Volunteer } from '../volunteers/Volunteer'

/** What was served, by whom, in what. */
export interface Service {
  volunteerId: string
  programmeCode: ProgrammeCode
  servedOn: string
  startAt?: Date | null
  endAt?: Date | null
  minutes: number
  sourceType: string
  sourceId: string
  regionCode: string
}

const DAY_MINUTES = 24 * 60

/**
 * Books service into the ledger, once for each source. The volunteer's row is held, so that of two bookings at the same time
 * the second sees the first; the total grows in the same transaction. Do not save a copy of the volunteer held before this.
 */
export async function recordService(ctx: Context, { volunteerId, programmeCode, servedOn, startAt = null, endAt = null, minutes, sourceType, sourceId, regionCode }: Service): Promise<ServiceRecord> {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > DAY_MINUTES) throw new Invalid({ minutes: say('服务时长应为1到1440分钟。', 'Between 1 and 1440 minutes.') })
  if (servedOn > ctx.today || (startAt && startAt > ctx.now)) throw new Invalid({ servedOn: say('服务时间不能晚于现在。', 'Service cannot lie in the future.') })
  if (startAt && endAt && endAt <= startAt) throw new Invalid({ endAt: say('结束时间应晚于开始时间。', 'The end must come after the start.') })
  if (startAt && endAt && minutes > Math.ceil((endAt.getTime() - startAt.getTime()) / 60_000)) throw new Invalid({ minutes: say('时长超过起止时间。', 'More minutes than between start and end.') })
  if (startAt && dayOf(startAt) !== servedOn) throw new Invalid({ servedOn: say('服务日期与开始时间不符。', 'The day is not that of the start.') })
  const store = ctx.store.beyondReach
  const volunteer = await store.hold(Volunteer, volunteerId)
  const { booked, clashId } = await standing(ctx, volunteerId, servedOn, startAt, endAt)
  if (clashId) {
    const { startedAt, endedAt, servedOn: day } = await store.get(ServiceRecord, clashId)
    throw new Refused('OVERLAP', say('与该志愿者已确认的另一次服务时间重叠。', 'It overlaps with service already confirmed for this volunteer.'), { startedAt, endedAt, servedOn: day })
  }
  if (booked + minutes > DAY_MINUTES) throw new Refused('OVERLAP', say('当天服务时长合计超过24小时。', 'More than 24 hours of service on one day.'), { minutes: booked })
  const record = ServiceRecord.of({
    volunteerId, personId: volunteer.personId, teamId: volunteer.teamId, regionCode, programmeCode, sourceType, sourceId, sourceKey: `${sourceType}/${sourceId}`, servedOn,
    startedAt: startAt, endedAt: endAt, minutes, state: ServiceState.CONFIRMED, correctionOfId: null, voidReason: null,
  })
  await store.save(record)
  volunteer.totalMinutes += minutes
  await store.save(volunteer)
  return record
}

/** What is confirmed for a volunteer already: the minutes of that day, and a line whose time overlaps; none is longer than a day, so the days beside it are enough. */
async function standing(ctx: Context, volunteerId: string, day: string, startAt: Date | null, endAt: Date | null): Promise<{ booked: number; clashId: string | null }> {
  const [row] = await ctx.store.sql(
    "SELECT COALESCE(SUM(IF(servedOn = ?, minutes, 0)), 0) AS minutes, MIN(IF(startedAt < ? AND endedAt > ?, id, NULL)) AS clashId FROM service_records WHERE volunteerId = ? AND servedOn BETWEEN ? AND ? AND state = 'CONFIRMED'",
    [day, endAt, startAt, volunteerId, addDays(day, -1), addDays(day, 1)],
  )
  return { booked: Number(row!.minutes), clashId: row!.clashId as string | null }
}
