import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { isMore } from '../../kernel/money'
import { say } from '../../kernel/text'
import { ExclusionKind, HardshipKind } from './enums'
import { ExclusionRule, HelpPolicy } from './HelpPolicy'
import type { HelpPolicyInput } from './inputs'

const BASIS = '退役军人部发〔2019〕62号《关于加强困难退役军人帮扶援助工作的意见》；退役军人保障法第五十五条'
const MODEL = '《广东省困难退役军人帮扶援助办法》（2021-03-04），未有本区细则前参照'

/**
 * The first version, with the numbers of programmes.md 4.5: [S] a clue handed on within 3 working days, help first and papers later, no help twice
 * for one cause, 2 years back for exclusions; [D] all other numbers. The bureau issues its own version over it.
 */
export const DEFAULT_POLICY = {
  name: '困难退役军人帮扶援助（默认）', basis: BASIS, validFrom: '2022-01-01', validTo: null, kinds: Object.values(HardshipKind),
  urgentLimit: '3000.00', secondApprovalAbove: '10000.00', mostAmount: null,
  clueDays: 3, registeredDays: 1, investigatingDays: 10, noticeDays: 7, townshipDays: 5, countyDays: 10, decisionDays: 5, deliveryDays: 5, planDays: 5, helpDays: 10, returnedDays: 10, papersDays: 10,
  objectionDays: 10, objectWithinDays: 60, firstFollowUpDays: 30, secondFollowUpDays: 90, redContactDays: 7, nothingGivenDays: 15, repeatMonths: 24, yellowPercent: 80,
}

/** The grounds for which somebody gets no help [S: rules.md 2.4]. */
export const DEFAULT_EXCLUSIONS = [
  { kind: ExclusionKind.CRIMINAL, basis: `两年内受刑事追究：${MODEL}`, months: 24 },
  { kind: ExclusionKind.DISHONESTY, basis: `两年内列入失信联合惩戒名单：${MODEL}`, months: 24 },
  { kind: ExclusionKind.UNLAWFUL_PETITION, basis: `两年内组织、煽动或参与违法上访等：${MODEL}`, months: 24 },
  { kind: ExclusionKind.REFUSED_COOPERATION, basis: `两年内拒不配合并造成不良影响：${MODEL}`, months: 24 },
  { kind: ExclusionKind.FRAUD, basis: '骗取帮扶：退役军人保障法第七十八条', months: 24 },
  { kind: ExclusionKind.OTHER_LEGAL, basis: '法律、法规规定的其他情形', months: 24 },
]

/** Writes the first version, where there is none yet. */
export async function loadPolicies(ctx: Context): Promise<void> {
  if (await ctx.store.query(HelpPolicy).exists()) return
  await ctx.transact('loadPolicies', inner => write(inner, HelpPolicy.of(DEFAULT_POLICY), DEFAULT_EXCLUSIONS))
}

/** The version that holds today. */
export async function policyInForce(ctx: Context): Promise<HelpPolicy> {
  const policy = await ctx.store.query(HelpPolicy).where('it.validFrom <= ?', ctx.today).orderBy('it.validFrom DESC').first()
  if (!policy) throw new Refused('INELIGIBLE', say('今天没有有效的帮扶政策，请先由局管理员发布。', 'No policy of help holds today: the bureau has to issue one first.'))
  return policy
}

/** The version that a case began under, or for a clue the one that holds today. */
export const policyOf = (ctx: Context, { policyId }: { policyId: string | null }): Promise<HelpPolicy> => (policyId ? ctx.store.get(HelpPolicy, policyId) : policyInForce(ctx))

/** Issues a new version, from a day to come on; cases that are open keep theirs. */
export async function issuePolicy(ctx: Context, { exclusions, clientKey: _, ...input }: HelpPolicyInput): Promise<HelpPolicy> {
  const [latest] = await ctx.store.holdAll(HelpPolicy, 'it.validFrom = (SELECT MAX(p.validFrom) FROM help_policies p)')
  if (input.validFrom < ctx.today || (latest && input.validFrom <= latest.validFrom)) throw new Invalid({ validFrom: say('新版本须自今天或以后生效，并晚于现有各版本。', 'A new version holds from today or later, and after every other.') })
  for (const field of ['urgentLimit', 'secondApprovalAbove', 'mostAmount'] as const) {
    const amount = input[field]
    if (amount && !isMore(amount, '0')) throw new Invalid({ [field]: say('金额应大于 0。', 'More than nought.') })
  }
  const kinds = exclusions.map(({ kind }) => kind)
  if (new Set(kinds).size !== kinds.length) throw new Invalid({ exclusions: say('同一情形只能列一次。', 'Each ground once.') })
  if (latest) await ctx.store.save(Object.assign(latest, { validTo: addDays(input.validFrom, -1) }))
  return write(ctx, HelpPolicy.of({ ...input, mostAmount: input.mostAmount ?? null, validTo: null }), exclusions)
}

async function write(ctx: Context, policy: HelpPolicy, exclusions: readonly Pick<ExclusionRule, 'kind' | 'basis' | 'months'>[]): Promise<HelpPolicy> {
  await ctx.store.save(policy, { action: 'ISSUE' })
  for (const { kind, basis, months } of exclusions) await ctx.store.save(ExclusionRule.of({ policyId: policy.id, kind, basis, months }))
  return policy
}
