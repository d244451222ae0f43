import { addDays } from '../../../server/kernel/days'
import type { Row } from '../../../server/kernel/database'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { Task, TaskKind, TaskState } from '../../../server/bureau/tasks/Task'
import { BeneficiaryState, RiskGrade } from '../../../server/people/beneficiaries/enums'
import { ServiceState } from '../../../server/people/hours/ServiceRecord'
import { type Volunteer, VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { Pairing, PairingEndReason, PairingState, PauseCause } from '../../../server/programmes/pairings/Pairing'
import { RedFlag, VisitManner, VisitState } from '../../../server/programmes/pairings/Visit'
import { at, made, type Making, type People } from './people'

const VISITS = 1_000_000
const SERVICES = { SHILIUZI: ['CLEANING', 'SHOPPING_FESTIVAL', 'ERRANDS'], SUNSET: ['CHATTING', 'READING', 'HAIRCUT', 'BUYING', 'WALKING', 'CLINIC'] } as const
const NOTES = ['老人精神不错', '帮忙打扫了屋子', '一起聊了家常', '陪同去卫生室取药', '取暖煤够用', '想念外地的孩子', null, null]
const STATES = { ACTIVE: 80, PAUSED: 4, PROPOSED: 5, ACCEPTED: 3, ENDED: 8 }
/** How many visits a pairing has had, by the elder's grade. */
const HAD: Record<RiskGrade, readonly [least: number, most: number]> = { HIGH: [40, 108], KEY: [10, 24], GENERAL: [3, 8] }

/** A visit that was made: what its row and its line in the ledger are written from. */
export interface Told {
  id: string
  pairing: Pairing
  volunteer: Volunteer
  /** Which of the volunteer's pairings it was, so that no two visits of one volunteer overlap. */
  slot: number
  day: string
  minutes: number
  phone: boolean
}

export interface Pairings {
  pairings: Pairing[]
  visits: Told[]
  tasks: Task[]
}

/** Each elder has a pairing, most of them running, with a volunteer of the village; and a million visits in all. */
export function makePairings(people: People, making: Making, caseWorkerId: string, township: string): Pairings {
  const { random, ids, today } = making
  const free = new Map<string, Volunteer[]>()
  for (const volunteer of people.volunteers) if (volunteer.state === VolunteerState.ACTIVE) free.set(volunteer.regionCode, [...(free.get(volunteer.regionCode) ?? []), volunteer])
  const told: Pairings = { pairings: [], visits: [], tasks: [] }
  const slots = new Map<string, number>()
  const villages = free.size
  const had: { pairing: Pairing; volunteer: Volunteer; slot: number; many: number }[] = []
  people.elders.forEach((elder, n) => {
    const near = free.get(elder.regionCode)!
    const volunteer = near[Math.floor(n / villages) % Math.ceil(near.length / 3)]!
    const state = PairingState[random.weighted(STATES) as keyof typeof STATES]
    const waits = state === PairingState.PROPOSED || state === PairingState.ACCEPTED
    const ended = state === PairingState.ENDED
    const begun = waits ? addDays(today, -random.int(1, 9)) : addDays(today, -random.int(680, 740))
    if (elder.grade === RiskGrade.HIGH && elder.regionCode.startsWith(township.slice(0, 9))) elder.caseWorkerId = caseWorkerId
    const pairing = Pairing.of({
      ...made(ids, at(begun, 9, n % 60)), programme: random.chance(0.5) ? ProgrammeCode.SHILIUZI : ProgrammeCode.SUNSET, beneficiaryId: elder.id, volunteerId: volunteer.id, helperIds: [], teamId: volunteer.teamId, caseWorkerId: elder.caseWorkerId, regionCode: elder.regionCode, state,
      startedOn: waits ? null : begun, endedOn: ended ? addDays(today, -random.int(5, 60)) : null, endReason: ended ? random.pick([PairingEndReason.MOVED, PairingEndReason.DECLINED]) : null, visitEvery: elder.visitEvery, nextVisitOn: null, soonOn: null, lastVisitId: null, lastVisitedOn: null,
      lastContactOn: null, phoneInARow: 0, pausedOn: state === PairingState.PAUSED ? addDays(today, -random.int(3, 20)) : null, pauseCause: state === PairingState.PAUSED ? PauseCause.PAIRING : null, resumedOn: null, pausedDays: null, majorChangeAt: null, warnedAt: null, plannedOn: null,
      plannedVisitId: null, predecessorId: null, agreement: null, wish: null, needsHandover: false, firstVisitAccompaniedBy: waits ? null : '嘎查村联络员',
    })
    told.pairings.push(pairing)
    elder.state = waits || ended ? BeneficiaryState.WAITING : BeneficiaryState.PAIRED
    elder.unpairedSince = ended ? pairing.endedOn : null
    if (!ended) volunteer.load += 1
    const slot = (slots.get(volunteer.id) ?? 0) + 1
    slots.set(volunteer.id, slot)
    if (!waits) had.push({ pairing, volunteer, slot, many: random.int(...HAD[elder.grade]) })
  })
  // The last visits are shared out over those who are visited most, so that it is a million.
  const often = had.filter(({ pairing }) => pairing.visitEvery === 7)
  for (let missing = VISITS - had.reduce((sum, { many }) => sum + many, 0), n = 0; missing !== 0; n++) {
    const one = often[n % often.length]!
    const step = Math.sign(missing)
    if (one.many + step > 0) [one.many, missing] = [one.many + step, missing - step]
  }
  for (const { pairing, volunteer, slot, many } of had) tellVisits(told, pairing, volunteer, slot, many, making)
  told.visits.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  for (const visit of told.visits) visit.id = ids.at(beginOf(visit))
  for (const { pairing, id } of told.visits) pairing.lastVisitId = id
  for (const visit of told.visits) if (isFlagged(visit)) told.tasks.push(raise(visit, making))
  return told
}

/** From the last visit backwards, each a little less than the period before the next; one in eight pairings is late now. */
function tellVisits(told: Pairings, pairing: Pairing, volunteer: Volunteer, slot: number, many: number, { random, today }: Making): void {
  const late = random.chance(0.12)
  const until = pairing.endedOn ?? pairing.pausedOn ?? addDays(today, late ? -(pairing.visitEvery + random.int(1, 20)) : -random.int(1, Math.max(1, pairing.visitEvery - 1)))
  const days = [until]
  const least = pairing.visitEvery === 7 ? 5 : Math.ceil((pairing.visitEvery * 2) / 3)
  while (days.length < many) days.push(addDays(days.at(-1)!, -random.int(least, pairing.visitEvery)))
  pairing.startedOn = days.at(-1)!
  pairing.createdAt = pairing.updatedAt = at(addDays(pairing.startedOn, -4))
  let phoneBefore = true
  for (const day of days.reverse()) {
    const phone: boolean = !phoneBefore && random.chance(0.15)
    phoneBefore = phone
    told.visits.push({ id: '', pairing, volunteer, slot, day, phone, minutes: phone ? random.int(5, 20) : random.int(30, 110) })
  }
  Object.assign(pairing, { lastVisitedOn: until, lastContactOn: until, phoneInARow: phoneBefore ? 1 : 0 })
  pairing.moveDueDate({ soonPercent: 20, phoneInARow: 1 })
}

const beginOf = ({ day, slot }: Told): Date => at(day, 6 + 2 * slot)
/** What a visit's id ends in decides by chance what was found. */
const digit = ({ id }: Told, one: number): number => id.charCodeAt(25 - one)
const isFlagged = (visit: Told): boolean => !visit.phone && digit(visit, 0) === 65 && digit(visit, 1) % 3 === 0

function raise(visit: Told, { ids, today }: Making): Task {
  const when = beginOf(visit)
  const open = visit.day >= addDays(today, -3)
  return Task.of({
    ...made(ids, when), kind: TaskKind.RED_FLAG, state: open ? TaskState.OPEN : TaskState.SETTLED, regionCode: visit.pairing.regionCode, entity: 'Visit', entityId: visit.id, openKey: open ? `Visit/${visit.id}/RED_FLAG` : null, teamId: visit.volunteer.teamId, personId: null, assigneeId: null,
    volunteerId: visit.volunteer.id, caseWorkerId: visit.pairing.caseWorkerId, title: '走访中发现险情，请在 24 小时内处置', titleEn: 'A visit found danger: act within 24 hours', cause: 'RED_FLAG', openedAt: when, dueAt: new Date(when.getTime() + 86_400_000),
    settledAt: open ? null : new Date(when.getTime() + 8 * 3_600_000), settledById: null, settlement: open ? null : '已联系家属和卫生室，情况稳定',
  })
}

/** The visits' rows, made one after the other: a million of them need not stand in memory. */
export function* visitRows(visits: readonly Told[]): Generator<Row> {
  for (const visit of visits) {
    const { id, pairing, volunteer, day, minutes, phone } = visit
    const begins = beginOf(visit)
    const known = SERVICES[pairing.programme as keyof typeof SERVICES]
    yield {
      id, version: 1, createdAt: begins, updatedAt: begins, pairingId: pairing.id, beneficiaryId: pairing.beneficiaryId, volunteerId: volunteer.id, regionCode: pairing.regionCode, programme: pairing.programme, state: VisitState.DONE, plannedOn: null, visitedOn: day, standsOn: day,
      startedAt: begins, endedAt: new Date(begins.getTime() + minutes * 60_000), manner: phone ? VisitManner.PHONE : VisitManner.HOME, contactMade: 1, minutes, services: phone ? '' : known[digit(visit, 0) % known.length], condition: 3 + (digit(visit, 0) % 3),
      flags: isFlagged(visit) ? Object.values(RedFlag)[digit(visit, 2) % 4] : '', note: NOTES[digit(visit, 1) % NOTES.length], counts: 1, confirmedById: null, recordedById: null, amount: null, receiptIds: '', noReceiptReason: null, signedBackBy: null,
    }
  }
}

/** Their lines in the ledger of hours. */
export function* ledgerRows(visits: readonly Told[], { ids }: Making): Generator<Row> {
  for (const visit of visits) {
    const { id, pairing, volunteer, day, minutes } = visit
    const begins = beginOf(visit)
    const ends = new Date(begins.getTime() + minutes * 60_000)
    yield {
      id: ids.at(ends), version: 1, createdAt: ends, updatedAt: ends, volunteerId: volunteer.id, personId: volunteer.personId, teamId: volunteer.teamId, regionCode: pairing.regionCode, homeRegionCode: volunteer.regionCode, programmeCode: pairing.programme, sourceType: 'Visit', sourceId: id,
      sourceKey: `Visit/${id}`, content: null, servedOn: day, startedAt: begins, endedAt: ends, breakMinutes: 0, minutes, drill: 0, state: ServiceState.CONFIRMED, correctionOfId: null, note: null, voidReason: null, rating: null, ratingNote: null,
    }
  }
}
