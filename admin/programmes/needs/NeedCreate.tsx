import { MenuItem, TextField } from '@mui/material'
import { maxLength, required } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
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
    <CreatePage keyed defaults={{ beneficiaryId: search.get('beneficiaryId'), text: '', service: null }}>
      <RecordInput source="beneficiaryId" of="beneficiaries" validate={required()} />
      <ServiceInput source="service" />
      <Wide>
        <TextInput source="text" rows={3} maxLength={500} validate={[required(), maxLength(500)]} />
      </Wide>
    </CreatePage>
  )
}

/** One of the services that the pairing programmes offer, or none of them. */
function ServiceInput(asked: FieldProps) {
  const { value, change, shown } = useFormField(asked)
  const one = useServices(PROGRAMMES[0])
  const other = useServices(PROGRAMMES[1])
  const { inputRef: _, ...rest } = shown
  return (
    <TextField select {...rest} value={(value as string | null) ?? ''} onChange={event => change(event.target.value || null)}>
      <MenuItem value="">
        <em>—</em>
      </MenuItem>
      {[...one.services, ...other.services].map(({ code, name }) => (
        <MenuItem key={code} value={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}
