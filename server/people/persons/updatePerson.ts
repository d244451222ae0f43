import type { Context } from '../../kernel/context'
import { WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { mustBeFirst } from './duplicates'
import type { PersonChange } from './inputs'
import { Person, PersonState } from './Person'
import { writePerson } from './writePerson'

/** Corrects what is known of somebody. A new residence carries their roles along. */
export async function updatePerson(ctx: Context, id: string, version: number, input: PersonChange): Promise<Person> {
  const person = await ctx.store.hold(Person, id, version)
  await updatePersons(ctx, [{ person, input }])
  return person
}

/** Corrects what is known of people whom the act holds, by few statements however many they are. */
export async function updatePersons(ctx: Context, changes: readonly { person: Person; input: PersonChange }[]): Promise<void> {
  const moved: Person[] = []
  for (const { person, input } of changes) {
    if (person.state === PersonState.MERGED) throw new WrongState(person.state, [])
    const { regionCode, idCardKey } = person
    await writePerson(ctx, person, input)
    if (person.idCardKey !== idCardKey) await mustBeFirst(ctx, person)
    if (person.regionCode !== regionCode) moved.push(person)
  }
  await ctx.store.saveHeld(changes.map(change => change.person))
  for (const { id, regionCode } of moved) await announce(ctx, 'person.moved', { personId: id, regionCode })
}

/** Records that somebody has died; whoever keeps a role of theirs hears of it in the same act. */
export async function recordDeath(ctx: Context, personId: string, diedOn: string): Promise<void> {
  const person = await ctx.store.beyondReach.hold(Person, personId)
  if (person.state === PersonState.DECEASED) return
  person.state = PersonState.DECEASED
  person.deceasedOn = diedOn
  await ctx.store.beyondReach.save(person)
  await announce(ctx, 'person.died', { personId, diedOn })
}
