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

/** One of the things on offer, where they are no enum: a programme's services. */
export interface Choice {
  value: string | number
  label: string
}

interface ChoiceProps extends FieldProps {
  /** The enum, e.g. `VisitManner`; or `choices` instead. */
  of?: EnumName
  only?: readonly string[]
  choices?: readonly Choice[]
  /** The enum's values are numbers in the API, such as a condition from 1 to 5. */
  numeric?: boolean
}

function useChoices({ of, only, choices, numeric }: ChoiceProps): readonly Choice[] {
  const word = useEnumWord()
  if (choices) return choices
  return of ? (only ?? valuesOf(of)).map(value => ({ value: numeric ? Number(value) : value, label: word(of, value) })) : []
}

/** One of a few values, all in sight: on a phone quicker than a list to open. */
export function ChoiceInput(asked: ChoiceProps) {
  const { value, change, shown } = useFormField(asked)
  const choices = useChoices(asked)
  const id = useId()
  return (
    <FormControl error={shown.error} disabled={shown.disabled} required={shown.required}>
      <FormLabel id={id}>{shown.label}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={id}
        name={shown.name}
        value={value ?? ''}
        onChange={(_, chosen) => change(choices.find(choice => String(choice.value) === chosen)?.value)}
        onBlur={shown.onBlur}
      >
        {choices.map(choice => (
          <FormControlLabel key={choice.value} value={choice.value} control={<Radio />} label={choice.label} />
        ))}
      </RadioGroup>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}

/** Any of a few values, as boxes to tick: services done, flags seen. */
export function TicksInput(asked: ChoiceProps) {
  const { value, change, shown } = useFormField(asked)
  const choices = useChoices(asked)
  const ticked = Array.isArray(value) ? (value as (string | number)[]) : []
  return (
    <FormControl component="fieldset" error={shown.error} disabled={shown.disabled} required={shown.required}>
      <FormLabel component="legend">{shown.label}</FormLabel>
      <div>
        {choices.map(choice => (
          <FormControlLabel
            key={choice.value}
            label={choice.label}
            control={<Checkbox checked={ticked.includes(choice.value)} onChange={(_, on) => change(on ? [...ticked, choice.value] : ticked.filter(one => one !== choice.value))} />}
          />
        ))}
      </div>
      {shown.helperText && <FormHelperText>{shown.helperText}</FormHelperText>}
    </FormControl>
  )
}
