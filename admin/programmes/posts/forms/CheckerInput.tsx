import { Alert, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk, useMe } from '../../../ui/Console'
import { TicksInput } from '../../../ui/inputs/FlagInput'
import { type FieldProps, useFormField } from '../../../ui/inputs/useFormField'

interface Staff {
  id: string
  name: string
  role: string
  inspects: boolean
  reviews: boolean
}

/** Who may check or review the posts of a place. */
export const POST_STAFF = 'query postStaff($region: RegionCode!) { postStaff(region: $region) { id name role inspects reviews } }'

function useStaff(region: string) {
  const { data, error } = useAsk<{ postStaff: Staff[] }>(POST_STAFF, { region })
  return { staff: data?.postStaff ?? [], ready: data !== undefined, error }
}

interface StaffProps extends FieldProps {
  /** The place that they must cover. */
  region: string
}

/** Chooses the second of the two who look at a place: not oneself, and nobody who applied for it or recommended it. */
export function CheckerInput({ region, but, ...asked }: StaffProps & { but: readonly (string | undefined)[] }) {
  const translate = useTranslate()
  const me = useMe()
  const { value, change, shown } = useFormField(asked)
  const { staff, ready, error } = useStaff(region)
  const choices = staff.filter(({ id, inspects }) => inspects && id !== me?.account.id && !but.includes(id))
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (ready && choices.length === 0) return <Alert severity="warning">{translate('resources.pioneerPosts.noSecond')}</Alert>
  return (
    <TextField select {...shown} value={choices.some(({ id }) => id === value) ? (value as string) : ''} onChange={event => change(event.target.value || null)}>
      {choices.map(one => (
        <MenuItem key={one.id} value={one.id}>
          <Label of={one} />
        </MenuItem>
      ))}
    </TextField>
  )
}

function Label({ of: { name, role } }: { of: Staff }) {
  const translate = useTranslate()
  return <>{`${name} · ${translate(`enums.Role.${role}`, { _: role })}`}</>
}

/** Chooses whose a review is; nobody's is whoever may. */
export function ReviewerInput({ region, ...asked }: StaffProps) {
  const translate = useTranslate()
  const { value, change, shown } = useFormField(asked)
  const { staff } = useStaff(region)
  const choices = staff.filter(({ reviews }) => reviews)
  return (
    <TextField select {...shown} value={choices.some(({ id }) => id === value) ? (value as string) : ''} onChange={event => change(event.target.value || null)}>
      <MenuItem value="">
        <em>{translate('resources.postReviews.anybody')}</em>
      </MenuItem>
      {choices.map(one => (
        <MenuItem key={one.id} value={one.id}>
          <Label of={one} />
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Chooses among whom the reviews of a round are shared out. */
export function ReviewersInput({ region, ...asked }: StaffProps) {
  const translate = useTranslate()
  const { staff } = useStaff(region)
  return <TicksInput {...asked} choices={staff.filter(({ reviews }) => reviews).map(({ id, name, role }) => ({ value: id, label: `${name} · ${translate(`enums.Role.${role}`, { _: role })}` }))} />
}
