import { Programme } from '../../bureau/programmes/Programme'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import type { Written } from '../../kernel/database'
import { monthOf } from '../../kernel/days'
import { newId } from '../../kernel/entity'
import { Invalid, NotFound, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { CredentialKind } from '../../people/records/Credential'
import { mustBeCredential } from '../../people/records/credentials'
import { Membership, MembershipState } from '../../people/volunteers/Membership'
import { Team, TeamState } from '../../people/teams/Team'
import { Activity, ActivityState } from './Activity'
import { ActivityTeam } from './ActivityTeam'
import { ActivityAction, activityWorkflow, isTheirs } from './activityWorkflow'
import type { ActivityChange, ActivityInput } from './inputs'
import { numbers } from './numbers'

/** A team plans an activity. */
export async function createActivity(ctx: Context, { teamId, ...input }: ActivityInput): Promise<Activity> {
  const team = await ctx.store.get(Team, teamId)
  if (!isTheirs({ regionCode: team.regionCode, teamId }, ctx.actor)) throw new NotFound()
  if (team.state === TeamState.DISBANDED || team.state === TeamState.SUSPENDED) throw new WrongState(team.state, [], say('该队已停止活动。', 'The team is not active now.'))
  const leaderId = input.leaderId ?? team.leaderId
  if (!leaderId) throw new Invalid({ leaderId: say('该队没有队长，请指定活动负责人。', 'The team has no leader: say who leads the activity.') })
  const activity = Activity.of({
    activityNo: await nextNumber(ctx, team.regionCode.slice(0, 6)), teamId, coTeamIds: [], regionCode: team.regionCode, placeRegionCode: team.regionCode, state: ActivityState.DRAFT, leaderId, programmeId: null, content: null,
    leastPeople: null, chosen: false, minAge: null, maxAge: null, requiredSkills: [], requiredTrainingId: null, requiredQualificationId: null, dangerous: false, insuranceRequired: false, riskNote: null, platformId: null, offPlatformReason: null, isDrill: false, budget: null, stateReason: null,
    needsBureau: false, servedCount: null, summary: null, noPhotoReason: null, submittedAt: null, submittedById: null, publishedAt: null, closedAt: null, closedById: null, confirmedAt: null,
  })
  await writePlan(ctx, activity, { ...input, leaderId })
  await ctx.store.save(activity)
  await writeTeams(ctx, activity)
  return activity
}

/** Changes a plan that nobody has approved yet; one that was sent back is a draft again. */
export async function updateActivity(ctx: Context, id: string, version: number, input: ActivityChange): Promise<Activity> {
  const activity = await ctx.store.hold(Activity, id, version)
  if (!isTheirs(activity, ctx.actor)) throw new NotFound()
  if (activity.state === ActivityState.REJECTED) activityWorkflow.move(activity, ActivityAction.REVISE, ctx.actor)
  if (activity.state !== ActivityState.DRAFT) throw new WrongState(activity.state, activityWorkflow.open(activity, ctx.actor), say('只有草稿或被退回的活动可以修改。', 'Only a draft or what was sent back can be changed.'))
  await writePlan(ctx, activity, input)
  await ctx.store.save(activity)
  await writeTeams(ctx, activity)
  return activity
}

const PLAIN = ['title', 'programme', 'purpose', 'place', 'startsAt', 'endsAt', 'capacity'] as const
const FLAGS = ['chosen', 'dangerous', 'insuranceRequired', 'isDrill'] as const
const CLEARED = ['content', 'leastPeople', 'minAge', 'maxAge', 'requiredTrainingId', 'requiredQualificationId', 'riskNote', 'platformId', 'offPlatformReason', 'budget'] as const

/** Lays what is said onto a plan, which must still make sense then. */
export async function writePlan(ctx: Context, activity: Activity, input: ActivityChange): Promise<void> {
  for (const name of PLAIN) if (input[name] !== undefined && input[name] !== null) Object.assign(activity, { [name]: input[name] })
  for (const name of FLAGS) if (input[name] !== undefined) activity[name] = input[name] ?? false
  for (const name of CLEARED) if (input[name] !== undefined) Object.assign(activity, { [name]: input[name] || null })
  if (input.requiredSkills !== undefined) activity.requiredSkills = [...new Set(input.requiredSkills ?? [])]
  if (input.coTeamIds !== undefined) activity.coTeamIds = [...new Set(input.coTeamIds ?? [])].filter(one => one !== activity.teamId)
  if (input.placeRegionCode) activity.placeRegionCode = input.placeRegionCode
  if (input.leaderId) activity.leaderId = input.leaderId
  if (input.programme || input.programmeId !== undefined) activity.programmeId = input.programmeId ?? null
  await mustMakeSense(ctx, activity, input)
}

async function mustMakeSense(ctx: Context, activity: Activity, input: ActivityChange): Promise<void> {
  const { startsAt, endsAt, capacity, leastPeople, minAge, maxAge } = activity
  const most = await setting(ctx, numbers.mostHours)
  if (endsAt <= startsAt) throw new Invalid({ endsAt: say('结束时间应晚于开始时间。', 'The end must come after the start.') })
  if (activity.length() > most * 60) throw new Invalid({ endsAt: say(`一次活动不超过 ${most} 小时，多日的活动请分日登记。`, `An activity lasts ${most} hours at most; enter one for each day.`) })
  if (leastPeople !== null && leastPeople > capacity) throw new Invalid({ leastPeople: say('最少人数不能超过名额。', 'Not more than there are places.') })
  if (minAge !== null && maxAge !== null && maxAge < minAge) throw new Invalid({ maxAge: say('年龄上限应不低于下限。', 'Not below the least age.') })
  const place = await mustBeRegion(ctx, activity.placeRegionCode).catch(() => null)
  if (!place || place.code.slice(0, 6) !== activity.regionCode.slice(0, 6)) throw new Invalid({ placeRegionCode: say('请选择本旗的活动地点。', 'Choose a place of the banner.') })
  // What is published keeps what it was approved with, though a programme may have ended or a leader left since.
  if (activity.state !== ActivityState.PUBLISHED) {
    await mustBeProgramme(ctx, activity)
    await mustLead(ctx, activity)
  }
  if (input.requiredTrainingId) await mustBeCredential(ctx, input.requiredTrainingId, CredentialKind.TRAINING, 'requiredTrainingId')
  if (input.requiredQualificationId) await mustBeCredential(ctx, input.requiredQualificationId, CredentialKind.QUALIFICATION, 'requiredQualificationId')
}

/** LOCAL names which of the township's own programmes it is; the nine need no more. */
async function mustBeProgramme(ctx: Context, activity: Activity): Promise<void> {
  if (activity.programme !== ProgrammeCode.LOCAL) {
    activity.programmeId = null
    return
  }
  const own = activity.programmeId ? await ctx.store.follow(Programme, activity.programmeId) : null
  if (!own || own.code !== ProgrammeCode.LOCAL || !own.active) throw new Invalid({ programmeId: say('请选择本地的“一村一品”项目。', 'Choose one of the township’s own programmes.') })
}

async function mustLead(ctx: Context, { leaderId, teamId }: Activity): Promise<void> {
  const member = await ctx.store.beyondReach.query(Membership).where('it.volunteerId = ? AND it.teamId = ? AND it.state = ?', leaderId, teamId, MembershipState.ACTIVE).exists()
  if (!member) throw new Invalid({ leaderId: say('活动负责人应是本队队员。', 'Whoever leads it must be a member of the team.') })
}

/** Lets the rows by which the monthly duty is judged follow from the plan. A co-organiser is an active team of the banner. */
async function writeTeams(ctx: Context, activity: Activity): Promise<void> {
  const store = ctx.store.beyondReach
  const ids = activity.teamIds()
  const teams = await store.query(Team).where('it.id IN (?)', ids).rows()
  const strange = teams.length !== ids.length || teams.some(team => team.regionCode.slice(0, 6) !== activity.regionCode.slice(0, 6) || (team.state === TeamState.DISBANDED && team.id !== activity.teamId))
  if (strange) throw new Invalid({ coTeamIds: say('共同组织的队伍不存在或已撤销。', 'A co-organising team does not exist or is disbanded.') })
  const month = monthOf(activity.startsOn())
  const standing = await store.holdAll(ActivityTeam, 'it.activityId = ?', activity.id)
  for (const team of teams) {
    const row = standing.find(one => one.teamId === team.id) ?? ActivityTeam.of({ activityId: activity.id, teamId: team.id, regionCode: team.regionCode, organiser: team.id === activity.teamId, confirmedCount: 0, attendance: 0 })
    Object.assign(row, { month, takesPart: true })
    await store.save(row)
  }
  for (const row of standing.filter(one => !ids.includes(one.teamId))) {
    row.takesPart = false
    await store.save(row)
  }
}

/** Counts a moved activity for the month of its new start, for each of its teams. */
export async function moveMonth({ store }: Context, activity: Activity): Promise<void> {
  const month = monthOf(activity.startsOn())
  for (const row of await store.beyondReach.holdAll(ActivityTeam, 'it.activityId = ? AND it.month <> ?', activity.id, month)) await store.beyondReach.save(Object.assign(row, { month }))
}

/** The next number of the month. The counter's row is locked until the act ends, so that no number is given twice. */
async function nextNumber({ store, now, today }: Context, banner: string): Promise<string> {
  const prefix = `${banner}${monthOf(today).replace('-', '')}`
  const { affectedRows } = await store.sql<Written>('UPDATE activity_counters SET `last` = `last` + 1, version = version + 1, updatedAt = ? WHERE prefix = ?', [now, prefix])
  if (affectedRows === 0) {
    await store.sql('INSERT INTO activity_counters (id, version, createdAt, updatedAt, prefix, `last`) VALUES (?,1,?,?,?,1) ON DUPLICATE KEY UPDATE `last` = `last` + 1', [newId(), now, now, prefix])
  }
  const [row] = await store.sql('SELECT `last` FROM activity_counters WHERE prefix = ?', [prefix])
  return `A${prefix}-${String(row!.last).padStart(4, '0')}`
}
