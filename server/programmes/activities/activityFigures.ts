import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Allow, type Condition, reachOf } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { MONTH, monthOf } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { Matches } from '../../kernel/inputRules'
import { prefixOf } from '../../kernel/regionCode'
import { RegionCode } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { Team, TeamTier } from '../../people/teams/Team'
import { Activity } from './Activity'
import { dutyNumbers, dutyTallySql } from './dutyRule'

/** What confirmed activities add up to. Drills are told apart: neither their people nor whom they served are in the other numbers. */
@ObjectType()
abstract class Sums {
  @Field(() => Int, { description: 'Confirmed activities, by the month of their start and their organiser.' }) activities: number
  @Field(() => Int, { description: 'Confirmed drills.' }) drills: number
  @Field(() => Int, { description: 'Volunteers who came to one of them.' }) people: number
  @Field(() => Int, { description: 'How often volunteers came.' }) personTimes: number
  @Field(() => Int, { description: 'People served, as the leaders summed up.' }) served: number
}

@ObjectType()
class ProgrammeFigures extends Sums {
  @Field(() => ProgrammeCode) programme: ProgrammeCode
}

/** How the teams of a tier stand to the duty of a month. */
@ObjectType()
class TierDuty {
  @Field(() => TeamTier) tier: TeamTier
  @Field(() => Int) done: number
  @Field(() => Int) due: number
  @Field(() => Int) missing: number
}

@ObjectType({ description: 'Activities in figures (programmes.md 4.2), each by the filter of the list that it opens.' })
class ActivityFigures extends Sums {
  @Field({ description: 'YYYY-MM' }) monthFrom: string
  @Field({ description: 'YYYY-MM' }) monthTo: string
  @Field(() => [ProgrammeFigures], { description: 'By programme; one without activities is left out.' }) programmes: ProgrammeFigures[]
  @Field(() => [TierDuty], { description: 'The duty of the last month asked for, by tier.' }) tiers: TierDuty[]
}

@ArgsType()
class FiguresAsked {
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM; the January of this year unless said.' }) @Matches(MONTH) monthFrom?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM; this month unless said.' }) @Matches(MONTH) monthTo?: string | null
}

@Resolver()
export class ActivityFiguresResolver {
  @Allow('dashboard.read')
  @Query(() => ActivityFigures, { description: 'The confirmed activities of a division in figures, or of all within reach. Refuses with INVALID.' })
  async activityFigures(@Ctx() ctx: Context, @Args(() => FiguresAsked) asked: FiguresAsked): Promise<ActivityFigures> {
    const [monthFrom, monthTo] = [asked.monthFrom ?? `${ctx.today.slice(0, 4)}-01`, asked.monthTo ?? monthOf(ctx.today)]
    if (monthFrom > monthTo) throw new Invalid({ monthFrom: say('起始月份不能晚于截止月份。', 'The period must begin before it ends.') })
    const area = asked.region ?? ctx.actor.reach.regionCode ?? null
    const held = heldSql(ctx, area, monthFrom, monthTo)
    const real = heldSql(ctx, area, monthFrom, monthTo, "JOIN sign_ups s ON s.activityId = it.id AND s.state = 'CONFIRMED' AND it.isDrill = 0")
    const [sums, came, tiers] = await Promise.all([
      ctx.store.sql(`SELECT it.programme, SUM(it.isDrill = 0) AS activities, SUM(it.isDrill = 1) AS drills, SUM(CASE WHEN it.isDrill = 0 THEN it.servedCount ELSE 0 END) AS served FROM ${held.sql} GROUP BY it.programme`, held.values),
      ctx.store.sql(`SELECT programme, COUNT(DISTINCT volunteerId) AS people, COUNT(*) AS personTimes FROM (SELECT it.programme, s.volunteerId FROM ${real.sql}) part GROUP BY programme WITH ROLLUP`, real.values),
      tiersOf(ctx, area, monthTo),
    ])
    const attendance = new Map(came.map(row => [row.programme as string | null, { people: Number(row.people), personTimes: Number(row.personTimes) }]))
    const none = { people: 0, personTimes: 0 }
    const programmes = sums.map(row => ({ programme: row.programme as ProgrammeCode, activities: Number(row.activities), drills: Number(row.drills), served: Number(row.served ?? 0), ...(attendance.get(row.programme as string) ?? none) }))
    const sum = (of: 'activities' | 'drills' | 'served'): number => programmes.reduce((all, each) => all + each[of], 0)
    return { monthFrom, monthTo, programmes, tiers, activities: sum('activities'), drills: sum('drills'), served: sum('served'), ...(attendance.get(null) ?? none) }
  }
}

/** The confirmed activities `it` of some months within reach, counted for their organiser alone. */
function heldSql(ctx: Context, area: string | null, from: string, to: string, join = ''): Condition {
  const reach = reachOf(ctx.actor, Activity)
  return {
    sql: `activities it JOIN activity_teams x ON x.activityId = it.id AND x.organiser = 1 AND x.month BETWEEN ? AND ? ${join} WHERE it.state = 'ARCHIVED' AND ${reach.sql}${area ? ' AND it.regionCode LIKE ?' : ''}`,
    values: [from, to, ...reach.values, ...(area ? [`${prefixOf(area)}%`] : [])],
  }
}

async function tiersOf(ctx: Context, area: string | null, month: string): Promise<TierDuty[]> {
  const [reach, tally] = [reachOf(ctx.actor, Team), dutyTallySql(month, ctx.today, await dutyNumbers(ctx, Number(month.slice(0, 4))))]
  const rows = await ctx.store.sql(`SELECT it.tier, ${tally.sql} FROM teams it WHERE ${reach.sql}${area ? ' AND it.regionCode LIKE ?' : ''} GROUP BY it.tier`, [...tally.values, ...reach.values, ...(area ? [`${prefixOf(area)}%`] : [])])
  const of = (tier: TeamTier, name: string): number => Number(rows.find(row => row.tier === tier)?.[name] ?? 0)
  return Object.values(TeamTier).map(tier => ({ tier, done: of(tier, 'done'), due: of(tier, 'due'), missing: of(tier, 'missing') }))
}
