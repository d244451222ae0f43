import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useFormContext, useWatch } from 'react-hook-form'
import { PersonInput } from '../ui/inputs/RecordPicker'
import { FormPart } from '../ui/record/FormBody'
import type { FormValues } from '../ui/record/FormPage'
import { Duplicates } from './Duplicates'
import { PersonFields } from './PersonFields'
import { newPersonInput } from './personInput'

/** Whose role is being registered: somebody new, entered here, or somebody of the registry. One button changes between the two. */
export function RoleOf() {
  const translate = useTranslate()
  const { setValue } = useFormContext()
  const known = useWatch({ name: 'known' }) as boolean | undefined
  const turn = (on: boolean, id: string | null = null): void => {
    setValue('known', on, { shouldDirty: true })
    setValue('personId', id, { shouldDirty: true })
  }
  return (
    <FormPart title={known ? 'resources.persons.known' : 'resources.persons.new'}>
      {known ? (
        <PersonInput source="personId" validate={required()} />
      ) : (
        <>
          <PersonFields at="person." short />
          <Duplicates at="person." onUse={id => turn(true, id)} />
        </>
      )}
      <Button variant="outlined" onClick={() => turn(!known)} sx={{ justifySelf: 'start', alignSelf: 'center' }}>
        {translate(known ? 'resources.persons.enterNew' : 'resources.persons.chooseKnown')}
      </Button>
    </FormPart>
  )
}

/** The input of a role's registration: a person's id or a new person, and never both. */
export function roleInput({ known, person, personId, ...rest }: FormValues): FormValues {
  return { ...rest, ...(known ? { personId } : { person: newPersonInput((person ?? {}) as FormValues) }) }
}
