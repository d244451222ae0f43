import { TextField } from '@mui/material'
import { momentOf, localOf } from '../days'
import { type FieldProps, useFormField } from './useFormField'

/** A day and a time on the bureau's clocks, kept as an instant. */
export function MomentInput({ min, max, ...asked }: FieldProps & { min?: string; max?: string }) {
  const { value, change, shown } = useFormField(asked)
  const local = (instant: unknown): string => (typeof instant === 'string' && instant !== '' ? localOf(instant) : '')
  return (
    <TextField
      {...shown}
      type="datetime-local"
      value={local(value)}
      onChange={event => change(event.target.value === '' ? null : momentOf(event.target.value))}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: local(min), max: local(max) } }}
    />
  )
}
