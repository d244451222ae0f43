import { CaseCategory, CaseCause, CaseColour, CaseState, ClueSource, HardshipKind } from '../../server/programmes/hardship/enums'
import { HardshipCase } from '../../server/programmes/hardship/HardshipCase'
import { loadPolicies, policyInForce } from '../../server/programmes/hardship/policies'
import { newCase } from '../../server/programmes/hardship/reportClue'
import type { HelpPolicy } from '../../server/programmes/hardship/HelpPolicy'
import { asOwner, now, type Person, put, systemCtx } from './app'
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

/** An act of a case by the names of its arguments: the version is read anew each time. */
export async function act(who: Person, name: string, id: string, args: Record<string, unknown> = {}, types: Record<string, string> = {}) {
  const version = (await asOwner<{ version: number }[]>('SELECT version FROM hardship_cases WHERE id = ?', [id]))[0]!.version
  const all: Record<string, string> = { id: 'ID!', version: 'Int!', text: 'String!', reason: 'String!', standInId: 'ID', until: 'Date', accountId: 'ID', missing: '[String!]!', investigatorIds: '[ID!]!', ownerId: 'ID!', deliveredOn: 'Date!', to: 'String!', ...types }
  const names = ['id', 'version', ...Object.keys(args)]
  return who.ask(`mutation (${names.map(one => `$${one}: ${all[one]}`).join(', ')}) { one: ${name}(${names.map(one => `${one}: $${one}`).join(', ')}) { id version state dueOn soonOn openActions } }`, { id, version, ...args })
}
/** As `act`, where it must not be refused. */
export const done = async (...args: Parameters<typeof act>) => {
  const answer = await act(...args)
  if (answer.error) throw new Error(`${args[1]}: ${answer.code} ${JSON.stringify(answer.error)}`)
  return answer.data.one
}
/** Of which type an act's `input` is. */
export const input = (type: string) => ({ input: `${type}!` })

/** The five looks. */
export const LOOKS = { housing: '土坯房两间', living: '取暖靠烧秸秆', income: '低保和地里收成', schoolWorkHealth: '长子在外打工', specialGroups: '无', findings: '家中欠药费，情况属实' }
export const HOUSE = { members: [{ name: '王小二', relation: 'CHILD', age: 21, health: '健康' }], economy: { income: '12000.00', spending: '21000.5', medicalSpending: '9000' } }
