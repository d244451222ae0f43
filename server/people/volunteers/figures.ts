import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow, inDivision } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { addMonths } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { Day, RegionCode } from '../../kernel/scalars'
import { say } from '../../kernel/text'
import { AT_WORK, IS_LED, MEETS_MINIMUM, Team, TeamTier } from '../teams/Team'
import type { VolunteerFilter } from './inputs'
import { searchVolunteers } from './searchVolunteers'
import { VolunteerState } from './Volunteer'

/** How many there are under a heading. */
@ObjectType()
class Share {
  @Field() key: string
  @Field(() => Int) count: number
}

/** The teams of a tier: how many stand, how many of them work, have their minimum, are led. */
@ObjectType()
class TierFigures {
  @Field(() => TeamTier) tier: TeamTier
  @Field(() => Int, { description: 'Not disbanded.' }) standing: number
  @Field(() => Int, { description: 'Active or rectifying.' }) atWork: number
  @Field(() => Int, { description: 'At work, with the members they must have.' }) atMinimum: number
  @Field(() => Int, { description: 'At work, led by nobody who may.' }) leaderless: number
}

/** Teams and volunteers in figures (programmes.md 4.1), each by the filter of the list that it opens. */
@ObjectType({ description: 'Teams and volunteers in figures, each by the filter of the list that it opens.' })
class PeopleFigures {
  @Field(() => Day) asOf: string
  @Field(() => Day, { description: 'Whoever has a confirmed hour since this day counts as active of late.' }) recentSince: string
  @Field(() => [TierFigures]) tiers: TierFigures[]
  @Field(() => Int, { description: 'Volunteers who serve or pause.' }) volunteers: number
  @Field(() => Int, { description: 'Those of them who have a home team.' }) members: number
  @Field(() => Int) veterans: number
  @Field(() => Int) partyMembers: number
  @Field(() => Int, { description: 'Those who began to serve in the period.' }) fresh: number
  @Field(() => Int, { description: 'Those with a number on the banner’s platform.' }) onPlatform: number
  @Field(() => Int, { description: 'Those with a confirmed hour in the last three months.' }) recent: number
  @Field(() => [Share], { description: 'By sex.' }) sexes: Share[]
  @Field(() => [Share], { description: 'By age: each key is the least age of its band.' }) ages: Share[]
  @Field(() => [Share], { description: 'By ethnic group, GB/T 3304.' }) ethnicGroups: Share[]
  @Field(() => [Share], { description: 'By township: each key is its code.' }) townships: Share[]
}

const SERVING = [VolunteerState.ACTIVE, VolunteerState.PAUSED]
/** The least ages of the bands that the bureau reports by. */
const BANDS = [0, 36, 51, 61, 71] as const
const RECENT_MONTHS = 3

@Resolver()
export class FiguresResolver {
  @Allow('dashboard.read')
  @Query(() => PeopleFigures, { description: 'Teams and volunteers of a division in figures, or of all within reach. Refuses with INVALID.' })
  async peopleFigures(
    @Ctx() ctx: Context,
    @Arg('region', () => RegionCode, { nullable: true }) region: string | null,
    @Arg('from', () => Day, { nullable: true }) from: string | null,
    @Arg('to', () => Day, { nullable: true }) to: string | null,
  ): Promise<PeopleFigures> {
    const span = { activeSinceFrom: from ?? `${ctx.today.slice(0, 4)}-01-01`, activeSinceTo: to ?? ctx.today }
    if (span.activeSinceFrom > span.activeSinceTo) throw new Invalid({ from: say('起始日期不能晚于截止日期。', 'The period must begin before it ends.') })
    const recentSince = addMonths(ctx.today, -RECENT_MONTHS)
    const of = (more: VolunteerFilter = {}) => searchVolunteers(ctx, { state: SERVING, ...(region && { region }), ...more })
    const count = async (more: VolunteerFilter = {}) => (await of(more)).count()
    const tally = async (by: string) => (await of()).tally(by)
    const [tiers, volunteers, members, veterans, partyMembers, fresh, onPlatform, recent, sexes, births, ethnicGroups, townships] = await Promise.all([
      tiersOf(ctx, region ?? null),
      count(), count({ inTeam: true }), count({ isVeteran: true }), count({ partyMember: true }), count(span), count({ onPlatform: true }), count({ servedSince: recentSince }),
      tally('person.sex'), tally('person.birthYear'), tally('person.ethnicCode'), tally("CONCAT(LEFT(it.regionCode, 9), '000')"),
    ])
    return { asOf: ctx.today, recentSince, tiers, volunteers, members, veterans, partyMembers, fresh, onPlatform, recent, sexes, ages: bandsOf(births, Number(ctx.today.slice(0, 4))), ethnicGroups, townships }
  }
}

/** Years of birth, summed up to bands of age; whose year is not known is in none. */
function bandsOf(births: readonly Share[], year: number): Share[] {
  return BANDS.map((least, band) => {
    const next = BANDS[band + 1] ?? Infinity
    const within = births.filter(({ key }) => key !== '' && year - Number(key) >= least && year - Number(key) < next)
    return { key: String(least), count: within.reduce((sum, { count }) => sum + count, 0) }
  })
}

async function tiersOf(ctx: Context, region: string | null): Promise<TierFigures[]> {
  const of = (where: string) => {
    const query = ctx.store.query(Team).where("it.state <> 'DISBANDED'").where(where)
    return (region ? query.whereIs(inDivision(region)) : query).tally('it.tier')
  }
  const [standing, atWork, atMinimum, leaderless] = await Promise.all([of('1=1'), of(AT_WORK), of(`${AT_WORK} AND ${MEETS_MINIMUM}`), of(`${AT_WORK} AND NOT ${IS_LED}`)])
  const count = (tallies: readonly Share[], tier: TeamTier): number => tallies.find(({ key }) => key === tier)?.count ?? 0
  return Object.values(TeamTier).map(tier => ({ tier, standing: count(standing, tier), atWork: count(atWork, tier), atMinimum: count(atMinimum, tier), leaderless: count(leaderless, tier) }))
}
