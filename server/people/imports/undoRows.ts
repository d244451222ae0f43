import { byHalves } from '../../kernel/bulkAct'
import type { Context } from '../../kernel/context'
import { RowVerdict } from '../../kernel/RowVerdict'
import type { PersonChange } from '../persons/inputs'
import { Person } from '../persons/Person'
import { updatePersons } from '../persons/updatePerson'
import type { VolunteerChange } from '../volunteers/inputs'
import { moveVolunteers } from '../volunteers/moveVolunteer'
import { Volunteer } from '../volunteers/Volunteer'
import { VolunteerAction } from '../volunteers/volunteerWorkflow'
import { type Before, holdEach, updateVolunteers } from './applyRows'
import { type Acted, markUndone, unsealFor } from './rows'
import { UNDONE_REASON } from './weighRow'

/**
 * Takes back what the run made of some rows, wherever person and volunteer are still as it left them: who was new withdraws, what was
 * changed is as before, and who was readmitted has left again. Returns how many were taken back.
 */
export async function undoRows(ctx: Context, importId: string, rows: readonly Acted[]): Promise<number> {
  const untouched = await standing(ctx, rows)
  const done = [
    ...(await byHalves(ctx, untouched.filter(row => row.outcome === RowVerdict.NEW), some => withdraw(ctx, some))),
    ...(await byHalves(ctx, untouched.filter(row => row.outcome === RowVerdict.UPDATE && row.replaced), some => restore(ctx, importId, some))),
  ].map(([row]) => row.id)
  await markUndone(ctx, done)
  return done.length
}

/** Those whose person and volunteer are within reach and nobody has touched; they are held until the act ends. */
async function standing({ store }: Context, rows: readonly Acted[]): Promise<Acted[]> {
  const persons = new Map((await store.holdAll(Person, 'it.id IN (?)', rows.map(row => row.personId))).map(one => [one.id, one.version]))
  const volunteers = new Map((await store.holdAll(Volunteer, 'it.id IN (?)', rows.map(row => row.volunteerId))).map(one => [one.id, one.version]))
  return rows.filter(row => persons.get(row.personId) === row.personVersion && volunteers.get(row.volunteerId) === row.volunteerVersion)
}

async function withdraw(ctx: Context, rows: readonly Acted[]): Promise<readonly true[]> {
  await leave(ctx, await holdEach(ctx, Volunteer, rows.map(row => row.volunteerId)))
  return rows.map(() => true)
}

const leave = (ctx: Context, volunteers: readonly Volunteer[]): Promise<void> => moveVolunteers(ctx, volunteers, VolunteerAction.WITHDRAW, UNDONE_REASON)

async function restore(ctx: Context, importId: string, rows: readonly Acted[]): Promise<readonly true[]> {
  const before = rows.map(row => unsealFor<Before>(importId, row.number, 'replaced', row.replaced)!)
  const persons = await holdEach(ctx, Person, rows.map(row => row.personId))
  await updatePersons(ctx, persons.map((person, index) => ({ person, input: before[index]!.person as PersonChange })))
  const volunteers = await holdEach(ctx, Volunteer, rows.map(row => row.volunteerId))
  await updateVolunteers(ctx, volunteers.map((volunteer, index) => ({ volunteer, input: before[index]!.volunteer as VolunteerChange })))
  await leave(ctx, volunteers.filter((_, index) => before[index]!.withdrawn))
  return rows.map(() => true)
}
