import { mustBeRegion } from '../../bureau/regions/regionOf'
import { RegionLevel } from '../../bureau/regions/Region'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid } from '../../kernel/errors'
import { halfWidth } from '../../kernel/halfWidth'
import { looksMasked } from '../../kernel/masks'
import { say, type Text } from '../../kernel/text'
import { isCodeOf } from '../persons/codes'
import { phoneReasons, readPhone } from '../persons/phone'
import { readCreditCode, sayFault } from './creditCode'
import { Employer, EmployerKind, EmployerState } from './Employer'
import { industries } from './industries'
import type { EmployerChange } from './inputs'

const MASKED = say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.')

/** Lays what a form says onto an employer, every field checked, and refuses with all that is wrong at once. */
export async function writeEmployer(ctx: Context, employer: Employer, input: EmployerChange): Promise<void> {
  const wrong: Record<string, Text> = {}
  if (input.name !== undefined) writeName(employer, input.name, wrong)
  if (input.kind !== undefined) {
    if (input.kind && Object.values(EmployerKind).includes(input.kind)) employer.kind = input.kind
    else wrong.kind = say('请选择单位性质。', 'Choose the kind of employer.')
  }
  writeCode(employer, input, wrong)
  if (input.industryCode !== undefined) {
    if (input.industryCode && !isCodeOf(industries, input.industryCode)) wrong.industryCode = say('不是国家标准中的行业门类。', 'Not a section of the national standard.')
    else employer.industryCode = input.industryCode || null
  }
  if (input.premises !== undefined) employer.premises = halfWidth(input.premises ?? '') || null
  writeContact(employer, input, wrong)
  if (input.regionCode === null) wrong.regionCode = say('请选择所在地。', 'Choose where it is.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  if (input.regionCode) {
    await mustBeRegion(ctx, input.regionCode, RegionLevel.VILLAGE, RegionLevel.TOWNSHIP)
    employer.regionCode = input.regionCode
  }
}

/** A name as it is kept: one kind of bracket, no spaces between Chinese characters. */
export const employerNameAsMeant = (text: string): string => halfWidth(text).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replace(/\(/g, '（').replace(/\)/g, '）')

function writeName(employer: Employer, name: string | null, wrong: Record<string, Text>): void {
  const said = employerNameAsMeant(name ?? '')
  if (Array.from(said).length < 2 || !/\p{L}/u.test(said)) wrong.name = say('请填写单位全称。', 'Give the full name.')
  else employer.call(said)
}

/** A code that fails only its checks is taken for a reason, which stands beside it: early lawful codes fail them (rules.md 2.9). */
function writeCode(employer: Employer, { creditCode, creditCodeReason }: EmployerChange, wrong: Record<string, Text>): void {
  if (creditCode === undefined) return
  if (!creditCode?.trim()) return employer.register(null)
  const read = readCreditCode(creditCode)
  if (read.ok) return employer.register(read.value)
  const reason = creditCodeReason?.trim()
  if (read.value && reason) return employer.register(read.value, reason)
  const fault = sayFault(read)
  wrong.creditCode = read.value ? say(`${fault.zh}如确认无误，请填写原因后保存。`, `${fault.en} If it is right all the same, say why and save.`) : fault
}

function writeContact(employer: Employer, { contactName, contactPhone }: EmployerChange, wrong: Record<string, Text>): void {
  if (contactName !== undefined) {
    if (contactName && looksMasked(contactName)) wrong.contactName = MASKED
    else employer.contactName = halfWidth(contactName ?? '') || null
  }
  if (contactPhone === undefined) return
  if (!contactPhone) employer.contactPhone = null
  else if (looksMasked(contactPhone)) wrong.contactPhone = MASKED
  else {
    const read = readPhone(contactPhone)
    if (read.ok) employer.contactPhone = read.value
    else wrong.contactPhone = phoneReasons[read.reason]
  }
}

/** Refuses a credit code that another employer has; names the other only where the actor may see it. */
export async function mustBeOnlyOne(ctx: Context, employer: Employer): Promise<void> {
  if (!employer.creditCode) return
  const other = await ctx.store.beyondReach.query(Employer).where('it.creditCode = ? AND it.state <> ? AND it.id <> ?', employer.creditCode, EmployerState.MERGED, employer.id).first()
  if (!other) return
  const seen = await ctx.store.query(Employer).where('it.id = ?', other.id).exists()
  if (seen) throw new Duplicate(say(`这个信用代码已登记：${other.name}。`, `The credit code is registered already: ${other.name}.`), { entity: 'Employer', id: other.id })
  throw new Duplicate(say('这个信用代码已在其他苏木乡镇登记，请联系旗退役军人事务局办理。', 'The credit code is registered in another township; ask the bureau.'), { entity: 'Employer' })
}
