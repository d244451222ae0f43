import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { type Cell, defineSheet, inWords, named, type SheetColumn, spoken, wordsFor } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Person } from '../persons/Person'
import { languages, personColumns, skills } from '../persons/sheet'
import { Team } from '../teams/Team'
import { MembershipFilter, VolunteerFilter, VolunteerSort } from './inputs'
import { Membership, MembershipKind, MembershipState } from './Membership'
import { searchMemberships } from './searchMemberships'
import { searchVolunteers } from './searchVolunteers'
import { Volunteer, VolunteerCategory, VolunteerState } from './Volunteer'

const states = wordsFor<VolunteerState>('VolunteerState', { PENDING: say('待审核', 'Pending'), ACTIVE: say('在队', 'Active'), PAUSED: say('暂停', 'Paused'), WITHDRAWN: say('已退出', 'Withdrawn'), BLOCKED: say('停止服务', 'Blocked'), DECEASED: say('已故', 'Deceased') })
export const categories = wordsFor<VolunteerCategory>('VolunteerCategory', { VETERAN: say('退役军人', 'Veteran'), FAMILY: say('军属家属', 'Family of a veteran'), STAFF: say('工作人员', 'Staff'), CITIZEN: say('社会志愿者', 'Citizen') })
const kinds = wordsFor<MembershipKind>('MembershipKind', { HOME: say('所属队', 'Home team'), SUPPORT: say('支援队', 'Supporting') })
const memberStates = wordsFor<MembershipState>('MembershipState', { JOIN_REQUESTED: say('申请加入', 'Asked to join'), ACTIVE: say('在队', 'Member'), ENDED: say('已离队', 'Left'), DECLINED: say('未同意', 'Declined') })
const stateTitle = say('状态', 'State')
const teamTitle = say('服务队', 'Team')

const teamName = async ({ teamId }: { teamId: string | null }, ctx: Context): Promise<Cell> => (await ctx.store.follow(Team, teamId))?.name ?? null
const hours = (minutes: number): Cell => Math.round(minutes / 6) / 10
const askedByTeam = named(teamTitle, Team, team => team.name)

/** The volunteers, as they may leave. */
export const volunteerSheet = defineSheet<Volunteer, VolunteerFilter, VolunteerSort>({
  name: 'volunteers', title: say('志愿者', 'Volunteers'), type: Volunteer, may: 'volunteer.read', filter: VolunteerFilter, sort: VolunteerSort, rows: searchVolunteers,
  columns: [
    { key: 'volunteerNo', title: say('志愿者编号', 'Volunteer no.'), width: 18, value: row => row.volunteerNo },
    ...personColumns<Volunteer>(row => row.person),
    { key: 'state', title: stateTitle, width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'category', title: say('人员类别', 'Category'), width: 12, value: (row, ctx) => inWords(categories, row.category, ctx) },
    ...placeColumns<Volunteer>(),
    { key: 'team.name', title: teamTitle, width: 28, value: teamName },
    { key: 'load', title: say('在结对数', 'Pairings'), width: 10, value: row => row.load },
    { key: 'totalMinutes', title: say('服务时长（小时）', 'Hours of service'), width: 14, value: row => hours(row.totalMinutes) },
    { key: 'skills', title: say('特长', 'Skills'), width: 24, value: (row, ctx) => inWords(skills, row.skills, ctx) },
    { key: 'languages', title: say('语言', 'Languages'), width: 12, value: (row, ctx) => inWords(languages, row.languages, ctx) },
    { key: 'platformNo', title: say('文明实践云编号', 'Platform no.'), width: 18, value: row => row.platformNo },
    { key: 'nationalNo', title: say('中国志愿编号', 'National no.'), width: 18, value: row => row.nationalNo },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, teamId: askedByTeam, state: { title: stateTitle, words: states }, skills: { title: say('特长', 'Skills'), words: skills }, languages: { title: say('语言', 'Languages'), words: languages },
    category: { title: say('人员类别', 'Category'), words: categories }, isVeteran: { title: say('退役军人', 'Veteran') }, stars: { title: say('星级', 'Stars') },
    loadFrom: { title: say('在帮户数起', 'Load from') }, loadTo: { title: say('在帮户数止', 'Load to') },
  },
})

const volunteerOf = async ({ volunteerId }: Membership, ctx: Context): Promise<Volunteer> => (await ctx.store.follow(Volunteer, volunteerId))!
const personOf = async (row: Membership, ctx: Context): Promise<Person> => (await ctx.store.follow(Person, (await volunteerOf(row, ctx)).personId))!
const memberColumns: SheetColumn<Membership>[] = [
  { key: 'team.name', title: teamTitle, width: 28, value: teamName },
  { key: 'volunteer.volunteerNo', title: say('志愿者编号', 'Volunteer no.'), width: 18, value: async (row, ctx) => (await volunteerOf(row, ctx)).volunteerNo },
  ...personColumns<Membership>(personOf),
  { key: 'kind', title: say('类型', 'Kind'), width: 10, value: (row, ctx) => inWords(kinds, row.kind, ctx) },
  { key: 'state', title: stateTitle, width: 10, value: (row, ctx) => inWords(memberStates, row.state, ctx) },
  { key: 'from', title: say('入队日期', 'From'), width: 12, value: row => row.from },
  { key: 'to', title: say('离队日期', 'To'), width: 12, value: row => row.to },
  { key: 'reason', title: say('原因', 'Reason'), width: 20, value: row => row.reason },
  ...placeColumns<Membership>(),
]

/** Who belongs to which team, as it may leave. */
export const membershipSheet = defineSheet<Membership, MembershipFilter, object>({
  name: 'memberships', title: say('队员', 'Members'), type: Membership, may: 'team.read', filter: MembershipFilter, rows: searchMemberships, columns: memberColumns,
  filters: { region: askedByRegion, teamId: askedByTeam, kind: { title: say('类型', 'Kind'), words: kinds }, toAnswer: { title: say('待我答复', 'For me to answer') }, volunteerId: named(say('志愿者', 'Volunteer'), Volunteer, row => row.person.name), state: { title: stateTitle, words: memberStates } },
})
