import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { fenOf } from '../../kernel/money'
import { say } from '../../kernel/text'
import { Person } from '../../people/persons/Person'
import type { EconomyInput, HouseholdInput, MemberInput } from './actInputs'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { HouseholdEconomy, HouseholdMember } from './Household'
import { holdCase } from './moveCase'
import { requiredText } from './requiredText'

/** As many persons of the registry may be known as relatives. */
const MOST = 20

/** Writes down who lives in the household and how. Whoever is left out is no longer there; it is frozen at the decision, and open again only when the case is. */
export async function writeHousehold(ctx: Context, id: string, version: number, input: HouseholdInput): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.WRITE_HOUSEHOLD)
  const known = await ctx.store.holdParts(HouseholdMember, 'caseId', one.id)
  const there = await Promise.all(input.members.map((member, place) => memberOf(ctx, one, known, member, place)))
  for (const member of there) await ctx.store.save(member)
  for (const gone of known.filter(member => !there.includes(member))) await ctx.store.save(Object.assign(gone, { gone: true }))
  await writeEconomy(ctx, one, input.economy)
  // Whoever has moved out is still a relative.
  one.concernedIds = [...new Set([...one.concernedIds, ...there.flatMap(({ personId }) => personId ?? [])])].slice(-MOST)
  await mustNotHaveActed(ctx, one)
  one.householdOn = ctx.today
  return ctx.store.save(one, { action: CaseAction.WRITE_HOUSEHOLD })
}

/** Nobody who has acted in the case turns out to be of the household: that step is to be done anew by somebody else first. */
async function mustNotHaveActed(ctx: Context, one: HardshipCase): Promise<void> {
  if (one.concernedIds.length === 0 || one.chain().length === 0) return
  const rows = await ctx.store.sql('SELECT id FROM accounts WHERE personId IN (?) AND id IN (?)', [one.concernedIds, one.chain()])
  if (rows.length > 0) throw new Invalid({ members: say('其中有人已参与本案的核实或审核，请先改由其他人办理。', 'Somebody of them took part in the case already: have that step done by somebody else first.') })
}

async function memberOf(ctx: Context, one: HardshipCase, known: readonly HouseholdMember[], input: MemberInput, place: number): Promise<HouseholdMember> {
  const member = input.id ? known.find(each => each.id === input.id) : HouseholdMember.of({ caseId: one.id })
  if (!member) throw new Invalid({ [`members.${place}.id`]: say('该成员不属于本案。', 'That member is not of this case.') })
  const personId = input.personId ?? null
  if (personId === one.personId && personId) throw new Invalid({ [`members.${place}.personId`]: say('本人不用列为家庭成员。', 'Whoever it is about is not listed.') })
  if (personId && personId !== member.personId) await ctx.store.get(Person, personId)
  return Object.assign(member, { personId, name: requiredText(input.name, `members.${place}.name`), relation: input.relation, age: input.age ?? null, health: input.health?.trim() || null, work: input.work?.trim() || null, gone: false })
}

async function writeEconomy(ctx: Context, one: HardshipCase, input: EconomyInput): Promise<void> {
  for (const field of ['income', 'spending', 'medicalSpending'] as const) {
    const amount = input[field]
    if (amount && fenOf(amount) < 0n) throw new Invalid({ [`economy.${field}`]: say('金额不能小于 0。', 'Not less than nought.') })
  }
  const [economy = HouseholdEconomy.of({ caseId: one.id })] = await ctx.store.holdParts(HouseholdEconomy, 'caseId', one.id)
  await ctx.store.save(Object.assign(economy, {
    askedOn: ctx.today, income: input.income, incomeFrom: input.incomeFrom?.trim() || null, spending: input.spending, medicalSpending: input.medicalSpending ?? null, housing: input.housing?.trim() || null, otherAid: input.otherAid?.trim() || null,
  }))
}
