import { TextInput } from './TextInput'
import type { FieldProps } from './useFormField'

/** Several short texts, one a line; `linesOf` makes the list of them. */
export const LinesInput = ({ maxLength = 1000, ...asked }: FieldProps & { maxLength?: number }) => <TextInput rows={4} maxLength={maxLength} {...asked} />

/** The lines of a text, without the empty ones. */
export const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
