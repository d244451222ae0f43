import { Alert, ListItemText, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../../ui/Console'
import { TicksInput } from '../../ui/inputs/FlagInput'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'

interface Staff {
  id: string
  name: string
  role: string
  investigates: boolean
  load: number
}

/** Who may have the cases of a place in hand, and what they carry already. */
export const CASE_STAFF = 'query caseStaff($region: RegionCode!) { caseStaff(region: $region) { id name role investigates load } }'

interface StaffProps extends FieldProps {
  /** The place that they must cover. */
  region: string
  /** Not these: who has it already. */
  but?: readonly (string | undefined)[]
}

function useStaff(region: string, but: StaffProps['but'] = []) {
  const { data, error } = useAsk<{ caseStaff: Staff[] }>(CASE_STAFF, { region })
  return { staff: (data?.caseStaff ?? []).filter(({ id }) => !but.includes(id)), none: data?.caseStaff.length === 0, error }
}

/** Chooses one of those who may have a case in hand, the least loaded first. */
export function StaffInput({ region, but, ...asked }: StaffProps) {
  const translate = useTranslate()
  const { value, change, shown } = useFormField(asked)
  const { staff, none, error } = useStaff(region, but)
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (none) return <Alert severity="info">{translate('resources.hardshipCases.noStaff')}</Alert>
  return (
    <TextField select {...shown} value={staff.some(({ id }) => id === value) ? (value as string) : ''} onChange={event => change(event.target.value || null)}>
      {!shown.required && (
        <MenuItem value="">
          <em>—</em>
        </MenuItem>
      )}
      {staff.map(({ id, name, role, load }) => (
        <MenuItem key={id} value={id}>
          <ListItemText primary={name} secondary={[translate(`enums.Role.${role}`, { _: role }), translate('resources.hardshipCases.load', { smart_count: load })].join(' · ')} />
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Chooses the two who look at the home. */
export function InvestigatorsInput({ region, ...asked }: StaffProps) {
  const { staff } = useStaff(region)
  const two = (value: unknown): string | undefined => (Array.isArray(value) && value.length === 2 ? undefined : 'resources.hardshipCases.twoPeople')
  return <TicksInput {...asked} validate={two} choices={staff.filter(({ investigates }) => investigates).map(({ id, name }) => ({ value: id, label: name }))} />
}
