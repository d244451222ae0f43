import type { Context } from '../../kernel/context'
import { looksMasked } from '../../kernel/masks'
import { newPerson } from '../persons/createPerson'
import type { PersonChange } from '../persons/inputs'
import { Person } from '../persons/Person'
import { updatePerson, updatePersons } from '../persons/updatePerson'
import { writePerson } from '../persons/writePerson'
import type { VolunteerChange } from '../volunteers/inputs'
import { requestFirstTeams } from '../volunteers/memberships'
import { moveVolunteers } from '../volunteers/moveVolunteer'
import { registerVolunteer, writeVolunteer } from '../volunteers/registerVolunteer'
import { registerVolunteers } from '../volunteers/registerVolunteers'
import { Volunteer, VolunteerSource, VolunteerState } from '../volunteers/Volunteer'
import { VolunteerAction } from '../volunteers/volunteerWorkflow'
import type { Judged } from './judge'
import { sealFor } from './rows'
import type { ImportRow } from './VolunteerImport'

/** Whom a row became, and in which versions: as long as they stand, nobody has touched what it did. */
export type Done = Pick<ImportRow, 'volunteerId' | 'volunteerVersion' | 'personId' | 'personVersion' | 'replaced'>

/** What an update replaced: what taking it back restores. */
export interface Before {
  person: Record<string, unknown>
  volunteer: Record<string, unknown>
  /** Whether the update readmitted somebody whose import had been taken back. */
  withdrawn?: boolean
}

const doneTo = (person: Person, volunteer: Volunteer, replaced: Buffer | null): Done => ({ volunteerId: volunteer.id, volunteerVersion: volunteer.version, personId: person.id, personVersion: person.version, replaced })

/** Registers those who are new to the registry, together. */
export async function registerRows(ctx: Context, rows: readonly Judged[]): Promise<Done[]> {
  const newcomers = await Promise.all(rows.map(async ({ newcomer, draft, teamId }) => ({ person: newcomer!.version === 0 ? newcomer! : await newcomerAnew(ctx, draft.person), volunteer: draft.volunteer, teamId })))
  const volunteers = await registerVolunteers(ctx, newcomers)
  return volunteers.map((volunteer, index) => doneTo(newcomers[index]!.person, volunteer, null))
}

/** Somebody who was refused once, together with others, and so is written for the first time again. */
async function newcomerAnew(ctx: Context, said: PersonChange): Promise<Person> {
  const person = newPerson()
  await writePerson(ctx, person, said)
  return person
}

/** Makes a volunteer of somebody who is new, or is in the registry already, by the act that a form uses. */
export async function registerRow(ctx: Context, { draft, person, teamId }: Judged): Promise<Done> {
  if (person) await updatePerson(ctx, person.id, person.version, draft.person)
  const who = person ? { personId: person.id } : { person: { ...draft.person, name: draft.name, regionCode: draft.person.regionCode! } }
  const volunteer = await registerVolunteer(ctx, { ...who, ...draft.volunteer, teamId }, VolunteerSource.SHEET)
  return doneTo(await ctx.store.hold(Person, volunteer.personId), volunteer, null)
}

/** Changes those who are volunteers already, together, and readmits those whose import was taken back; what was there before is kept beside the row. */
export async function changeRows(ctx: Context, importId: string, rows: readonly Judged[]): Promise<Done[]> {
  const persons = await holdEach(ctx, Person, rows.map(row => row.person!.id))
  const before = rows.map((row, index) => pick(persons[index]!, row.draft.person))
  await updatePersons(ctx, rows.map((row, index) => ({ person: persons[index]!, input: row.draft.person })))
  // Whoever moves carries the role along: the volunteers are held as that left them.
  const volunteers = await holdEach(ctx, Volunteer, rows.map(row => row.volunteer!.id))
  const replaced = rows.map((row, index) => sealFor(importId, row.number, 'replaced', { person: before[index]!, volunteer: pick(volunteers[index]!, row.draft.volunteer), withdrawn: volunteers[index]!.state === VolunteerState.WITHDRAWN } satisfies Before))
  await updateVolunteers(ctx, rows.map((row, index) => ({ volunteer: volunteers[index]!, input: row.draft.volunteer })))
  const back = rows.flatMap(({ teamId }, index) => (volunteers[index]!.state === VolunteerState.WITHDRAWN ? [{ volunteer: volunteers[index]!, teamId }] : []))
  await moveVolunteers(ctx, back.map(one => one.volunteer), VolunteerAction.READMIT, null)
  await requestFirstTeams(ctx, back.flatMap(({ volunteer, teamId }) => (teamId ? [{ volunteer, teamId }] : [])))
  return rows.map((_, index) => doneTo(persons[index]!, volunteers[index]!, replaced[index]!))
}

/** Lays what is said of volunteers whom the act holds onto them. */
export async function updateVolunteers(ctx: Context, changes: readonly { volunteer: Volunteer; input: VolunteerChange }[]): Promise<void> {
  for (const { volunteer, input } of changes) writeVolunteer(volunteer, input)
  await ctx.store.saveHeld(changes.map(change => change.volunteer))
}

/** Holds rows by their ids, in the order asked for; NOT_FOUND where one is out of reach. */
export async function holdEach<T extends Person | Volunteer>(ctx: Context, type: new () => T, ids: readonly string[]): Promise<T[]> {
  const byId = new Map((await ctx.store.holdAll(type, 'it.id IN (?)', ids)).map(one => [one.id, one]))
  return Promise.all(ids.map(async id => byId.get(id) ?? ctx.store.hold(type, id)))
}

/** The values that stand where a row says something else. */
function pick(row: Person | Volunteer, said: PersonChange | VolunteerChange): Record<string, unknown> {
  const values = row as unknown as Record<string, unknown>
  return Object.fromEntries(Object.keys(said).filter(name => !looksMasked(String(values[name] ?? ''))).map(name => [name, values[name] ?? null]))
}
