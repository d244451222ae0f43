import { ProgrammeCode } from '../bureau/programmes/ProgrammeCode'
import { addDays, addMonths, dayOf, monthOf, weekdayOf } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { ServiceRecord, ServiceState } from '../people/hours/ServiceRecord'
import { Team, TeamState, TeamTier } from '../people/teams/Team'
import { type Volunteer, VolunteerState } from '../people/volunteers/Volunteer'
import { Activity, ActivityPurpose, ActivityState } from '../programmes/activities/Activity'
import { ActivityCounter } from '../programmes/activities/ActivityCounter'
import { ActivityTeam } from '../programmes/activities/ActivityTeam'
import { CheckManner, SignUp, SignUpState } from '../programmes/activities/SignUp'
import { DEMO_TOWNSHIP } from './demoAccounts'
import type { DemoPeople } from './demoPeople'
import type { Random } from './random'

export interface DemoActivities {
  activities: Activity[]
  teams: ActivityTeam[]
  parts: SignUp[]
  records: ServiceRecord[]
  counters: ActivityCounter[]
}

interface Telling {
  random: Random
  now: Date
}

const MINUTE = 60_000
const DAY = 1440 * MINUTE

const WORK: readonly (readonly [programme: ProgrammeCode, purpose: ActivityPurpose, title: string, content: string, risk: string])[] = [
  [ProgrammeCode.RURAL, ActivityPurpose.SPECIAL, '清扫村道和房前屋后', '清理村道两侧垃圾和积雪，帮行动不便的老人清扫院落', '路面湿滑，注意脚下；使用铁锹时保持距离'],
  [ProgrammeCode.STORYTELLING, ActivityPurpose.PUBLICITY, '老兵讲故事', '在嘎查村部给村民和学生讲老兵故事', '没有明显风险，注意往返路上安全'],
  [ProgrammeCode.SUNSET, ActivityPurpose.JOINT, '为老人理发、打扫卫生', '为空巢、高龄老人理发、打扫屋子、量血压', '注意用电和取暖设施安全'],
  [ProgrammeCode.COMRADES, ActivityPurpose.JOINT, '帮困难战友干农活', '帮缺少劳力的退役军人家庭干农活、修院墙', '农机旁保持距离，注意防晒补水'],
  [ProgrammeCode.CALLIGRAPHY, ActivityPurpose.PUBLICITY, '写金句、送书法', '为乡亲书写金句和楹联', '没有明显风险'],
  [ProgrammeCode.RURAL, ActivityPurpose.SPECIAL, '林带管护', '在村头防护林修枝、清理枯枝杂草', '使用工具时保持距离，注意防火'],
]

/** A year of activities: most teams one a month, a few that missed some; this month some done, some to come, one of each kind that waits for somebody. */
export function makeActivities(people: DemoPeople, served: readonly ServiceRecord[], { random, now }: Telling): DemoActivities {
  const told: DemoActivities = { activities: [], teams: [], parts: [], records: [], counters: [] }
  const today = dayOf(now)
  const busy = new Set(served.map(record => `${record.volunteerId}/${record.servedOn}`))
  const teams = people.teams.filter(team => team.state === TeamState.ACTIVE && team.leaderId)
  const members = new Map(teams.map(team => [team.id, people.volunteers.filter(volunteer => volunteer.teamId === team.id && volunteer.state === VolunteerState.ACTIVE)]))
  const hold = (team: Team, day: string, state: ActivityState, more: Partial<Activity> = {}): void => tell(told, team, members.get(team.id) ?? [], { random, now, day, state, busy }, more)
  for (const team of teams) {
    const keen = random.chance(0.85) ? 0.97 : 0.6
    for (let back = 11; back >= 1; back--) if (random.chance(keen)) hold(team, weekendOf(monthOf(addMonths(today, -back)), random), ActivityState.ARCHIVED)
    hold(team, ...thisMonth(today, random))
  }
  // The township of the demo accounts has one that waits for each of them.
  const near = teams.filter(team => team.regionCode.startsWith(DEMO_TOWNSHIP.slice(0, 9)))
  const waiting: readonly [days: number, state: ActivityState][] = [[6, ActivityState.SUBMITTED], [-1, ActivityState.FINISHED], [3, ActivityState.PUBLISHED], [-2, ActivityState.ONGOING], [5, ActivityState.APPROVED]]
  if (near.length > 0) for (const [n, [days, state]] of waiting.entries()) hold(near[n % near.length]!, addDays(today, days), state)
  const [township] = teams.filter(team => team.tier === TeamTier.TOWNSHIP)
  const banner = teams.find(team => team.tier === TeamTier.BANNER)
  if (township) hold(township, addDays(today, 9), ActivityState.SUBMITTED, { title: '冬季冰面救援演练', programme: ProgrammeCode.FRONTLINE, purpose: ActivityPurpose.EMERGENCY, dangerous: true, isDrill: true, needsBureau: true, minAge: 18, maxAge: 60, riskNote: '冰面作业，必须系安全绳、有人看护' })
  if (banner) hold(banner, addDays(today, 12), ActivityState.PUBLISHED, { title: '全旗退役军人志愿服务日', purpose: ActivityPurpose.SPECIAL, capacity: 80, needsBureau: true, coTeamIds: teams.filter(team => team.tier === TeamTier.TOWNSHIP).slice(0, 3).map(team => team.id) })
  for (const activity of told.activities) for (const teamId of activity.teamIds()) told.teams.push(partOf(activity, people.teams.find(team => team.id === teamId)!, told.parts))
  for (const prefix of new Set(told.activities.map(activity => activity.activityNo.slice(1, 13)))) told.counters.push(ActivityCounter.of({ prefix, last: told.activities.filter(activity => activity.activityNo.startsWith(`A${prefix}`)).length }))
  return told
}

/** A Saturday or Sunday of a month. */
function weekendOf(month: string, random: Random): string {
  let day = `${month}-${String(random.int(3, 26)).padStart(2, '0')}`
  while (weekdayOf(day) < 6) day = addDays(day, 1)
  return day
}

/** Where this month's activity has got to by today; in the first days of a month it still lies ahead. */
function thisMonth(today: string, random: Random): [day: string, state: ActivityState] {
  const stage = random.weighted({ ARCHIVED: 46, FINISHED: 12, ONGOING: 4, PUBLISHED: 22, SUBMITTED: 6, APPROVED: 4, DRAFT: 4, REJECTED: 2 })
  const ago = { ARCHIVED: random.int(4, 20), FINISHED: random.int(1, 3), ONGOING: random.int(1, 6) }[stage as string]
  const day = ago === undefined ? addDays(today, random.int(2, 14)) : addDays(today, -ago)
  return monthOf(day) < monthOf(today) ? [addDays(today, random.int(2, 14)), ActivityState.PUBLISHED] : [day, ActivityState[stage]]
}

interface Moment extends Telling {
  day: string
  state: ActivityState
  busy: Set<string>
}

const AFTER_APPROVAL: readonly ActivityState[] = [ActivityState.PUBLISHED, ActivityState.ONGOING, ActivityState.FINISHED, ActivityState.ARCHIVED]
const OVER: readonly ActivityState[] = [ActivityState.FINISHED, ActivityState.ARCHIVED]

function tell(told: DemoActivities, team: Team, members: readonly Volunteer[], moment: Moment, more: Partial<Activity>): void {
  const { random, now, day, state } = moment
  const [programme, purpose, title, content, riskNote] = random.pick(WORK)
  const startsAt = new Date(`${day}T0${random.int(8, 9)}:${random.pick(['00', '30'])}:00+08:00`)
  const endsAt = new Date(startsAt.getTime() + random.pick([90, 120, 180]) * MINUTE)
  const made = new Date(Math.min(startsAt.getTime() - random.int(7, 12) * DAY, now.getTime() - random.int(2, 30) * 60 * MINUTE))
  const month = dayOf(made).slice(0, 7).replace('-', '')
  const prefix = `${team.regionCode.slice(0, 6)}${month}`
  const number = told.activities.filter(activity => activity.activityNo.startsWith(`A${prefix}`)).length + 1
  const published = AFTER_APPROVAL.includes(state)
  const closedAt = OVER.includes(state) ? new Date(Math.min(endsAt.getTime() + 6 * 60 * MINUTE, now.getTime())) : null
  const activity = Activity.of({
    id: idAt(made), createdAt: made, updatedAt: made, activityNo: `A${prefix}-${String(number).padStart(4, '0')}`, title, programme, programmeId: null, purpose, content, teamId: team.id, coTeamIds: [], regionCode: team.regionCode, placeRegionCode: team.regionCode,
    place: random.pick(['村部门前集合', '文化广场', '新时代文明实践站', '村小学']), startsAt, endsAt, capacity: random.pick([12, 15, 20]), leastPeople: random.chance(0.3) ? 5 : null, chosen: false, minAge: null, maxAge: null, requiredSkills: [], requiredTrainingId: null, requiredQualificationId: null, dangerous: false, insuranceRequired: false,
    riskNote: published || random.chance(0.5) ? riskNote : null, leaderId: team.leaderId!, platformId: published && random.chance(0.9) ? `WM-${day.replaceAll('-', '')}-${random.int(100, 999)}` : null, offPlatformReason: null, isDrill: false, budget: random.chance(0.2) ? '200.00' : null,
    state, stateReason: state === ActivityState.REJECTED ? '请写清集合地点和所需工具' : null, needsBureau: false, servedCount: closedAt ? random.int(6, 60) : null, summary: closedAt ? `${title}，队员到岗认真，群众反映很好。` : null, noPhotoReason: closedAt ? '示例数据不含照片' : null,
    submittedAt: state === ActivityState.DRAFT ? null : new Date(made.getTime() + 60 * MINUTE), submittedById: null, publishedAt: published ? new Date(made.getTime() + 120 * MINUTE) : null, closedAt, closedById: null, confirmedAt: state === ActivityState.ARCHIVED ? closedAt : null, ...more,
  })
  if (published && !activity.platformId) activity.offPlatformReason = '文明实践云临时维护'
  told.activities.push(activity)
  if (!published) return
  const came = state === ActivityState.PUBLISHED ? [] : random.some(members.filter(member => !moment.busy.has(`${member.id}/${day}`)), random.int(4, 8))
  const signed = state === ActivityState.PUBLISHED ? random.some(members, random.int(2, 7)) : came
  for (const volunteer of signed) take(told, activity, volunteer, moment)
}

function take(told: DemoActivities, activity: Activity, volunteer: Volunteer, { random, state, day, busy }: Moment): void {
  const queued = new Date(activity.publishedAt!.getTime() + random.int(10, 600) * MINUTE)
  const part = Object.assign(SignUp.in(activity, volunteer, queued), { id: idAt(queued), createdAt: queued, updatedAt: queued, riskAckAt: queued, state: SignUpState.ACCEPTED })
  told.parts.push(part)
  if (state === ActivityState.PUBLISHED) return
  busy.add(`${volunteer.id}/${day}`)
  const closed = OVER.includes(state)
  if (closed && random.chance(0.05) && told.parts.some(other => other.activityId === activity.id && other !== part)) return void Object.assign(part, { state: SignUpState.NO_SHOW })
  const went = random.chance(0.9) || closed ? activity.endsAt : null
  Object.assign(part, { state: closed ? SignUpState.CONFIRMED : went ? SignUpState.CHECKED_OUT : SignUpState.CHECKED_IN, checkedInAt: activity.startsAt, inManner: random.pick([CheckManner.QR, CheckManner.QR, CheckManner.HAND]), checkedOutAt: went, outManner: went && CheckManner.QR, minutes: closed ? activity.length() : null })
  if (state !== ActivityState.ARCHIVED) return
  told.records.push(ServiceRecord.of({
    id: idAt(activity.endsAt), createdAt: activity.endsAt, updatedAt: activity.endsAt, volunteerId: volunteer.id, personId: volunteer.personId, teamId: volunteer.teamId, regionCode: activity.placeRegionCode, homeRegionCode: volunteer.regionCode, programmeCode: activity.programme,
    sourceType: 'SignUp', sourceId: part.id, sourceKey: `SignUp/${part.id}`, content: activity.title, servedOn: day, startedAt: activity.startsAt, endedAt: activity.endsAt, breakMinutes: 0, minutes: activity.length(), drill: activity.isDrill, state: ServiceState.CONFIRMED, correctionOfId: null, note: null, voidReason: null,
  }))
}

function partOf(activity: Activity, team: Team, parts: readonly SignUp[]): ActivityTeam {
  const came = activity.state === ActivityState.ARCHIVED ? parts.filter(part => part.activityId === activity.id && part.state === SignUpState.CONFIRMED) : []
  return ActivityTeam.of({ activityId: activity.id, teamId: team.id, regionCode: team.regionCode, month: monthOf(activity.startsOn()), organiser: team.id === activity.teamId, takesPart: true, confirmedCount: came.filter(part => part.teamId === team.id).length, attendance: came.length })
}
