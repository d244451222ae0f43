import { TextField } from '@mui/material'
import { type FieldProps, useFormField } from './useFormField'

/** A time of day as `HH:mm`, by the bureau's clocks; which day it is, another field says. */
export function ClockInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  return <TextField {...shown} type="time" value={(value as string | null) ?? ''} onChange={event => change(event.target.value || null)} slotProps={{ inputLabel: { shrink: true } }} />
}
