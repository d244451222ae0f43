import { ArgsType, Field, Int, ObjectType } from 'type-graphql'
import { inTimeSql } from '../../bureau/tasks/searchTasks'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import type { Row, Value } from '../../kernel/database'
import { addDays, daysOfMonth, MONTH, monthOf, startOfDay } from '../../kernel/days'
import { IsOptional, Matches } from '../../kernel/inputRules'
import { type Sum, sumTotals } from '../../kernel/keptTotals'
import { RegionCode } from '../../kernel/scalars'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryKind } from '../../people/beneficiaries/enums'
import { HOURS, ServiceState } from '../../people/hours/ServiceRecord'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { contactedInSql, dueInSql, matchedSql } from '../../programmes/pairings/careRule'
import { NeedRequest, NeedState } from '../../programmes/pairings/needs/NeedRequest'
import { PAIRING_PROGRAMMES } from '../../programmes/pairings/pairElder'
import { Pairing, PairingEndReason, PairingState } from '../../programmes/pairings/Pairing'
import { Visit, VisitState } from '../../programmes/pairings/Visit'
import { grouped, sumEach, Tally, tally } from './tally'

/** Of which division, and of which month. */
@ArgsType()
export class CareAsked {
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM; the present one unless said.' }) @IsOptional() @Matches(MONTH) month?: string | null
}

/** The numbers of programmes.md 4.8, each counted by the same rule as the list that it leads to. */
@ObjectType({ description: 'How elders were looked after in a month.' })
export class CareFigures {
  @Field({ description: 'YYYY-MM' }) month: string
  @Field(() => Int, { description: 'Elders who are looked after or wait for it, as of now.' }) elders: number
  @Field(() => Int, { description: 'Of them those with a pairing that has begun.' }) matched: number
  @Field(() => [Tally], { description: 'Those elders by kind; one may be of several.' }) kinds: Tally[]
  @Field(() => Int, { description: 'Elders to whom a contact was due in the month.' }) due: number
  @Field(() => Int, { description: 'Of those due, the elders who had a contact that counts in the month.' }) contacted: number
  @Field(() => Int, { description: 'Visits that were made.' }) visitsDone: number
  @Field(() => Int, { description: 'Planned visits that nobody made.' }) visitsMissed: number
  @Field(() => Int, { description: 'Visits on which a red flag was seen.' }) visitsFlagged: number
  @Field(() => [Tally], { description: 'Visits that were made, by service; one may hold several.' }) services: Tally[]
  @Field(() => [Tally], { description: 'Visits that were made, by red flag; one may have several.' }) flags: Tally[]
  @Field(() => Int, { description: 'Tasks that red flags opened in the month.' }) alarms: number
  @Field(() => Int, { description: 'Of those tasks, the ones seen to within their clock.' }) alarmsInTime: number
  @Field(() => Int, { description: 'Needs raised in the month.' }) needsRaised: number
  @Field(() => Int, { description: 'Of those needs, the ones that were met.' }) needsMet: number
  @Field(() => [Tally], { description: 'Active volunteers by how many live pairings they have.' }) loads: Tally[]
  @Field(() => Int, { description: 'Pairings that were handed over in the month.' }) handedOver: number
  @Field(() => Int, { description: 'Pairings that must be handed over now.' }) awaitingHandover: number
  @Field(() => Int, { description: 'Confirmed minutes of the programmes that pair.' }) minutes: number
  @Field(() => Int, { description: 'The lines of the ledger that hold them.' }) servicesBooked: number
}

/** Counts them all, in as many statements as there are kinds of record, however large the division is. */
export async function careFigures(ctx: Context, { region, month: asked }: CareAsked): Promise<CareFigures> {
  const [area, month] = [region ?? null, asked ?? monthOf(ctx.today)]
  const { from, to } = daysOfMonth(month)
  const [elders, made, missed, alarms, needs, loads, handovers, [hours]] = await Promise.all([
    elderSums(ctx, area, month),
    grouped(ctx, Visit, 'it.services AS services, it.flags AS flags, COUNT(*) AS n', 'services, flags', area, 'it.state = ? AND it.visitedOn BETWEEN ? AND ?', [VisitState.DONE, from, to]),
    sumEach(ctx, Visit, area, { visitsMissed: one }, is('it.state = ? AND it.plannedOn BETWEEN ? AND ?', VisitState.MISSED, from, to)),
    sumEach(ctx, Task, area, { alarms: one, alarmsInTime: inTimeSql() }, is(`it.kind = ? AND it.cause = 'RED_FLAG' AND it.state IN (?, ?) AND ${within('openedAt')}`, TaskKind.RED_FLAG, TaskState.OPEN, TaskState.SETTLED, ...span(from, to))),
    sumEach(ctx, NeedRequest, area, { needsRaised: one, needsMet: is('it.state IN (?, ?)', NeedState.DONE, NeedState.CONFIRMED) }, is(within('createdAt'), ...span(from, to))),
    tally(ctx, Volunteer, 'it.`load`', area, "it.state = 'ACTIVE'"),
    sumEach(ctx, Pairing, area, { handedOver: is('it.state = ? AND it.endReason = ? AND it.endedOn BETWEEN ? AND ?', PairingState.ENDED, PairingEndReason.HANDOVER, from, to), awaitingHandover: is('it.needsHandover = 1 AND it.state <> ?', PairingState.ENDED) }),
    sumTotals(ctx, area, [{ total: HOURS, months: [month, month] }]),
  ])
  return {
    month, ...elders, ...missed, ...alarms, ...needs, ...handovers, ...served(hours!), loads,
    visitsDone: countOf(made), visitsFlagged: countOf(made.filter(row => row.flags !== '')), services: spread(made, 'services'), flags: spread(made, 'flags'),
  }
}

const is = (sql: string, ...values: unknown[]): Condition => ({ sql, values: values as Value[] })
const one = is('1')
const within = (column: string): string => `it.${column} >= ? AND it.${column} < ?`
const span = (from: string, to: string): [Date, Date] => [startOfDay(from), startOfDay(addDays(to, 1))]

async function elderSums(ctx: Context, area: string | null, month: string): Promise<Pick<CareFigures, 'elders' | 'matched' | 'due' | 'contacted' | 'kinds'>> {
  const [matched, due, contacted] = [matchedSql(), dueInSql(month), contactedInSql(month)]
  const alive = "it.state <> 'ENDED'"
  const all = Object.values(BeneficiaryKind)
  const { elders, matched: paired, due: owed, contacted: seen, ...rest } = await sumEach<string>(ctx, Beneficiary, area, {
    elders: is(alive), matched: is(`${alive} AND ${matched.sql}`, ...matched.values), due, contacted: is(`${due.sql} AND ${contacted.sql}`, ...due.values, ...contacted.values),
    ...Object.fromEntries(all.map(kind => [kind, is(`${alive} AND FIND_IN_SET(?, it.kinds) > 0`, kind)])),
  })
  return { elders: elders!, matched: paired!, due: owed!, contacted: seen!, kinds: all.map(key => ({ key, count: rest[key]! })) }
}

/** Real service in the programmes that pair. */
function served(sums: readonly Sum[]): Pick<CareFigures, 'minutes' | 'servicesBooked'> {
  const counted = sums.filter(({ heading: [state, programme, drill] }) => state === ServiceState.CONFIRMED && PAIRING_PROGRAMMES.some(one => one === programme) && drill === '0')
  return { minutes: counted.reduce((sum, { amount }) => sum + amount, 0), servicesBooked: counted.reduce((sum, { records }) => sum + records, 0) }
}

const countOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + Number(row.n), 0)

/** Rows that hold a list of codes, by each of its codes. */
function spread(rows: readonly Row[], column: 'services' | 'flags'): Tally[] {
  const counts = new Map<string, number>()
  for (const row of rows) for (const code of String(row[column]).split(',').filter(Boolean)) counts.set(code, (counts.get(code) ?? 0) + Number(row.n))
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
}
