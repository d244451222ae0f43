import type { Context } from '../../../kernel/context'
import { Invalid } from '../../../kernel/errors'
import { fenOf, yuanOf } from '../../../kernel/money'
import { fingerprint } from '../../../kernel/sealed'
import { say, type Text } from '../../../kernel/text'
import { Person } from '../../../people/persons/Person'
import { CaseAction } from '../caseWorkflow'
import { CaseState, UNDECIDED } from '../enums'
import type { HardshipCase } from '../HardshipCase'
import { holdCase, moveCase } from '../moveCase'
import { ceilingOf, holdMeasure, mustFit } from './budget'
import { FundSource, MeasureKind, MeasureState } from './enums'
import type { MeasureChange, MeasureInput, PayeeInput, HelpPlanInput } from './inputs'
import { Measure } from './Measure'
import { MeasureAction, measureWorkflow } from './measureWorkflow'

/** Where a plan leads; more help after a follow-up is help again. */
const AFTER_PLAN: Partial<Record<CaseState, CaseState>> = { APPROVED: CaseState.PLANNED, FOLLOW_UP: CaseState.IN_HELP }

/** Plans the help of a case; before the decision only within urgent help that was granted. */
export async function planMeasures(ctx: Context, caseId: string, version: number, { measures }: HelpPlanInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, caseId, version, CaseAction.PLAN)
  mustFit(one, '0.00', null)
  const urgent = UNDECIDED.includes(one.state)
  for (const [at, input] of measures.entries()) {
    const measure = Measure.of({ caseId, urgent, state: MeasureState.PLANNED, plannedById: ctx.actor.id, receiptIds: [] })
    await writeMeasure(ctx, one, measure, input, urgent ? ctx.today : one.decidedOn!, `measures.${at}.`)
    await ctx.store.save(measure, { action: 'PLAN' })
  }
  await moveCase(ctx, one, CaseAction.PLAN, { to: AFTER_PLAN[one.state] ?? one.state })
  return ctx.store.save(one, { action: CaseAction.PLAN })
}

/** Writes a measure anew that has not been given; where it was approved, it is to be approved again. */
export async function changeMeasure(ctx: Context, id: string, version: number, input: MeasureChange): Promise<Measure> {
  const { one, measure } = await holdMeasure(ctx, id, version)
  measureWorkflow.move(measure, MeasureAction.CHANGE, ctx.actor)
  mustFit(one, '0.00', null)
  Object.assign(measure, { plannedById: ctx.actor.id, approvedById: null, secondApprovedById: null, approvedOn: null, approvalNote: null, secondApprovalNote: null })
  await writeMeasure(ctx, one, measure, input, null, '')
  return ctx.store.save(measure, { action: MeasureAction.CHANGE })
}

async function writeMeasure(ctx: Context, one: HardshipCase, measure: Measure, input: MeasureInput, from: string | null, at: string): Promise<void> {
  const wrong = faultsOf(one, input, from)
  const { kind, what, amount = null, fund = null, fundText, plannedOn, responsible, payee } = input
  if (payee && kind !== MeasureKind.MONEY) wrong.payee = say('只有资金帮扶填写收款账户。', 'Only money is paid into an account.')
  else if (payee && !payee.reason?.trim() && (await isOdd(ctx, one, payee))) {
    wrong['payee.reason'] = say('收款人不是本人，或该账号已用于别的案件，请写明原因。', 'The account is not the applicant’s own, or was named in another case: say why.')
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(Object.fromEntries(Object.entries(wrong).map(([field, text]) => [`${at}${field}`, text])))
  Object.assign(measure, { kind, what: what.trim(), amount: amount && yuanOf(fenOf(amount)), fund: costs(amount) ? fund : null, fundText: costs(amount) ? fundText?.trim() || null : null, plannedOn, responsible: responsible.trim() })
  if (payee) Object.assign(measure, { payeeBank: payee.bank.trim(), payeeHolder: payee.holder.trim(), payeeNumber: digits(payee.number), payeeFor: payee.reason?.trim() || null })
  else if (kind !== MeasureKind.MONEY) Object.assign(measure, { payeeBank: null, payeeHolder: null, payeeNumber: null, payeeFor: null })
}

const costs = (amount: string | null | undefined): boolean => Boolean(amount) && fenOf(amount!) > 0n
const digits = (number: string): string => number.replaceAll(' ', '')

function faultsOf(one: HardshipCase, { kind, amount, fund, fundText, plannedOn }: MeasureInput, from: string | null): Record<string, Text> {
  const wrong: Record<string, Text> = {}
  if (amount && fenOf(amount) < 0n) wrong.amount = say('金额不能为负。', 'Not below nought.')
  else if (!costs(amount) && (kind === MeasureKind.MONEY || kind === MeasureKind.GOODS)) wrong.amount = say('请填写金额；物资填写折合金额。', 'Give the amount; for goods what they are worth.')
  else if (costs(amount) && fenOf(amount!) > fenOf(ceilingOf(one) ?? '0')) wrong.amount = say(`超出批准金额 ${ceilingOf(one)} 元。`, `More than the ${ceilingOf(one)} yuan that were approved.`)
  if (costs(amount) && !fund) wrong.fund = say('请选择资金来源。', 'Say where the money comes from.')
  if (fund === FundSource.OTHER && !fundText?.trim()) wrong.fundText = say('请写明来源。', 'Say which source.')
  if (from && plannedOn < from) wrong.plannedOn = say('计划日期早于批准日期。', 'Lies before the approval.')
  return wrong
}

/** Whether an account is not the applicant's own, or was named in another person's case. */
async function isOdd({ store }: Context, one: HardshipCase, { holder, number }: PayeeInput): Promise<boolean> {
  const person = await store.follow(Person, one.personId)
  if (holder.trim() !== person?.name) return true
  const elsewhere = await store.beyondReach.query(Measure).where('it.payeeNumberPrint = ? AND it.caseId IN (SELECT c.id FROM hardship_cases c WHERE c.personId <> ?)', fingerprint(digits(number)), one.personId).exists()
  return elsewhere
}
