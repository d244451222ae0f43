import type { Row } from '../../data/Definition'
import type { HistoryEntry } from '../../ui/record/Timeline'
import type { Holder } from '../people'

/** A team as activities name it. */
export interface TeamName {
  id: string
  name: string
}

/** An activity as lists show it. */
export interface ActivityRow extends Row {
  version: number
  state: string
  activityNo: string
  title: string
  programme: string
  purpose: string
  startsAt: string
  endsAt: string
  place: string
  placeRegion: { code: string; fullName: string } | null
  region: { code: string; fullName: string } | null
  team: TeamName | null
  capacity: number
  dangerous: boolean
  isDrill: boolean
  counts: { applied: number; placed: number; waiting: number; present: number; confirmed: number; minutes: number }
}

/** What somebody has to do with an activity. */
export interface PartRow extends Row {
  version: number
  state: string
  volunteerId: string
  walkUp: boolean
  checkedInAt: string | null
  checkedOutAt: string | null
  minutes: number | null
  reason: string | null
  policyNo?: string | null
  insuredTo?: string | null
  /** At the same time as another activity in which the volunteer has a place. */
  overlaps?: boolean
  /** An insurance on the volunteer’s record covers the day, or none is asked for. */
  insured?: boolean
  volunteer: Holder | null
  team: TeamName | null
}

/** An activity as its page shows it. */
export interface ActivityRecord extends ActivityRow {
  content: string | null
  coTeams: TeamName[]
  coTeamIds: string[]
  teamId: string
  leader: Holder | null
  ownProgramme: { id: string; nameZh: string } | null
  leastPeople: number | null
  chosen: boolean
  minAge: number | null
  maxAge: number | null
  requiredSkills: string[]
  requiredTraining: string | null
  requiredTrainingId: string | null
  requiredQualificationId: string | null
  movedAt: string | null
  moveReason: string | null
  requiredQualification: string | null
  insuranceRequired: boolean
  riskNote: string | null
  platformId: string | null
  offPlatformReason: string | null
  budget: string | null
  needsBureau: boolean
  stateReason: string | null
  servedCount: number | null
  summary: string | null
  noPhotoReason: string | null
  photoIds: string[]
  mayRun: boolean
  mySignUp: PartRow | null
  history: HistoryEntry[]
}

/** The states in which people sign up and come. */
export const RUNNING: readonly string[] = ['PUBLISHED', 'ONGOING']
