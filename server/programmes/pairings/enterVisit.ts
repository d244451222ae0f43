import { mustBeServices } from '../../bureau/programmes/mustBeServices'
import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { openTask } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { dayOf, daysBetween } from '../../kernel/days'
import { Forbidden, Invalid } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { attachPictures } from '../../kernel/files'
import type { Remark } from '../../kernel/store'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { recordService } from '../../people/hours/recordService'
import { follows } from './dueRule'
import { accountOf } from './errand'
import type { NeedInput, VisitReport } from './inputs'
import { NeedRequest, NeedState } from './needs/NeedRequest'
import { dueNumbers, numbers } from './numbers'
import type { Pairing } from './Pairing'
import { recount } from './recount'
import { type RedFlag, Visit, VisitManner, VisitState } from './Visit'
import { VisitAction, visitWorkflow } from './visitWorkflow'
import { settleWarnings } from './weather/settleWarnings'

const HOUR_MS = 3_600_000

/** Enters a visit that was made into a held pairing, with all that follows from it: due date, hours, red flags, needs. Saves the pairing. */
export async function enterVisit(ctx: Context, pairing: Pairing, report: VisitReport, remark: Remark): Promise<Visit> {
  await mustBePossible(ctx, pairing, report)
  const account = await accountOf(ctx, report)
  const dues = await dueNumbers(ctx)
  const visit = await planned(ctx, pairing, report)
  const start = report.startedAt ?? null
  Object.assign(visit, {
    state: VisitState.DONE, visitedOn: report.visitedOn, startedAt: start, endedAt: start && new Date(start.getTime() + report.minutes * 60_000), manner: report.manner, contactMade: report.contactMade,
    minutes: report.minutes, services: report.services, condition: report.condition ?? null, flags: report.flags, note: report.note ?? null, recordedById: ctx.actor.id, ...account,
  })
  const last = pairing.lastVisitedOn ?? pairing.lastContactOn
  const late = last !== null && report.visitedOn < last
  visit.counts = report.contactMade && (report.manner === VisitManner.HOME || pairing.phoneInARow < dues.phoneInARow)
  await ctx.store.save(visit, { action: VisitAction.RECORD })
  if (late) await recount(ctx, pairing, dues)
  else {
    Object.assign(pairing, { lastVisitId: visit.id, lastVisitedOn: visit.visitedOn })
    if (report.contactMade) pairing.phoneInARow = report.manner === VisitManner.HOME ? 0 : pairing.phoneInARow + 1
    if (visit.counts) contacted(pairing, visit)
  }
  pairing.moveDueDate(dues)
  if (report.contactMade && report.minutes > 0) {
    await recordService(ctx, { volunteerId: visit.volunteerId, programmeCode: visit.programme, servedOn: report.visitedOn, startAt: visit.startedAt, endAt: visit.endedAt, minutes: visit.minutes, sourceType: 'Visit', sourceId: visit.id, regionCode: visit.regionCode, note: visit.note })
  }
  if (visit.contactMade) await announce(ctx, 'beneficiary.contacted', { beneficiaryId: visit.beneficiaryId, programme: visit.programme, contactOn: report.visitedOn })
  if (visit.contactMade && pairing.warnedAt) await settleWarnings(ctx, pairing, visit)
  if (visit.flags.length > 0) await raiseAlarm(ctx, pairing, visit)
  await attachPictures(ctx, report.photoIds ?? [], visit)
  await attachPictures(ctx, visit.receiptIds, visit, 'receiptIds')
  await ctx.store.save(pairing, remark)
  for (const need of report.needs ?? []) await raise(ctx, visit, need)
  return visit
}

/** A contact that counts puts the clock back: pauses before it are over, and a major change that it followed has been seen to. */
export function contacted(pairing: Pairing, visit: Pick<Visit, 'visitedOn' | 'startedAt'>): void {
  pairing.lastContactOn = visit.visitedOn
  pairing.pausedDays = 0
  if (pairing.majorChangeAt && follows(visit, pairing.majorChangeAt)) pairing.majorChangeAt = null
}

async function mustBePossible(ctx: Context, pairing: Pairing, report: VisitReport): Promise<void> {
  const { visitedOn, startedAt, minutes, manner, contactMade } = report
  if (visitedOn > ctx.today || (startedAt && startedAt > ctx.now)) throw new Invalid({ visitedOn: say('走访尚未发生，不能登记。', 'A visit cannot be recorded before it has happened.') })
  if (!pairing.startedOn || visitedOn < pairing.startedOn) throw new Invalid({ visitedOn: say('走访日期早于结对开始日期。', 'The day lies before the pairing began.') })
  if (startedAt && dayOf(startedAt) !== visitedOn) throw new Invalid({ startedAt: say('开始时间与走访日期不符。', 'The start is not on the day of the visit.') })
  if (startedAt && startedAt.getTime() + minutes * 60_000 > ctx.now.getTime()) throw new Invalid({ minutes: say('按时长推算，走访尚未结束。', 'By its length, the visit is not over yet.') })
  const most = await setting(ctx, numbers.mostMinutes)
  const least = contactMade && manner === VisitManner.HOME ? 1 : 0
  if (minutes < least || minutes > most) throw new Invalid({ minutes: say(`时长应为 ${least} 到 ${most} 分钟。`, `Between ${least} and ${most} minutes.`) })
  if (!contactMade && report.condition) throw new Invalid({ condition: say('没有见到老人，不能评价其状况。', 'Without contact there is no condition to tell.') })
  await mustBeServices(ctx, pairing.programme, report.services)
}

/** The visit that was planned for about that day, or a new one. Who went is the volunteer who reports it, or whom the station names. */
async function planned(ctx: Context, pairing: Pairing, { visitedOn, volunteerId }: VisitReport): Promise<Visit> {
  const own = ctx.actor.reach.kind === 'self' ? ctx.actor.reach.volunteerId : undefined
  const who = own ?? volunteerId ?? pairing.volunteerId
  if (own && volunteerId && volunteerId !== own) throw new Forbidden('visit.record')
  if (!pairing.volunteerIds().includes(who)) throw new Invalid({ volunteerId: say('该志愿者不在这个结对中。', 'The volunteer does not belong to this pairing.') })
  const near = pairing.plannedVisitId && pairing.plannedOn && Math.abs(daysBetween(pairing.plannedOn, visitedOn)) <= 1
  if (!near) return Visit.within(pairing, who)
  const visit = await ctx.store.beyondReach.hold(Visit, pairing.plannedVisitId!)
  visitWorkflow.mustBeOpen(visit, VisitAction.RECORD, ctx.actor)
  visit.volunteerId = who
  pairing.plannedOn = null
  pairing.plannedVisitId = null
  return visit
}

/** What a red flag says, in words. */
export const flagWords: Record<RedFlag, [zh: string, en: string]> = {
  ILL: ['患病', 'ill'], FALL_RISK: ['有跌倒风险', 'at risk of falling'], NO_HEATING: ['缺取暖', 'no heating'], NO_FOOD: ['缺食物', 'no food'], LOW_SPIRITS: ['情绪低落', 'in low spirits'], ABUSE_SUSPECTED: ['疑似受虐待', 'abuse suspected'],
}

async function raiseAlarm(ctx: Context, pairing: Pairing, visit: Visit): Promise<void> {
  const hours = await setting(ctx, numbers.flagHours)
  const elder = await ctx.store.follow(Beneficiary, pairing.beneficiaryId)
  await openTask(ctx, {
    kind: TaskKind.RED_FLAG, regionCode: visit.regionCode, entity: 'Visit', entityId: visit.id, cause: 'RED_FLAG', personId: elder?.personId ?? null, volunteerId: visit.volunteerId, teamId: pairing.teamId, caseWorkerId: pairing.caseWorkerId,
    title: `走访发现：${visit.flags.map(flag => flagWords[flag][0]).join('、')}，请在 ${hours} 小时内处置`, titleEn: `Found on a visit: ${visit.flags.map(flag => flagWords[flag][1]).join(', ')}; act within ${hours} hours`, dueAt: new Date(ctx.now.getTime() + hours * HOUR_MS),
  })
}

async function raise(ctx: Context, visit: Visit, { text, service }: NeedInput): Promise<void> {
  if (service) await mustBeServices(ctx, visit.programme, [service])
  await ctx.store.beyondReach.save(
    NeedRequest.of({ beneficiaryId: visit.beneficiaryId, pairingId: visit.pairingId, regionCode: visit.regionCode, programme: visit.programme, service: service ?? null, text, state: NeedState.OPEN, volunteerId: null, result: null, rating: null, ratingNote: null }),
    { action: 'RAISE' },
  )
}
