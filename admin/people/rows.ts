import type { Row } from '../data/Definition'
import type { RecordLine } from './RecordsOf'

/** A place as rows carry it. */
export interface Place {
  code: string
  name: string
  fullName: string
}

/** A person as rows of roles carry it, sealed values masked. */
export interface PersonPart {
  id: string
  name: string
  sex: string
  birthYear: number | null
  age: number | null
  idCard?: string | null
  phone: string | null
  address?: string | null
  isVeteran: boolean
}

/** A person of the registry. */
export type PersonRow = Row & Omit<PersonPart, 'id'> & { birthDate: string | null; region: Place | null; ethnicGroup: string | null; politicalStatus: string | null; enlistedMonth: string | null; dischargedMonth: string | null; servedInCombat: boolean; verifiedAt: string | null; deceasedOn: string | null; mergedIntoId: string | null }

/** A volunteer. */
export type VolunteerRow = Row & {
  volunteerNo: string
  platformNo: string | null
  nationalNo: string | null
  category: string
  skills: string[]
  languages: string[]
  sexWish: string | null
  load: number
  maxLoad: number | null
  loadLimit: number
  screenedOn: string | null
  consentVersion: string | null
  consentAt: string | null
  source: string
  pausedUntil: string | null
  stateReason: string | null
  totalMinutes: number
  stars: number
  teamConfirmed: boolean
  teamId: string | null
  person: PersonPart
  region: Place
  team: { id: string; name: string } | null
  teamOfResidence: { id: string; name: string } | null
  activeSince: string | null
  availability: string[]
  healthLimits: string | null
  emergencyName: string | null
  emergencyRelation: string | null
  emergencyPhone: string | null
  qualifications: RecordLine[] | null
  insurances: RecordLine[] | null
  trainings: RecordLine[] | null
  awards: RecordLine[] | null
  evaluations: RecordLine[] | null
}

/** A team. */
export type TeamRow = Row & {
  code: string
  name: string
  tier: string
  memberMin: number
  minBasis: 'ALL' | 'VETERAN'
  memberCount: number
  veteranCount: number
  meetsMinimum: boolean
  exemptUntil: string | null
  exemptReason: string | null
  rectifyCause: string | null
  rectifyBy: string | null
  led: boolean
  hasFlag: boolean
  needsMonthly: boolean
  deputyIds: string[]
  deputies: { id: string; person: { name: string } }[]
  standings: { id: string; sinceOn: string; untilOn: string | null; state: string; memberCount: number; veteranCount: number; metMinimum: boolean }[]
  foundedOn: string | null
  parentId: string | null
  stationId: string | null
  leaderId: string | null
  region: Place
  parent: { id: string; name: string } | null
  leader: { id: string; person: { id: string; name: string; phone: string | null } } | null
}

/** Somebody whom volunteers look after. */
export type BeneficiaryRow = Row & {
  kinds: string[]
  grade: string
  gradedOn: string
  visitEvery: number
  majorChangeAt: string | null
  livesAlone: boolean
  endReason: string | null
  endedOn: string | null
  abilities: string[]
  language: string
  volunteerSexWish: string | null
  skillWishes: string[]
  healthNotes: string | null
  needsNote: string | null
  doctor: string | null
  caseWorkerId: string | null
  caseWorkerName: string | null
  consentState: string
  consentVersion: string | null
  photoConsent: boolean
  unpairedSince: string | null
  assessment: string | null
  assessedOn: string | null
  person: PersonPart
  region: Place
  gradeChanges: { id: string; fromGrade: string | null; grade: string; visitEvery: number; gradedOn: string; majorChange: boolean; reason: string | null }[]
  consents: { id: string; purpose: string; ground: string; textVersion: string; givenBy: string; guardianName: string | null; givenOn: string; channel: string; withdrawnOn: string | null; note: string | null }[]
  contacts: { id: string; version: number; kind: string; name: string; relation: string | null; phone: string | null; archived: boolean }[] | null
}
