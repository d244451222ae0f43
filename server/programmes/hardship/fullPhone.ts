import { Invalid } from '../../kernel/errors'
import { looksMasked } from '../../kernel/masks'
import { say } from '../../kernel/text'
import { phoneReasons, readPhone } from '../../people/persons/phone'

/** A telephone number as it is kept, or none; what is no number is refused under its field. */
export function fullPhone(text: string | null | undefined, field: string): string | null {
  if (!text?.trim()) return null
  if (looksMasked(text)) throw new Invalid({ [field]: say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.') })
  const read = readPhone(text)
  if (!read.ok) throw new Invalid({ [field]: phoneReasons[read.reason] })
  return read.value
}
