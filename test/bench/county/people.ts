import { addDays } from '../../../server/kernel/days'
import { counties } from '../../../server/bureau/regions/data'
import { Beneficiary } from '../../../server/people/beneficiaries/Beneficiary'
import { BeneficiaryKind, BeneficiaryState, ConsentChannel, ConsentGiver, ConsentGround, ConsentPurpose, ConsentState, ElderLanguage, RiskGrade } from '../../../server/people/beneficiaries/enums'
import { Consent } from '../../../server/people/beneficiaries/Consent'
import { Person, PersonState, Sex } from '../../../server/people/persons/Person'
import { Language, Skill } from '../../../server/people/persons/Skill'
import { MinimumBasis, Team, TeamState, TeamTier } from '../../../server/people/teams/Team'
import { TeamStanding } from '../../../server/people/teams/TeamStanding'
import { Membership, MembershipKind, MembershipState } from '../../../server/people/volunteers/Membership'
import { Volunteer, VolunteerCategory, VolunteerState } from '../../../server/people/volunteers/Volunteer'
import { demoAddress, demoBirthDate, demoName, DemoNumbers } from '../../../server/seeds/names'
import type { Random } from '../../../server/seeds/random'
import type { Ids } from './Ids'

const TEAMS = 400
const VOLUNTEERS = 50_000
const ELDERS = 20_000
export const EVERY = { [RiskGrade.HIGH]: 7, [RiskGrade.KEY]: 30, [RiskGrade.GENERAL]: 90 }
const RANK = { [RiskGrade.HIGH]: 1, [RiskGrade.KEY]: 2, [RiskGrade.GENERAL]: 3 }

const county = counties['150525']
const names = new Map([...county.townships, ...county.villages].map(({ code, name }) => [code, name]))

/** What the people of the county are made from. */
export interface Making {
  random: Random
  ids: Ids
  today: string
  /** The account that everything is done by, where nobody else is named. */
  officerId: string
}

export interface People {
  persons: Person[]
  teams: Team[]
  standings: TeamStanding[]
  volunteers: Volunteer[]
  memberships: Membership[]
  elders: Beneficiary[]
  consents: Consent[]
}

/** An instant of a day, by the bureau's clock. */
export const at = (day: string, hour = 9, minute = 0): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + (hour * 60 + minute) * 60_000)
/** What every new row has, as if it had been made then. */
export const made = (ids: Ids, instant: Date) => ({ id: ids.at(instant), createdAt: instant, updatedAt: instant })

export function makePeople(making: Making): People {
  const people: People = { persons: [], teams: makeTeams(making), standings: [], volunteers: [], memberships: [], elders: [], consents: [] }
  const numbers = new DemoNumbers()
  makeVolunteers(people, making, numbers)
  makeElders(people, making, numbers)
  countTeams(people, making)
  return people
}

/** One of the banner, one a township, one a village, and squads up to four hundred. */
function makeTeams({ ids, today }: Making): Team[] {
  const make = (tier: TeamTier, regionCode: string, name: string, parentId: string | null, n = 1): Team => {
    const squad = tier === TeamTier.SQUAD
    return Team.of({
      ...made(ids, at(addDays(today, -900))), code: squad ? `${regionCode}-S${n}` : `${regionCode}-${tier.charAt(0)}`, name, tier, regionCode, parentId, stationId: null, leaderId: null, deputyIds: [], memberMin: squad ? 3 : 10,
      minBasis: squad ? MinimumBasis.VETERAN : MinimumBasis.ALL, exemptUntil: null, exemptReason: null, state: TeamState.ACTIVE, rectifyCause: null, rectifyBy: null, foundedOn: addDays(today, -900), memberCount: 0, veteranCount: 0, place: squad ? null : `${tier}/${regionCode}`,
    })
  }
  const banner = make(TeamTier.BANNER, county.county.code, '奈曼旗退役军人志愿服务队', null)
  const townships = county.townships.map(({ code, name }) => make(TeamTier.TOWNSHIP, code, `${name}退役军人志愿服务队`, banner.id))
  const above = new Map(townships.map(team => [team.regionCode.slice(0, 9), team.id]))
  const villages = county.villages.map(({ code, name }) => make(TeamTier.VILLAGE, code, `${name}退役军人志愿服务队`, above.get(code.slice(0, 9)) ?? banner.id))
  const squads = Array.from({ length: Math.max(0, TEAMS - 1 - townships.length - villages.length) }, (_, n) => {
    const { regionCode, name, id } = villages[n % villages.length]!
    return make(TeamTier.SQUAD, regionCode, `${name}第${n + 1}小分队`, id, n + 1)
  })
  return [banner, ...townships, ...villages, ...squads].slice(0, TEAMS)
}

function makePerson({ random, ids, today }: Making, numbers: DemoNumbers, regionCode: string, age: number, born: Date, more: Partial<Person>): Person {
  const sex = random.chance(0.62) ? Sex.MALE : Sex.FEMALE
  const { name, ethnicCode } = demoName(random, sex)
  const birthDate = demoBirthDate(random, age, today)
  const person = Person.of({
    ...made(ids, born), sex, ethnicCode, politicalCode: random.chance(0.4) ? '01' : '13', regionCode, isVeteran: false, enlistedMonth: null, dischargedMonth: null, servedInCombat: false,
    state: PersonState.ACTIVE, mergedIntoId: null, deceasedOn: null, verifiedAt: born, ...more,
  })
  person.call(name)
  person.bornOn(birthDate)
  person.identify(numbers.residentId(birthDate, sex))
  person.phone = age > 85 && random.chance(0.3) ? null : numbers.phone()
  person.address = demoAddress(random, names.get(`${regionCode.slice(0, 9)}000`) ?? '', names.get(regionCode) ?? '')
  return person
}

const STATES = { ACTIVE: 86, PAUSED: 4, PENDING: 5, WITHDRAWN: 5 }

function makeVolunteers(people: People, making: Making, numbers: DemoNumbers): void {
  const { random, ids, today } = making
  const teams = new Map(people.teams.map(team => [`${team.tier}/${team.regionCode}`, team]))
  for (let n = 0; n < VOLUNTEERS; n++) {
    const regionCode = county.villages[n % county.villages.length]!.code
    const state = VolunteerState[random.weighted(STATES) as keyof typeof STATES]
    const [pending, gone] = [state === VolunteerState.PENDING, state === VolunteerState.WITHDRAWN]
    const joinedOn = addDays(today, pending ? -random.int(1, 20) : -random.int(60, 880))
    const joined = at(joinedOn, 8 + (n % 9), n % 60)
    const age = random.int(22, 66)
    const isVeteran = random.chance(0.85)
    const enlisted = Number(today.slice(0, 4)) - age + random.int(18, 20)
    const person = makePerson(making, numbers, regionCode, age, joined, {
      isVeteran, enlistedMonth: isVeteran ? `${enlisted}-${random.chance(0.5) ? '09' : '12'}` : null, dischargedMonth: isVeteran ? `${Math.min(enlisted + random.int(2, 8), Number(today.slice(0, 4)) - 1)}-11` : null,
    })
    const team = (random.chance(0.88) ? teams.get(`VILLAGE/${regionCode}`) : undefined) ?? teams.get(`TOWNSHIP/${regionCode.slice(0, 9)}000`)!
    const volunteer = Volunteer.of({
      ...made(ids, joined), volunteerNo: `V150525-${String(n + 1).padStart(6, '0')}`, platformNo: random.chance(0.7) ? `WM${String(200_000 + n)}` : null, nationalNo: null, personId: person.id, regionCode, activeSince: pending ? null : joinedOn, teamId: pending || gone ? null : team.id,
      state, skills: random.some([Skill.HAIRCUT, Skill.DRIVING, Skill.COOKING, Skill.REPAIR, Skill.MEDICAL, Skill.READING], random.int(0, 2)), languages: person.ethnicCode === '02' ? [Language.HAN, Language.MONGOL] : [Language.HAN],
      category: isVeteran ? VolunteerCategory.VETERAN : VolunteerCategory.CITIZEN, sexWish: null, maxLoad: null, load: 0, screenedOn: pending ? null : addDays(today, -random.int(1, 360)), consentVersion: '2022-1', consentAt: joined, pausedUntil: null,
      stateReason: gone ? '本人申请退出' : null, totalMinutes: 0, teamConfirmed: !pending && !gone,
    })
    people.persons.push(person)
    people.volunteers.push(volunteer)
    if (pending) continue
    people.memberships.push(Membership.of({
      ...made(ids, joined), volunteerId: volunteer.id, teamId: team.id, regionCode, kind: MembershipKind.HOME, state: gone ? MembershipState.ENDED : MembershipState.ACTIVE, from: joinedOn, to: gone ? addDays(today, -40) : null, reason: gone ? '本人申请退出' : null, wish: null, fromTeamId: null,
      live: gone ? null : `HOME/${volunteer.id}`,
    }))
  }
}

const GRADES = { HIGH: 45, KEY: 40, GENERAL: 15 }

/** Elders who have agreed to be looked in on; what their pairing makes of them is said there. */
function makeElders(people: People, making: Making, numbers: DemoNumbers): void {
  const { random, ids, today, officerId } = making
  for (let n = 0; n < ELDERS; n++) {
    const regionCode = county.villages[n % county.villages.length]!.code
    const known = at(addDays(today, -random.int(760, 880)), 9, n % 60)
    const person = makePerson(making, numbers, regionCode, random.int(64, 94), known, {})
    const grade = RiskGrade[random.weighted(GRADES) as keyof typeof GRADES]
    const gradedOn = addDays(today, -random.int(700, 750))
    const elder = Beneficiary.of({
      ...made(ids, known), personId: person.id, regionCode, kinds: random.some(Object.values(BeneficiaryKind).filter(kind => kind !== BeneficiaryKind.COMRADE), random.int(1, 2)), grade, gradeRank: RANK[grade], gradedOn, visitEvery: EVERY[grade], majorChangeAt: null,
      livesAlone: random.chance(0.55), state: BeneficiaryState.WAITING, endReason: null, endedOn: null, abilities: [], language: person.ethnicCode === '02' ? random.pick([ElderLanguage.MONGOL, ElderLanguage.BOTH]) : ElderLanguage.HAN, volunteerSexWish: null, skillWishes: [],
      needsNote: random.pick(['想有人陪着说说话', '家里重活干不动', '买药不方便', '冬天取暖要人照看', null]), doctor: null, caseWorkerId: null, consentState: ConsentState.GIVEN, consentVersion: '2022-1', photoConsent: random.chance(0.6), unpairedSince: null,
      assessment: '入户了解了住房、饮食和身体情况', assessedOn: gradedOn, pausedFrom: null,
    })
    if (random.chance(0.4)) elder.healthNotes = random.pick(['示例：高血压，长期服药', '示例：行动不便，用拐杖', '示例：听力差', '示例：糖尿病'])
    people.persons.push(person)
    people.elders.push(elder)
    people.consents.push(Consent.of({
      ...made(ids, at(gradedOn)), beneficiaryId: elder.id, purpose: ConsentPurpose.SERVICE, ground: ConsentGround.CONSENT, textVersion: '2022-1', givenBy: ConsentGiver.SELF, guardianName: null, givenOn: gradedOn, channel: ConsentChannel.PAPER, withdrawnOn: null, note: null, recordedById: officerId,
    }))
  }
}

/** Every team knows how many it has, is led by one of its veterans, and remembers since when it is what it is. */
function countTeams(people: People, { ids, today }: Making): void {
  const members = new Map<string, Volunteer[]>()
  for (const volunteer of people.volunteers) if (volunteer.teamId) members.set(volunteer.teamId, [...(members.get(volunteer.teamId) ?? []), volunteer])
  for (const team of people.teams) {
    const own = members.get(team.id) ?? []
    const veterans = own.filter(({ category }) => category === VolunteerCategory.VETERAN)
    Object.assign(team, { memberCount: own.length, veteranCount: veterans.length, leaderId: veterans.find(({ state }) => state === VolunteerState.ACTIVE)?.id ?? null })
    if (!team.meetsMinimum()) team.state = TeamState.PREPARING
    people.standings.push(TeamStanding.of({ ...made(ids, at(addDays(today, -900))), teamId: team.id, tier: team.tier, regionCode: team.regionCode, sinceOn: team.foundedOn!, untilOn: null, state: team.state, memberCount: team.memberCount, veteranCount: team.veteranCount, metMinimum: team.meetsMinimum() }))
  }
}
