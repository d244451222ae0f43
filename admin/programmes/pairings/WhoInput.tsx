import { Alert } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMe } from '../../ui/Console'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import type { FieldProps } from '../../ui/inputs/useFormField'
import { type Holder, nameOf } from '../people'

/**
 * Who of a pairing went: the main volunteer, who stands first, unless another is chosen. Volunteers report for themselves
 * alone, so that nobody books hours for another; they are told so. Nothing is asked where there is one volunteer only.
 */
export function WhoInput({ volunteers, ...asked }: FieldProps & { volunteers: readonly Holder[] }) {
  const translate = useTranslate()
  const me = useMe()
  if (volunteers.length < 2) return null
  if (me?.reach.kind === 'self') return <Alert severity="info">{translate('resources.visits.ownOnly')}</Alert>
  return <ChoiceInput {...asked} defaultValue={volunteers[0]!.id} choices={volunteers.map(volunteer => ({ value: volunteer.id, label: nameOf(volunteer) || volunteer.id }))} />
}
