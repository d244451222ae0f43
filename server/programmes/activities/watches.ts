import { setting } from '../../bureau/settings/defineSetting'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { workingDaysBack } from '../../bureau/workingDays/workingDaysBack'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { addDays, addMonths, dayOf, minuteOf, monthOf } from '../../kernel/days'
import { schedule } from '../../kernel/jobs'
import { Team } from '../../people/teams/Team'
import { Activity } from './Activity'
import { unclosedSql } from './conditions'
import { dutyNumbers, dutySql, DutyState } from './dutyRule'
import { numbers } from './numbers'
import { SignUp } from './SignUp'

const HOUR = 3_600_000
const NOTHING: Condition = { sql: '1=0', values: [] }
const toTeam = (activity: Activity) => ({ kind: TaskKind.ACTIVITY, regionCode: activity.regionCode, teamId: activity.teamId })

/** An activity waits for its approval for too long: whoever approves it is told. */
export const approvalWaiting = watchFor<Activity>({
  cause: 'APPROVAL_WAITING',
  type: Activity,
  stands: async ctx => ({ sql: "it.state = 'SUBMITTED' AND it.submittedAt < ?", values: [await workingDaysBack(ctx, await setting(ctx, numbers.approveDays))] }),
  opening: (ctx, activity) => ({
    kind: TaskKind.ACTIVITY, regionCode: activity.regionCode, dueAt: endOf(ctx.today),
    title: `活动待审批已久：${activity.title}${activity.needsBureau ? '（由旗局审批）' : ''}`, titleEn: `An activity has waited long for approval: ${activity.title}${activity.needsBureau ? ' (the bureau decides)' : ''}`,
  }),
})

/** A published activity is near, and fewer have signed up than it needs. */
export const fewSignUps = watchFor<Activity>({
  cause: 'FEW_SIGN_UPS',
  type: Activity,
  stands: async ctx => ({
    sql: "it.state = 'PUBLISHED' AND it.startsAt > ? AND it.startsAt < ? AND (SELECT COUNT(*) FROM sign_ups s WHERE s.activityId = it.id AND s.state IN ('ACCEPTED','CHECKED_IN')) < COALESCE(it.leastPeople, 1)",
    values: [ctx.now, new Date(ctx.now.getTime() + (await setting(ctx, numbers.fewDays)) * 24 * HOUR)],
  }),
  opening: (_, activity) => ({ ...toTeam(activity), dueAt: activity.startsAt, title: `报名人数不足：${activity.title}`, titleEn: `Too few have signed up: ${activity.title}` }),
})

/** Somebody stated an insurance of their own when they signed up, which nobody has seen yet: they have no place before. */
export const insuranceUnconfirmed = watchFor<Activity>({
  cause: 'INSURANCE_UNCONFIRMED',
  type: Activity,
  stands: async ctx =>
    (await setting(ctx, numbers.statedInsurance)) === 1
      ? NOTHING
      : {
          sql: `it.state = 'PUBLISHED' AND it.startsAt > ? AND (it.dangerous = 1 OR it.insuranceRequired = 1) AND EXISTS (SELECT 1 FROM sign_ups s WHERE s.activityId = it.id AND s.state IN ('APPLIED','WAITLIST') AND s.policyNo IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM insurances i WHERE i.volunteerId = s.volunteerId AND i.archived = 0 AND DATE(it.startsAt + INTERVAL 8 HOUR) BETWEEN i.fromOn AND i.toOn))`,
          values: [ctx.now],
        },
  opening: (_, activity) => ({ kind: TaskKind.ACTIVITY, regionCode: activity.regionCode, dueAt: activity.startsAt, title: `报名人自填的保险待核实：${activity.title}`, titleEn: `Insurances stated by applicants wait to be confirmed: ${activity.title}` }),
})

/** Whoever has a place is reminded the day before. */
export const reminder = watchFor<SignUp>({
  cause: 'REMINDER',
  type: SignUp,
  stands: async ctx => ({
    sql: "it.state = 'ACCEPTED' AND it.activityId IN (SELECT a.id FROM activities a WHERE a.state = 'PUBLISHED' AND a.startsAt > ? AND a.startsAt < ?)",
    values: [ctx.now, new Date(ctx.now.getTime() + (await setting(ctx, numbers.remindHours)) * HOUR)],
  }),
  opening: async (ctx, { activityId, volunteerId, regionCode }) => {
    const activity = await ctx.store.beyondReach.get(Activity, activityId)
    const at = minuteOf(activity.startsAt)
    return { kind: TaskKind.ACTIVITY_NOTICE, regionCode, volunteerId, atEntity: 'Activity', atId: activityId, dueAt: activity.startsAt, title: `请准时参加：${activity.title}，${at}，${activity.place}`.slice(0, 200), titleEn: `Do not forget: ${activity.title}, ${at}, ${activity.place}`.slice(0, 200) }
  },
})

/** An activity is over, and somebody who came has not been checked out. */
export const missingCheckOut = watchFor<Activity>({
  cause: 'MISSING_CHECK_OUT',
  type: Activity,
  stands: async ctx => ({ sql: "it.state = 'ONGOING' AND it.endsAt < ? AND EXISTS (SELECT 1 FROM sign_ups s WHERE s.activityId = it.id AND s.state = 'CHECKED_IN')", values: [new Date(ctx.now.getTime() - (await setting(ctx, numbers.outHours)) * HOUR)] }),
  opening: (ctx, activity) => ({ ...toTeam(activity), dueAt: endOf(addDays(dayOf(activity.endsAt), 1) > ctx.today ? addDays(dayOf(activity.endsAt), 1) : ctx.today), title: `有人没有签退，请补录：${activity.title}`, titleEn: `Somebody has not been checked out: ${activity.title}` }),
})

/** An activity has been over for days, and nobody has summed it up. */
export const unclosed = watchFor<Activity>({
  cause: 'UNCLOSED',
  type: Activity,
  stands: async ctx => unclosedSql(ctx.now, await setting(ctx, numbers.closeDays)),
  opening: (ctx, activity) => ({ ...toTeam(activity), dueAt: endOf(ctx.today), title: `活动结束多日未总结：${activity.title}`, titleEn: `An activity was over days ago and is not summed up: ${activity.title}` }),
})

/** The teams that stand so to the duty of a month, and are at work still: nobody is told of one that was suspended or disbanded since. */
async function standingSo(ctx: Context, state: DutyState, month: string): Promise<Condition> {
  const { sql, values } = dutySql(state, month, ctx.today, await dutyNumbers(ctx, Number(month.slice(0, 4))))
  return { sql: `it.state IN ('ACTIVE','RECTIFYING') AND ${sql}`, values }
}

const dayOfMonth = (today: string): number => Number(today.slice(8))
const lastDay = (month: string): string => addDays(`${addMonths(`${month}-01`, 1)}`, -1)

/** From the 20th: a team has not held this month's activity yet, and its leader is told. */
export const dutyWarning = watchFor<Team>({
  cause: 'DUTY_WARNING',
  type: Team,
  stands: async ctx => (dayOfMonth(ctx.today) < (await setting(ctx, numbers.warnDay)) ? NOTHING : standingSo(ctx, DutyState.DUE, monthOf(ctx.today))),
  opening: ({ today }, team) => ({ kind: TaskKind.DUTY, regionCode: team.regionCode, teamId: team.id, dueAt: endOf(lastDay(monthOf(today))), title: `${team.name}本月还没有完成志愿活动`, titleEn: `${team.name} has not held this month’s activity yet` }),
})

/** From the 28th: still not, and the station is told. */
export const dutyAlarm = watchFor<Team>({
  cause: 'DUTY_ALARM',
  type: Team,
  stands: async ctx => (dayOfMonth(ctx.today) < (await setting(ctx, numbers.alarmDay)) ? NOTHING : standingSo(ctx, DutyState.DUE, monthOf(ctx.today))),
  opening: ({ today }, team) => ({ kind: TaskKind.DUTY, regionCode: team.regionCode, dueAt: endOf(lastDay(monthOf(today))), title: `月底将至，${team.name}仍未完成本月活动，请督促`, titleEn: `The month is nearly over and ${team.name} has not held its activity` }),
})

/** The month has ended without it: the team stands on the list for rectifying until the activity is confirmed, or the next month ends. */
export const dutyMissed = watchFor<Team>({
  cause: 'DUTY_MISSED',
  type: Team,
  stands: ctx => standingSo(ctx, DutyState.MISSING, monthOf(addMonths(ctx.today, -1))),
  opening: ({ today }, team) => ({ kind: TaskKind.DUTY, regionCode: team.regionCode, dueAt: endOf(addDays(`${monthOf(today)}-01`, 9)), title: `${team.name}上月未完成活动，列入整改名单`, titleEn: `${team.name} held no activity last month: on the list for rectifying` }),
})

/** Closes the notices to volunteers that are past. */
export async function closeNotices(ctx: Context): Promise<void> {
  const ids = await ctx.store.query(Task).where('it.kind = ? AND it.state = ? AND it.dueAt < ?', TaskKind.ACTIVITY_NOTICE, TaskState.OPEN, ctx.now).limit(500).ids()
  for (const id of ids) {
    await ctx.transact('closeNotices', async inner => {
      const task = await inner.store.hold(Task, id)
      Object.assign(task, { state: TaskState.CANCELLED, openKey: null })
      return inner.store.save(task)
    })
  }
}

schedule({ name: 'closeNotices', every: 3600, run: closeNotices })
