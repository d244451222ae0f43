import { required } from 'ra-core'
import { useMay } from '../ui/Console'
import { PersonInput } from '../ui/inputs/RecordPicker'
import { TextInput } from '../ui/inputs/TextInput'
import { ActButton } from '../ui/record/ActButton'
import type { PersonRow } from './rows'

/** Joins this record into another of the same person. */
export function MergeButton({ person }: { person: PersonRow }) {
  const may = useMay()
  if (!may('person.merge')) return null
  return (
    <ActButton of="persons" action="merge" mutation="mergePersons" grave variables={(values, clientKey) => ({ input: { ...values, fromId: person.id, clientKey } })}>
      <PersonInput source="intoId" validate={required()} />
      <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
    </ActButton>
  )
}
