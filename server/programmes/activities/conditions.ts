import type { Actor, Condition } from '../../kernel/access'

/** Activities, `it`, that have been over for so many days and that nobody has summed up: published or under way, past their end. */
export const unclosedSql = (now: Date, days: number): Condition => ({ sql: "(it.state IN ('PUBLISHED','ONGOING') AND it.endsAt < ?)", values: [new Date(now.getTime() - days * 86_400_000)] })

/** Activities, `it`, that whoever asks has signed up for and not cancelled. */
export const mineSql = ({ reach }: Actor): Condition => ({ sql: "(it.id IN (SELECT s.activityId FROM sign_ups s WHERE s.volunteerId = ? AND s.state NOT IN ('CANCELLED','DECLINED')))", values: [reach.volunteerId ?? '-'] })
