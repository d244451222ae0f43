import { programmes } from '../../bureau/programmes/sheet'
import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { type Cell, clock, defineSheet, inWords, named, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Person } from '../../people/persons/Person'
import { Team } from '../../people/teams/Team'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { Activity, ActivityPurpose, ActivityState } from './Activity'
import { countsOf } from './counts'
import { ActivityFilter, ActivitySort, SignUpFilter, SignUpSort } from './inputs'
import { searchActivities } from './searchActivities'
import { searchSignUps } from './searchSignUps'
import { SignUp, SignUpState } from './SignUp'

const states = wordsFor<ActivityState>('ActivityState', { DRAFT: say('草稿', 'Draft'), SUBMITTED: say('待审批', 'To be approved'), REJECTED: say('已退回', 'Sent back'), APPROVED: say('待发布', 'To be published'), PUBLISHED: say('报名中', 'Open'), ONGOING: say('进行中', 'Under way'), FINISHED: say('待确认', 'To be confirmed'), ARCHIVED: say('已归档', 'Archived'), CANCELLED: say('已取消', 'Called off') })
const purposes = wordsFor<ActivityPurpose>('ActivityPurpose', { PUBLICITY: say('宣传宣讲', 'Publicity and talks'), EMERGENCY: say('应急救援与防控', 'Disaster and epidemic response'), SPECIAL: say('中心工作特色活动', 'For the banner’s priorities'), JOINT: say('配合有关单位的活动', 'Together with other offices') })
const partStates = wordsFor<SignUpState>('SignUpState', { APPLIED: say('待确认', 'To be decided'), ACCEPTED: say('已录取', 'Has a place'), WAITLIST: say('候补', 'Waiting'), DECLINED: say('未录取', 'Not taken'), CHECKED_IN: say('已签到', 'Has come'), CHECKED_OUT: say('已签退', 'Has left'), CONFIRMED: say('已确认', 'Confirmed'), NO_SHOW: say('未到', 'Absent'), CANCELLED: say('已取消', 'Cancelled') })
const state = say('状态', 'State')
const team = say('组织队伍', 'Team')
const programme = say('服务项目', 'Programme')

const personOf = async (ctx: Context, volunteerId: string): Promise<Cell> => {
  const volunteer = await ctx.store.follow(Volunteer, volunteerId)
  return volunteer && ((await ctx.store.follow(Person, volunteer.personId))?.name ?? null)
}

/** The activities, as they may leave. */
export const activitySheet = defineSheet<Activity, ActivityFilter, ActivitySort>({
  name: 'activities', title: say('志愿活动', 'Activities'), type: Activity, may: 'activity.read', filter: ActivityFilter, sort: ActivitySort, rows: searchActivities,
  columns: [
    { key: 'activityNo', title: say('活动编号', 'Number'), width: 22, value: row => row.activityNo },
    { key: 'title', title: say('活动名称', 'Title'), width: 28, value: row => row.title },
    { key: 'startsAt', title: say('开始时间', 'Begins'), width: 18, value: row => clock(row.startsAt) },
    { key: 'endsAt', title: say('结束时间', 'Ends'), width: 18, value: row => clock(row.endsAt) },
    { key: 'state', title: state, width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'team.name', title: team, width: 28, value: async (row, ctx) => (await ctx.store.follow(Team, row.teamId))?.name ?? null },
    { key: 'leader', title: say('负责人', 'Leader'), width: 12, value: (row, ctx) => personOf(ctx, row.leaderId) },
    { key: 'programme', title: programme, width: 20, value: (row, ctx) => inWords(programmes, row.programme, ctx) },
    { key: 'purpose', title: say('活动类别', 'Purpose'), width: 18, value: (row, ctx) => inWords(purposes, row.purpose, ctx) },
    ...placeColumns<Activity>('placeRegion.fullName'),
    { key: 'place', title: say('地点', 'Meeting point'), width: 24, value: row => row.place },
    { key: 'capacity', title: say('名额', 'Places'), width: 8, value: row => row.capacity },
    { key: 'counts.placed', title: say('录取人数', 'Places taken'), width: 10, value: async (row, ctx) => (await countsOf(ctx, row.id)).placed },
    { key: 'counts.confirmed', title: say('出勤人数', 'Came'), width: 10, value: async (row, ctx) => (await countsOf(ctx, row.id)).confirmed },
    { key: 'counts.minutes', title: say('服务时长（小时）', 'Hours'), width: 14, value: async (row, ctx) => Math.round((await countsOf(ctx, row.id)).minutes / 6) / 10 },
    { key: 'servedCount', title: say('服务人数', 'People served'), width: 10, value: row => row.servedCount },
    { key: 'dangerous', title: say('有危险', 'Dangerous'), width: 8, value: (row, ctx) => yesNo(row.dangerous, ctx) },
    { key: 'isDrill', title: say('演练', 'Drill'), width: 8, value: (row, ctx) => yesNo(row.isDrill, ctx) },
    { key: 'platformId', title: say('文明实践云编号', 'Platform no.'), width: 18, value: row => row.platformId },
    { key: 'summary', title: say('活动总结', 'Summary'), width: 40, value: row => row.summary },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, state: { title: state, words: states }, programme: { title: programme, words: programmes }, purpose: { title: say('活动类别', 'Purpose'), words: purposes }, teamId: named(team, Team, row => row.name),
    startsOnFrom: { title: say('活动日期起', 'From') }, startsOnTo: { title: say('活动日期止', 'Until') }, isDrill: { title: say('演练', 'Drill') }, dangerous: { title: say('有危险', 'Dangerous') }, needsBureau: { title: say('须旗局审批', 'For the bureau') }, unclosed: { title: say('已结束未总结', 'Not summed up') }, mine: { title: say('我报名的', 'Mine') },
  },
})

const activityOf = async ({ activityId }: SignUp, ctx: Context): Promise<Activity | null> => ctx.store.follow(Activity, activityId)

/** Who signed up for what, and how far each has come, as it may leave. */
export const signUpSheet = defineSheet<SignUp, SignUpFilter, SignUpSort>({
  name: 'signUps', title: say('活动报名与出勤', 'Sign-ups and attendance'), type: SignUp, may: 'activity.read', filter: SignUpFilter, sort: SignUpSort, rows: searchSignUps,
  columns: [
    { key: 'activity', title: say('活动名称', 'Activity'), width: 28, value: async (row, ctx) => (await activityOf(row, ctx))?.title ?? null },
    { key: 'activityNo', title: say('活动编号', 'Number'), width: 22, value: async (row, ctx) => (await activityOf(row, ctx))?.activityNo ?? null },
    { key: 'startsAt', title: say('开始时间', 'Begins'), width: 18, value: async (row, ctx) => clock((await activityOf(row, ctx))?.startsAt ?? null) },
    { key: 'volunteerNo', title: say('志愿者编号', 'Volunteer no.'), width: 18, value: async (row, ctx) => (await ctx.store.follow(Volunteer, row.volunteerId))?.volunteerNo ?? null },
    { key: 'name', title: say('姓名', 'Name'), width: 12, value: (row, ctx) => personOf(ctx, row.volunteerId) },
    { key: 'team', title: say('所属队伍', 'Team'), width: 28, value: async (row, ctx) => (await ctx.store.follow(Team, row.teamId))?.name ?? null },
    { key: 'state', title: state, width: 12, value: (row, ctx) => inWords(partStates, row.state, ctx) },
    { key: 'queuedAt', title: say('报名时间', 'Signed up'), width: 18, value: row => clock(row.queuedAt) },
    { key: 'checkedInAt', title: say('签到时间', 'Came'), width: 18, value: row => clock(row.checkedInAt) },
    { key: 'checkedOutAt', title: say('签退时间', 'Went'), width: 18, value: row => clock(row.checkedOutAt) },
    { key: 'minutes', title: say('确认时长（分钟）', 'Minutes'), width: 14, value: row => row.minutes },
    { key: 'walkUp', title: say('现场加入', 'Walk-up'), width: 10, value: (row, ctx) => yesNo(row.walkUp, ctx) },
    { key: 'reason', title: say('备注', 'Remark'), width: 28, value: row => row.reason },
  ],
  filters: { activityId: named(say('活动', 'Activity'), Activity, row => row.title), volunteerId: named(say('志愿者', 'Volunteer'), Volunteer, row => row.volunteerNo), region: askedByRegion, state: { title: state, words: partStates } },
})
