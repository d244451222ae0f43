import { Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, Radio, RadioGroup } from '@mui/material'
import { useId } from 'react'
import { type EnumName, useEnumWord, valuesOf } from '../enums'
import { type FieldProps, useFormField } from './useFormField'

/** Yes or no, as a box to tick. */
export function FlagInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  return (
    <FormControl error={shown.error} disabled={shown.disabled}>
      <FormControlLabel control={<Checkbox checked={value === true} onChange={event => change(event.target.checked)} onBlur={shown.onBlur} name={shown.name} />} label={shown.label} />
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}

interface ChoiceProps extends FieldProps {
  of: EnumName
  only?: readonly string[]
}

/** One of a few values of an enum, all in sight: on a phone quicker than a list to open. */
export function ChoiceInput({ of, only, ...asked }: ChoiceProps) {
  const { value, change, shown } = useFormField(asked)
  const word = useEnumWord()
  const id = useId()
  return (
    <FormControl error={shown.error} disabled={shown.disabled} required={shown.required}>
      <FormLabel id={id}>{shown.label}</FormLabel>
      <RadioGroup row aria-labelledby={id} name={shown.name} value={value ?? ''} onChange={(_, chosen) => change(chosen)} onBlur={shown.onBlur}>
        {(only ?? valuesOf(of)).map(choice => (
          <FormControlLabel key={choice} value={choice} control={<Radio />} label={word(of, choice)} />
        ))}
      </RadioGroup>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}

/** Any of a few values of an enum, as boxes to tick: services done, flags seen. */
export function TicksInput({ of, only, ...asked }: ChoiceProps) {
  const { value, change, shown } = useFormField(asked)
  const word = useEnumWord()
  const id = useId()
  const ticked = Array.isArray(value) ? (value as string[]) : []
  return (
    <FormControl component="fieldset" error={shown.error} disabled={shown.disabled} required={shown.required}>
      <FormLabel component="legend" id={id}>
        {shown.label}
      </FormLabel>
      <div>
        {(only ?? valuesOf(of)).map(choice => (
          <FormControlLabel
            key={choice}
            label={word(of, choice)}
            control={<Checkbox checked={ticked.includes(choice)} onChange={(_, on) => change(on ? [...ticked, choice] : ticked.filter(one => one !== choice))} />}
          />
        ))}
      </div>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}
