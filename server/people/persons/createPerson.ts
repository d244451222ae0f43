import type { Context } from '../../kernel/context'
import { mustBeFirst } from './duplicates'
import type { PersonInput } from './inputs'
import { Person, PersonState, Sex } from './Person'
import { writePerson } from './writePerson'

/** Somebody of whom nothing is known yet. */
export const newPerson = (): Person =>
  Person.of({
    sex: Sex.UNKNOWN, birthDate: null, birthYear: null, idCard: null, idCardKey: null, phone: null, address: null, ethnicCode: null, politicalCode: null, isVeteran: false,
    enlistedMonth: null, dischargedMonth: null, servedInCombat: false, state: PersonState.ACTIVE, mergedIntoId: null, deceasedOn: null, verifiedAt: null,
  })

/** Puts somebody into the registry. A resident ID number has one person. */
export async function createPerson(ctx: Context, input: PersonInput): Promise<Person> {
  const person = newPerson()
  await writePerson(ctx, person, input)
  await mustBeFirst(ctx, person)
  return ctx.store.save(person)
}
