import type { Context } from '../../kernel/context'
import { listen } from '../../kernel/events'
import { schedule } from '../../kernel/jobs'
import { countPlaced, recodeSome } from '../../kernel/recode'
import { carriers, recodingOf } from './previewRecoding'
import { MoveState, RegionMove } from './RegionMove'

declare module '../../kernel/events' {
  interface Events {
    /** Told when a division is given another code. */
    'region.recoded': { moveId: string }
  }
}

/** Rows of one transaction, so that none is large. */
const AT_ONCE = 2000

/** Rewrites the codes of what a move concerns, from its day on, until a whole round finds none; broken off, it goes on where it was. */
export async function carryRecoding(ctx: Context, moveId: string): Promise<void> {
  const move = await begin(ctx, moveId)
  if (move?.state !== MoveState.RUNNING) return
  const recoding = recodingOf(move.fromCode, move.toCode)
  for (let found = 1; found > 0; ) {
    found = 0
    for (const placed of carriers(ctx)) {
      if ((await countPlaced(ctx, placed, recoding)) === 0) continue
      for (let changed = AT_ONCE; changed === AT_ONCE; found += changed) changed = (await ctx.transact('carryRecoding', inner => recodeSome(inner, placed, recoding, AT_ONCE))) as number
    }
  }
  await ctx.transact('carryRecoding', async inner => {
    const held = await inner.store.hold(RegionMove, moveId)
    if (held.state !== MoveState.RUNNING) return held
    return inner.store.save(Object.assign(held, { state: MoveState.DONE, doneAt: inner.now }), { action: 'DONE' })
  })
}

/** Lets a move begin whose day has come, with the number of rows that it concerns. */
async function begin(ctx: Context, moveId: string): Promise<RegionMove | null> {
  const known = await ctx.store.get(RegionMove, moveId)
  if (known.state !== MoveState.PLANNED || known.effectiveOn > ctx.today) return known
  return (await ctx.transact('carryRecoding', async inner => {
    const move = await inner.store.hold(RegionMove, moveId)
    if (move.state !== MoveState.PLANNED) return move
    move.records = 0
    for (const placed of carriers(inner)) move.records += await countPlaced(inner, placed, recodingOf(move.fromCode, move.toCode))
    move.state = MoveState.RUNNING
    return inner.store.save(move, { action: 'BEGIN' })
  })) as RegionMove
}

/** Goes on with every move that is not done and whose day has come. */
export async function carryRecodings(ctx: Context): Promise<void> {
  const open = await ctx.store.query(RegionMove).where('it.state <> ? AND it.effectiveOn <= ?', MoveState.DONE, ctx.today).orderBy('it.id').rows()
  for (const { id } of open) await carryRecoding(ctx, id)
}

listen('region.recoded', (ctx, { moveId }) => carryRecoding(ctx, moveId))
schedule({ name: 'carryRecodings', every: 60, run: carryRecodings })
