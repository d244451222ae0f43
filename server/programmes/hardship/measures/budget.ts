import type { Context } from '../../../kernel/context'
import { Refused, WrongState } from '../../../kernel/errors'
import { fenOf, sumOf, yuanOf } from '../../../kernel/money'
import { say } from '../../../kernel/text'
import { HELPED, UNDECIDED } from '../enums'
import { HardshipCase } from '../HardshipCase'
import { MeasureState } from './enums'
import { Measure } from './Measure'

/** A measure in hand, with its case and the case's other measures: all are held, so that of two acts at once the second sees what the first did. */
export interface InHand {
  one: HardshipCase
  measure: Measure
  others: Measure[]
}

/** Holds a measure in the version that was read; its case first, in the order that every act keeps. */
export async function holdMeasure(ctx: Context, id: string, version: number): Promise<InHand> {
  const { caseId } = await ctx.store.get(Measure, id)
  const one = await ctx.store.hold(HardshipCase, caseId)
  const measure = await ctx.store.hold(Measure, id, version)
  const others = (await ctx.store.holdParts(Measure, 'caseId', caseId)).filter(other => other.id !== id)
  return { one, measure, others }
}

/** What may be given in all: what was approved, before that the urgent help that was granted, beside what a reopened case was approved before. Null where nothing may be given. */
export function ceilingOf(one: HardshipCase): string | null {
  if (HELPED.includes(one.state)) return one.approvedAmount ?? '0.00'
  return UNDECIDED.includes(one.state) && one.urgentAmount ? sumOf([one.earlierAmount, one.urgentAmount]) : null
}

/** What the measures of a case have given. */
export const givenBy = (measures: readonly Measure[]): string => sumOf(measures.filter(measure => measure.state === MeasureState.DONE).map(measure => measure.given))

/** What they have given, and what is approved to be given. */
export const boundBy = (measures: readonly Measure[]): string => sumOf([givenBy(measures), ...measures.filter(measure => measure.state === MeasureState.APPROVED).map(measure => measure.amount)])

/** Refuses help that the case has not been granted: before its approval only urgent help, and never more than the amount that was approved. */
export function mustFit(one: HardshipCase, taken: string, more: string | null): void {
  const ceiling = ceilingOf(one)
  if (ceiling === null) throw new WrongState(one.state, [], say('案件尚未批准，也没有批准应急帮扶，不能安排帮扶。', 'Neither the case nor urgent help has been approved.'))
  const left = fenOf(ceiling) - fenOf(taken)
  if (more === null || fenOf(more) <= left) return
  const free = yuanOf(left > 0n ? left : 0n)
  throw new Refused('OVER_CAPACITY', say(`超出批准金额：批准 ${ceiling} 元，已占用 ${taken} 元，还可安排 ${free} 元。`, `More than was approved: of ${ceiling} yuan ${taken} are taken, ${free} are left.`), { approved: ceiling, taken, left: free })
}
