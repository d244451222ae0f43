import type { Condition } from '../../../kernel/access'
import type { Context } from '../../../kernel/context'
import { Order, search } from '../../../kernel/lists'
import type { Query } from '../../../kernel/query'
import { prefixOf } from '../../../kernel/regionCode'
import { overdueSql, toApproveSql, toPaySql } from './conditions'
import { type MeasureFilter, type MeasureSort, MeasureSortField, type ReferralFilter, type ReferralSort, ReferralSortField } from './inputs'
import { Measure } from './Measure'
import { Referral } from './Referral'

/** A row `it` of a table that hangs on cases, whose case is kept in a division. */
export const ofRegionSql = (region: string): Condition => ({ sql: 'it.caseId IN (SELECT c.id FROM hardship_cases c WHERE c.regionCode LIKE ?)', values: [`${prefixOf(region)}%`] })

/** Of whom the case is about, for a search by name. */
export const personOfCase = '(SELECT c.personId FROM hardship_cases c WHERE c.id = it.caseId)'

const narrow = (rows: Query<never>, { sql, values }: Condition, wanted = true): unknown => rows.where(wanted ? sql : `NOT ${sql}`, ...values)

/** The measures of the cases within reach, as they are asked for; the latest planned first unless another order is asked. */
export function searchMeasures(ctx: Context, filter: MeasureFilter, sort: MeasureSort | null): Query<Measure> {
  return search(ctx, Measure, {
    filter,
    sort: sort ?? { field: MeasureSortField.PLANNED_ON, order: Order.DESC },
    find: { kind: 'Person', column: personOfCase },
    rules: {
      region: (rows, region) => narrow(rows, ofRegionSql(region)),
      overdue: (rows, wanted) => narrow(rows, overdueSql(ctx.today), wanted),
      toApprove: (rows, wanted) => narrow(rows, toApproveSql(ctx.actor), wanted),
      toPay: (rows, wanted) => narrow(rows, toPaySql(), wanted),
    },
  })
}

/** The referrals of the cases within reach, as they are asked for; the latest sent first unless another order is asked. */
export function searchReferrals(ctx: Context, filter: ReferralFilter, sort: ReferralSort | null): Query<Referral> {
  return search(ctx, Referral, {
    filter,
    sort: sort ?? { field: ReferralSortField.SENT_ON, order: Order.DESC },
    find: { kind: 'Person', column: personOfCase },
    rules: { region: (rows, region) => narrow(rows, ofRegionSql(region)) },
  })
}
