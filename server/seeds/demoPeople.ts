import { addDays, ageOn } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { counties } from '../bureau/regions/data'
import { Beneficiary } from '../people/beneficiaries/Beneficiary'
import { BeneficiaryKind, BeneficiaryState, ConsentChannel, ConsentGiver, ConsentGround, ConsentPurpose, ConsentState, ContactKind, ElderLanguage, RiskGrade } from '../people/beneficiaries/enums'
import { Consent } from '../people/beneficiaries/Consent'
import { Contact } from '../people/beneficiaries/Contact'
import { GradeChange } from '../people/beneficiaries/GradeChange'
import { Person, PersonState, Sex } from '../people/persons/Person'
import { Language, Skill } from '../people/persons/Skill'
import type { SquadProposal } from '../people/teams/SquadProposal'
import { type Team, TeamTier } from '../people/teams/Team'
import type { TeamStanding } from '../people/teams/TeamStanding'
import type { VillageNote } from '../people/teams/VillageNote'
import { Membership, MembershipKind, MembershipState } from '../people/volunteers/Membership'
import { Volunteer, VolunteerCategory, VolunteerState } from '../people/volunteers/Volunteer'
import { leadTeams, makeRequests, makeSquadWishes, makeTeams, seatsOf, villagesOf } from './demoTeams'
import { demoAddress, demoBirthDate, demoName, DemoNumbers } from './names'
import type { Random } from './random'

const county = counties['150525']

/** The invented people of a county, made the same way every time; only the days move with today. */
export interface DemoPeople {
  persons: Person[]
  teams: Team[]
  volunteers: Volunteer[]
  memberships: Membership[]
  beneficiaries: Beneficiary[]
  grades: GradeChange[]
  consents: Consent[]
  contacts: Contact[]
  standings: TeamStanding[]
  proposals: SquadProposal[]
  notes: VillageNote[]
}

/** What people are made from. */
export interface Making {
  random: Random
  today: string
  scale: number
  /** Villages that have a station, and so a team. */
  stationVillages: readonly string[]
}

const at = (day: string, hour = 9): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
const nameOf = (code: string): string => [...county.townships, ...county.villages].find(unit => unit.code === code)?.name ?? county.county.name

export function makePeople(making: Making): DemoPeople {
  const people: DemoPeople = { persons: [], teams: [], volunteers: [], memberships: [], beneficiaries: [], grades: [], consents: [], contacts: [], standings: [], proposals: [], notes: [] }
  const numbers = new DemoNumbers()
  makeTeams(people, making)
  makeVolunteers(people, making, numbers)
  leadTeams(people, making)
  makeRequests(people, making)
  Object.assign(people, makeSquadWishes(people, making))
  makeBeneficiaries(people, making, numbers)
  return people
}

function makePerson({ random, today }: Making, numbers: DemoNumbers, regionCode: string, age: number, more: Partial<Person>): Person {
  const sex = random.chance(0.62) ? Sex.MALE : Sex.FEMALE
  const { name, ethnicCode } = demoName(random, sex)
  const birthDate = demoBirthDate(random, age, today)
  const made = at(addDays(today, -random.int(380, 700)))
  const person = Person.of({
    id: idAt(made), createdAt: made, updatedAt: made, sex, ethnicCode,
    politicalCode: random.chance(0.4) ? '01' : '13', regionCode, isVeteran: false, enlistedMonth: null, dischargedMonth: null, servedInCombat: false,
    state: PersonState.ACTIVE, mergedIntoId: null, deceasedOn: null, verifiedAt: made, ...more,
  })
  person.call(name)
  person.bornOn(birthDate)
  person.identify(numbers.residentId(birthDate, sex))
  person.phone = age > 85 && random.chance(0.3) ? null : numbers.phone()
  person.address = demoAddress(random, nameOf(`${regionCode.slice(0, 9)}000`), nameOf(regionCode))
  return person
}

/** Members are shared out so that most teams have what they must, and squads their four. */
function makeVolunteers(people: DemoPeople, making: Making, numbers: DemoNumbers): void {
  const { random, today, scale } = making
  const wanted = Math.round(600 * scale)
  const seats = people.teams.flatMap((team, n) => Array<Team>(seatsOf(team, n)).fill(team))
  for (let n = 0; n < wanted; n++) {
    const team = seats[n] ?? random.pick(people.teams.filter(each => each.tier === TeamTier.TOWNSHIP))
    const homes = team.tier === TeamTier.BANNER ? villagesOf('150525401000') : team.tier === TeamTier.TOWNSHIP ? villagesOf(team.regionCode) : [county.villages.find(village => village.code === team.regionCode)!]
    const regionCode = random.pick(homes).code
    const age = random.int(22, 66)
    const isVeteran = random.chance(0.85)
    const enlisted = Number(today.slice(0, 4)) - age + random.int(18, 20)
    const person = makePerson(making, numbers, regionCode, age, {
      isVeteran, enlistedMonth: isVeteran ? `${enlisted}-${random.chance(0.5) ? '09' : '12'}` : null, dischargedMonth: isVeteran ? `${Math.min(enlisted + random.int(2, 8), Number(today.slice(0, 4)) - 1)}-11` : null, servedInCombat: isVeteran && age > 60 && random.chance(0.3),
    })
    const state = n < seats.length || random.chance(0.3) ? VolunteerState.ACTIVE : random.pick([VolunteerState.PENDING, VolunteerState.PENDING, VolunteerState.PAUSED, VolunteerState.WITHDRAWN])
    const joined = at(addDays(today, state === VolunteerState.PENDING ? -random.int(1, 12) : -random.int(365, 390)))
    const volunteer = Volunteer.of({
      id: idAt(joined), createdAt: joined, updatedAt: joined, volunteerNo: `V150525-${String(n + 1).padStart(6, '0')}`, platformNo: random.chance(0.7) ? `WM${String(200000 + n)}` : null, nationalNo: null,
      personId: person.id, regionCode, activeSince: state === VolunteerState.PENDING ? null : addDays(today, random.chance(0.12) ? -random.int(20, 300) : -365), teamId: state === VolunteerState.PENDING || state === VolunteerState.WITHDRAWN ? null : team.id, state, skills: random.some([Skill.HAIRCUT, Skill.DRIVING, Skill.COOKING, Skill.REPAIR, Skill.MEDICAL, Skill.READING], random.int(0, 2)),
      languages: person.ethnicCode === '02' || random.chance(0.2) ? [Language.HAN, Language.MONGOL] : [Language.HAN], category: isVeteran ? VolunteerCategory.VETERAN : VolunteerCategory.CITIZEN, sexWish: null, maxLoad: null, load: 0, screenedOn: state === VolunteerState.PENDING ? null : addDays(today, -random.int(360, 364)),
      consentVersion: '2022-1', consentAt: joined, pausedUntil: null, stateReason: null, totalMinutes: 0, teamConfirmed: state !== VolunteerState.PENDING && state !== VolunteerState.WITHDRAWN,
    })
    people.persons.push(person)
    people.volunteers.push(volunteer)
    if (state === VolunteerState.PENDING) continue
    const ended = state === VolunteerState.WITHDRAWN
    people.memberships.push(Membership.of({
      id: idAt(joined), createdAt: joined, updatedAt: joined, volunteerId: volunteer.id, teamId: team.id, regionCode, kind: MembershipKind.HOME, state: ended ? MembershipState.ENDED : MembershipState.ACTIVE,
      from: addDays(today, -365), to: ended ? addDays(today, -40) : null, reason: ended ? '本人申请退出' : null, live: ended ? null : `HOME/${volunteer.id}`,
    }))
  }
}

function makeBeneficiaries(people: DemoPeople, making: Making, numbers: DemoNumbers): void {
  const { random, today, scale } = making
  const known = new Set(people.teams.filter(team => team.tier === TeamTier.VILLAGE || team.tier === TeamTier.SQUAD).map(team => team.regionCode))
  const near = county.villages.filter(village => known.has(village.code))
  for (let n = 0; n < Math.round(400 * scale); n++) {
    const regionCode = (random.chance(0.65) ? random.pick(near) : random.pick(county.villages)).code
    const person = makePerson(making, numbers, regionCode, random.int(64, 94), {})
    const age = ageOn(person.birthDate!, today)
    const kinds = random.some(Object.values(BeneficiaryKind).filter(kind => kind !== BeneficiaryKind.COMRADE), random.int(1, 2))
    if (age >= 80 && !kinds.includes(BeneficiaryKind.OLDEST)) kinds.push(BeneficiaryKind.OLDEST)
    const livesAlone = random.chance(0.55)
    const grade = age >= 80 && livesAlone ? (random.chance(0.85) ? RiskGrade.HIGH : RiskGrade.KEY) : random.chance(0.6) ? RiskGrade.KEY : RiskGrade.GENERAL
    const made = at(addDays(today, -random.int(366, 378)))
    const gradedOn = addDays(today, -365)
    const state = n < 24 * scale ? BeneficiaryState.PROPOSED : n < 32 * scale ? BeneficiaryState.ASSESSED : BeneficiaryState.WAITING
    const consented = state === BeneficiaryState.WAITING
    const elder = Beneficiary.of({
      id: idAt(made), createdAt: made, updatedAt: made, personId: person.id, regionCode, kinds, grade, gradeRank: { HIGH: 1, KEY: 2, GENERAL: 3 }[grade], gradedOn, visitEvery: EVERY[grade], majorChangeAt: null, livesAlone, state, endReason: null, endedOn: null,
      abilities: [], language: person.ethnicCode === '02' ? random.pick([ElderLanguage.MONGOL, ElderLanguage.BOTH]) : ElderLanguage.HAN, volunteerSexWish: null, skillWishes: [], needsNote: random.pick(['想有人陪着说说话', '家里重活干不动', '买药不方便', '冬天取暖要人照看', null]), doctor: null,
      caseWorkerId: null, consentState: consented ? ConsentState.GIVEN : ConsentState.MISSING, consentVersion: consented ? '2022-1' : null, photoConsent: consented && random.chance(0.6), unpairedSince: consented ? addDays(today, -random.int(1, 40)) : null,
      assessment: state === BeneficiaryState.PROPOSED ? null : '入户了解了住房、饮食和身体情况', assessedOn: state === BeneficiaryState.PROPOSED ? null : gradedOn, pausedFrom: null,
    })
    if (random.chance(0.4)) elder.healthNotes = random.pick(['示例：高血压，长期服药', '示例：行动不便，用拐杖', '示例：听力差', '示例：糖尿病'])
    people.persons.push(person)
    people.beneficiaries.push(elder)
    people.grades.push(GradeChange.of({ id: idAt(made), createdAt: made, updatedAt: made, beneficiaryId: elder.id, fromGrade: null, grade, visitEvery: EVERY[grade], gradedOn, reason: '首次评估', majorChange: false, gradedById: 'SYSTEM' }))
    if (consented) people.consents.push(Consent.of({ id: idAt(made), createdAt: made, updatedAt: made, beneficiaryId: elder.id, ...consentOf(gradedOn, elder.photoConsent) }))
    const contact = Contact.of({ id: idAt(made), createdAt: made, updatedAt: made, beneficiaryId: elder.id, regionCode, archived: false, kind: ContactKind.EMERGENCY, name: demoName(random, 'MALE').name, relation: random.pick(['儿子', '女儿', '侄子', '邻居']) })
    contact.phone = numbers.phone()
    people.contacts.push(contact)
  }
}

const EVERY = { [RiskGrade.HIGH]: 7, [RiskGrade.KEY]: 30, [RiskGrade.GENERAL]: 90 }

const consentOf = (givenOn: string, photo: boolean): Partial<Consent> => ({
  purpose: ConsentPurpose.SERVICE, ground: ConsentGround.CONSENT, textVersion: '2022-1', givenBy: ConsentGiver.SELF, guardianName: null, givenOn, channel: ConsentChannel.PAPER, withdrawnOn: null, note: photo ? '同意拍照' : null, recordedById: 'SYSTEM',
})
