import { Button, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useFormContext } from 'react-hook-form'
import { today } from '../days'
import { useEnumWord } from '../enums'
import { readResidentId } from '../residentId'
import { type FieldProps, useFormField } from './useFormField'

interface ResidentIdInputProps extends FieldProps {
  /** Where the date of birth and the sex go when they are taken over. */
  bornOnSource?: string
  sexSource?: string
  /** Nothing of the form is filled from the number. */
  plain?: boolean
}

/** A resident ID number, checked while it is typed with the reason, offering the date of birth and the sex it states. */
export function ResidentIdInput({ bornOnSource = 'birthDate', sexSource = 'sex', plain = false, ...asked }: ResidentIdInputProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { setValue, getValues } = useFormContext()
  const check = (value: unknown): string | undefined => {
    if (!value || String(value).includes('*')) return undefined
    const read = readResidentId(String(value), today())
    return read.ok ? undefined : `console.residentId.${read.reason}`
  }
  const { value, change, shown } = useFormField({ ...asked, validate: [check, ...[asked.validate ?? []].flat()] })
  const typed = (value as string | null) ?? ''
  const read = readResidentId(typed, today())
  const offers = !plain && read.ok && (getValues(bornOnSource) !== read.bornOn || getValues(sexSource) !== read.sex)
  const take = (): void => {
    if (!read.ok) return
    setValue(bornOnSource, read.bornOn, { shouldDirty: true })
    setValue(sexSource, read.sex, { shouldDirty: true })
  }
  const wrong = !read.ok && read.reason !== 'INCOMPLETE' && typed !== '' && !typed.includes('*')
  const hint = wrong ? translate(`console.residentId.${read.reason}`) : read.ok ? translate('console.residentId.ok', { bornOn: read.bornOn, sex: word('Sex', read.sex) }) : shown.helperText
  return (
    <TextField
      {...shown}
      error={shown.error || wrong}
      value={typed}
      onChange={event => change(event.target.value.toUpperCase().replace(/\s/g, ''))}
      autoComplete="off"
      helperText={shown.error && !read.ok ? shown.helperText : hint}
      slotProps={{
        htmlInput: { maxLength: 18, spellCheck: false, inputMode: 'text' },
        input: {
          endAdornment: offers && (
            <Button size="small" onClick={take} sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
              {translate('console.residentId.take')}
            </Button>
          ),
        },
      }}
    />
  )
}
