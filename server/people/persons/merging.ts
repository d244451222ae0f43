import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import { carryBack, carryOver } from '../../kernel/carryOver'
import type { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import type { Events } from '../../kernel/events'
import { say } from '../../kernel/text'
import type { MergeInput } from './inputs'
import { type Merge, MergeState } from './Merge'

/** Within how many days a merge can be undone, of persons as of employers. */
export const undoDays = defineSetting({ key: 'person.mergeUndoDays', default: 30, unit: '天', zh: '人员、单位合并后可撤销的天数', en: 'Days within which a merge can be undone', source: '[D]', least: 1, most: 365 })

/** A record of which there may be two by mistake. */
type Mergeable = Entity & { regionCode: string }
type Told = Events['persons.merged']

/** What merging has to know of one kind of record. */
interface Kind<T extends Mergeable, M extends Merge> {
  readonly type: Type<T>
  readonly merge: Type<M> & { of(values: Partial<Merge>): M }
  /** The column by which other tables name such a record: those rows are carried over. */
  readonly namedBy: string
  /** What the remaining record takes from the other where it has nothing. */
  readonly fillable: readonly (string & keyof T)[]
  /** Whether the two say of themselves that they are two: then a second person has to agree. */
  differ(from: T, into: T): boolean
  /** Refuses a record that cannot be merged any more. */
  mustBeFree(record: T): void
  /** Refuses to undo what the remaining record can no longer be parted from. */
  mustBePartable(into: T): void
  /** Gives a field its value, with what follows from it. */
  give(record: T, field: string & keyof T, value: unknown): void
  /** Makes the first an alias of the second, and a record of its own again. */
  retire(from: T, into: T): void
  revive(from: T): void
  /** What else the remaining record takes from the other, or gives back. */
  takeOver?(into: T, from: T): void
  giveBack?(into: T, from: T): void
  merged(ctx: Context, told: Told): Promise<void>
  unmerged(ctx: Context, told: Told): Promise<void>
}

/** How two records of one kind become one, and two again. */
export class Merging<T extends Mergeable, M extends Merge> {
  constructor(private readonly kind: Kind<T, M>) {}

  /** Joins two records, or asks a second person to, where they say that they are two. */
  async merge(ctx: Context, { fromId, intoId, reason }: MergeInput): Promise<M> {
    if (fromId === intoId) throw new Invalid({ intoId: say('请选择两条不同的记录。', 'Choose two records.') })
    if (!reason.trim()) throw new Invalid({ reason: say('请填写合并理由。', 'Say why they are one and the same.') })
    const [from, into] = await this.holdFree(ctx, fromId, intoId)
    if (await ctx.store.query<Merge>(this.kind.merge).where('it.fromId = ? AND it.state = ?', fromId, MergeState.REQUESTED).exists()) {
      throw new WrongState(MergeState.REQUESTED, [], say('这条记录的合并正在等待另一人确认。', 'A merge of this record is waiting for a second person.'))
    }
    const merge = this.kind.merge.of({ fromId, intoId, regionCode: into.regionCode, state: MergeState.REQUESTED, reason, requestedById: ctx.actor.id, decidedById: null, doneAt: null, undoUntil: null, moved: null, filled: [] })
    if (this.kind.differ(from, into)) return ctx.store.save(merge, { action: 'REQUEST', note: reason })
    return this.carryOut(ctx, merge, from, into)
  }

  /** Agrees to a merge that somebody else asked for, or refuses it. */
  async decide(ctx: Context, id: string, version: number, agree: boolean, note: string | null): Promise<M> {
    const merge = await ctx.store.hold(this.kind.merge, id, version)
    if (merge.state !== MergeState.REQUESTED) throw new WrongState(merge.state, [])
    if (merge.requestedById === ctx.actor.id && agree) throw new Refused('SELF_APPROVAL', say('合并须由另一人确认。', 'Somebody else has to confirm the merge.'))
    merge.decidedById = ctx.actor.id
    if (!agree) {
      merge.state = MergeState.REFUSED
      return ctx.store.save(merge, { action: 'REFUSE', note })
    }
    const [from, into] = await this.holdFree(ctx, merge.fromId, merge.intoId)
    return this.carryOut(ctx, merge, from, into)
  }

  /** Takes a merge back: the alias stands for itself again, and what was carried over returns. */
  async undo(ctx: Context, id: string, version: number, reason: string): Promise<M> {
    const { kind } = this
    const merge = await ctx.store.hold(kind.merge, id, version)
    if (merge.state !== MergeState.DONE) throw new WrongState(merge.state, [])
    if (!reason.trim()) throw new Invalid({ reason: say('请填写撤销理由。', 'Say why it is undone.') })
    if (merge.undoUntil && ctx.now > merge.undoUntil) throw new Refused('EXPIRED', say('已超过可撤销的期限。', 'It can no longer be undone.'), { undoUntil: merge.undoUntil })
    const [from, into] = await this.hold(ctx, merge.fromId, merge.intoId)
    kind.mustBePartable(into)
    for (const field of kind.fillable) if (merge.filled.includes(field) && same(into[field], from[field])) kind.give(into, field, null)
    kind.giveBack?.(into, from)
    await ctx.store.save(into)
    kind.revive(from)
    await ctx.store.save(from, { action: 'UNMERGE', note: reason })
    const moved = merge.moved ?? []
    await kind.unmerged(ctx, { fromId: from.id, intoId: into.id, moved })
    await carryBack(ctx, kind.namedBy, from.id, moved)
    merge.state = MergeState.UNDONE
    return ctx.store.save(merge, { action: 'UNDO', note: reason })
  }

  private async carryOut(ctx: Context, merge: M, from: T, into: T): Promise<M> {
    const { kind } = this
    kind.retire(from, into)
    await ctx.store.save(from, { action: 'MERGE', note: merge.reason })
    const filled = kind.fillable.filter(field => into[field] === null && from[field] !== null)
    for (const field of filled) kind.give(into, field, from[field])
    kind.takeOver?.(into, from)
    await ctx.store.save(into, { action: 'TAKE_OVER', note: merge.reason })
    const moved = await carryOver(ctx, kind.namedBy, from.id, into.id)
    await kind.merged(ctx, { fromId: from.id, intoId: into.id, moved })
    const days = await setting(ctx, undoDays)
    return ctx.store.save(Object.assign(merge, { state: MergeState.DONE, doneAt: ctx.now, undoUntil: new Date(ctx.now.getTime() + days * 86_400_000), moved, filled: [...filled] }), { action: 'DO', note: merge.reason })
  }

  /** Always held in the order of their ids, so that two merges of the same two cannot block one another. */
  private async hold(ctx: Context, fromId: string, intoId: string): Promise<[T, T]> {
    const first = await ctx.store.hold(this.kind.type, fromId < intoId ? fromId : intoId)
    const second = await ctx.store.hold(this.kind.type, fromId < intoId ? intoId : fromId)
    return fromId < intoId ? [first, second] : [second, first]
  }

  private async holdFree(ctx: Context, fromId: string, intoId: string): Promise<[T, T]> {
    const pair = await this.hold(ctx, fromId, intoId)
    for (const record of pair) this.kind.mustBeFree(record)
    return pair
  }
}

const same = (a: unknown, b: unknown): boolean => (a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b)
