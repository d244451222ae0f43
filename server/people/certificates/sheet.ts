import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { dayOf } from '../../kernel/days'
import { defineSheet, inWords, named, spoken, wordsFor } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Person } from '../persons/Person'
import { Volunteer } from '../volunteers/Volunteer'
import { Certificate, CertificateState } from './Certificate'
import { CertificateFilter, CertificateSort } from './inputs'
import { searchCertificates } from './searchCertificates'

const states = wordsFor<CertificateState>('CertificateState', { REQUESTED: say('已申请', 'Asked for'), APPROVED: say('待盖章', 'To be sealed'), ISSUED: say('已盖章发出', 'Sealed'), REVOKED: say('已撤销', 'Revoked'), REJECTED: say('未通过', 'Turned down') })
const number = say('编号', 'Number')
const state = say('状态', 'State')
const volunteer = say('志愿者', 'Volunteer')

const volunteerOf = async ({ volunteerId }: Certificate, { store }: Context): Promise<Volunteer> => (await store.follow(Volunteer, volunteerId))!

/** The certificates, as they may leave: what was frozen where it was, and never the check code. */
export const certificateSheet = defineSheet<Certificate, CertificateFilter, CertificateSort>({
  name: 'certificates', title: say('志愿服务记录证明', 'Service certificates'), type: Certificate, may: 'certificate.read', filter: CertificateFilter, sort: CertificateSort, rows: searchCertificates,
  columns: [
    { key: 'volunteer.volunteerNo', title: say('志愿者编号', 'Volunteer no.'), width: 18, value: async (row, ctx) => (await volunteerOf(row, ctx)).volunteerNo },
    { key: 'volunteer.person.name', title: say('姓名', 'Name'), width: 14, value: async (row, ctx) => row.content?.name ?? (await ctx.store.follow(Person, (await volunteerOf(row, ctx)).personId))?.name ?? null },
    { key: 'number', title: number, width: 20, value: row => row.number },
    { key: 'from', title: say('起始日期', 'From'), width: 12, value: row => row.from },
    { key: 'to', title: say('截止日期', 'To'), width: 12, value: row => row.to },
    { key: 'content.minutes', title: say('记录时长（分钟）', 'Minutes'), width: 14, value: row => row.content?.minutes ?? null },
    { key: 'content.drillMinutes', title: say('演练时长（分钟）', 'Drill minutes'), width: 14, value: row => row.content?.drillMinutes ?? null },
    { key: 'purpose', title: say('用途', 'What for'), width: 20, value: row => row.purpose },
    { key: 'state', title: state, width: 12, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'createdAt', title: say('申请日期', 'Asked for on'), width: 12, value: row => dayOf(row.createdAt) },
    { key: 'approvedAt', title: say('审批日期', 'Approved on'), width: 12, value: row => row.approvedAt && dayOf(row.approvedAt) },
    { key: 'displayUntil', title: say('公示至', 'Published until'), width: 12, value: row => row.displayUntil },
    { key: 'sealedOn', title: say('盖章日期', 'Sealed on'), width: 12, value: row => row.sealedOn },
    { key: 'reason', title: say('未通过或撤销的原因', 'Why it was turned down or revoked'), width: 28, value: row => row.reason },
    ...placeColumns<Certificate>(),
  ],
  filters: {
    q: spoken(number), region: askedByRegion, state: { title: state, words: states }, volunteerId: named(volunteer, Volunteer, row => row.person.name),
    sealedOnFrom: { title: say('盖章日期起', 'Sealed from') }, sealedOnTo: { title: say('盖章日期止', 'Sealed until') },
  },
})
