import { Field, Int, ObjectType } from 'type-graphql'
import { Region } from '../../../bureau/regions/Region'
import { regionOf } from '../../../bureau/regions/regionOf'
import { reachOf } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { PostReview } from './PostReview'
import type { ReviewRound } from './ReviewRound'

/** How far a round is in a township. */
@ObjectType()
export class ReviewProgress {
  @Field(() => Region) region: Region
  @Field(() => Int, { description: 'Reviews that the round opened there, but for those called off.' }) all: number
  @Field(() => Int) done: number
  @Field(() => Int) passed: number
  @Field(() => Int) rectify: number
  @Field(() => Int) failed: number
  @Field(() => Int, { description: 'Not held, though their day is past.' }) overdue: number
}

/** A round's progress by township, within reach. */
export async function progressOf(ctx: Context, { id, dueOn }: ReviewRound): Promise<ReviewProgress[]> {
  const reach = reachOf(ctx.actor, PostReview)
  const rows = await ctx.store.sql(
    `SELECT LEFT(it.regionCode, 9) AS nine, COUNT(*) AS n, SUM(it.state = 'DONE') AS done, SUM(it.result = 'PASS') AS passed, SUM(it.result = 'RECTIFY') AS rectify, SUM(it.result = 'FAIL') AS failed
       FROM post_reviews it WHERE it.roundId = ? AND it.state <> 'CANCELLED' AND ${reach.sql} GROUP BY nine ORDER BY nine`,
    [id, ...reach.values],
  )
  return Promise.all(rows.map(async row => {
    const of = (name: string): number => Number(row[name] ?? 0)
    return { region: await regionOf(ctx, `${row.nine as string}000`), all: of('n'), done: of('done'), passed: of('passed'), rectify: of('rectify'), failed: of('failed'), overdue: dueOn < ctx.today ? of('n') - of('done') : 0 }
  }))
}
