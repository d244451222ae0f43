import type { Fact } from '../ui/record/Facts'
import { MaskedField } from '../ui/record/MaskedField'
import type { PersonPart } from './rows'

/** The sealed facts of a person, each with its eye. */
export const sealedFacts = (person: PersonPart): Fact[] => [
  { label: 'resources.persons.fields.phone', value: <MaskedField type="Person" id={person.id} field="phone" mask={person.phone} may="person.revealPhone" dial /> },
  { label: 'resources.persons.fields.idCard', value: <MaskedField type="Person" id={person.id} field="idCard" mask={person.idCard} may="person.revealIdCard" /> },
  { label: 'resources.persons.fields.address', value: <MaskedField type="Person" id={person.id} field="address" mask={person.address} may="person.revealAddress" /> },
]
