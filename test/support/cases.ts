import { CaseCategory, CaseCause, CaseColour, CaseState, ClueSource, HardshipKind } from '../../server/programmes/hardship/enums'
import { HardshipCase } from '../../server/programmes/hardship/HardshipCase'
import { loadPolicies, policyInForce } from '../../server/programmes/hardship/policies'
import { newCase } from '../../server/programmes/hardship/reportClue'
import type { HelpPolicy } from '../../server/programmes/hardship/HelpPolicy'
import { now, put, systemCtx } from './app'
import { aPerson, next } from './people'

/** The policy that holds, loaded once for the worker's database. */
export async function thePolicy(): Promise<HelpPolicy> {
  const ctx = await systemCtx()
  await loadPolicies(ctx)
  return policyInForce(ctx)
}

type CaseValues = Partial<Omit<HardshipCase, 'id' | 'openKey'>>

/** A case of hardship in a new village, registered and in nobody's hand unless told otherwise. */
export async function aCase(values: CaseValues = {}): Promise<HardshipCase> {
  const policy = await thePolicy()
  const ctx = await systemCtx(now())
  const person = values.personId ? null : await aPerson({ isVeteran: true, ...(values.regionCode && { regionCode: values.regionCode }) })
  return put(Object.assign(newCase(ctx, values.regionCode ?? person!.regionCode, ClueSource.PERSON), {
    personId: person?.id, state: CaseState.REGISTERED, number: `HZT${process.pid % 1000}-${next()}`, category: CaseCategory.VETERAN, kinds: [HardshipKind.SUDDEN_EVENT], cause: CaseCause.ILLNESS, causeText: '秋收时摔伤，一时不能下地', colour: CaseColour.YELLOW,
    policyId: policy.id, registeredOn: ctx.today, dueOn: ctx.today, soonOn: ctx.today, ...values,
  }))
}

/** What a station writes when somebody applies. */
export const anApplication = (personId: string, values: Record<string, unknown> = {}): Record<string, unknown> => ({
  personId, category: 'VETERAN', tags: ['COMBAT'], kinds: ['SUDDEN_EVENT'], cause: 'ILLNESS', causeText: '住院两个月，家里欠下药费', wishes: '希望补助药费', colour: 'YELLOW', source: 'PERSON', ...values,
})
