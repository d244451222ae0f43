import { Region, RegionKind, RegionLevel } from '../../server/bureau/regions/Region'
import { forgetRegions } from '../../server/bureau/regions/regionOf'
import { newId } from '../../server/kernel/entity'
import { Beneficiary } from '../../server/people/beneficiaries/Beneficiary'
import { BeneficiaryKind, BeneficiaryState, ConsentState, ElderLanguage, RiskGrade } from '../../server/people/beneficiaries/enums'
import { Person, PersonState, Sex } from '../../server/people/persons/Person'
import { checkDigitOf } from '../../server/people/persons/residentId'
import { Language } from '../../server/people/persons/Skill'
import { MinimumBasis, Team, TeamState, TeamTier } from '../../server/people/teams/Team'
import { Membership, MembershipKind, MembershipState } from '../../server/people/volunteers/Membership'
import { Volunteer, VolunteerCategory, VolunteerState } from '../../server/people/volunteers/Volunteer'
import { aTerritory, put } from './app'

let count = 0
/** A number that no other thing of this file's process has. */
export const next = (): number => ++count

const FAMILY = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许']
const GIVEN = [...'一二三四五六七八九十百千万文武山川河海林']
const at = (from: readonly string[], place: number): string => from[place % from.length]!
/** An invented name, another each time. */
export const aName = (n = next()): string => at(FAMILY, n) + at(GIVEN, Math.floor(n / 20)) + at(GIVEN, Math.floor(n / 400) + n)

/** A resident ID with a right check digit, of a division that never existed, so that it is nobody's. */
export function anIdCard(birthDate = `19${String(30 + (next() % 60)).padStart(2, '0')}-${String(1 + (next() % 12)).padStart(2, '0')}-${String(1 + (next() % 28)).padStart(2, '0')}`, sex: Sex = Sex.MALE, serial = 2 * (1 + (next() % 400)) - (sex === Sex.MALE ? 1 : 0)): string {
  const digits = `152399${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return digits + checkDigitOf(digits)
}

/** A mobile number of a range that is not in use. */
export const aPhone = (n = next()): string => `154${String(10_000_000 + n)}`

/** A township with so many villages that stands in the register of divisions. */
export async function aPlace(villages = 2): Promise<ReturnType<typeof aTerritory>> {
  const territory = aTerritory()
  const common = { pinyin: 'ceshi', initials: 'cs', aliases: null, validFrom: '2022-01-01', validTo: null, predecessorCode: null, needsSquad: true, hasStation: true }
  await put(Region.of({ code: territory.township, name: `测试镇${next()}`, level: RegionLevel.TOWNSHIP, kind: RegionKind.TOWN, parentCode: territory.banner, ...common }))
  for (let n = 1; n <= villages; n++) await put(Region.of({ code: territory.village(n), name: `测试村${n}`, level: RegionLevel.VILLAGE, kind: RegionKind.VILLAGE, parentCode: territory.township, ...common }))
  forgetRegions()
  return territory
}

type PersonValues = Partial<Pick<Person, 'name' | 'sex' | 'birthDate' | 'idCard' | 'phone' | 'address' | 'ethnicCode' | 'politicalCode' | 'regionCode' | 'isVeteran' | 'state' | 'verifiedAt' | 'deceasedOn'>>

/** Somebody of the registry, in a village of their own unless told where. */
export async function aPerson({ name, birthDate, idCard, ...values }: PersonValues = {}): Promise<Person> {
  const person = Person.of({
    sex: Sex.MALE, phone: aPhone(), address: '东街三号', ethnicCode: '01', politicalCode: '13', regionCode: aTerritory().village(), isVeteran: false, enlistedMonth: null, dischargedMonth: null,
    servedInCombat: false, state: PersonState.ACTIVE, mergedIntoId: null, deceasedOn: null, verifiedAt: new Date(), ...values,
  })
  person.call(name ?? aName())
  person.bornOn(birthDate === undefined ? '1962-03-04' : birthDate)
  person.identify(idCard ?? null)
  return put(person)
}

type TeamValues = Partial<Pick<Team, 'name' | 'tier' | 'regionCode' | 'parentId' | 'leaderId' | 'memberMin' | 'minBasis' | 'state' | 'memberCount' | 'veteranCount' | 'stationId'>>

/** A team, active unless told otherwise. */
export function aTeam(values: TeamValues = {}): Promise<Team> {
  const n = next()
  return put(Team.of({
    code: `T${newId().slice(-10)}${n}`, name: `第${n}志愿服务队`, tier: TeamTier.TOWNSHIP, regionCode: aTerritory().township, parentId: null, stationId: null, leaderId: null, memberMin: 10,
    minBasis: MinimumBasis.ALL, exemptUntil: null, state: TeamState.ACTIVE, foundedOn: '2022-03-01', memberCount: 0, veteranCount: 0, place: null, ...values,
  }))
}

type VolunteerValues = PersonValues & Partial<Pick<Volunteer, 'personId' | 'teamId' | 'skills' | 'languages' | 'sexWish' | 'maxLoad' | 'load' | 'screenedOn' | 'category' | 'totalMinutes'>> & { volunteerState?: VolunteerState }

/** A volunteer: active, screened, in a team of the township, with a person of their own unless `personId` is given. */
export async function aVolunteer({ personId, teamId, skills, languages, sexWish, maxLoad, load, screenedOn, category, totalMinutes, volunteerState, ...of }: VolunteerValues = {}): Promise<Volunteer> {
  const regionCode = of.regionCode ?? aTerritory().village()
  const person = personId ? null : await aPerson({ isVeteran: true, ...of, regionCode })
  const state = volunteerState ?? VolunteerState.ACTIVE
  const team = teamId === undefined ? (await aTeam({ regionCode: `${regionCode.slice(0, 9)}000`, memberCount: 1, veteranCount: 1 })).id : teamId
  const volunteer = await put(Volunteer.of({
    volunteerNo: `V${newId().slice(-16)}`, platformNo: null, nationalNo: null, personId: personId ?? person!.id, regionCode, teamId: team, state, skills: skills ?? [], languages: languages ?? [Language.HAN],
    category: category ?? VolunteerCategory.VETERAN, sexWish: sexWish ?? null, maxLoad: maxLoad ?? null, load: load ?? 0, screenedOn: screenedOn === undefined ? '2026-01-10' : screenedOn,
    consentVersion: '2026-1', consentAt: new Date(), pausedUntil: null, stateReason: null, totalMinutes: totalMinutes ?? 0, teamConfirmed: team !== null,
  }))
  if (team) {
    await put(Membership.of({ volunteerId: volunteer.id, teamId: team, regionCode, kind: MembershipKind.HOME, state: MembershipState.ACTIVE, from: '2026-01-10', to: null, reason: null, live: `HOME/${volunteer.id}` }))
  }
  return volunteer
}

type BeneficiaryValues = PersonValues & Partial<Pick<Beneficiary, 'personId' | 'kinds' | 'grade' | 'visitEvery' | 'majorChangeAt' | 'livesAlone' | 'language' | 'volunteerSexWish' | 'skillWishes' | 'healthNotes' | 'caseWorkerId' | 'consentState' | 'unpairedSince'>> & { beneficiaryState?: BeneficiaryState }

const EVERY = { [RiskGrade.HIGH]: 7, [RiskGrade.KEY]: 30, [RiskGrade.GENERAL]: 90 }
const RANK = { [RiskGrade.HIGH]: 1, [RiskGrade.KEY]: 2, [RiskGrade.GENERAL]: 3 }

/** An elder who waits for a volunteer, with consent, unless told otherwise. */
export async function aBeneficiary({ personId, kinds, grade = RiskGrade.KEY, visitEvery, majorChangeAt, livesAlone, language, volunteerSexWish, skillWishes, healthNotes, caseWorkerId, consentState, unpairedSince, beneficiaryState, ...of }: BeneficiaryValues = {}): Promise<Beneficiary> {
  const regionCode = of.regionCode ?? aTerritory().village()
  const person = personId ? null : await aPerson({ birthDate: '1941-05-06', ...of, regionCode })
  return put(Beneficiary.of({
    personId: personId ?? person!.id, regionCode, kinds: kinds ?? [BeneficiaryKind.EMPTY_NEST], grade, gradeRank: RANK[grade], gradedOn: '2026-10-01', visitEvery: visitEvery ?? EVERY[grade],
    majorChangeAt: majorChangeAt ?? null, livesAlone: livesAlone ?? true, state: beneficiaryState ?? BeneficiaryState.WAITING, endReason: null, endedOn: null, abilities: [], language: language ?? ElderLanguage.BOTH,
    volunteerSexWish: volunteerSexWish ?? null, skillWishes: skillWishes ?? [], healthNotes: healthNotes ?? null, needsNote: null, doctor: null, caseWorkerId: caseWorkerId ?? null,
    consentState: consentState ?? ConsentState.GIVEN, consentVersion: '2026-01', photoConsent: false, unpairedSince: unpairedSince === undefined ? '2026-11-01' : unpairedSince, assessment: null, assessedOn: '2026-10-01', pausedFrom: null,
  }))
}
