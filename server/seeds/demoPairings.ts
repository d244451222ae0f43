import { addDays, daysBetween } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { distance } from '../kernel/regionCode'
import { ProgrammeCode } from '../bureau/programmes/ProgrammeCode'
import { Task, TaskKind, TaskState } from '../bureau/tasks/Task'
import type { Beneficiary } from '../people/beneficiaries/Beneficiary'
import { BeneficiaryState, RiskGrade } from '../people/beneficiaries/enums'
import { ServiceRecord, ServiceState } from '../people/hours/ServiceRecord'
import { type Volunteer, VolunteerState } from '../people/volunteers/Volunteer'
import { NeedRequest, NeedState } from '../programmes/pairings/needs/NeedRequest'
import { ERRANDS } from '../programmes/pairings/errand'
import { Pairing, PairingEndReason, PairingState, PauseCause } from '../programmes/pairings/Pairing'
import { RedFlag, Visit, VisitManner, VisitState } from '../programmes/pairings/Visit'
import type { DemoPeople } from './demoPeople'
import type { Random } from './random'

const SERVICES = { SHILIUZI: ['CLEANING', 'SHOPPING_FESTIVAL', 'ERRANDS'], SUNSET: ['CHATTING', 'READING', 'HAIRCUT', 'BUYING', 'WALKING', 'CLINIC'] } as const
const NOTES = ['老人精神不错', '帮忙打扫了屋子', '一起聊了家常', '陪同去卫生室取药', '取暖煤够用', '想念外地的孩子', null, null]

export interface DemoPairings {
  pairings: Pairing[]
  visits: Visit[]
  records: ServiceRecord[]
  tasks: Task[]
  needs: NeedRequest[]
}

interface Telling {
  random: Random
  today: string
  scale: number
}

const UNSPENT = { amount: null, receiptIds: [], noReceiptReason: null, signedBackBy: null }
const at = (day: string, hour: number, minute = 0): Date => new Date(new Date(`${day}T00:00:00+08:00`).getTime() + (hour * 60 + minute) * 60_000)

/** Tells a year of visits: who looks in on whom, how often, what was found; some late, some given up. */
export function makePairings(people: DemoPeople, telling: Telling): DemoPairings {
  const { random, scale } = telling
  const told: DemoPairings = { pairings: [], visits: [], records: [], tasks: [], needs: [] }
  const busy = new Map<string, Set<string>>()
  const states = [
    ...Array<PairingState>(Math.round(282 * scale)).fill(PairingState.ACTIVE),
    ...Array<PairingState>(Math.round(14 * scale)).fill(PairingState.PAUSED),
    ...Array<PairingState>(Math.round(18 * scale)).fill(PairingState.PROPOSED),
    ...Array<PairingState>(Math.round(12 * scale)).fill(PairingState.ACCEPTED),
    ...Array<PairingState>(Math.round(24 * scale)).fill(PairingState.ENDED),
  ]
  const elders = random.some(people.beneficiaries.filter(elder => elder.state === BeneficiaryState.WAITING), states.length)
  elders.forEach((elder, n) => {
    const volunteer = nearest(people.volunteers, elder, random)
    if (volunteer) tell(told, people, elder, volunteer, states[n]!, telling, busy)
  })
  return told
}

/** A volunteer with room who lives as near as may be. */
function nearest(volunteers: readonly Volunteer[], elder: Beneficiary, random: Random): Volunteer | undefined {
  const free = volunteers.filter(volunteer => volunteer.state === VolunteerState.ACTIVE && volunteer.load < 3)
  for (const far of [0, 1, 2]) {
    const near = free.filter(volunteer => distance(volunteer.regionCode, elder.regionCode) <= far)
    if (near.length > 0) return random.pick(near)
  }
  return undefined
}

function tell(told: DemoPairings, people: DemoPeople, elder: Beneficiary, volunteer: Volunteer, state: PairingState, { random, today }: Telling, busy: Map<string, Set<string>>): void {
  const begun = state === PairingState.PROPOSED || state === PairingState.ACCEPTED ? addDays(today, -random.int(1, 9)) : addDays(today, -random.int(170, 362))
  const made = at(begun, 9, random.int(0, 59))
  const started = state === PairingState.PROPOSED || state === PairingState.ACCEPTED ? null : begun
  const endedOn = state === PairingState.ENDED ? addDays(today, -random.int(5, 60)) : null
  const programme = random.chance(0.5) ? ProgrammeCode.SHILIUZI : ProgrammeCode.SUNSET
  const pairing = Pairing.of({
    id: idAt(made), createdAt: made, updatedAt: made, programme, beneficiaryId: elder.id, volunteerId: volunteer.id, helperIds: [], teamId: volunteer.teamId, caseWorkerId: elder.caseWorkerId, regionCode: elder.regionCode, state,
    startedOn: started, endedOn, endReason: endedOn ? random.pick([PairingEndReason.MOVED, PairingEndReason.DECLINED]) : null, visitEvery: elder.visitEvery, nextVisitOn: null, lastVisitId: null, lastContactOn: null, phoneInARow: 0,
    pausedOn: state === PairingState.PAUSED ? addDays(today, -random.int(3, 20)) : null, predecessorId: null, soonOn: null, pauseCause: state === PairingState.PAUSED ? PauseCause.PAIRING : null, resumedOn: null, pausedDays: null, majorChangeAt: null, warnedAt: null, plannedOn: null, plannedVisitId: null, agreement: null, wish: null, needsHandover: false, firstVisitAccompaniedBy: started ? '嘎查村联络员' : null,
  })
  if (random.chance(0.08)) {
    const helper = people.volunteers.find(other => other.regionCode === elder.regionCode && other.id !== volunteer.id && other.state === VolunteerState.ACTIVE && other.load < 3)
    if (helper) pairing.helperIds = [helper.id]
  }
  told.pairings.push(pairing)
  if (state !== PairingState.ENDED) {
    volunteer.load += 1
    for (const id of pairing.helperIds) people.volunteers.find(other => other.id === id)!.load += 1
    elder.unpairedSince = null
    elder.state = state === PairingState.ACTIVE || state === PairingState.PAUSED ? BeneficiaryState.PAIRED : BeneficiaryState.WAITING
  }
  if (started) tellVisits(told, people, pairing, elder, volunteer, random, today, busy)
}

function tellVisits(told: DemoPairings, people: DemoPeople, pairing: Pairing, elder: Beneficiary, volunteer: Volunteer, random: Random, today: string, busy: Map<string, Set<string>>): void {
  const last = pairing.endedOn ?? pairing.pausedOn ?? addDays(today, -1)
  // A few are late on purpose: overdue by some days, or by many.
  const giveUp = random.chance(0.13) ? addDays(last, -(pairing.visitEvery + random.int(1, Math.max(3, Math.round(pairing.visitEvery / 3))))) : last
  const taken = busy.get(volunteer.id) ?? new Set<string>()
  busy.set(volunteer.id, taken)
  let phoneBefore = false
  for (let day = pairing.startedOn!; day <= giveUp; day = addDays(day, Math.max(2, pairing.visitEvery - random.int(0, Math.ceil(pairing.visitEvery / 3))))) {
    if (taken.has(day)) continue
    taken.add(day)
    const first = day === pairing.startedOn
    const phone: boolean = !first && !phoneBefore && random.chance(0.15)
    const missed = !first && random.chance(0.04)
    const contact = !missed && (first || random.chance(0.96))
    const minutes = missed || !contact ? 0 : phone ? random.int(5, 20) : random.int(30, 120)
    const begins = at(day, random.int(8, 16), random.int(0, 11) * 5)
    const flags = !missed && contact && random.chance(daysBetween(day, today) < 14 ? 0.06 : 0.012) ? [random.pick([RedFlag.ILL, RedFlag.FALL_RISK, RedFlag.NO_HEATING, RedFlag.LOW_SPIRITS])] : []
    const services = missed || phone || !contact ? [] : random.some(SERVICES[pairing.programme as 'SHILIUZI' | 'SUNSET'], random.int(1, 2))
    const spent = services.some(service => ERRANDS.includes(service)) && random.chance(0.5) ? { amount: `${random.int(8, 120)}.50`, receiptIds: [], noReceiptReason: '集市摊位不开小票', signedBackBy: '老人本人' } : UNSPENT
    const visit = Visit.of({
      id: idAt(begins), createdAt: begins, updatedAt: begins, pairingId: pairing.id, beneficiaryId: elder.id, volunteerId: volunteer.id, regionCode: pairing.regionCode, programme: pairing.programme, state: missed ? VisitState.MISSED : VisitState.DONE,
      plannedOn: missed || random.chance(0.3) ? day : null, visitedOn: missed ? null : day, startedAt: missed ? null : begins, endedAt: missed ? null : new Date(begins.getTime() + minutes * 60_000), manner: phone ? VisitManner.PHONE : VisitManner.HOME,
      contactMade: contact, minutes, services, condition: contact ? random.int(3, 5) : null, flags, note: missed ? '志愿者临时有事' : contact ? random.pick(NOTES) : '敲门无人应答', counts: contact, confirmedById: null, recordedById: null,
      ...spent,
    })
    told.visits.push(visit)
    phoneBefore = phone && contact
    if (missed) continue
    pairing.lastVisitId = visit.id
    pairing.lastVisitedOn = day
    if (contact) {
      pairing.lastContactOn = day
      pairing.phoneInARow = phone ? 1 : 0
    }
    if (minutes > 0) record(told, visit, volunteer)
    if (flags.length > 0) raise(told, visit, elder, volunteer, begins, today)
    if (random.chance(0.015)) need(told, visit, elder, begins, random)
  }
  if (pairing.state === PairingState.ACTIVE || pairing.state === PairingState.PAUSED) {
    pairing.moveDueDate({ soonPercent: 20, phoneInARow: 1 })
    const due = pairing.nextVisitOn ?? ''
    if (pairing.state === PairingState.ACTIVE && random.chance(0.12) && due >= today) plan(told, pairing, due)
  }
}

function record(told: DemoPairings, visit: Visit, volunteer: Volunteer): void {
  told.records.push(ServiceRecord.of({
    id: idAt(visit.endedAt!), createdAt: visit.endedAt!, updatedAt: visit.endedAt!, volunteerId: volunteer.id, personId: volunteer.personId, teamId: volunteer.teamId, regionCode: visit.regionCode, programmeCode: visit.programme,
    homeRegionCode: volunteer.regionCode, sourceType: 'Visit', sourceId: visit.id, sourceKey: `Visit/${visit.id}`, content: null, breakMinutes: 0, drill: false, note: null, voidReason: null, servedOn: visit.visitedOn!, startedAt: visit.startedAt, endedAt: visit.endedAt, minutes: visit.minutes, state: ServiceState.CONFIRMED, correctionOfId: null,
  }))
  volunteer.totalMinutes += visit.minutes
}

function raise(told: DemoPairings, visit: Visit, elder: Beneficiary, volunteer: Volunteer, when: Date, today: string): void {
  const open = daysBetween(visit.visitedOn!, today) <= 3
  told.tasks.push(Task.of({
    id: idAt(when), createdAt: when, updatedAt: when, kind: TaskKind.RED_FLAG, state: open ? TaskState.OPEN : TaskState.SETTLED, regionCode: visit.regionCode, entity: 'Visit', entityId: visit.id, openKey: open ? `Visit/${visit.id}/RED_FLAG` : null, teamId: volunteer.teamId, personId: elder.personId, assigneeId: null, volunteerId: volunteer.id, caseWorkerId: elder.caseWorkerId,
    title: '走访中发现险情，请在 24 小时内处置', titleEn: 'A visit found danger: act within 24 hours', cause: 'RED_FLAG', openedAt: when, dueAt: new Date(when.getTime() + 24 * 3_600_000),
    settledAt: open ? null : new Date(when.getTime() + 8 * 3_600_000), settledById: null, settlement: open ? null : '已联系家属和卫生室，情况稳定',
  }))
}

function need(told: DemoPairings, visit: Visit, elder: Beneficiary, when: Date, random: Random): void {
  const state = random.pick([NeedState.OPEN, NeedState.DONE, NeedState.CONFIRMED, NeedState.CONFIRMED])
  told.needs.push(NeedRequest.of({
    id: idAt(when), createdAt: when, updatedAt: when, beneficiaryId: elder.id, pairingId: visit.pairingId, regionCode: visit.regionCode, programme: visit.programme, service: null, text: random.pick(['想换一条灯绳', '需要代买降压药', '炉子要修', '想理发']),
    state, volunteerId: state === NeedState.OPEN ? null : visit.volunteerId, result: state === NeedState.OPEN ? null : '已办好', rating: state === NeedState.CONFIRMED ? random.int(4, 5) : null, ratingNote: null,
  }))
}

function plan(told: DemoPairings, pairing: Pairing, day: string): void {
  const when = at(addDays(day, -1), 10)
  const visit = Visit.of({
    id: idAt(new Date(Math.min(when.getTime(), Date.now() - 3_600_000))), createdAt: new Date(Math.min(when.getTime(), Date.now() - 3_600_000)), pairingId: pairing.id, beneficiaryId: pairing.beneficiaryId, volunteerId: pairing.volunteerId, regionCode: pairing.regionCode, programme: pairing.programme,
    state: VisitState.PLANNED, plannedOn: day, visitedOn: null, startedAt: null, endedAt: null, manner: VisitManner.HOME, contactMade: false, minutes: 0, services: [], condition: null, flags: [], note: null, counts: false, confirmedById: null, recordedById: null, ...UNSPENT,
  })
  told.visits.push(visit)
  Object.assign(pairing, { plannedOn: day, plannedVisitId: visit.id })
}

/** Whether an elder of this grade should have a case worker of their own. */
export const wantsCaseWorker = (elder: Beneficiary): boolean => elder.grade === RiskGrade.HIGH
