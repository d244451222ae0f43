import { Matches, Max, Min } from 'class-validator'
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Plan } from '../../bureau/plans/Plan'
import { Allow, reachOf } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Page } from '../../kernel/lists'
import type { Query as Rows } from '../../kernel/query'
import { prefixOf } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'
import { Team, TeamTier } from '../../people/teams/Team'
import { TeamStanding } from '../../people/teams/TeamStanding'
import { type DutyNumbers, dutyNumbers, dutyOf, type DutyPart, dutySql, DutyState, dutyTallySql } from './dutyRule'

/** A team and a month: how the duty stands, and what has been done towards it. */
@ObjectType()
class DutyCell {
  @Field({ description: 'YYYY-MM' }) month: string
  @Field(() => DutyState) duty: DutyState
  @Field(() => Int, { description: 'Activities of the month that are confirmed.' }) confirmed: number
  @Field(() => Int, { description: 'Activities of the month that are planned, under way or wait to be confirmed.' }) open: number
}

@ObjectType()
class TeamDuty {
  @Field(() => Team) team: Team
  @Field(() => [DutyCell]) cells: DutyCell[]
}

/** How many teams stand how in a month. */
@ObjectType()
class DutyTally {
  @Field({ description: 'YYYY-MM' }) month: string
  @Field(() => Int) done: number
  @Field(() => Int) due: number
  @Field(() => Int) missing: number
  @Field(() => Int) notRequired: number
}

@ArgsType()
class Asked {
  @Field(() => ID, { nullable: true, description: 'The plan whose year is asked for.' }) plan?: string | null
  @Field(() => Int, { nullable: true, description: 'The year, where no plan is named; this year unless said.' }) @Min(2000) @Max(2999) year?: number | null
  @Field(() => String, { nullable: true, description: 'One month, YYYY-MM, in place of a year.' }) @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [TeamTier], { nullable: true }) tier?: TeamTier[] | null
  @Field(() => DutyState, { nullable: true, description: 'Only teams that stand so in the month, or in the last of the months asked for that has begun.' }) duty?: DutyState | null
  @Field(() => Page, { defaultValue: {} }) page: Page
}

@ObjectType()
class TeamComplianceList {
  @Field(() => [String], { description: 'The months asked for, YYYY-MM.' }) months: string[]

  constructor(
    readonly asked: Asked,
    months: string[],
    readonly numbers: DutyNumbers,
  ) {
    this.months = months
  }
}

@Resolver(() => TeamComplianceList)
export class TeamComplianceResolver {
  @Allow('team.read')
  @Query(() => TeamComplianceList, { description: 'Teams by months: who has held the activity that every month asks for. Refuses with NOT_FOUND.' })
  async teamCompliance(@Ctx() ctx: Context, @Args(() => Asked) asked: Asked): Promise<TeamComplianceList> {
    const year = asked.month ? Number(asked.month.slice(0, 4)) : asked.plan ? (await ctx.store.get(Plan, asked.plan)).year : (asked.year ?? Number(ctx.today.slice(0, 4)))
    const months = asked.month ? [asked.month] : Array.from({ length: 12 }, (_, n) => `${year}-${String(n + 1).padStart(2, '0')}`)
    return new TeamComplianceList(asked, months, await dutyNumbers(ctx, year))
  }

  @FieldResolver(() => [TeamDuty])
  async items(@Root() list: TeamComplianceList, @Ctx() ctx: Context): Promise<TeamDuty[]> {
    const { number, size } = list.asked.page
    const teams = await teamsAsked(ctx, list).orderBy('it.regionCode').orderBy('it.tier').orderBy('it.id').page(number, size).rows()
    const parts = await partsOf(ctx, teams.map(team => team.id), list.months)
    return Promise.all(teams.map(async team => {
      const standings = await ctx.store.parts(TeamStanding, 'teamId', team.id)
      return { team, cells: list.months.map(month => cellOf(standings, month, ctx.today, parts.get(`${team.id}/${month}`) ?? [], list.numbers)) }
    }))
  }

  @FieldResolver(() => Int)
  total(@Root() list: TeamComplianceList, @Ctx() ctx: Context): Promise<number> {
    return teamsAsked(ctx, list).count()
  }

  @FieldResolver(() => [DutyTally], { description: 'All teams asked for, page or not, by month.' })
  tallies(@Root() { asked, months, numbers }: TeamComplianceList, @Ctx() ctx: Context): Promise<DutyTally[]> {
    return Promise.all(months.map(month => tallyOf(ctx, asked, month, numbers)))
  }
}

/** The last of some months that has begun, or the first of them. */
const present = (months: readonly string[], today: string): string => months.filter(month => month <= today.slice(0, 7)).at(-1) ?? months[0]!

function teamsAsked(ctx: Context, { asked, months, numbers }: TeamComplianceList): Rows<Team> {
  const rows = ctx.store.query(Team).where("it.state <> 'DISBANDED'")
  if (asked.region) rows.where('it.regionCode LIKE ?', `${prefixOf(asked.region)}%`)
  if (asked.tier) rows.where('it.tier IN (?)', asked.tier)
  if (asked.duty) {
    const { sql, values } = dutySql(asked.duty, present(months, ctx.today), ctx.today, numbers)
    rows.where(sql, ...values)
  }
  return rows
}

interface PartThen extends DutyPart {
  key: string
}

/** The parts of teams in the activities of some months, by team and month. */
async function partsOf(ctx: Context, teamIds: readonly string[], months: readonly string[]): Promise<Map<string, PartThen[]>> {
  const found = new Map<string, PartThen[]>()
  if (teamIds.length === 0) return found
  const rows = await ctx.store.sql(
    'SELECT x.teamId, x.month, x.takesPart, x.organiser, x.confirmedCount, a.state, a.isDrill FROM activity_teams x JOIN activities a ON a.id = x.activityId WHERE x.teamId IN (?) AND x.month BETWEEN ? AND ?',
    [teamIds, months[0]!, months.at(-1)!],
  )
  for (const row of rows) {
    const key = `${String(row.teamId)}/${String(row.month)}`
    const part = { key, takesPart: Boolean(row.takesPart), organiser: Boolean(row.organiser), confirmedCount: Number(row.confirmedCount), state: row.state, isDrill: Boolean(row.isDrill) } as PartThen
    found.set(key, [...(found.get(key) ?? []), part])
  }
  return found
}

const CLOSED = ['ARCHIVED', 'CANCELLED']

function cellOf(standings: readonly TeamStanding[], month: string, today: string, parts: readonly DutyPart[], numbers: DutyNumbers): DutyCell {
  const taken = parts.filter(part => part.takesPart)
  return { month, duty: dutyOf(standings, month, today, parts, numbers), confirmed: taken.filter(part => part.state === 'ARCHIVED').length, open: taken.filter(part => !CLOSED.includes(part.state)).length }
}

async function tallyOf(ctx: Context, { region, tier }: Asked, month: string, numbers: DutyNumbers): Promise<DutyTally> {
  const reach = reachOf(ctx.actor, Team)
  const tally = dutyTallySql(month, ctx.today, numbers)
  const where = [reach.sql, "it.state <> 'DISBANDED'", ...(region ? ['it.regionCode LIKE ?'] : []), ...(tier?.length ? ['it.tier IN (?)'] : [])]
  const values = [...tally.values, ...reach.values, ...(region ? [`${prefixOf(region)}%`] : []), ...(tier?.length ? [tier] : [])]
  const [row] = await ctx.store.sql(`SELECT ${tally.sql} FROM teams it WHERE ${where.join(' AND ')}`, values)
  const of = (name: string): number => Number(row?.[name] ?? 0)
  return { month, done: of('done'), due: of('due'), missing: of('missing'), notRequired: of('notRequired') }
}
