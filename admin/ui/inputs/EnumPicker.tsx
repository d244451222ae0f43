import { Checkbox, ListItemText, MenuItem, TextField } from '@mui/material'
import type { ReactNode } from 'react'
import { type EnumName, useEnumWord, valuesOf } from '../enums'
import { type FieldProps, useFormField } from './useFormField'

interface EnumPickerProps {
  /** The enum, e.g. `RiskGrade`. */
  of: EnumName
  label: ReactNode
  value: unknown
  onChange: (value: string | string[]) => void
  /** Several values may be chosen. */
  many?: boolean
  /** Only these, where not all are on offer. */
  only?: readonly string[]
  required?: boolean
  disabled?: boolean
  error?: boolean
  helperText?: ReactNode
  onBlur?: () => void
  name?: string
}

/** Chooses one or several values of an enum by their words. */
export function EnumPicker({ of, value, onChange, many = false, only, required = false, ...rest }: EnumPickerProps) {
  const word = useEnumWord()
  const choices = only ?? valuesOf(of)
  const chosen = many ? (Array.isArray(value) ? (value as string[]) : []) : typeof value === 'string' ? value : ''
  return (
    <TextField
      select
      {...rest}
      required={required}
      value={chosen}
      onChange={event => onChange(event.target.value as unknown as string | string[])}
      slotProps={{ select: { multiple: many, renderValue: picked => [picked as string | string[]].flat().map(one => word(of, one)).join(' / ') } }}
    >
      {!many && !required && (
        <MenuItem value="">
          <em>—</em>
        </MenuItem>
      )}
      {choices.map(choice => (
        <MenuItem key={choice} value={choice} dense={many}>
          {many && <Checkbox checked={chosen.includes(choice)} size="small" sx={{ my: -1 }} slotProps={{ input: { tabIndex: -1, 'aria-hidden': true } }} />}
          <ListItemText primary={word(of, choice)} />
        </MenuItem>
      ))}
    </TextField>
  )
}

/** `EnumPicker` as a field of a form: `<EnumInput source="grade" of="RiskGrade" />`. */
export function EnumInput({ of, many, only, ...asked }: FieldProps & Pick<EnumPickerProps, 'of' | 'many' | 'only'>) {
  const { value, change, shown } = useFormField(asked)
  const { inputRef: _, ...rest } = shown
  return <EnumPicker of={of} many={many} only={only} value={value} onChange={change} {...rest} />
}
