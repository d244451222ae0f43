import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Allow, reachOf } from '../../kernel/access'
import { Context } from '../../kernel/context'
import type { Row, Value } from '../../kernel/database'
import { prefixOf } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'
import { EmployerKind } from '../../people/employers/Employer'
import { VETERAN_WORKS } from '../../people/employers/Employment'
import { PostPlaceKind, PostState } from './enums'
import { PioneerPost } from './PioneerPost'

@ObjectType()
class PostStateCount {
  @Field(() => PostState) state: PostState
  @Field(() => Int) count: number
}

@ObjectType()
class PostKindCount {
  @Field(() => EmployerKind) kind: EmployerKind
  @Field(() => Int, { description: 'Posts under a plaque.' }) count: number
}

@ObjectType()
class PostPlaceCount {
  @Field(() => PostPlaceKind) placeKind: PostPlaceKind
  @Field(() => Int, { description: 'Posts under a plaque.' }) count: number
}

@ObjectType()
class PostTownship {
  @Field(() => Region) region: Region
  @Field(() => Int, { description: 'Posts under a plaque.' }) posts: number
  @Field(() => Int) rectifying: number
  @Field(() => Int, { description: 'Posts on their way to a grant.' }) onTheWay: number
  @Field(() => Int, { description: 'Veterans at posts under a plaque.' }) veterans: number
  @Field(() => Int, { description: 'People served in the year.' }) served: number
  @Field(() => Int) reviewsDue: number
}

@ObjectType()
class PostMonth {
  @Field({ description: 'YYYY-MM.' }) month: string
  @Field(() => Int) people: number
  @Field(() => Int) times: number
  @Field(() => Int) minutes: number
}

/** The figures of posts (programmes.md 4.6): as things stand today, and what a year brought. Each is the total of a list that the console opens. */
@ObjectType({ description: 'The figures of posts: as things stand today, and what a year brought.' })
class PostFigures {
  @Field(() => Int) year: number
  @Field(() => Int, { description: 'Posts under a plaque.' }) posts: number
  @Field(() => Int, { description: 'Veterans at them who work there, each once.' }) veterans: number
  @Field(() => [PostStateCount]) byState: PostStateCount[]
  @Field(() => [PostKindCount]) byKind: PostKindCount[]
  @Field(() => [PostPlaceCount]) byPlace: PostPlaceCount[]
  @Field(() => [PostTownship]) townships: PostTownship[]
  @Field(() => [PostMonth], { description: 'What the posts’ logs say, by month.' }) months: PostMonth[]
  @Field(() => Int, { description: 'Granted in the year.' }) granted: number
  @Field(() => Int, { description: 'Revoked in the year.' }) revoked: number
  @Field(() => Int, { description: 'Reviews of the year that wait to be held.' }) reviewsDue: number
  @Field(() => Int, { description: 'Reviews of the year that were held.' }) reviewsDone: number
  @Field(() => Int, { description: 'Of those, the posts that passed.' }) reviewsPassed: number
  @Field(() => Int, { description: 'Praise from the public in the year.' }) praise: number
  @Field(() => Int, { description: 'Complaints from the public in the year.' }) complaints: number
}

const HANGS = "it.state IN ('GRANTED','RECTIFYING')"
const HELD = `post_holders h JOIN pioneer_posts it ON it.id = h.postId JOIN employments e ON e.employerId = it.employerId AND e.personId = h.personId JOIN persons p ON p.id = e.personId WHERE h.\`to\` IS NULL AND ${HANGS} AND ${VETERAN_WORKS}`

@Resolver()
export class PostFigureResolver {
  @Allow('post.read')
  @Query(() => PostFigures, { description: 'The figures of posts within reach, today and in a year.' })
  async postFigures(@Ctx() ctx: Context, @Arg('region', () => RegionCode, { nullable: true }) region: string | null, @Arg('year', () => Int, { nullable: true }) asked: number | null): Promise<PostFigures> {
    const year = asked ?? Number(ctx.today.slice(0, 4))
    const reach = reachOf(ctx.actor, PioneerPost)
    const within = `${reach.sql} AND it.regionCode LIKE ?`
    const values = [...reach.values, region ? `${prefixOf(region)}%` : '%']
    const count = (from: string, ...before: Value[]): Promise<Row[]> => ctx.store.sql(`${from} AND ${within}`, [...before, ...values])
    const tally = (what: string, condition: string): Promise<Row[]> => ctx.store.sql(`SELECT ${what} AS k, COUNT(*) AS n FROM pioneer_posts it ${what.startsWith('m.') ? 'JOIN employers m ON m.id = it.employerId' : ''} WHERE ${condition} AND ${within} GROUP BY k ORDER BY n DESC, k`, values)
    const [from, to] = [`${year}-01-01`, `${year}-12-31`]
    const byPost = (table: string, alias: string): string => `${table} ${alias} JOIN pioneer_posts it ON it.id = ${alias}.postId`
    const [states, kinds, places, [veterans], months, [moved], [reviews], [said], townships] = await Promise.all([
      tally('it.state', '1=1'),
      tally('m.kind', HANGS),
      tally('it.placeKind', HANGS),
      count(`SELECT COUNT(DISTINCT h.personId) AS n FROM ${HELD}`),
      ctx.store.sql(`SELECT LEFT(l.servedOn, 7) AS month, SUM(l.peopleServed) AS people, COUNT(*) AS times, SUM(l.minutes) AS minutes FROM ${byPost('post_service_logs', 'l')} WHERE l.voidedFor IS NULL AND l.servedOn BETWEEN ? AND ? AND ${within} GROUP BY month ORDER BY month`, [from, to, ...values]),
      count(`SELECT SUM(it.grantedOn BETWEEN ? AND ?) AS granted, SUM(it.state = 'REVOKED' AND it.endedOn BETWEEN ? AND ?) AS revoked FROM pioneer_posts it WHERE 1=1`, from, to, from, to),
      count(`SELECT SUM(r.state = 'DUE') AS due, SUM(r.state = 'DONE') AS done, SUM(r.result = 'PASS') AS passed FROM ${byPost('post_reviews', 'r')} WHERE r.year = ?`, year),
      count(`SELECT SUM(f.kind = 'PRAISE') AS praise, SUM(f.kind = 'COMPLAINT') AS complaints FROM ${byPost('post_feedback', 'f')} WHERE f.createdAt >= ? AND f.createdAt < ?`, new Date(`${year}-01-01T00:00:00+08:00`), new Date(`${year + 1}-01-01T00:00:00+08:00`)),
      byTownship(ctx, within, values, year),
    ])
    const number = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0)
    const byState = states.map(row => ({ state: row.k as PostState, count: Number(row.n) }))
    return {
      year, byState, posts: byState.filter(({ state }) => state === PostState.GRANTED || state === PostState.RECTIFYING).reduce((sum, one) => sum + one.count, 0), veterans: number(veterans, 'n'),
      byKind: kinds.map(row => ({ kind: row.k as EmployerKind, count: Number(row.n) })), byPlace: places.map(row => ({ placeKind: row.k as PostPlaceKind, count: Number(row.n) })), townships,
      months: months.map(row => ({ month: String(row.month), people: number(row, 'people'), times: number(row, 'times'), minutes: number(row, 'minutes') })),
      granted: number(moved, 'granted'), revoked: number(moved, 'revoked'), reviewsDue: number(reviews, 'due'), reviewsDone: number(reviews, 'done'), reviewsPassed: number(reviews, 'passed'), praise: number(said, 'praise'), complaints: number(said, 'complaints'),
    }
  }
}

/** The same, township by township. */
async function byTownship(ctx: Context, within: string, values: readonly Value[], year: number): Promise<PostTownship[]> {
  const nine = 'LEFT(it.regionCode, 9)'
  const [posts, veterans, served, due] = await Promise.all([
    ctx.store.sql(`SELECT ${nine} AS nine, SUM(${HANGS}) AS posts, SUM(it.state = 'RECTIFYING') AS rectifying, SUM(it.state IN ('SUBMITTED','RECOMMENDED','SITE_CHECKED','PUBLIC_NOTICE')) AS onTheWay FROM pioneer_posts it WHERE ${within} GROUP BY nine ORDER BY nine`, values),
    ctx.store.sql(`SELECT ${nine} AS nine, COUNT(DISTINCT h.personId) AS n FROM ${HELD} AND ${within} GROUP BY nine`, values),
    ctx.store.sql(`SELECT ${nine} AS nine, SUM(l.peopleServed) AS n FROM post_service_logs l JOIN pioneer_posts it ON it.id = l.postId WHERE l.voidedFor IS NULL AND l.servedOn BETWEEN ? AND ? AND ${within} GROUP BY nine`, [`${year}-01-01`, `${year}-12-31`, ...values]),
    ctx.store.sql(`SELECT ${nine} AS nine, COUNT(*) AS n FROM post_reviews r JOIN pioneer_posts it ON it.id = r.postId WHERE r.state = 'DUE' AND r.year = ? AND ${within} GROUP BY nine`, [year, ...values]),
  ])
  const of = (rows: readonly Row[], code: unknown): number => Number(rows.find(row => row.nine === code)?.n ?? 0)
  return Promise.all(posts.map(async row => ({
    region: await regionOf(ctx, `${row.nine as string}000`), posts: Number(row.posts), rectifying: Number(row.rectifying), onTheWay: Number(row.onTheWay), veterans: of(veterans, row.nine), served: of(served, row.nine), reviewsDue: of(due, row.nine),
  })))
}
