import { mustBeRegion } from '../../bureau/regions/regionOf'
import { RegionLevel } from '../../bureau/regions/Region'
import type { Context } from '../../kernel/context'
import { ageOn, monthOf } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { halfWidth } from '../../kernel/halfWidth'
import { looksMasked } from '../../kernel/masks'
import { say, type Text } from '../../kernel/text'
import { ethnicGroups, isCodeOf, politicalStatuses } from './codes'
import type { PersonChange } from './inputs'
import { type Person, Sex } from './Person'
import { phoneReasons, readPhone } from './phone'
import { readResidentId, residentIdReasons } from './residentId'

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}· ]*$/u
const MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/
const OLDEST = 130
const MASKED = say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.')

/** A name as it is kept: one kind of dot, and no spaces between Chinese characters. */
export const nameAsMeant = (text: string): string => halfWidth(text.replace(/[•‧・．⋅᠂]/gu, '·')).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')

/** Lays what a form says onto a person, every field checked, and refuses with all that is wrong at once. */
export async function writePerson(ctx: Context, person: Person, input: PersonChange): Promise<void> {
  const wrong: Record<string, Text> = {}
  writeName(person, input, wrong)
  writeIdentity(person, input, ctx.today, wrong)
  writePhone(person, input, wrong)
  writeService(person, input, ctx.today, wrong)
  writeCode(person, input, 'ethnicCode', ethnicGroups, wrong)
  writeCode(person, input, 'politicalCode', politicalStatuses, wrong)
  if (input.address !== undefined) {
    const address = input.address === null ? null : halfWidth(input.address)
    if (address && looksMasked(address)) wrong.address = MASKED
    else person.address = address || null
  }
  if (input.regionCode === null) wrong.regionCode = say('请选择居住地。', 'Choose the place of residence.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  if (input.regionCode) {
    await mustBeRegion(ctx, input.regionCode, RegionLevel.VILLAGE, RegionLevel.TOWNSHIP)
    person.regionCode = input.regionCode
  }
  if (input.verified) person.verifiedAt ??= ctx.now
  if (input.verified === false) person.verifiedAt = null
}

function writeName(person: Person, { name }: PersonChange, wrong: Record<string, Text>): void {
  if (name === undefined) return
  const said = nameAsMeant(name ?? '')
  if (!NAME.test(said) || Array.from(said).length > 50) wrong.name = say('请填写姓名，只能含文字和间隔号。', 'Give the name: letters, and dots between them.')
  else person.call(said)
}

function writeIdentity(person: Person, input: PersonChange, today: string, wrong: Record<string, Text>): void {
  if (input.sex !== undefined) person.sex = input.sex ?? Sex.UNKNOWN
  if (input.birthDate !== undefined) {
    if (input.birthDate !== null && (input.birthDate > today || ageOn(input.birthDate, today) > OLDEST)) wrong.birthDate = say('出生日期不合理。', 'Not a likely day of birth.')
    else person.bornOn(input.birthDate)
  }
  if (input.idCard === null) person.identify(null)
  else if (input.idCard !== undefined) {
    const read = looksMasked(input.idCard) ? null : readResidentId(input.idCard, today)
    if (!read) wrong.idCard = MASKED
    else if (!read.ok) wrong.idCard = residentIdReasons[read.reason]
    else person.identify(read.value)
  }
  const own = person.idCard ? readResidentId(person.idCard, today) : null
  if (!own?.ok || wrong.idCard || wrong.birthDate) return
  if (input.birthDate && input.birthDate !== own.birthDate) wrong.birthDate = say('出生日期与身份号码不符。', 'The day of birth is not the one in the resident ID number.')
  else person.bornOn(own.birthDate)
  if (person.sex === Sex.UNKNOWN) person.sex = own.sex as Sex
  else if (person.sex !== own.sex) wrong.sex = say('性别与身份号码不符。', 'The sex is not the one in the resident ID number.')
}

function writePhone(person: Person, { phone }: PersonChange, wrong: Record<string, Text>): void {
  if (phone === undefined) return
  if (!phone) person.phone = null
  else if (looksMasked(phone)) wrong.phone = MASKED
  else {
    const read = readPhone(phone)
    if (read.ok) person.phone = read.value
    else wrong.phone = phoneReasons[read.reason]
  }
}

function writeService(person: Person, input: PersonChange, today: string, wrong: Record<string, Text>): void {
  if (input.isVeteran !== undefined) person.isVeteran = input.isVeteran ?? false
  if (input.servedInCombat !== undefined) person.servedInCombat = input.servedInCombat ?? false
  for (const field of ['enlistedMonth', 'dischargedMonth'] as const) {
    const month = input[field]
    if (month === undefined) continue
    if (month !== null && (!MONTH.test(month) || month > monthOf(today))) wrong[field] = say('请按“年-月”填写，且不能晚于本月。', 'Year and month as YYYY-MM, not later than this month.')
    else person[field] = month
  }
  if (!person.isVeteran) {
    person.enlistedMonth = person.dischargedMonth = null
    person.servedInCombat = false
  }
  if (person.enlistedMonth && person.dischargedMonth && person.dischargedMonth < person.enlistedMonth) wrong.dischargedMonth = say('退役时间早于入伍时间。', 'Discharged before enlisting.')
}

function writeCode(person: Person, input: PersonChange, field: 'ethnicCode' | 'politicalCode', table: Readonly<Record<string, Text>>, wrong: Record<string, Text>): void {
  const code = input[field]
  if (code === undefined) return
  if (code !== null && !isCodeOf(table, code)) wrong[field] = say('不是国家标准中的代码。', 'Not a code of the national standard.')
  else person[field] = code
}
