import { addDays } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { maskColumn } from '../kernel/sealed'
import { Certificate, CertificateState } from '../people/certificates/Certificate'
import { CertificateCounter, newCheckCode } from '../people/certificates/CertificateCounter'
import { type ServiceRecord, ServiceState } from '../people/hours/ServiceRecord'
import type { Person } from '../people/persons/Person'
import type { Volunteer } from '../people/volunteers/Volunteer'

export interface DemoCertificates {
  certificates: Certificate[]
  counter: CertificateCounter
}

const STATES = [CertificateState.ISSUED, CertificateState.ISSUED, CertificateState.REVOKED, CertificateState.APPROVED, CertificateState.APPROVED, CertificateState.REQUESTED, CertificateState.REQUESTED, CertificateState.REQUESTED] as const

/** Some of those who served most have asked for a record of it: sealed, waiting for the seal, waiting for approval, one revoked. */
export function makeCertificates(persons: readonly Person[], volunteers: readonly Volunteer[], records: readonly ServiceRecord[], today: string): DemoCertificates {
  const counting = records.filter(({ state, drill }) => state === ServiceState.CONFIRMED && !drill)
  const minutesOf = new Map<string, number>()
  for (const { volunteerId, minutes } of counting) minutesOf.set(volunteerId, (minutesOf.get(volunteerId) ?? 0) + minutes)
  const most = [...volunteers].sort((one, other) => (minutesOf.get(other.id) ?? 0) - (minutesOf.get(one.id) ?? 0)).slice(0, STATES.length)
  const year = today.slice(0, 4)
  let last = 0
  const certificates = most.map((volunteer, n) => {
    const asked = new Date(`${addDays(today, n - 20)}T09:20:00+08:00`)
    const to = addDays(today, n - 21)
    const state = STATES[n]!
    const certificate = Certificate.of({
      id: idAt(asked), createdAt: asked, updatedAt: asked, volunteerId: volunteer.id, regionCode: volunteer.regionCode, state, from: addDays(to, -364), to, purpose: '年度评优', requestedById: 'SYSTEM', number: null, checkCode: null, approvedAt: null, content: null,
      sealedOn: null, remarks: null, reason: null, pendingKey: state === CertificateState.REQUESTED ? volunteer.id : null,
    })
    if (state === CertificateState.REQUESTED) return certificate
    const person = persons.find(({ id }) => id === volunteer.personId)!
    const lines = counting.filter(({ volunteerId, servedOn }) => volunteerId === volunteer.id && servedOn >= certificate.from && servedOn <= to).sort((one, other) => (one.servedOn < other.servedOn ? -1 : 1))
    Object.assign(certificate, {
      number: `150525-${year}-${String((last += 1)).padStart(6, '0')}`, checkCode: newCheckCode(), approvedAt: new Date(asked.getTime() + 3_600_000),
      content: {
        name: person.name, volunteerNo: volunteer.volunteerNo, nationalNo: null, idCardMask: Reflect.get(person, maskColumn('idCard')) as string | null, minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0), drillMinutes: 0,
        lines: lines.map(({ servedOn, programmeCode, content, minutes }) => ({ servedOn, programmeCode, content, minutes })), issuer: '奈曼旗退役军人服务中心', responsible: '示例负责人', handler: '示例业务员', contact: '0475-0000000',
      },
    })
    if (state !== CertificateState.APPROVED) certificate.sealedOn = addDays(today, n - 18)
    if (state === CertificateState.REVOKED) certificate.reason = '经核查时段填写有误，另行出具'
    return certificate
  })
  return { certificates, counter: CertificateCounter.of({ series: `150525-${year}`, last }) }
}
