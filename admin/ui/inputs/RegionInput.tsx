import ClearIcon from '@mui/icons-material/Clear'
import PlaceIcon from '@mui/icons-material/Place'
import { IconButton, InputAdornment, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { RegionDialog } from './RegionDialog'
import type { RegionNode } from './regions'
import { useRegions } from './regions'
import { type FieldProps, useFormField } from './useFormField'

interface RegionPickerProps {
  label: ReactNode
  value: unknown
  onChange: (code: string | null) => void
  /** Only divisions of these levels can be chosen; by default any. */
  levels?: readonly RegionNode['level'][]
  required?: boolean
  disabled?: boolean
  error?: boolean
  helperText?: ReactNode
  onBlur?: () => void
  name?: string
}

/** Chooses a division within one's reach from the tree: banner, township, village. */
export function RegionPicker({ label, value, onChange, levels, required, disabled, ...rest }: RegionPickerProps) {
  const translate = useTranslate()
  const [open, setOpen] = useState(false)
  const { tree } = useRegions()
  const code = typeof value === 'string' ? value : ''
  const chosen = tree?.byCode.get(code)
  const show = (): void => {
    if (!disabled) setOpen(true)
  }
  return (
    <>
      <TextField
        {...rest}
        label={label}
        required={required}
        disabled={disabled}
        value={chosen && tree ? tree.fullName(chosen) : code}
        onClick={show}
        onKeyDown={event => {
          if (['Enter', ' ', 'ArrowDown'].includes(event.key) && event.target instanceof HTMLInputElement) {
            event.preventDefault()
            show()
          }
        }}
        slotProps={{
          htmlInput: { readOnly: true, role: 'combobox', 'aria-haspopup': 'dialog', 'aria-expanded': open, style: { cursor: 'pointer', textOverflow: 'ellipsis' } },
          inputLabel: { shrink: code !== '' || undefined },
          input: {
            endAdornment:
              code !== '' && !disabled && !required ? (
              <IconButton
                size="small"
                edge="end"
                aria-label={translate('ra.action.clear_input_value')}
                onClick={event => {
                  event.stopPropagation()
                  onChange(null)
                }}
              >
                <ClearIcon fontSize="small" />
              </IconButton>
              ) : (
              <InputAdornment position="end">
                <PlaceIcon fontSize="small" aria-hidden />
              </InputAdornment>
              ),
          },
        }}
      />
      {open && (
        <RegionDialog
          levels={levels}
          chosen={code}
          onClose={() => setOpen(false)}
          onChoose={picked => {
            onChange(picked)
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** `RegionPicker` as a field of a form: `<RegionInput source="regionCode" levels={['VILLAGE']} />`. */
export function RegionInput({ levels, ...asked }: FieldProps & Pick<RegionPickerProps, 'levels'>) {
  const { value, change, shown } = useFormField(asked)
  const { inputRef: _, ...rest } = shown
  return <RegionPicker value={value} onChange={change} levels={levels} {...rest} />
}
