import { Field, ObjectType } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { addMonths } from '../../kernel/days'
import { Day, Decimal } from '../../kernel/scalars'
import { CaseCause, CaseState, HELPED } from './enums'
import type { HardshipCase } from './HardshipCase'
import { policyOf } from './policies'

/** Another case of the same person or household, wherever it is kept; as much of it as whoever decides needs to know. */
@ObjectType({ description: 'Another case of the same person or household, wherever it is kept: as much of it as whoever decides needs to know.' })
export class AidFound {
  @Field(() => String, { nullable: true }) number: string | null
  @Field(() => CaseState) state: CaseState
  @Field(() => CaseCause, { nullable: true }) cause: CaseCause | null
  @Field(() => Region, { description: 'Where it is kept.' }) region: Region
  @Field(() => Boolean, { description: 'Of the same person; else of somebody of the household.' }) samePerson: boolean
  @Field(() => Day, { nullable: true }) decidedOn: string | null
  @Field(() => Decimal, { nullable: true }) approvedAmount: string | null
  @Field(() => Boolean, { description: 'Help for the same cause, approved within the policy’s months: a second one needs a reason.' }) repeats: boolean
}

/** Looks for help already given or asked for, beyond everybody's reach (rules.md 2.4: not twice for one cause without good reason). */
export async function duplicateAid(ctx: Context, one: HardshipCase): Promise<AidFound[]> {
  if (!one.personId) return []
  const persons = [one.personId, ...one.concernedIds]
  const since = addMonths(ctx.today, -(await policyOf(ctx, one)).repeatMonths)
  const rows = await ctx.store.sql(
    `SELECT c.number, c.state, c.cause, c.regionCode, c.personId, c.decidedOn, c.approvedAmount FROM hardship_cases c
      WHERE c.id <> ? AND c.state <> 'CLUE' AND c.number IS NOT NULL AND (c.state <> 'CLOSED' OR c.decidedOn >= ?)
        AND (c.personId IN (?) OR c.id IN (SELECT m.caseId FROM case_household_members m WHERE m.gone = 0 AND m.personId IN (?))) ORDER BY c.id DESC LIMIT 50`,
    [one.id, since, persons, persons],
  )
  const found = await Promise.all(rows.map(async row => ({ ...row, region: await regionOf(ctx, row.regionCode as string), samePerson: row.personId === one.personId, repeats: isRepeat(row as unknown as HardshipCase, one, since) }) as unknown as AidFound))
  const before = earlierRound(one)
  return before ? [...found, { ...before, region: await regionOf(ctx, one.regionCode), samePerson: true, repeats: true }] : found
}

const isRepeat = ({ cause, state, decidedOn, approvedAmount }: HardshipCase, one: HardshipCase, since: string): boolean =>
  cause === one.cause && decidedOn !== null && decidedOn >= since && (HELPED.includes(state) || (state === CaseState.CLOSED && approvedAmount !== null))

/** The help that the case itself brought before it was reopened. */
const earlierRound = (one: HardshipCase): Omit<AidFound, 'region' | 'samePerson' | 'repeats'> | null =>
  one.earlierAmount === null ? null : { number: one.number, state: one.state, cause: one.cause, decidedOn: null, approvedAmount: one.earlierAmount }
