/** The masks that personal columns may leave under; `hidden` shows nothing, not even that a value is long. */
export const maskKinds = ['phone', 'idCard', 'name', 'address', 'bankCard', 'birthDate', 'hidden'] as const

/** One of the masks. */
export type MaskKind = (typeof maskKinds)[number]

/** The longest mask, which is the length of the column it is kept in. */
const LONGEST = 120
const HIDDEN = '•••'
const NAME_DOTS = new Set(['·', '•', '‧', '・', '．', '.', '⋅', '᠂'])
const UNIT_WORDS = '自治区|自治州|省|市|盟|县|区|旗|镇|苏木|乡|街道办事处|街道|农场|牧场|林场'
const VILLAGE_WORDS = '村委会|居委会|嘎查|社区|生活区|村'
const HAN = '[\\p{Script=Han}]'
const TO_VILLAGE = new RegExp(`^(?:${HAN}{1,10}?(?:${UNIT_WORDS}))+(?:${HAN}{1,12}?(?:${VILLAGE_WORDS}))?`, 'u')

function stars(count: number): string {
  return '*'.repeat(count)
}

function allStars(text: string): string {
  return stars(Array.from(text).length)
}

/** 138****5678; fewer than 7 digits become stars only, 7 to 10 keep the last three. */
function maskPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7) return allStars(text)
  if (digits.length < 11) return stars(digits.length - 3) + digits.slice(-3)
  return digits.slice(0, 3) + stars(digits.length - 7) + digits.slice(-4)
}

/** 150***********1234; whatever is no 18-character number becomes stars only. */
function maskIdCard(text: string): string {
  return /^\d{17}[\dXx]$/.test(text) ? text.slice(0, 3) + stars(11) + text.slice(-4) : allStars(text)
}

/** 王* for two characters, 王*明 beyond; the dots of long Mongolian names stay, so that it still reads as a name. */
function maskName(text: string): string {
  const characters = Array.from(text.trim())
  if (characters.length < 2) return stars(characters.length)
  const last = characters.length - 1
  const shown = (index: number, character: string): boolean =>
    index === 0 || (index === last && last > 1) || NAME_DOTS.has(character)
  return characters.map((character, index) => (shown(index, character) ? character : '*')).join('')
}

/** The address down to the village; whatever does not begin with a township or a unit above it is hidden whole. */
function maskAddress(text: string): string {
  const kept = TO_VILLAGE.exec(text.trim())?.[0] ?? ''
  return kept === text.trim() ? kept : kept + '***'
}

/** The last four digits of a bank card of at least 12 digits. */
function maskBankCard(text: string): string {
  const digits = text.replace(/\D/g, '')
  return digits.length < 12 ? allStars(text) : stars(digits.length - 4) + digits.slice(-4)
}

/** The year of a birth date, which lists may show. */
function maskBirthDate(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.slice(0, 4) + '-**-**' : allStars(text)
}

const masks: Record<MaskKind, (text: string) => string> = {
  phone: maskPhone,
  idCard: maskIdCard,
  name: maskName,
  address: maskAddress,
  bankCard: maskBankCard,
  birthDate: maskBirthDate,
  hidden: () => HIDDEN,
}

/** A personal value as it may leave the server; an empty one stays empty. */
export function mask(kind: MaskKind, value: string): string {
  if (value === '') return ''
  const masked = masks[kind](value)
  return Array.from(masked === value && kind !== 'address' ? allStars(value) : masked).slice(0, LONGEST).join('')
}

/** Whether a text looks like a mask that a form sent back, which an update must refuse instead of saving it. */
export function looksMasked(text: string): boolean {
  return /[*＊•]/u.test(text)
}
