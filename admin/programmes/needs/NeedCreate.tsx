import { MenuItem, TextField } from '@mui/material'
import { maxLength, required } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useWatch } from 'react-hook-form'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { TextInput } from '../../ui/inputs/TextInput'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'
import { Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'
import { PROGRAMMES } from '../pairings/Pairing'
import { useServices } from '../pairings/useServices'

/** Writes down what an elder asks for. */
export default function NeedCreate() {
  const [search] = useSearchParams()
  return (
    <CreatePage keyed defaults={{ beneficiaryId: search.get('beneficiaryId'), programme: PROGRAMMES[0], text: '', service: null }}>
      <RecordInput source="beneficiaryId" of="beneficiaries" validate={required()} />
      <ChoiceInput source="programme" of="ProgrammeCode" only={PROGRAMMES} />
      <ServiceInput source="service" />
      <Wide>
        <TextInput source="text" rows={3} maxLength={500} validate={[required(), maxLength(500)]} />
      </Wide>
    </CreatePage>
  )
}

/** One of the services that the programme offers, or none of them. */
function ServiceInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const { services } = useServices(useWatch({ name: 'programme' }) as string)
  const { inputRef: _, ...rest } = shown
  return (
    <TextField select {...rest} value={services.some(({ code }) => code === value) ? value : ''} onChange={event => change(event.target.value || null)}>
      <MenuItem value="">
        <em>—</em>
      </MenuItem>
      {services.map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
