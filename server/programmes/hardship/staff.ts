import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { CaseState } from './enums'

/** The roles that may have a case in hand. */
const KEEPERS: readonly string[] = ['caseWorker', 'stationWorker', 'stationHead', 'bureauOfficer']
/** The roles that may look at a home. */
const INVESTIGATORS: readonly string[] = ['caseWorker', 'stationWorker', 'stationHead']

/** An account that may have a case in hand, with what it carries already. */
@ObjectType({ description: 'An account that may have a case in hand.' })
export class CaseStaff {
  @Field(() => ID) id: string
  @Field() name: string
  @Field() role: string
  @Field(() => String, { nullable: true }) regionCode: string | null
  @Field(() => Boolean, { description: 'Whether it may be one of the two who look at a home.' }) investigates: boolean
  @Field(() => Int, { description: 'Open cases in hand now.' }) load: number
}

/** The active accounts whose area covers a place and that may have its cases in hand, the least loaded first. */
export async function caseStaff(ctx: Context, place: string): Promise<CaseStaff[]> {
  const rows = await ctx.store.sql<Omit<CaseStaff, 'investigates'>[]>(
    `SELECT a.id, a.displayName AS name, a.role, a.regionCode, COUNT(c.id) AS \`load\` FROM accounts a LEFT JOIN hardship_cases c ON c.ownerId = a.id AND c.state <> ?
      WHERE a.role IN (?) AND a.state = 'ACTIVE' GROUP BY a.id, a.displayName, a.role, a.regionCode`,
    [CaseState.CLOSED, KEEPERS],
  )
  return rows
    .filter(({ regionCode }) => regionCode === null || isWithin(place, regionCode))
    .map(row => ({ ...row, load: Number(row.load), investigates: INVESTIGATORS.includes(row.role) }))
    .sort((one, other) => one.load - other.load || (one.id < other.id ? -1 : 1))
}

/** Refuses accounts that are closed, elsewhere, or of a role that has no cases in hand. */
export async function mustBeStaff(ctx: Context, place: string, field: string, ids: readonly string[], investigating = false): Promise<void> {
  const staff = new Map((await caseStaff(ctx, place)).map(one => [one.id, one]))
  for (const id of ids) {
    const one = staff.get(id)
    if (!one || (investigating && !one.investigates)) throw new Invalid({ [field]: say('请选择本辖区在用的工作人员账号。', 'Choose an active account of this area.') })
  }
}
