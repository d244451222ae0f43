import { randomInt } from 'node:crypto'
import { presentNotice } from '../../bureau/consentNotices/presentNotice'
import { RegionLevel } from '../../bureau/regions/Region'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid, Refused } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { Person, PersonState, Sex } from '../persons/Person'
import { phoneReasons, readPhone } from '../persons/phone'
import { writePerson } from '../persons/writePerson'
import type { ApplicationInput } from './inputs'
import { numbers } from './numbers'
import { ApplicationState, VolunteerApplication } from './VolunteerApplication'

/** Somebody offers to serve, without an account. The answer is a number, the same whether they are known or not. */
export async function applyAsVolunteer(ctx: Context, input: ApplicationInput): Promise<VolunteerApplication> {
  const { edition } = await presentNotice(ctx)
  if (!input.agreed || input.noticeVersion !== edition) throw new Refused('CONSENT_MISSING', say('请先阅读并同意现行的告知书。', 'Read the present notice and agree to it first.'), { version: edition })
  await mustBeRegion(ctx, input.regionCode, RegionLevel.VILLAGE)
  const person = await personOf(ctx, input)
  const guardian = await guardianOf(ctx, person, input)
  const application = VolunteerApplication.of({
    number: numberOf(ctx), name: person.name, birthYear: person.birthYear!, regionCode: person.regionCode, isVeteran: input.isVeteran ?? false, skills: [...new Set(input.skills ?? [])], note: input.note?.trim() || null,
    guardianName: guardian?.name ?? null, noticeVersion: edition, state: ApplicationState.RECEIVED, answer: null, answeredAt: null, volunteerId: null,
  })
  Object.assign(application, { idCard: person.idCard, phone: person.phone, guardianPhone: guardian?.phone ?? null })
  return ctx.store.beyondReach.save(application)
}

/** Reads what was given by the registry's own rules, without putting anybody into it. */
async function personOf(ctx: Context, { name, idCard, phone, regionCode }: ApplicationInput): Promise<Person> {
  const missing: Record<string, Text> = {}
  if (!idCard.trim()) missing.idCard = say('请填写身份证号。', 'The resident ID number is missing.')
  if (!phone.trim()) missing.phone = phoneReasons.EMPTY
  if (Object.keys(missing).length > 0) throw new Invalid(missing)
  const person = Person.of({ sex: Sex.UNKNOWN, birthDate: null, birthYear: null, idCard: null, idCardKey: null, phone: null, address: null, ethnicCode: null, politicalCode: null, isVeteran: false, state: PersonState.ACTIVE })
  await writePerson(ctx, person, { name, idCard, phone, regionCode })
  return person
}

/** Refuses who is too young; of somebody under age a guardian agrees, and can be called. */
async function guardianOf(ctx: Context, person: Person, { guardianName, guardianPhone, guardianAgrees }: ApplicationInput): Promise<{ name: string; phone: string } | null> {
  const age = person.ageOn(ctx.today)!
  const [least, own] = [await setting(ctx, numbers.leastAge), await setting(ctx, numbers.ownConsentAge)]
  if (age < least) throw new Refused('INELIGIBLE', say(`年满 ${least} 周岁才能申请。`, `One applies from the age of ${least}.`), { rule: 'AGE', leastAge: least })
  if (age >= own) return null
  const missing: Record<string, Text> = {}
  const phone = readPhone(guardianPhone ?? '')
  if (!guardianName?.trim()) missing.guardianName = say('未成年人申请，请填写监护人姓名。', 'Give the name of the guardian.')
  if (!phone.ok) missing.guardianPhone = phoneReasons[phone.reason]
  if (!guardianAgrees) missing.guardianAgrees = say('须监护人同意。', 'The guardian must agree.')
  if (!phone.ok || Object.keys(missing).length > 0) throw new Invalid(missing)
  return { name: guardianName!.trim(), phone: phone.value }
}

/** A number to ask by: the day and eight digits that cannot be guessed. */
const numberOf = (ctx: Context): string => `A${ctx.today.replaceAll('-', '').slice(2)}-${String(randomInt(100_000_000)).padStart(8, '0')}`
