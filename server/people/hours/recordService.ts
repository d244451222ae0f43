import type { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { addDays, dayOf } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import type { Remark } from '../../kernel/store'
import { say } from '../../kernel/text'
import { Volunteer } from '../volunteers/Volunteer'
import { countService } from './countService'
import { numbers } from './numbers'
import { ServiceRecord, ServiceState } from './ServiceRecord'

/** What was served, by whom, in what. */
export interface Service {
  volunteerId: string
  programmeCode: ProgrammeCode
  servedOn: string
  startAt?: Date | null
  endAt?: Date | null
  breakMinutes?: number
  /** Only needed where start and end are not known. */
  minutes?: number | null
  sourceType: string
  sourceId: string
  /** Where it was done. */
  regionCode: string
  /** The teams whose activity it was: on a day on which the volunteer changed teams, the hours are that one's. */
  teamIds?: readonly string[]
  content?: string | null
  /** A drill is counted apart from real service. */
  drill?: boolean
  /** Why the day is longer than usual. */
  note?: string | null
  /** How it was evaluated before it was corrected. */
  rating?: number | null
  ratingNote?: string | null
  /** Paid duty is never volunteer service (志愿服务条例 Art. 2). */
  paid?: boolean
}

const DAY_MINUTES = 24 * 60

/**
 * Books service into the ledger, once for each source. The volunteer's row is held, so that of two bookings at the same time
 * the second sees the first; the totals grow in the same transaction. Do not save a copy of the volunteer held before this,
 * and book many in the order of their volunteers' ids.
 */
export async function recordService(ctx: Context, service: Service, correctionOfId: string | null = null, remark: Remark = {}): Promise<ServiceRecord> {
  if (service.paid) throw new Refused('INELIGIBLE', say('领取报酬的工作时间不是志愿服务，不能计入时长。', 'Paid time is not volunteer service and cannot be booked.'))
  const minutes = minutesOf(service)
  mustBeOver(ctx, service)
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, service.volunteerId)
  const isLong = await mustFit(ctx, volunteer, service, minutes)
  const { volunteerId, programmeCode, servedOn, startAt, endAt, sourceType, sourceId, regionCode } = service
  const record = ServiceRecord.of({
    volunteerId, personId: volunteer.personId, teamId: await homeTeamOn(ctx, volunteer, servedOn, service.teamIds ?? []), regionCode, homeRegionCode: volunteer.regionCode, programmeCode, sourceType, sourceId, sourceKey: `${sourceType}/${sourceId}`,
    content: service.content?.trim().slice(0, 120) || null, servedOn, startedAt: startAt ?? null, endedAt: endAt ?? null, breakMinutes: service.breakMinutes ?? 0, minutes, drill: service.drill ?? false,
    state: ServiceState.CONFIRMED, correctionOfId, note: isLong ? service.note!.slice(0, 300) : null, voidReason: null, rating: service.rating ?? null, ratingNote: service.ratingNote ?? null,
  })
  await ctx.store.beyondReach.save(record, remark)
  await countService(ctx, volunteer, record, 1)
  return record
}

/** The minutes of service: between start and end without the break, or as said where the times are not known. */
function minutesOf({ startAt, endAt, breakMinutes = 0, minutes }: Service): number {
  if (!Number.isInteger(breakMinutes) || breakMinutes < 0) throw new Invalid({ breakMinutes: say('休息时间应为整数分钟。', 'A break is a whole number of minutes.') })
  if (startAt && endAt && endAt <= startAt) throw new Invalid({ endAt: say('结束时间应晚于开始时间。', 'The end must come after the start.') })
  const between = startAt && endAt ? Math.floor((endAt.getTime() - startAt.getTime()) / 60_000) - breakMinutes : null
  const counted = between ?? minutes
  if (typeof counted !== 'number' || !Number.isInteger(counted) || counted < 1 || counted > DAY_MINUTES) throw new Invalid({ minutes: say('服务时长应为1到1440分钟。', 'Between 1 and 1440 minutes.') })
  if (minutes != null && minutes !== counted) throw new Invalid({ minutes: say('时长与起止时间不符，时长由起止时间计算。', 'Not the minutes between start and end, from which they are computed.') })
  return counted
}

function mustBeOver(ctx: Context, { servedOn, startAt, endAt }: Service): void {
  if (servedOn > ctx.today || (startAt && startAt > ctx.now) || (endAt && endAt > ctx.now)) throw new Invalid({ servedOn: say('服务时间不能晚于现在。', 'Service cannot lie in the future.') })
  if (startAt && dayOf(startAt) !== servedOn) throw new Invalid({ servedOn: say('服务日期与开始时间不符。', 'The day is not that of the start.') })
}

/** No two services at once, no day of more than 24 hours; answers whether the day is so long that a note must say why. */
async function mustFit(ctx: Context, volunteer: Volunteer, service: Service, minutes: number): Promise<boolean> {
  const lines = isLatest(volunteer, service) ? [] : await linesAbout(ctx, volunteer, service.servedOn)
  const { servedOn, startAt, endAt, note } = service
  const other = startAt && endAt && lines.find(line => line.startedAt && line.endedAt && line.startedAt < endAt && line.endedAt > startAt)
  if (other) throw new Refused('OVERLAP', say('与该志愿者已确认的另一次服务时间重叠。', 'It overlaps with service already confirmed for this volunteer.'), { startedAt: other.startedAt, endedAt: other.endedAt, servedOn: other.servedOn })
  const before = lines.reduce((sum, line) => sum + (line.servedOn === servedOn ? line.minutes : 0), 0)
  if (before + minutes > DAY_MINUTES) throw new Refused('OVERLAP', say('当天服务时长合计超过24小时。', 'More than 24 hours of service on one day.'), { minutes: before })
  const usual = await setting(ctx, numbers.noteAfter)
  if (before + minutes <= usual * 60) return false
  if (!note?.trim()) throw new Invalid({ note: say(`当天服务合计超过 ${usual} 小时，请写明原因。`, `More than ${usual} hours of service on one day: say why.`) })
  return true
}

/** Whether it comes after all that the ledger holds of the volunteer, as most service does: then there is nothing to compare it with. */
const isLatest = ({ lastServedOn, lastServedUntil }: Volunteer, { servedOn, startAt }: Service): boolean =>
  !lastServedOn || (servedOn > lastServedOn && (!startAt || !lastServedUntil || startAt >= lastServedUntil))

/** The confirmed lines of a person on a day and its neighbours, as service may go on over midnight. */
const linesAbout = (ctx: Context, { personId }: Volunteer, day: string): Promise<ServiceRecord[]> =>
  ctx.store.beyondReach.query(ServiceRecord).where("it.personId = ? AND it.state = 'CONFIRMED' AND it.servedOn BETWEEN ? AND ?", personId, addDays(day, -1), addDays(day, 1)).rows()

/**
 * The team that the volunteer belonged to on a day: the hours stay with it when they change teams, or leave that very day. On the day of a
 * transfer they belonged to two; the hours are the one's whose activity it was, else the new one's.
 */
async function homeTeamOn({ store, today }: Context, volunteer: Volunteer, day: string, teamIds: readonly string[]): Promise<string | null> {
  if (day === today && volunteer.teamId && (teamIds.length === 0 || teamIds.includes(volunteer.teamId))) return volunteer.teamId
  const [row] = await store.sql(
    "SELECT teamId FROM memberships WHERE volunteerId = ? AND kind = 'HOME' AND state <> 'JOIN_REQUESTED' AND `from` <= ? AND (`to` IS NULL OR `to` >= ?) ORDER BY teamId IN (?) DESC, `from` DESC, id DESC LIMIT 1",
    [volunteer.id, day, day, teamIds.length > 0 ? teamIds : ['-']],
  )
  return row ? (row.teamId as string) : volunteer.teamId
}
