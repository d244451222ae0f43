import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { found } from '../../kernel/follows'
import { ActorName } from '../../kernel/history'
import { defineSheet, inWords, named, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Person } from '../../people/persons/Person'
import { isOverdue } from './conditions'
import { CaseState, ClueSource } from './enums'
import { HardshipCase } from './HardshipCase'
import { HardshipCaseFilter, HardshipCaseSort } from './inputs'
import { searchCases } from './searchCases'

const states = wordsFor<CaseState>('CaseState', {
  CLUE: say('线索', 'Clue'), REGISTERED: say('已登记', 'Registered'), INVESTIGATING: say('入户核实', 'Investigating'), NOTICE: say('公示', 'Village notice'), TOWNSHIP_REVIEWED: say('乡镇已初审', 'Reviewed by the township'), COUNTY_REVIEW: say('待审批', 'Awaiting the decision'),
  APPROVED: say('已批准', 'Approved'), REFUSED: say('不予批准', 'Refused'), PLANNED: say('已定方案', 'Planned'), IN_HELP: say('帮扶中', 'In help'), FOLLOW_UP: say('回访', 'Follow-up'), CLOSED: say('已结案', 'Closed'), RETURNED: say('退回补正', 'Returned'),
})
const sources = wordsFor<ClueSource>('ClueSource', {
  PERSON: say('本人申请', 'Own application'), VILLAGE: say('嘎查村上报', 'From the village'), VISIT: say('走访发现', 'Seen on a visit'), NEED: say('点单转来', 'From a need request'), VOLUNTEER: say('志愿者反映', 'From a volunteer'), SHEET: say('表格导入', 'From a sheet'),
  DEPARTMENT: say('部门转来', 'From a department'), PETITION: say('来信来访', 'Letter or call'),
})
const nameOf = async (id: string | null, ctx: Context): Promise<string | null> => (await found(ActorName, ctx, id))?.name ?? null
const state = say('状态', 'State')

/** The cases, as they may leave: how they go, never what the hardship is (class C3: the kind, the cause and every text stay in the file). */
export const caseSheet = defineSheet<HardshipCase, HardshipCaseFilter, HardshipCaseSort>({
  name: 'hardshipCases', title: say('困难帮扶案件', 'Hardship cases'), type: HardshipCase, may: 'case.read', filter: HardshipCaseFilter, sort: HardshipCaseSort, rows: searchCases,
  columns: [
    { key: 'number', title: say('编号', 'Number'), width: 14, value: row => row.number },
    { key: 'person', title: say('姓名', 'Name'), width: 14, value: async (row, { store }) => (await store.follow(Person, row.personId))?.name ?? null },
    ...placeColumns<HardshipCase>(),
    { key: 'state', title: state, width: 12, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'source', title: say('来源', 'Source'), width: 12, value: (row, ctx) => inWords(sources, row.source, ctx) },
    { key: 'owner', title: say('承办人', 'In hand with'), width: 14, value: (row, ctx) => nameOf(row.ownerId, ctx) },
    { key: 'urgent', title: say('紧急', 'Urgent'), width: 8, value: (row, ctx) => yesNo(row.urgent, ctx) },
    { key: 'reportedOn', title: say('线索日期', 'Reported on'), width: 12, value: row => row.reportedOn },
    { key: 'registeredOn', title: say('登记日期', 'Registered on'), width: 12, value: row => row.registeredOn },
    { key: 'stateSince', title: say('进入本环节', 'In this state since'), width: 12, value: row => row.stateSince },
    { key: 'dueOn', title: say('本环节期限', 'Due'), width: 12, value: row => row.dueOn },
    { key: 'overdue', title: say('超期', 'Overdue'), width: 8, value: (row, ctx) => yesNo(isOverdue(row, ctx.today), ctx) },
    { key: 'decidedOn', title: say('决定日期', 'Decided on'), width: 12, value: row => row.decidedOn },
    { key: 'deliveredOn', title: say('送达日期', 'Delivered on'), width: 12, value: row => row.deliveredOn },
    { key: 'firstGivenOn', title: say('首次帮扶', 'First help'), width: 12, value: row => row.firstGivenOn },
    { key: 'nextFollowUpOn', title: say('下次回访', 'Next follow-up'), width: 12, value: row => row.nextFollowUpOn },
    { key: 'closedOn', title: say('结案日期', 'Closed on'), width: 12, value: row => row.closedOn },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, state: { title: state, words: states }, source: { title: say('来源', 'Source'), words: sources }, personId: named(say('人员', 'Person'), Person, row => row.name), mine: { title: say('由我办理', 'In my hand') },
    unowned: { title: say('无人承办', 'In nobody’s hand') }, overdue: { title: say('超期', 'Overdue') }, dueSoon: { title: say('将到期', 'Due soon') }, urgent: { title: say('紧急', 'Urgent') }, open: { title: say('在办', 'Open') }, toReview: { title: say('待初审', 'To review') },
    toAnswer: { title: say('有异议待复核', 'Objection to answer') }, transferWaits: { title: say('移交待接收', 'Transfer to answer') }, openedFrom: { title: say('线索日期起', 'Reported from') }, openedTo: { title: say('线索日期止', 'Reported to') },
    dueOnFrom: { title: say('期限起', 'Due from') }, dueOnTo: { title: say('期限止', 'Due to') }, decidedOnFrom: { title: say('决定日期起', 'Decided from') }, decidedOnTo: { title: say('决定日期止', 'Decided to') },
  },
})
