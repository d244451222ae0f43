import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'

/** What somebody wrote, without the spaces around it; nothing written is refused under its field. */
export function requiredText(text: string | null | undefined, field: string): string {
  const written = text?.trim()
  if (!written) throw new Invalid({ [field]: say('不能为空。', 'May not be empty.') })
  return written
}
