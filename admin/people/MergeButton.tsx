import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct, useMay } from '../ui/Console'
import { PersonInput } from '../ui/inputs/RecordPicker'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import type { PersonRow } from './rows'

/** Joins this record into another of the same person. */
export function MergeButton({ person }: { person: PersonRow }) {
  const translate = useTranslate()
  const may = useMay()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  if (!may('person.merge')) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('resources.persons.actions.merge.name')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.persons.actions.merge.name"
          consequence={translate('resources.persons.actions.merge.consequence')}
          confirm="resources.persons.actions.merge.name"
          grave
          onClose={() => setOpen(false)}
          run={(values, clientKey) => act('persons', 'mergePersons', { input: { ...values, fromId: person.id, clientKey } }, 'resources.persons.actions.merge.done')}
        >
          <PersonInput source="intoId" validate={required()} />
          <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
        </ActionDialog>
      )}
    </>
  )
}
