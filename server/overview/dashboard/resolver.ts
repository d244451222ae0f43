import { Arg, Args, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { addMonths, monthOf } from '../../kernel/days'
import { type Sum, sumTotals } from '../../kernel/keptTotals'
import { Day, RegionCode } from '../../kernel/scalars'
import { ELDERS } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState } from '../../people/beneficiaries/enums'
import { HoursBy } from '../../people/hours/inputs'
import { sumHours } from '../../people/hours/totals'
import { TEAMS, TeamState } from '../../people/teams/Team'
import { VOLUNTEERS, VolunteerState } from '../../people/volunteers/Volunteer'
import { overdueSql } from '../../programmes/pairings/dueRule'
import { Pairing, PAIRINGS } from '../../programmes/pairings/Pairing'
import { VISITS } from '../../programmes/pairings/Visit'
import { CareAsked, CareFigures, careFigures } from './careFigures'
import { CaseFigures, CaseFiguresAsked, caseFigures } from './caseFigures'
import { Tally, tally } from './tally'

/** Minutes of service in a month, for one programme. */
@ObjectType()
class MonthMinutes {
  @Field({ description: 'YYYY-MM' }) month: string
  @Field() programme: string
  @Field(() => Int) minutes: number
}

/** The figures of a division, each by the one rule that the lists use too. */
@ObjectType({ description: 'The figures of a division as they stand now.' })
class Dashboard {
  @Field(() => Day) asOf: string
  @Field(() => Int) overdue: number
  @Field(() => [Tally], { description: 'Pairings by state.' }) pairings: Tally[]
  @Field(() => [Tally], { description: 'Elders that are looked after or wait for it, by risk grade.' }) grades: Tally[]
  @Field(() => [Tally], { description: 'Elders by state.' }) beneficiaries: Tally[]
  @Field(() => [Tally], { description: 'Teams that are active, by tier.' }) teams: Tally[]
  @Field(() => Int, { description: 'Volunteers that are active.' }) volunteers: number
  @Field(() => [Tally], { description: 'Visits of this month by state.' }) visitsThisMonth: Tally[]
  @Field(() => [MonthMinutes], { description: 'Confirmed minutes of the last twelve months, by month and programme.' }) minutes: MonthMinutes[]
}

@Resolver()
export class DashboardResolver {
  @Allow('dashboard.read')
  @Query(() => Dashboard, { description: 'The figures of a division, or of all that is within reach; the last twelve months, or those of a year.' })
  async dashboard(@Ctx() ctx: Context, @Arg('region', () => RegionCode, { nullable: true }) region: string | null, @Arg('year', () => Int, { nullable: true }) year: number | null): Promise<Dashboard> {
    const area = region ?? null
    const from = year ? `${year}-01-01` : `${monthOf(addMonths(ctx.today, -11))}-01`
    const to = year ? `${year}-12-31` : ctx.today
    const month = monthOf(ctx.today)
    const due = overdueSql(ctx.today)
    const [[pairings, elders, teams, volunteers, visits], overdue, minutes] = await Promise.all([
      sumTotals(ctx, area, [{ total: PAIRINGS }, { total: ELDERS }, { total: TEAMS }, { total: VOLUNTEERS }, { total: VISITS, months: [month, month] }]),
      tally(ctx, Pairing, "'overdue'", area, due.sql, due.values),
      sumHours(ctx, { region: area, monthFrom: monthOf(from), monthTo: monthOf(to), by: [HoursBy.MONTH, HoursBy.PROGRAMME] }),
    ])
    return {
      asOf: ctx.today,
      overdue: overdue[0]?.count ?? 0,
      pairings: under(pairings!, 0),
      grades: under(elders!.filter(({ heading: [state] }) => state !== BeneficiaryState.ENDED), 1),
      beneficiaries: under(elders!, 0),
      teams: under(teams!.filter(({ heading: [state] }) => state === TeamState.ACTIVE), 1),
      volunteers: under(volunteers!, 0).find(({ key }) => key === VolunteerState.ACTIVE)?.count ?? 0,
      visitsThisMonth: under(visits!, 0),
      minutes: minutes.map(row => ({ month: row.month!, programme: row.programmeCode!, minutes: row.minutes })),
    }
  }

  @Allow('dashboard.read')
  @Query(() => CareFigures, { description: 'How the elders of a division, or of all that is within reach, were looked after in a month.' })
  careFigures(@Ctx() ctx: Context, @Args(() => CareAsked) asked: CareAsked): Promise<CareFigures> {
    return careFigures(ctx, asked)
  }

  @Allow('case.read')
  @Query(() => CaseFigures, { description: 'How comrades in hardship of a division, or of all that is within reach, were found and helped.' })
  caseFigures(@Ctx() ctx: Context, @Args(() => CaseFiguresAsked) asked: CaseFiguresAsked): Promise<CaseFigures> {
    return caseFigures(ctx, asked)
  }
}

/** Kept sums under one part of their headings. */
function under(sums: readonly Sum[], part: number): Tally[] {
  const counts = new Map<string, number>()
  for (const { heading, records } of sums) counts.set(heading[part]!, (counts.get(heading[part]!) ?? 0) + records)
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => (a.key < b.key ? -1 : 1))
}
