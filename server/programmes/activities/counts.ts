import type { Context } from '../../kernel/context'
import { PLACED, PRESENT, SignUpState } from './SignUp'

/** How an activity stands, in numbers of people. */
export interface Counts {
  applied: number
  placed: number
  waiting: number
  present: number
  confirmed: number
  minutes: number
}

const AMONG = (states: readonly SignUpState[]): string => `state IN (${states.map(state => `'${state}'`).join(',')})`

/** Counts the sign-ups of activities, batched. */
export function countsOf(ctx: Context, activityId: string): Promise<Counts> {
  return ctx.store.batch('Activity.counts', activityId, async ids => {
    const rows = await ctx.store.sql(
      `SELECT activityId, SUM(${AMONG([SignUpState.APPLIED])}) AS applied, SUM(${AMONG(PLACED)}) AS placed, SUM(${AMONG([SignUpState.WAITLIST])}) AS waiting, SUM(${AMONG([...PRESENT, SignUpState.CONFIRMED])}) AS present,
              SUM(${AMONG([SignUpState.CONFIRMED])}) AS confirmed, SUM(CASE WHEN ${AMONG([SignUpState.CONFIRMED])} THEN minutes ELSE 0 END) AS minutes
         FROM sign_ups WHERE activityId IN (?) GROUP BY activityId`,
      [ids],
    )
    const byId = new Map(rows.map(row => [row.activityId as string, row]))
    return ids.map(id => {
      const row = byId.get(id)
      const of = (name: string): number => Number(row?.[name] ?? 0)
      return { applied: of('applied'), placed: of('placed'), waiting: of('waiting'), present: of('present'), confirmed: of('confirmed'), minutes: of('minutes') }
    })
  })
}
