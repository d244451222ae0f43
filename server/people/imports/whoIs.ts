import type { Context } from '../../kernel/context'
import { fingerprint, printOf } from '../../kernel/sealed'
import { say, type Text } from '../../kernel/text'
import { Person, PersonState } from '../persons/Person'
import { readPhone } from '../persons/phone'
import { readResidentId } from '../persons/residentId'
import { nameAsMeant } from '../persons/writePerson'
import { Volunteer } from '../volunteers/Volunteer'
import type { Draft } from './readRow'

/** A row that was read, with what its person is known by, worked out once. */
export interface ReadRow {
  number: number
  draft: Draft
  name: string
  id: string | null
  phone: string | null
  birth: string | null
  /** By what the registry finds them. */
  prints: { id: string | null; phone: string | null; birth: string | null }
}

/** Works out what the person of a row is known by. The day of birth may stand in the resident ID alone. */
export function knownBy(number: number, draft: Draft, today: string): ReadRow {
  const id = draft.person.idCard ? readResidentId(draft.person.idCard, today) : null
  const phone = draft.person.phone ? readPhone(draft.person.phone) : null
  const said = { id: id?.ok ? id.value : null, phone: phone?.ok ? phone.value : null, birth: draft.person.birthDate ?? (id?.ok ? id.birthDate : null) }
  const print = (value: string | null): string | null => (value === null ? null : fingerprint(value))
  return { number, draft, name: nameAsMeant(draft.name), ...said, prints: { id: print(said.id), phone: print(said.phone), birth: print(said.birth) } }
}

/** Everybody in the registry whom some rows may mean. */
export interface Known {
  byPlatform: Map<string, Volunteer>
  byNational: Map<string, Volunteer>
  byId: Map<string, Person>
  byPhone: Map<string, Person>
  byBirth: Map<string, Person>
  /** By their persons. */
  volunteers: Map<string, Volunteer>
  persons: Map<string, Person>
}

const key = (...parts: (string | null)[]): string => parts.join('|')

/** Looks for everybody whom some rows may mean, in few statements: by the platform's and the national number, resident ID, telephone, name and birth. */
export async function lookUp({ store }: Context, rows: readonly ReadRow[]): Promise<Known> {
  const wide = store.beyondReach
  const some = (values: (string | null | undefined)[]): string[] => [...new Set(values.filter(value => value !== null && value !== undefined))]
  const living = (sql: string, ...values: string[][]) => wide.query(Person).where('it.state <> ?', PersonState.MERGED).where(sql, ...values).orderBy('it.id').allWhole(false)
  const numbered = (column: 'platformNo' | 'nationalNo') => wide.query(Volunteer).where(`it.${column} IN (?)`, some(rows.map(row => row.draft.volunteer[column]))).allWhole(false)
  const platform = await numbered('platformNo')
  const national = await numbered('nationalNo')
  const found = [
    ...(await living('it.idCardPrint IN (?)', some(rows.map(row => row.prints.id)))),
    ...(await living('it.phonePrint IN (?)', some(rows.map(row => row.prints.phone)))),
    ...(await living('it.birthDatePrint IN (?) AND it.name IN (?)', some(rows.map(row => row.prints.birth)), some(rows.map(row => row.name)))),
  ]
  const missing = platform.map(volunteer => volunteer.personId).filter(id => !found.some(person => person.id === id))
  const persons = new Map([...found, ...(await living('it.id IN (?)', missing))].map(person => [person.id, person]))
  const volunteers = await wide.query(Volunteer).where('it.personId IN (?)', [...persons.keys()]).allWhole(false)
  const all = [...persons.values()]
  return {
    byPlatform: new Map(platform.map(volunteer => [volunteer.platformNo!, volunteer])),
    byNational: new Map(national.map(volunteer => [volunteer.nationalNo!, volunteer])),
    byId: new Map(all.map(person => [printOf(person, 'idCard') ?? '-', person])),
    byPhone: new Map(all.map(person => [key(person.name, printOf(person, 'phone')), person])),
    byBirth: new Map(all.map(person => [key(person.name, printOf(person, 'birthDate'), person.regionCode), person])),
    volunteers: new Map(volunteers.map(volunteer => [volunteer.personId, volunteer])),
    persons,
  }
}

/** Whom a row means: somebody for sure, perhaps with what speaks against it, or somebody to ask about, or nobody. */
export interface Match {
  person: Person | null
  suspect?: Person
  contradiction?: Text
}

/** Whom a row means, in the order of programmes.md 4.1: platform number, resident ID, name and telephone; name, birth and village only make a suspect. */
export function whoIs(known: Known, { draft, name, id, prints }: ReadRow): Match {
  const byPlatform = draft.volunteer.platformNo ? known.byPlatform.get(draft.volunteer.platformNo) : undefined
  const ofPlatform = byPlatform && known.persons.get(byPlatform.personId)
  const ofId = prints.id ? known.byId.get(prints.id) : undefined
  const another = (person: Person): boolean => Boolean(id && person.idCard && person.idCard !== id)
  if (ofPlatform && ofId && ofPlatform.id !== ofId.id) return { person: ofPlatform, contradiction: say('文明实践云编号与身份号码属于两个人，请核对。', 'The platform number and the resident ID belong to two people.') }
  const sure = ofPlatform ?? ofId
  if (sure) {
    if (sure.name !== name) return { person: sure, contradiction: say('编号或身份号码已登记在另一姓名下，请核对。', 'The number is registered under another name.') }
    return another(sure) ? { person: sure, contradiction: say('与已登记的身份号码不同，请核对。', 'Not the resident ID that is registered.') } : { person: sure }
  }
  const ofPhone = prints.phone ? known.byPhone.get(key(name, prints.phone)) : undefined
  if (ofPhone) return another(ofPhone) ? { person: ofPhone, contradiction: say('同名同手机号的人已登记，身份号码不同，请核对。', 'Same name and telephone, but another resident ID.') } : { person: ofPhone }
  const { regionCode } = draft.person
  const suspect = prints.birth && regionCode ? known.byBirth.get(key(name, prints.birth, regionCode)) : undefined
  return suspect && !another(suspect) ? { person: null, suspect } : { person: null }
}

/** The national number names nobody by itself, but has one owner: whoever gives another's is asked to look again. */
export function nationalClash(known: Known, { draft }: ReadRow, person: Person | null): Text | null {
  const owner = draft.volunteer.nationalNo ? known.byNational.get(draft.volunteer.nationalNo) : undefined
  return owner && owner.personId !== person?.id ? say('中国志愿编号已登记在另一名志愿者名下，请核对。', 'The national number is another volunteer’s.') : null
}
