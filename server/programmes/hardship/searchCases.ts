import type { Condition } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Order, search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { matching } from '../../kernel/searchTokens'
import { dueSoonSql, keptBySql, openSql, overdueSql, toReviewSql, transferWaitsSql, unownedSql } from './conditions'
import { givenSql, helpedSql, lateSql, objectedSql, registeredSql, repeatSql } from './figureRules'
import { HardshipCase } from './HardshipCase'
import { type HardshipCaseFilter, type HardshipCaseSort, HardshipCaseSortField } from './inputs'

const NUMBER = /^HZ\d{4}-?\d{0,5}$/i
type Rows = Query<never>

/** Keeps the rows to which a condition applies, or those to which it does not. */
const narrow = (rows: Rows, wanted: boolean, { sql, values }: Condition): Rows => rows.where(wanted ? sql : `NOT COALESCE(${sql}, 0)`, ...values)

/** The cases within reach, as they are asked for; by the day that they are due unless another order is asked. */
export function searchCases(ctx: Context, filter: HardshipCaseFilter, sort: HardshipCaseSort | null): Query<HardshipCase> {
  return search(ctx, HardshipCase, {
    filter,
    sort: sort ?? { field: HardshipCaseSortField.DUE_ON, order: Order.ASC },
    last: [HardshipCaseSortField.DUE_ON],
    rules: {
      q: (rows, q) => (NUMBER.test(q.trim()) ? rows.where('it.number LIKE ?', `${q.trim().toUpperCase()}%`) : matching(rows, 'Person', 'it.personId', q)),
      assigneeId: (rows, id) => rows.where('(it.ownerId = ? OR it.standInId = ?)', id, id),
      mine: (rows, wanted) => narrow(rows, wanted, keptBySql(ctx.actor.id)),
      unowned: (rows, wanted) => narrow(rows, wanted, unownedSql()),
      overdue: (rows, wanted) => narrow(rows, wanted, overdueSql(ctx.today)),
      dueSoon: (rows, wanted) => narrow(rows, wanted, dueSoonSql(ctx.today)),
      open: (rows, wanted) => narrow(rows, wanted, openSql()),
      toReview: (rows, wanted) => narrow(rows, wanted, toReviewSql(ctx.today)),
      toAnswer: (rows, wanted) => rows.where(`it.objectionOpen IS ${wanted ? 'NOT ' : ''}NULL`),
      transferWaits: (rows, wanted) => narrow(rows, wanted, transferWaitsSql(ctx.actor)),
      openedFrom: (rows, day) => rows.where('it.reportedOn >= ?', day),
      openedTo: (rows, day) => rows.where('it.reportedOn <= ?', day),
      registered: (rows, wanted) => narrow(rows, wanted, registeredSql()),
      late: (rows, wanted) => narrow(rows, wanted, lateSql(ctx.today)),
      helped: (rows, wanted) => narrow(rows, wanted, helpedSql()),
      givenOnFrom: (rows, from) => narrow(rows, true, givenSql(from, filter.givenOnTo)),
      givenOnTo: (rows, to) => (filter.givenOnFrom ? rows : narrow(rows, true, givenSql(null, to))),
      repeat: (rows, wanted) => narrow(rows, wanted, repeatSql()),
      objected: (rows, wanted) => narrow(rows, wanted, objectedSql()),
    },
  })
}
