import type { Actor, Condition } from '../../../kernel/access'
import { HELPED, UNDECIDED } from '../enums'
import { MeasureKind, MeasureState, UNDER_WAY } from './enums'

/** A measure `it` of a case `c` for which help was granted; `budget.ts` says the same of a case in hand. */
const ofGranted = (more: string, ...values: Condition['values']): Condition => ({
  sql: `EXISTS (SELECT 1 FROM hardship_cases c WHERE c.id = it.caseId AND (c.state IN (?) OR (c.state IN (?) AND c.urgentAmount IS NOT NULL))${more})`,
  values: [[...HELPED], [...UNDECIDED], ...values],
})

/** Waits for the actor's approval: planned, by somebody else, not approved by them already, and of nobody near to them. */
export function toApproveSql(actor: Actor): Condition {
  if (!actor.may('measure.approve')) return { sql: '1=0', values: [] }
  const own = actor.reach.personId ?? '-'
  const granted = ofGranted(" AND NOT FIND_IN_SET(?, c.recusedIds) AND COALESCE(c.personId, '') <> ? AND NOT FIND_IN_SET(?, c.concernedIds)", actor.id, own, own)
  return { sql: `(it.state = ? AND it.plannedById <> ? AND COALESCE(it.approvedById, '') <> ? AND ${granted.sql})`, values: [MeasureState.PLANNED, actor.id, actor.id, ...granted.values] }
}

/** Money that was approved and not paid yet, and that no objection to the decision holds back. */
export function toPaySql(): Condition {
  const granted = ofGranted(' AND (c.decidedOn IS NULL OR c.objectionOpen IS NULL)')
  return { sql: `(it.state = ? AND it.kind = ? AND ${granted.sql})`, values: [MeasureState.APPROVED, MeasureKind.MONEY, ...granted.values] }
}

/** Under way and past its planned day. */
export const overdueSql = (today: string): Condition => ({ sql: '(it.state IN (?) AND it.plannedOn < ?)', values: [[...UNDER_WAY], today] })
