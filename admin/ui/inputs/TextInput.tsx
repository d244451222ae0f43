import { InputAdornment, TextField, type TextFieldProps } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type FieldProps, useFormField } from './useFormField'

interface TextInputProps extends FieldProps {
  /** Several lines; the number of rows to begin with. */
  rows?: number
  type?: 'text' | 'tel' | 'email' | 'password'
  maxLength?: number
  autoComplete?: string
  placeholder?: string
}

/** A line or some lines of text. */
export function TextInput({ rows, type = 'text', maxLength, autoComplete = 'off', placeholder, ...asked }: TextInputProps) {
  const { value, change, shown } = useFormField(asked)
  const several: Partial<TextFieldProps> = rows ? { multiline: true, minRows: rows } : {}
  return (
    <TextField
      {...shown}
      {...several}
      type={type}
      autoFocus={asked.autoFocus}
      autoComplete={autoComplete}
      placeholder={placeholder}
      value={(value as string | null) ?? ''}
      onChange={event => change(event.target.value)}
      slotProps={{ htmlInput: { maxLength, ...(type === 'tel' && { inputMode: 'tel' }) } }}
    />
  )
}

interface NumberInputProps extends FieldProps {
  min?: number
  max?: number
  step?: number
}

/** A number; emptied it is null. */
export function NumberInput({ min, max, step = 1, ...asked }: NumberInputProps) {
  const { value, change, shown } = useFormField(asked)
  return (
    <TextField
      {...shown}
      type="number"
      value={value === null || value === undefined ? '' : String(value)}
      onChange={event => change(event.target.value === '' ? null : Number(event.target.value))}
      slotProps={{ htmlInput: { min, max, step, inputMode: 'decimal' } }}
    />
  )
}

/** A sum in yuan, kept as the text of a decimal; emptied it is null. */
export function MoneyInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const translate = useTranslate()
  return (
    <TextField
      {...shown}
      value={(value as string | null) ?? ''}
      autoComplete="off"
      onChange={event => change(event.target.value.replace(/[,\uFF0C\s]/g, '') || null)}
      slotProps={{ htmlInput: { maxLength: 13, inputMode: 'decimal' }, input: { endAdornment: <InputAdornment position="end">{translate('console.yuan')}</InputAdornment> } }}
    />
  )
}

/** A time of day, kept as `HH:MM`; emptied it is null. */
export function TimeInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  return <TextField {...shown} type="time" value={(value as string | null) ?? ''} onChange={event => change(event.target.value || null)} slotProps={{ inputLabel: { shrink: true } }} />
}

interface DayInputProps extends FieldProps {
  min?: string
  max?: string
}

/** A calendar day, kept as `YYYY-MM-DD` from the browser's picker to the server. */
export function DayInput({ min, max, ...asked }: DayInputProps) {
  const { value, change, shown } = useFormField(asked)
  return (
    <TextField
      {...shown}
      type="date"
      value={(value as string | null) ?? ''}
      onChange={event => change(event.target.value || null)}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { min, max } }}
    />
  )
}
