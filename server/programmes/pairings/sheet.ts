import { programmes } from '../../bureau/programmes/sheet'
import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { type Cell, defineSheet, inWords, masked, named, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { grades, kinds } from '../../people/beneficiaries/sheet'
import { Person } from '../../people/persons/Person'
import { Team } from '../../people/teams/Team'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { daysOverdue, isOverdue } from './dueRule'
import { PairingFilter, PairingSort, VisitFilter, VisitSort } from './inputs'
import { NeedRequest, NeedState } from './needs/NeedRequest'
import { NeedRequestFilter, NeedRequestSort, searchNeeds } from './needs/searchNeeds'
import { Pairing, PairingEndReason, PairingState } from './Pairing'
import { searchPairings } from './searchPairings'
import { searchVisits } from './searchVisits'
import { RedFlag, Visit, VisitManner, VisitState } from './Visit'

const states = wordsFor<PairingState>('PairingState', { PROPOSED: say('已提议', 'Proposed'), ACCEPTED: say('已接受', 'Accepted'), ACTIVE: say('进行中', 'Active'), PAUSED: say('暂停', 'Paused'), ENDED: say('已结束', 'Ended') })
const endReasons = wordsFor<PairingEndReason>('PairingEndReason', { DIED: say('老人去世', 'The elder died'), MOVED: say('老人迁出', 'The elder moved away'), INSTITUTION: say('入住机构', 'Moved into an institution'), DECLINED: say('老人不再需要', 'The elder declined'), CONSENT_WITHDRAWN: say('撤回同意', 'Consent withdrawn'), VOLUNTEER_LEFT: say('志愿者退出', 'The volunteer left'), HANDOVER: say('已交接', 'Handed over'), NOT_ACCEPTED: say('志愿者未接受', 'The volunteer did not accept'), OTHER: say('其他', 'Other') })
const visitStates = wordsFor<VisitState>('VisitState', { PLANNED: say('计划', 'Planned'), DONE: say('已完成', 'Done'), MISSED: say('未走访', 'Missed'), CANCELLED: say('已取消', 'Cancelled') })
const manners = wordsFor<VisitManner>('VisitManner', { HOME: say('上门', 'At home'), PHONE: say('电话', 'By phone') })
const flags = wordsFor<RedFlag>('VisitFlag', { ILL: say('生病', 'Ill'), FALL_RISK: say('跌倒风险', 'Risk of falling'), NO_HEATING: say('无取暖', 'No heating'), NO_FOOD: say('缺粮缺药', 'No food or medicine'), LOW_SPIRITS: say('情绪低落', 'Low spirits'), ABUSE_SUSPECTED: say('疑似受虐', 'Abuse suspected') })
const needStates = wordsFor<NeedState>('NeedState', { OPEN: say('已点单', 'Raised'), ASSIGNED: say('已派单', 'Assigned'), ACCEPTED: say('已接单', 'Accepted'), DONE: say('已办结', 'Done'), CONFIRMED: say('已评单', 'Confirmed'), DECLINED: say('未接单', 'Declined'), CANCELLED: say('已取消', 'Cancelled') })

const elder = say('服务对象', 'Service recipient')
const volunteer = say('志愿者', 'Volunteer')
const programme = say('项目', 'Programme')
const state = say('状态', 'State')
const grade = say('风险等级', 'Risk grade')
const contact = say('是否见到或通话', 'Contact made')

const elderOf = async ({ beneficiaryId }: { beneficiaryId: string }, { store }: Context): Promise<Beneficiary> => (await store.follow(Beneficiary, beneficiaryId))!
const elderPerson = async (row: { beneficiaryId: string }, ctx: Context): Promise<Person> => (await ctx.store.follow(Person, (await elderOf(row, ctx)).personId))!
const elderName = async (row: { beneficiaryId: string }, ctx: Context): Promise<Cell> => (await elderPerson(row, ctx)).name
const nameOf = async (volunteerId: string | null, { store }: Context): Promise<string | null> => {
  const found = await store.follow(Volunteer, volunteerId)
  return found && ((await store.follow(Person, found.personId))?.name ?? null)
}
const askedByElder = named(elder, Beneficiary, row => row.person.name)
const askedByVolunteer = named(volunteer, Volunteer, row => row.person.name)

/** The pairings, as they may leave. */
export const pairingSheet = defineSheet<Pairing, PairingFilter, PairingSort>({
  name: 'pairings', title: say('结对', 'Pairings'), type: Pairing, may: 'pairing.read', filter: PairingFilter, sort: PairingSort, rows: searchPairings,
  columns: [
    { key: 'beneficiary.person.name', title: elder, width: 14, value: elderName },
    { key: 'beneficiary.person.phone', title: say('服务对象电话', 'Recipient’s phone'), width: 16, value: async (row, ctx) => masked(await elderPerson(row, ctx), 'phone') },
    { key: 'beneficiary.grade', title: grade, width: 10, value: async (row, ctx) => inWords(grades, (await elderOf(row, ctx)).grade, ctx) },
    { key: 'beneficiary.kinds', title: say('类别', 'Kinds'), width: 18, value: async (row, ctx) => inWords(kinds, (await elderOf(row, ctx)).kinds, ctx) },
    { key: 'volunteers', title: volunteer, width: 18, value: async (row, ctx) => (await Promise.all(row.volunteerIds().map(id => nameOf(id, ctx)))).filter(Boolean).join('、') },
    { key: 'programme', title: programme, width: 16, value: (row, ctx) => inWords(programmes, row.programme, ctx) },
    { key: 'state', title: state, width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    ...placeColumns<Pairing>(),
    { key: 'nextVisitOn', title: say('应走访日', 'Next visit due'), width: 12, value: row => row.nextVisitOn },
    { key: 'overdue', title: say('超期', 'Overdue'), width: 8, value: (row, ctx) => yesNo(isOverdue(row, ctx.today), ctx) },
    { key: 'daysOverdue', title: say('超期天数', 'Days overdue'), width: 10, value: (row, ctx) => daysOverdue(row, ctx.today) },
    { key: 'lastVisit.visitedOn', title: say('最近走访', 'Last visit'), width: 12, value: row => row.lastVisitedOn },
    { key: 'startedOn', title: say('开始日期', 'Started'), width: 12, value: row => row.startedOn },
    { key: 'endedOn', title: say('结束日期', 'Ended'), width: 12, value: row => row.endedOn },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, programme: { title: programme, words: programmes }, state: { title: state, words: states }, overdue: { title: say('超期', 'Overdue') }, dueSoon: { title: say('临近应走访', 'Due soon') },
    needsHandover: { title: say('待交接', 'Handover needed') }, grade: { title: grade, words: grades }, volunteerId: askedByVolunteer, beneficiaryId: askedByElder, teamId: named(say('服务队', 'Team'), Team, row => row.name),
    nextVisitOnFrom: { title: say('应走访日起', 'Due from') }, nextVisitOnTo: { title: say('应走访日止', 'Due to') }, startedOnFrom: { title: say('开始日期起', 'Started from') }, startedOnTo: { title: say('开始日期止', 'Started to') },
    endReason: { title: say('结束原因', 'Reason of the end'), words: endReasons }, endedOnFrom: { title: say('结束日期起', 'Ended from') }, endedOnTo: { title: say('结束日期止', 'Ended to') },
  },
})

/** The visits, as they may leave. */
export const visitSheet = defineSheet<Visit, VisitFilter, VisitSort>({
  name: 'visits', title: say('走访', 'Visits'), type: Visit, may: 'visit.read', filter: VisitFilter, sort: VisitSort, rows: searchVisits,
  columns: [
    { key: 'beneficiary.person.name', title: elder, width: 14, value: elderName },
    { key: 'volunteer.person.name', title: volunteer, width: 14, value: (row, ctx) => nameOf(row.volunteerId, ctx) },
    { key: 'visitedOn', title: say('走访日期', 'Visited on'), width: 12, value: row => row.visitedOn },
    { key: 'plannedOn', title: say('计划日期', 'Planned for'), width: 12, value: row => row.plannedOn },
    { key: 'state', title: state, width: 10, value: (row, ctx) => inWords(visitStates, row.state, ctx) },
    { key: 'manner', title: say('方式', 'Manner'), width: 10, value: (row, ctx) => inWords(manners, row.manner, ctx) },
    { key: 'contactMade', title: contact, width: 14, value: (row, ctx) => yesNo(row.contactMade, ctx) },
    { key: 'minutes', title: say('时长（分钟）', 'Minutes'), width: 12, value: row => (row.state === VisitState.DONE ? row.minutes : null) },
    { key: 'flags', title: say('险情', 'Red flags'), width: 18, value: (row, ctx) => inWords(flags, row.flags, ctx) },
    { key: 'amount', title: say('代买金额（元）', 'Spent (yuan)'), width: 12, value: row => row.amount },
    { key: 'signedBackBy', title: say('签收人', 'Signed for by'), width: 12, value: row => row.signedBackBy },
    { key: 'confirmed', title: say('已确认', 'Confirmed'), width: 10, value: (row, ctx) => yesNo(row.confirmedById !== null, ctx) },
    ...placeColumns<Visit>(),
    { key: 'programme', title: programme, width: 16, value: (row, ctx) => inWords(programmes, row.programme, ctx) },
    { key: 'note', title: say('备注', 'Note'), width: 40, value: row => row.note },
  ],
  filters: {
    region: askedByRegion, programme: { title: programme, words: programmes }, state: { title: state, words: visitStates }, manner: { title: say('方式', 'Manner'), words: manners }, contactMade: { title: contact }, spent: { title: say('有代买金额', 'With money spent') }, flagged: { title: say('有险情', 'With red flags') }, flags: { title: say('险情', 'Red flags'), words: flags }, services: { title: say('服务内容', 'Services') },
    confirmed: { title: say('已确认', 'Confirmed') }, volunteerId: askedByVolunteer, beneficiaryId: askedByElder, visitedOnFrom: { title: say('走访日期起', 'Visited from') }, visitedOnTo: { title: say('走访日期止', 'Visited to') },
    plannedOnFrom: { title: say('计划日期起', 'Planned from') }, plannedOnTo: { title: say('计划日期止', 'Planned to') },
  },
})

/** What elders need, as it may leave. */
export const needSheet = defineSheet<NeedRequest, NeedRequestFilter, NeedRequestSort>({
  name: 'needRequests', title: say('点单', 'Need requests'), type: NeedRequest, may: 'need.read', filter: NeedRequestFilter, sort: NeedRequestSort, rows: searchNeeds,
  columns: [
    { key: 'text', title: say('需求', 'Need'), width: 40, value: row => row.text },
    { key: 'state', title: state, width: 10, value: (row, ctx) => inWords(needStates, row.state, ctx) },
    { key: 'beneficiary.person.name', title: elder, width: 14, value: elderName },
    { key: 'volunteer.person.name', title: volunteer, width: 14, value: (row, ctx) => nameOf(row.volunteerId, ctx) },
    ...placeColumns<NeedRequest>(),
    { key: 'programme', title: programme, width: 16, value: (row, ctx) => inWords(programmes, row.programme, ctx) },
    { key: 'result', title: say('办理结果', 'Result'), width: 30, value: row => row.result },
    { key: 'rating', title: say('评分', 'Rating'), width: 8, value: row => row.rating },
  ],
  filters: { q: spoken(say('关键词', 'Keyword')), region: askedByRegion, state: { title: state, words: needStates }, programme: { title: programme, words: programmes }, beneficiaryId: askedByElder, volunteerId: askedByVolunteer, createdOnFrom: { title: say('点单日期起', 'Raised from') }, createdOnTo: { title: say('点单日期止', 'Raised to') } },
})
