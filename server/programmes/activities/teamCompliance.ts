import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Plan } from '../../bureau/plans/Plan'
import { Allow, reachOf } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Matches, Max, Min } from '../../kernel/inputRules'
import { Page } from '../../kernel/lists'
import { prefixOf } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'
import { Team, TeamTier } from '../../people/teams/Team'
import { TeamStanding } from '../../people/teams/TeamStanding'
import { type Cell, cellOf, monthsOf, partsOf, teamsConcerned } from './dutyOfTeams'
import { concernedSql, type DutyNumbers, dutyNumbers, DutyState, dutyTallySql } from './dutyRule'

/** A team and a month: how the duty stands, and what has been done towards it. */
@ObjectType()
class DutyCell implements Cell {
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
    const months = asked.month ? [asked.month] : monthsOf(year)
    return new TeamComplianceList(asked, months, await dutyNumbers(ctx, year))
  }

  @FieldResolver(() => [TeamDuty])
  async items(@Root() list: TeamComplianceList, @Ctx() ctx: Context): Promise<TeamDuty[]> {
    const { number, size } = list.asked.page
    const teams = await teamsConcerned(ctx, list.asked, list.months, list.numbers).page(number, size).rows()
    const parts = await partsOf(ctx, teams.map(team => team.id), list.months)
    return Promise.all(teams.map(async team => {
      const standings = await ctx.store.parts(TeamStanding, 'teamId', team.id)
      return { team, cells: list.months.map(month => cellOf(standings, month, ctx.today, parts.get(`${team.id}/${month}`) ?? [], list.numbers)) }
    }))
  }

  @FieldResolver(() => Int)
  total(@Root() list: TeamComplianceList, @Ctx() ctx: Context): Promise<number> {
    return teamsConcerned(ctx, list.asked, list.months, list.numbers).count()
  }

  @FieldResolver(() => [DutyTally], { description: 'All teams asked for, page or not, by month.' })
  tallies(@Root() list: TeamComplianceList, @Ctx() ctx: Context): Promise<DutyTally[]> {
    return Promise.all(list.months.map(month => tallyOf(ctx, list, month)))
  }
}

async function tallyOf(ctx: Context, { asked: { region, tier }, months, numbers }: TeamComplianceList, month: string): Promise<DutyTally> {
  const reach = reachOf(ctx.actor, Team)
  const tally = dutyTallySql(month, ctx.today, numbers)
  const concerned = concernedSql(months)
  const where = [reach.sql, concerned.sql, ...(region ? ['it.regionCode LIKE ?'] : []), ...(tier?.length ? ['it.tier IN (?)'] : [])]
  const values = [...tally.values, ...reach.values, ...concerned.values, ...(region ? [`${prefixOf(region)}%`] : []), ...(tier?.length ? [tier] : [])]
  const [row] = await ctx.store.sql(`SELECT ${tally.sql} FROM teams it WHERE ${where.join(' AND ')}`, values)
  const of = (name: string): number => Number(row?.[name] ?? 0)
  return { month, done: of('done'), due: of('due'), missing: of('missing'), notRequired: of('notRequired') }
}
