import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import { carryBack, carryOver } from '../../kernel/carryOver'
import type { Context } from '../../kernel/context'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { fingerprint } from '../../kernel/sealed'
import { say } from '../../kernel/text'
import type { MergeInput } from './inputs'
import { Person, PersonState } from './Person'
import { MergeState, PersonMerge } from './PersonMerge'

/** Within how many days a merge can be undone, of persons as of employers. */
export const undoDays = defineSetting({ key: 'person.mergeUndoDays', default: 30, unit: '天', zh: '人员、单位合并后可撤销的天数', en: 'Days within which a merge can be undone', source: '[D]', least: 1, most: 365 })

const FILLABLE = ['idCard', 'birthDate', 'phone', 'address', 'ethnicCode', 'politicalCode', 'enlistedMonth', 'dischargedMonth', 'verifiedAt'] as const

/** Joins two records of one person, or asks a second person to, where their resident ID numbers differ. */
export async function mergePersons(ctx: Context, { fromId, intoId, reason }: MergeInput): Promise<PersonMerge> {
  if (fromId === intoId) throw new Invalid({ intoId: say('请选择两条不同的记录。', 'Choose two records.') })
  if (!reason.trim()) throw new Invalid({ reason: say('请填写合并理由。', 'Say why they are one person.') })
  const [from, into] = await holdBoth(ctx, fromId, intoId)
  if (await ctx.store.query(PersonMerge).where('it.fromId = ? AND it.state = ?', fromId, MergeState.REQUESTED).exists()) {
    throw new WrongState(MergeState.REQUESTED, [], say('这条记录的合并正在等待另一人确认。', 'A merge of this record is waiting for a second person.'))
  }
  const merge = PersonMerge.of({ fromId, intoId, regionCode: into.regionCode, state: MergeState.REQUESTED, reason, requestedById: ctx.actor.id, decidedById: null, doneAt: null, undoUntil: null, moved: null, filled: [] })
  if (from.idCard && into.idCard && from.idCard !== into.idCard) return ctx.store.save(merge, { action: 'REQUEST', note: reason })
  return carryOut(ctx, merge, from, into)
}

/** Agrees to a merge that somebody else asked for, or refuses it. */
export async function decideMerge(ctx: Context, id: string, version: number, agree: boolean, note: string | null): Promise<PersonMerge> {
  const merge = await ctx.store.hold(PersonMerge, id, version)
  if (merge.state !== MergeState.REQUESTED) throw new WrongState(merge.state, [])
  if (merge.requestedById === ctx.actor.id && agree) throw new Refused('SELF_APPROVAL', say('合并须由另一人确认。', 'Somebody else has to confirm the merge.'))
  merge.decidedById = ctx.actor.id
  if (!agree) {
    merge.state = MergeState.REFUSED
    return ctx.store.save(merge, { action: 'REFUSE', note })
  }
  const [from, into] = await holdBoth(ctx, merge.fromId, merge.intoId)
  return carryOut(ctx, merge, from, into)
}

/** Takes a merge back: the alias is a person again, and what was carried over returns. */
export async function undoMerge(ctx: Context, id: string, version: number, reason: string): Promise<PersonMerge> {
  const merge = await ctx.store.hold(PersonMerge, id, version)
  if (merge.state !== MergeState.DONE) throw new WrongState(merge.state, [])
  if (!reason.trim()) throw new Invalid({ reason: say('请填写撤销理由。', 'Say why it is undone.') })
  if (merge.undoUntil && ctx.now > merge.undoUntil) throw new Refused('EXPIRED', say('已超过可撤销的期限。', 'It can no longer be undone.'), { undoUntil: merge.undoUntil })
  const [from, into] = await holdPair(ctx, merge.fromId, merge.intoId)
  if (into.state === PersonState.MERGED) throw new WrongState(into.state, [], say('保留的记录后来又被合并，请先撤销那次合并。', 'The remaining record was itself merged since; undo that first.'))
  for (const field of FILLABLE) if (merge.filled.includes(field) && same(into[field], from[field])) give(into, field, null)
  await ctx.store.save(into)
  from.state = from.deceasedOn ? PersonState.DECEASED : PersonState.ACTIVE
  from.mergedIntoId = null
  if (from.idCard) from.identify(from.idCard)
  await ctx.store.save(from, { action: 'UNMERGE', note: reason })
  await announce(ctx, 'persons.unmerged', { fromId: from.id, intoId: into.id, moved: merge.moved ?? [] })
  await carryBack(ctx, 'personId', from.id, merge.moved ?? [])
  merge.state = MergeState.UNDONE
  return ctx.store.save(merge, { action: 'UNDO', note: reason })
}

async function carryOut(ctx: Context, merge: PersonMerge, from: Person, into: Person): Promise<PersonMerge> {
  from.state = PersonState.MERGED
  from.mergedIntoId = into.id
  from.idCardKey = null
  await ctx.store.save(from, { action: 'MERGE', note: merge.reason })
  const filled = FILLABLE.filter(field => into[field] === null && from[field] !== null)
  for (const field of filled) give(into, field, from[field])
  await ctx.store.save(into, { action: 'TAKE_OVER', note: merge.reason })
  const moved = await carryOver(ctx, 'personId', from.id, into.id)
  await announce(ctx, 'persons.merged', { fromId: from.id, intoId: into.id, moved })
  const days = await setting(ctx, undoDays)
  return ctx.store.save(Object.assign(merge, { state: MergeState.DONE, doneAt: ctx.now, undoUntil: new Date(ctx.now.getTime() + days * 86_400_000), moved, filled: [...filled] }), { action: 'DO', note: merge.reason })
}

function give(person: Person, field: (typeof FILLABLE)[number], value: string | Date | null): void {
  if (field === 'idCard') {
    person.identify(value as string | null)
    if (value) person.idCardKey = fingerprint(value as string)
  } else if (field === 'birthDate') person.bornOn(value as string | null)
  else Object.assign(person, { [field]: value })
}

const same = (a: unknown, b: unknown): boolean => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b)

/** Always held in the order of their ids, so that two merges of the same two cannot block one another. */
async function holdPair(ctx: Context, fromId: string, intoId: string): Promise<[Person, Person]> {
  const first = await ctx.store.hold(Person, fromId < intoId ? fromId : intoId)
  const second = await ctx.store.hold(Person, fromId < intoId ? intoId : fromId)
  return fromId < intoId ? [first, second] : [second, first]
}

async function holdBoth(ctx: Context, fromId: string, intoId: string): Promise<[Person, Person]> {
  const pair = await holdPair(ctx, fromId, intoId)
  for (const person of pair) if (person.state === PersonState.MERGED) throw new WrongState(person.state, [], say('其中一条记录已被合并。', 'One of them has been merged already.'))
  return pair
}
