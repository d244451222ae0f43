import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Row } from '../../kernel/database'
import type { Type } from '../../kernel/entity'
import { sumOf } from '../../kernel/money'
import { Day, Decimal, RegionCode } from '../../kernel/scalars'
import { overdueSql } from '../../programmes/hardship/conditions'
import { CaseCategory, CaseCloseReason, CaseColour, CaseState, ClueSource, HardshipKind, OPEN_STATES } from '../../programmes/hardship/enums'
import { givenSql, helpedSql, lateSql, objectedSql, registeredSql, repeatSql } from '../../programmes/hardship/figureRules'
import { FollowUp } from '../../programmes/hardship/followUps/FollowUp'
import { HardshipCase } from '../../programmes/hardship/HardshipCase'
import { FundSource, MeasureState, ReferralState } from '../../programmes/hardship/measures/enums'
import { Measure } from '../../programmes/hardship/measures/Measure'
import { Referral } from '../../programmes/hardship/measures/Referral'
import { ofRegionSql } from '../../programmes/hardship/measures/searchMeasures'
import { grouped, sumEach, Tally, tally } from './tally'

/** Of which division, and of which span of days. */
@ArgsType()
export class CaseFiguresAsked {
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => Day, { nullable: true, description: 'From the first of January of the year unless said.' }) from?: string | null
  @Field(() => Day, { nullable: true, description: 'To today unless said.' }) to?: string | null
}

/** What came from one source in the span. */
@ObjectType({ description: 'What came from one source of money and goods.' })
export class FundFigure {
  @Field(() => FundSource) fund: FundSource
  @Field(() => Int, { description: 'Measures of it that were given.' }) measures: number
  @Field(() => Decimal, { description: 'Yuan that were given, other than in goods.' }) money: string
  @Field(() => Decimal, { description: 'What the goods were worth that were given, in yuan.' }) goods: string
}

/** The numbers of programmes.md 4.5, each counted by the same rule as the list that it leads to. */
@ObjectType({ description: 'How comrades in hardship were found and helped in a span of days.' })
export class CaseFigures {
  @Field(() => Day) from: string
  @Field(() => Day) to: string
  @Field(() => Int, { description: 'Clues reported in the span, whatever became of them.' }) clues: number
  @Field(() => Int, { description: 'Of those clues, the ones that became cases.' }) cases: number
  @Field(() => Int, { description: 'Of those cases, the ones in which no step took longer than its clock.' }) inTime: number
  @Field(() => Int, { description: 'Of those cases, the ones to which help has come.' }) helped: number
  @Field(() => Float, { nullable: true, description: 'The median of the days from the clue to the first help, over those; null where there is none.' }) medianDays: number | null
  @Field(() => Int, { description: 'Of those cases, the ones of a person who had one for the same cause before.' }) repeats: number
  @Field(() => Int, { description: 'Of those cases, the ones in which somebody objected.' }) objected: number
  @Field(() => [Tally], { description: 'Those cases by kind of hardship; one may be of several.' }) kinds: Tally[]
  @Field(() => [Tally]) colours: Tally[]
  @Field(() => [Tally]) categories: Tally[]
  @Field(() => [Tally], { description: 'The clues by their source.' }) sources: Tally[]
  @Field(() => [Tally], { description: 'The clues by what they are now.' }) states: Tally[]
  @Field(() => [Tally], { description: 'The cases by township, under its code.' }) townships: Tally[]
  @Field(() => Int, { description: 'Cases that are open now, of whatever age.' }) onRegister: number
  @Field(() => Int, { description: 'Of all cases and clues, those whose clock has run out now.' }) overdue: number
  @Field(() => Int, { description: 'Cases to which help came in the span.' }) casesHelped: number
  @Field(() => Int, { description: 'The persons of those cases.' }) peopleHelped: number
  @Field(() => Int, { description: 'Cases closed in the span.' }) closed: number
  @Field(() => Int, { description: 'Of those closed, the ones whose hardship is solved.' }) solved: number
  @Field(() => [FundFigure], { description: 'What was given in the span, by source.' }) funds: FundFigure[]
  @Field(() => Decimal, { description: 'Yuan that were given in the span, other than in goods.' }) money: string
  @Field(() => Decimal, { description: 'What the goods were worth that were given in the span.' }) goods: string
  @Field(() => [Tally], { description: 'Measures that were given in the span, by kind.' }) measures: Tally[]
  @Field(() => Int, { description: 'Referrals sent in the span.' }) referralsSent: number
  @Field(() => Int, { description: 'Referrals that departments finished in the span.' }) referralsDone: number
  @Field(() => Int, { description: 'Follow-ups made in the span.' }) followUps: number
}

const is = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })
const both = (one: Condition, other: Condition): Condition => is(`(${one.sql} AND ${other.sql})`, ...one.values, ...other.values)

/** Counts them all, in as many statements as there are kinds of record and of headings, however large the division is. */
export async function caseFigures(ctx: Context, asked: CaseFiguresAsked): Promise<CaseFigures> {
  const [area, from, to] = [asked.region ?? null, asked.from ?? `${ctx.today.slice(0, 4)}-01-01`, asked.to ?? ctx.today]
  const given = is('it.state = ? AND it.givenOn BETWEEN ? AND ?', MeasureState.DONE, from, to)
  const [sums, median, people, townships, gifts, measures, referrals, followUps] = await Promise.all([
    caseSums(ctx, area, from, to),
    medianDays(ctx, area, from, to),
    peopleHelped(ctx, area, from, to),
    tally(ctx, HardshipCase, "CONCAT(LEFT(it.regionCode, 9), '000')", area, 'it.reportedOn BETWEEN ? AND ? AND it.registeredOn IS NOT NULL', [from, to]),
    ofCases(ctx, Measure, "it.fund AS fund, COUNT(*) AS n, SUM(IF(it.kind = 'GOODS', 0, it.given)) AS money, SUM(IF(it.kind = 'GOODS', it.given, 0)) AS goods", 'fund', area, both(given, is('it.given > 0'))),
    ofCases(ctx, Measure, 'it.kind AS k, COUNT(*) AS n', 'k', area, given),
    sumEach(ctx, Referral, null, { referralsSent: is('it.sentOn BETWEEN ? AND ?', from, to), referralsDone: is('it.state = ? AND it.doneOn BETWEEN ? AND ?', ReferralState.DONE, from, to) }, inArea(area)),
    sumEach(ctx, FollowUp, null, { followUps: is('it.followedOn BETWEEN ? AND ?', from, to) }, inArea(area)),
  ])
  const funds = gifts.map(row => ({ fund: row.fund as FundSource, measures: Number(row.n), money: sumOf([row.money as string]), goods: sumOf([row.goods as string]) }))
  return {
    from, to, ...sums, ...referrals, ...followUps, medianDays: median, peopleHelped: people, townships, funds, money: sumOf(funds.map(fund => fund.money)), goods: sumOf(funds.map(fund => fund.goods)),
    measures: measures.map(row => ({ key: String(row.k), count: Number(row.n) })),
  }
}

/** Rows of a table that hangs on cases, by groups. */
function ofCases(ctx: Context, type: Type, select: string, by: string, area: string | null, where: Condition): Promise<Row[]> {
  const { sql, values } = both(where, inArea(area))
  return grouped(ctx, type, select, by, null, sql, values)
}

const inArea = (area: string | null): Condition => (area ? ofRegionSql(area) : is('1=1'))

/** Under each heading, the enum's values that are counted, and by which condition. */
const HEADINGS = {
  kinds: [Object.values(HardshipKind), 'FIND_IN_SET(?, it.kinds) > 0', true],
  colours: [Object.values(CaseColour), 'it.colour = ?', true],
  categories: [Object.values(CaseCategory), 'it.category = ?', true],
  sources: [Object.values(ClueSource), 'it.source = ?', false],
  states: [Object.values(CaseState), 'it.state = ?', false],
} as const satisfies Record<string, readonly [values: readonly string[], sql: string, registered: boolean]>
type Heading = keyof typeof HEADINGS

/** Everything that is counted of the cases themselves, in one statement. */
async function caseSums(ctx: Context, area: string | null, from: string, to: string) {
  const reported = is('it.reportedOn BETWEEN ? AND ?', from, to)
  const cases = both(reported, registeredSql())
  const late = lateSql(ctx.today)
  const closed = both(registeredSql(), is('it.state = ? AND it.closedOn BETWEEN ? AND ?', CaseState.CLOSED, from, to))
  const headings = Object.keys(HEADINGS) as Heading[]
  const tallied = Object.fromEntries(headings.flatMap(name => {
    const [values, sql, registered] = HEADINGS[name]
    return values.map(value => [`${name}_${value}`, both(registered ? cases : reported, is(sql, value))])
  }))
  const sums = await sumEach<string>(ctx, HardshipCase, area, {
    clues: reported, cases, inTime: both(cases, is(`NOT COALESCE(${late.sql}, 0)`, ...late.values)), helped: both(cases, helpedSql()), repeats: both(cases, repeatSql()), objected: both(cases, objectedSql()),
    onRegister: is('it.state IN (?)', [...OPEN_STATES]), overdue: overdueSql(ctx.today), casesHelped: givenSql(from, to), closed, solved: both(closed, is('it.closeReason = ?', CaseCloseReason.SOLVED)), ...tallied,
  })
  const under = (name: Heading): Tally[] => HEADINGS[name][0].map(key => ({ key, count: sums[`${name}_${key}`]! }))
  return {
    clues: sums.clues!, cases: sums.cases!, inTime: sums.inTime!, helped: sums.helped!, repeats: sums.repeats!, objected: sums.objected!, onRegister: sums.onRegister!, overdue: sums.overdue!, casesHelped: sums.casesHelped!, closed: sums.closed!, solved: sums.solved!,
    kinds: under('kinds'), colours: under('colours'), categories: under('categories'), sources: under('sources'), states: under('states'),
  }
}

async function peopleHelped(ctx: Context, area: string | null, from: string, to: string): Promise<number> {
  const { sql, values } = givenSql(from, to)
  const [row] = await grouped(ctx, HardshipCase, 'COUNT(DISTINCT it.personId) AS n', "'all'", area, sql, values)
  return Number(row?.n ?? 0)
}

/** The middle of the days from clue to first help; of an even number, the mean of the two in the middle. */
async function medianDays(ctx: Context, area: string | null, from: string, to: string): Promise<number | null> {
  const rows = await grouped(ctx, HardshipCase, 'DATEDIFF(it.firstGivenOn, it.reportedOn) AS days, COUNT(*) AS n', 'days', area, 'it.reportedOn BETWEEN ? AND ? AND it.registeredOn IS NOT NULL AND it.firstGivenOn IS NOT NULL', [from, to])
  const counts = rows.map(row => ({ days: Number(row.days), n: Number(row.n) })).sort((a, b) => a.days - b.days)
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  if (total === 0) return null
  const at = (rank: number): number => {
    let seen = 0
    for (const { days, n } of counts) if ((seen += n) > rank) return days
    return 0
  }
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
}
