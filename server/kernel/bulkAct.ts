import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { Context } from './context'
import { Invalid, Refusal, RefusalCode } from './errors'
import { say } from './text'

/** A row of many, in the version that was read. */
@InputType()
export class RowVersion {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

/** What became of one of many rows. */
@ObjectType('BulkRow')
export class BulkRow {
  @Field(() => ID) id: string
  @Field(() => Boolean) done: boolean
  @Field(() => RefusalCode, { nullable: true, description: 'Why not, by its code.' }) code: RefusalCode | null
  @Field(() => String, { nullable: true, description: 'Why not, in the language asked for.' }) reason: string | null
}

/** What became of many rows, each by itself. */
@ObjectType('BulkResult')
export class BulkResult {
  @Field(() => Int) done: number
  @Field(() => Int) refused: number
  @Field(() => [BulkRow]) rows: BulkRow[]
}

/** How many rows one act takes, so that it ends within a request's time. */
const MOST = 100

/**
 * Runs one act for each of many rows within the one transaction of the mutation, a savepoint for each: a refused row leaves
 * nothing but its line in the trail, the others stand. One transaction, not one for each row, so that a sending that is cut
 * off has done all or nothing, and a deadlock runs it again as a whole; sent twice, the rows' versions refuse the second.
 */
export async function eachOf(ctx: Context, entity: string, rows: readonly RowVersion[], act: (row: RowVersion) => Promise<unknown>): Promise<BulkResult> {
  if (rows.length === 0 || rows.length > MOST) throw new Invalid({ rows: say(`一次处理 1 到 ${MOST} 条。`, `Between 1 and ${MOST} rows at once.`) })
  const outcomes: BulkRow[] = []
  for (const row of new Map(rows.map(one => [one.id, one])).values()) {
    try {
      await ctx.attempt(() => act(row))
      outcomes.push({ id: row.id, done: true, code: null, reason: null })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      ctx.store.entries.push(ctx.store.entry(entity, row.id, null, null, {}, error.code))
      outcomes.push({ id: row.id, done: false, code: error.code as RefusalCode, reason: error.text[ctx.origin.locale] })
    }
  }
  const done = outcomes.filter(outcome => outcome.done).length
  return { done, refused: outcomes.length - done, rows: outcomes }
}

/**
 * Does something for many at once, within the act. Where it is refused nothing of it stands, and each half is tried by itself, until
 * those at fault are alone. Returns for whom it was done, with what was made of each.
 */
export async function byHalves<T, R>(ctx: Context, many: readonly T[], work: (some: readonly T[]) => Promise<readonly R[]>): Promise<Map<T, R>> {
  if (many.length === 0) return new Map()
  try {
    const made = await ctx.attempt(() => work(many))
    return new Map(many.map((one, index) => [one, made[index]!]))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (many.length === 1) return new Map()
    const middle = Math.ceil(many.length / 2)
    return new Map([...(await byHalves(ctx, many.slice(0, middle), work)), ...(await byHalves(ctx, many.slice(middle), work))])
  }
}
