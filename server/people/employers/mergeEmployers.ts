import { setting } from '../../bureau/settings/defineSetting'
import { carryBack, carryOver } from '../../kernel/carryOver'
import type { Context } from '../../kernel/context'
import { Invalid, Refused, WrongState } from '../../kernel/errors'
import { announce } from '../../kernel/events'
import { say } from '../../kernel/text'
import type { MergeInput } from '../persons/inputs'
import { undoDays } from '../persons/mergePersons'
import { MergeState } from '../persons/PersonMerge'
import { Employer, EmployerState } from './Employer'
import { EmployerMerge } from './EmployerMerge'
import './events'

const FILLABLE = ['creditCode', 'creditCodeReason', 'industryCode', 'premises', 'contactName', 'contactPhone'] as const

/** Joins two records of one employer, or asks a second person to, where their credit codes differ. */
export async function mergeEmployers(ctx: Context, { fromId, intoId, reason }: MergeInput): Promise<EmployerMerge> {
  if (fromId === intoId) throw new Invalid({ intoId: say('请选择两条不同的记录。', 'Choose two records.') })
  if (!reason.trim()) throw new Invalid({ reason: say('请填写合并理由。', 'Say why they are one employer.') })
  const [from, into] = await holdBoth(ctx, fromId, intoId)
  if (await ctx.store.query(EmployerMerge).where('it.fromId = ? AND it.state = ?', fromId, MergeState.REQUESTED).exists()) {
    throw new WrongState(MergeState.REQUESTED, [], say('这条记录的合并正在等待另一人确认。', 'A merge of this record is waiting for a second person.'))
  }
  const merge = EmployerMerge.of({ fromId, intoId, regionCode: into.regionCode, state: MergeState.REQUESTED, reason, requestedById: ctx.actor.id, decidedById: null, doneAt: null, undoUntil: null, moved: null, filled: [] })
  if (from.creditCode && into.creditCode && from.creditCode !== into.creditCode) return ctx.store.save(merge, { action: 'REQUEST', note: reason })
  return carryOut(ctx, merge, from, into)
}

/** Agrees to a merge that somebody else asked for, or refuses it. */
export async function decideEmployerMerge(ctx: Context, id: string, version: number, agree: boolean, note: string | null): Promise<EmployerMerge> {
  const merge = await ctx.store.hold(EmployerMerge, id, version)
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

/** Takes a merge back: the alias is an employer again, and what was carried over returns. */
export async function undoEmployerMerge(ctx: Context, id: string, version: number, reason: string): Promise<EmployerMerge> {
  const merge = await ctx.store.hold(EmployerMerge, id, version)
  if (merge.state !== MergeState.DONE) throw new WrongState(merge.state, [])
  if (!reason.trim()) throw new Invalid({ reason: say('请填写撤销理由。', 'Say why it is undone.') })
  if (merge.undoUntil && ctx.now > merge.undoUntil) throw new Refused('EXPIRED', say('已超过可撤销的期限。', 'It can no longer be undone.'), { undoUntil: merge.undoUntil })
  const [from, into] = await holdPair(ctx, merge.fromId, merge.intoId)
  if (into.state !== EmployerState.ACTIVE) throw new WrongState(into.state, [], say('保留的单位后来又被合并或注销，不能撤销。', 'The remaining employer was itself merged or closed since.'))
  for (const field of FILLABLE) if (merge.filled.includes(field) && into[field] === from[field]) into[field] = null
  into.creditCodeKey = into.creditCode
  into.aliases = into.formerNames().filter(name => name !== from.name).join('\n') || null
  await ctx.store.save(into)
  Object.assign(from, { state: EmployerState.ACTIVE, mergedIntoId: null, creditCodeKey: from.creditCode })
  await ctx.store.save(from, { action: 'UNMERGE', note: reason })
  await carryBack(ctx, 'employerId', from.id, merge.moved ?? [])
  await announce(ctx, 'employers.unmerged', { fromId: from.id, intoId: into.id, moved: merge.moved ?? [] })
  merge.state = MergeState.UNDONE
  return ctx.store.save(merge, { action: 'UNDO', note: reason })
}

async function carryOut(ctx: Context, merge: EmployerMerge, from: Employer, into: Employer): Promise<EmployerMerge> {
  Object.assign(from, { state: EmployerState.MERGED, mergedIntoId: into.id, creditCodeKey: null })
  await ctx.store.save(from, { action: 'MERGE', note: merge.reason })
  const filled = FILLABLE.filter(field => into[field] === null && from[field] !== null)
  for (const field of filled) into[field] = from[field]
  into.creditCodeKey = into.creditCode
  into.aliases = [...new Set([...into.formerNames(), from.name, ...from.formerNames()])].filter(name => name !== into.name).join('\n').slice(0, 1000) || null
  await ctx.store.save(into, { action: 'TAKE_OVER', note: merge.reason })
  const moved = await carryOver(ctx, 'employerId', from.id, into.id)
  await announce(ctx, 'employers.merged', { fromId: from.id, intoId: into.id, moved })
  const days = await setting(ctx, undoDays)
  return ctx.store.save(Object.assign(merge, { state: MergeState.DONE, doneAt: ctx.now, undoUntil: new Date(ctx.now.getTime() + days * 86_400_000), moved, filled: [...filled] }), { action: 'DO', note: merge.reason })
}

/** Always held in the order of their ids, so that two merges of the same two cannot block one another. */
async function holdPair(ctx: Context, fromId: string, intoId: string): Promise<[Employer, Employer]> {
  const first = await ctx.store.hold(Employer, fromId < intoId ? fromId : intoId)
  const second = await ctx.store.hold(Employer, fromId < intoId ? intoId : fromId)
  return fromId < intoId ? [first, second] : [second, first]
}

async function holdBoth(ctx: Context, fromId: string, intoId: string): Promise<[Employer, Employer]> {
  const pair = await holdPair(ctx, fromId, intoId)
  for (const employer of pair) if (employer.state !== EmployerState.ACTIVE) throw new WrongState(employer.state, [], say('其中一个单位已被合并或注销。', 'One of them has been merged or closed already.'))
  return pair
}
