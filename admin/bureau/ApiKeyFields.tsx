import { Checkbox, ListItemText, MenuItem, TextField } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import type { FormValues } from '../ui/record/FormPage'
import { useAsk } from '../ui/Console'
import { NumberInput, TextInput } from '../ui/inputs/TextInput'
import { useFormField } from '../ui/inputs/useFormField'

/** What a key may be given. */
export const PUBLIC_OPERATIONS = 'query publicOperations { publicOperations }'

/** The inputs of a front end's key. */
export function ApiKeyFields() {
  const translate = useTranslate()
  return (
    <>
      <TextInput source="name" validate={required()} maxLength={60} />
      <OperationsInput />
      <TextInput source="origins" rows={2} maxLength={900} placeholder="https://www.example.org" helperText={translate('resources.apiKeys.originsHint')} />
      <NumberInput source="perMinute" min={1} max={100000} validate={required()} helperText={translate('resources.apiKeys.perMinuteHint')} />
    </>
  )
}

function OperationsInput() {
  const translate = useTranslate()
  const { value, change, shown } = useFormField({ source: 'operations', helperText: translate('resources.apiKeys.operationsHint') })
  const { inputRef: _, ...rest } = shown
  const { data } = useAsk<{ publicOperations: string[] }>(PUBLIC_OPERATIONS, {})
  const chosen = Array.isArray(value) ? (value as string[]) : []
  return (
    <TextField select {...rest} value={chosen} onChange={event => change(event.target.value)} slotProps={{ select: { multiple: true, renderValue: picked => (picked as string[]).join(', ') } }}>
      {(data?.publicOperations ?? chosen).map(name => (
        <MenuItem key={name} value={name} dense>
          <Checkbox checked={chosen.includes(name)} size="small" sx={{ my: -1 }} slotProps={{ input: { tabIndex: -1, 'aria-hidden': true } }} />
          <ListItemText primary={name} />
        </MenuItem>
      ))}
    </TextField>
  )
}

/** What the mutations take, made of what the form holds: origins stand one a line. */
export const toApiKeyInput = ({ name, operations, origins, perMinute }: FormValues): FormValues => ({
  name,
  operations: operations ?? [],
  origins: String(origins ?? '').split(/\s+/).filter(Boolean),
  perMinute,
})
