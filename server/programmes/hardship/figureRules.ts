import type { Condition } from '../../kernel/access'

const is = (sql: string, ...values: Condition['values']): Condition => ({ sql, values })

/** Taken up as a case; without it a clue, or a clue that was dismissed. */
export const registeredSql = (): Condition => is('it.registeredOn IS NOT NULL')

/** A step of it took longer than its clock, or is doing so now. */
export const lateSql = (today: string): Condition => is('(it.lateSteps > 0 OR it.dueOn < ?)', today)

/** Some help has come. */
export const helpedSql = (): Condition => is('it.firstGivenOn IS NOT NULL')

/** Help came in a span of days; either end may be open. */
export const givenSql = (from: string | null | undefined, to: string | null | undefined): Condition =>
  is("EXISTS (SELECT 1 FROM measures m WHERE m.caseId = it.id AND m.state = 'DONE' AND m.givenOn BETWEEN ? AND ?)", from ?? '1000-01-01', to ?? '9999-12-31')

/** The same person had a case for the same cause before. */
export const repeatSql = (): Condition => is('EXISTS (SELECT 1 FROM hardship_cases o WHERE o.personId = it.personId AND o.cause = it.cause AND o.registeredOn IS NOT NULL AND o.id < it.id)')

/** Somebody objected to its notice or its decision. */
export const objectedSql = (): Condition => is('EXISTS (SELECT 1 FROM case_objections o WHERE o.caseId = it.id)')
