import type { Context } from '../../kernel/context'
import { Duplicate, Forbidden, Invalid, WrongState } from '../../kernel/errors'
import { looksMasked } from '../../kernel/masks'
import type { Store } from '../../kernel/store'
import { say } from '../../kernel/text'
import { createPerson } from '../persons/createPerson'
import { Person, PersonState } from '../persons/Person'
import { Beneficiary } from './Beneficiary'
import { addContact } from './contacts'
import { BeneficiaryState, ConsentState, ElderLanguage, RiskGrade } from './enums'
import { applyGrade } from './gradeBeneficiary'
import type { BeneficiaryChange, BeneficiaryInput } from './inputs'

/** Proposes an elder to be looked after. */
export async function registerBeneficiary(ctx: Context, input: BeneficiaryInput): Promise<Beneficiary> {
  if (!input.personId === !input.person) throw new Invalid({ personId: say('请选择人员，或填写新人员。', 'Choose a person, or describe a new one.') })
  const person = input.personId ? await ctx.store.hold(Person, input.personId) : await createPerson(ctx, input.person!)
  if (person.state !== PersonState.ACTIVE) throw new WrongState(person.state, [])
  const standing = await ctx.store.beyondReach.query(Beneficiary).where('it.personId = ?', person.id).first()
  if (standing) throw new Duplicate(say('此人已是服务对象。', 'This person is a beneficiary already.'), { entity: 'Beneficiary', id: standing.id })
  const beneficiary = await enrol(ctx, ctx.store, person, input)
  for (const contact of input.contacts ?? []) await addContact(ctx, beneficiary, contact)
  return beneficiary
}

/** Puts a person among those who are looked after, as proposed. `store` is that of whoever proposes, or reaches beyond where another module does. */
export async function enrol(ctx: Context, store: Store, person: Person, input: Omit<BeneficiaryInput, 'personId' | 'person' | 'contacts'>, caseWorkerId: string | null = null): Promise<Beneficiary> {
  const beneficiary = Beneficiary.of({
    personId: person.id, regionCode: person.regionCode, kinds: input.kinds, majorChangeAt: null, livesAlone: false, state: BeneficiaryState.PROPOSED, endReason: null, endedOn: null, abilities: [],
    language: ElderLanguage.HAN, volunteerSexWish: null, skillWishes: [], healthNotes: null, needsNote: null, doctor: null, caseWorkerId, consentState: ConsentState.MISSING, consentVersion: null,
    photoConsent: false, unpairedSince: null, assessment: null, assessedOn: null, pausedFrom: null,
  })
  writeBeneficiary(ctx, beneficiary, input)
  const change = await applyGrade(ctx, beneficiary, input.grade ?? RiskGrade.GENERAL, { first: true })
  await store.save(beneficiary)
  await store.save(change)
  return beneficiary
}

/** Changes what is known of an elder. */
export async function updateBeneficiary(ctx: Context, id: string, version: number, input: BeneficiaryChange): Promise<Beneficiary> {
  const beneficiary = await ctx.store.hold(Beneficiary, id, version)
  writeBeneficiary(ctx, beneficiary, input)
  return ctx.store.save(beneficiary)
}

function writeBeneficiary(ctx: Context, beneficiary: Beneficiary, input: BeneficiaryChange): void {
  if (input.kinds === null) throw new Invalid({ kinds: say('请至少选择一项。', 'Choose at least one.') })
  if (input.kinds) beneficiary.kinds = [...new Set(input.kinds)]
  if (input.livesAlone !== undefined) beneficiary.livesAlone = input.livesAlone ?? false
  if (input.abilities !== undefined) beneficiary.abilities = [...new Set(input.abilities ?? [])]
  if (input.language) beneficiary.language = input.language
  if (input.volunteerSexWish !== undefined) beneficiary.volunteerSexWish = input.volunteerSexWish
  if (input.skillWishes !== undefined) beneficiary.skillWishes = [...new Set(input.skillWishes ?? [])]
  if (input.needsNote !== undefined) beneficiary.needsNote = input.needsNote
  if (input.doctor !== undefined) beneficiary.doctor = input.doctor
  if (input.healthNotes === undefined) return
  if (!ctx.actor.may('beneficiary.health') && input.healthNotes !== null) throw new Forbidden('beneficiary.health')
  if (!ctx.actor.may('beneficiary.health')) return
  if (input.healthNotes && looksMasked(input.healthNotes)) throw new Invalid({ healthNotes: say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.') })
  beneficiary.healthNotes = input.healthNotes || null
}
