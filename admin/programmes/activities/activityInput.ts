import type { FormValues } from '../../ui/record/FormPage'
import { addDays, dayOf, instantOf, today, weekday } from '../../ui/days'
import type { ActivityRecord } from './Activity'

const WEEK = 7
const NAMES = [
  'title', 'programme', 'purpose', 'startsAt', 'endsAt', 'place', 'capacity', 'content', 'riskNote', 'minAge', 'maxAge', 'dangerous', 'insuranceRequired', 'chosen', 'leastPeople', 'requiredSkills', 'requiredTrainingId', 'requiredQualificationId', 'coTeamIds', 'platformId', 'budget', 'isDrill',
] as const

/** What the form holds of an activity. */
export function formOf(row: ActivityRecord): FormValues {
  return { ...Object.fromEntries(NAMES.map(name => [name, row[name]])), placeRegionCode: row.placeRegion?.code ?? null, leaderId: row.leader?.id ?? null, programmeId: row.ownProgramme?.id ?? null }
}

/** What a new plan begins with: the next Saturday from nine to eleven, twenty places. */
export function freshForm(): FormValues {
  const day = addDays(today(), ((6 - weekday(today()) + WEEK) % WEEK) || WEEK)
  return { programme: 'RURAL', purpose: 'SPECIAL', startsAt: instantOf(day, '09:00'), endsAt: instantOf(day, '11:00'), capacity: 20, dangerous: false, insuranceRequired: false, chosen: false, isDrill: false, requiredSkills: [], coTeamIds: [] }
}

/** A plan made from an earlier activity: all but its day, which is four weeks later or the next such weekday that lies ahead, and its number on the platform. */
export function copyOf(row: ActivityRecord): FormValues {
  let days = 4 * WEEK
  while (addDays(dayOf(row.startsAt), days) <= today()) days += WEEK
  const moved = (instant: string): string => new Date(new Date(instant).getTime() + days * 86_400_000).toISOString()
  return { ...formOf(row), teamId: row.teamId, startsAt: moved(row.startsAt), endsAt: moved(row.endsAt), platformId: null }
}

/** The mutation's input: what was left blank stays away. */
export const inputOf = (values: FormValues): FormValues => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined))
