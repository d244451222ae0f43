import { WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { fingerprint } from '../../kernel/sealed'
import { say } from '../../kernel/text'
import { Merging } from './merging'
import { Person, PersonState } from './Person'
import { PersonMerge } from './PersonMerge'
import './events'

/** How two records of one person become one. */
export const personMerging = new Merging<Person, PersonMerge>({
  type: Person,
  merge: PersonMerge,
  namedBy: 'personId',
  fillable: ['idCard', 'birthDate', 'phone', 'address', 'ethnicCode', 'politicalCode', 'enlistedMonth', 'dischargedMonth', 'verifiedAt'],
  differ: (from, into) => Boolean(from.idCard && into.idCard && from.idCard !== into.idCard),
  mustBeFree({ state }) {
    if (state === PersonState.MERGED) throw new WrongState(state, [], say('其中一条记录已被合并。', 'One of them has been merged already.'))
  },
  mustBePartable({ state }) {
    if (state === PersonState.MERGED) throw new WrongState(state, [], say('保留的记录后来又被合并，请先撤销那次合并。', 'The remaining record was itself merged since; undo that first.'))
  },
  give(person, field, value) {
    if (field === 'idCard') {
      person.identify(value as string | null)
      if (value) person.idCardKey = fingerprint(value as string)
    } else if (field === 'birthDate') person.bornOn(value as string | null)
    else Object.assign(person, { [field]: value })
  },
  retire: (from, into) => void Object.assign(from, { state: PersonState.MERGED, mergedIntoId: into.id, idCardKey: null }),
  revive(from) {
    Object.assign(from, { state: from.deceasedOn ? PersonState.DECEASED : PersonState.ACTIVE, mergedIntoId: null })
    if (from.idCard) from.identify(from.idCard)
  },
  merged: (ctx, told) => announce(ctx, 'persons.merged', told),
  unmerged: (ctx, told) => announce(ctx, 'persons.unmerged', told),
})
