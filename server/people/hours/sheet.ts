import { programmes } from '../../bureau/programmes/sheet'
import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import { defineSheet, inWords, named, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Person } from '../persons/Person'
import { Team } from '../teams/Team'
import { Volunteer } from '../volunteers/Volunteer'
import { ServiceRecordFilter, ServiceRecordSort } from './inputs'
import { ServiceRecord, ServiceState } from './ServiceRecord'

const states = wordsFor<ServiceState>('ServiceState', { CONFIRMED: say('已确认', 'Confirmed'), CORRECTED: say('已更正', 'Corrected'), VOIDED: say('已作废', 'Voided') })
const drill = say('演练', 'Drill')
const state = say('状态', 'State')
const programme = say('项目', 'Programme')
const team = say('服务队', 'Team')

const volunteerOf = async ({ volunteerId }: ServiceRecord, ctx: Context): Promise<Volunteer> => (await ctx.store.follow(Volunteer, volunteerId))!

/** The ledger of hours, as it may leave. */
export const serviceSheet = defineSheet<ServiceRecord, ServiceRecordFilter, ServiceRecordSort>({
  name: 'serviceRecords', title: say('服务记录', 'Service records'), type: ServiceRecord, may: 'volunteer.read', filter: ServiceRecordFilter, sort: ServiceRecordSort, rows: (ctx, filter, sort) => search(ctx, ServiceRecord, { filter, sort }),
  columns: [
    { key: 'volunteer.volunteerNo', title: say('志愿者编号', 'Volunteer no.'), width: 18, value: async (row, ctx) => (await volunteerOf(row, ctx)).volunteerNo },
    { key: 'volunteer.person.name', title: say('姓名', 'Name'), width: 14, value: async (row, ctx) => (await ctx.store.follow(Person, row.personId))?.name ?? null },
    { key: 'servedOn', title: say('服务日期', 'Served on'), width: 12, value: row => row.servedOn },
    { key: 'minutes', title: say('时长（分钟）', 'Minutes'), width: 12, value: row => row.minutes },
    { key: 'programmeCode', title: programme, width: 20, value: (row, ctx) => inWords(programmes, row.programmeCode, ctx) },
    { key: 'content', title: say('服务内容', 'What was done'), width: 28, value: row => row.content },
    { key: 'drill', title: drill, width: 8, value: (row, ctx) => yesNo(row.drill, ctx) },
    { key: 'state', title: state, width: 10, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'team.name', title: team, width: 28, value: async (row, ctx) => (await ctx.store.follow(Team, row.teamId))?.name ?? null },
    { key: 'rating', title: say('评分（1至5）', 'Rating (1 to 5)'), width: 12, value: row => row.rating },
    { key: 'ratingNote', title: say('评价', 'Evaluation'), width: 28, value: row => row.ratingNote },
    ...placeColumns<ServiceRecord>(),
  ],
  filters: {
    region: askedByRegion, programmeCode: { title: programme, words: programmes }, state: { title: state, words: states }, drill: { title: drill }, teamId: named(team, Team, row => row.name), volunteerId: named(say('志愿者', 'Volunteer'), Volunteer, row => row.person.name),
    servedOnFrom: { title: say('服务日期起', 'Served from') }, servedOnTo: { title: say('服务日期止', 'Served until') },
  },
})
