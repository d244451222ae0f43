import { Alert, ListItemText, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../ui/Console'
import { type FieldProps, useFormField } from '../ui/inputs/useFormField'

/** The case workers of an area, with what they carry already. */
export const CASE_WORKERS = 'query caseWorkers($region: RegionCode) { caseWorkers(region: $region) { id name load } }'

/** Chooses one of the case workers of an area; nobody is a choice too, unless one is required. */
export function CaseWorkerInput({ region, ...asked }: FieldProps & { region?: string }) {
  const translate = useTranslate()
  const { value, change, shown } = useFormField(asked)
  const { data, error } = useAsk<{ caseWorkers: { id: string; name: string; load: number }[] }>(CASE_WORKERS, { region })
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (data?.caseWorkers.length === 0) return <Alert severity="info">{translate('resources.beneficiaries.noCaseWorkers')}</Alert>
  const workers = data?.caseWorkers ?? []
  const chosen = workers.some(({ id }) => id === value) ? (value as string) : ''
  return (
    <TextField select {...shown} value={chosen} onChange={event => change(event.target.value || null)} slotProps={shown.required ? {} : { select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      {!shown.required && <MenuItem value="">{translate('resources.beneficiaries.nobody')}</MenuItem>}
      {workers.map(({ id, name, load }) => (
        <MenuItem key={id} value={id}>
          <ListItemText primary={name} secondary={translate('resources.beneficiaries.entrusted', { smart_count: load })} />
        </MenuItem>
      ))}
    </TextField>
  )
}
