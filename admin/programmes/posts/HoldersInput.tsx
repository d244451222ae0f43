import { Alert, Box, Checkbox, FormControl, FormControlLabel, FormHelperText, FormLabel, Link, Radio, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useId } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk, useMay } from '../../ui/Console'
import { type FieldProps, useFormField } from '../../ui/inputs/useFormField'

/** Who is at a post, as the API takes it. */
export interface HolderValue {
  personId: string
  role: 'HOLDER' | 'OTHER'
}

/** The veterans who work for an employer now. */
export const VETERANS_AT = 'query veteransAt($employerId: ID!) { employments(filter: { employerId: $employerId, current: true, isVeteran: true }, page: { size: 100 }) { items { id jobTitle person { id name } } } }'

interface Answer {
  employments: { items: { id: string; jobTitle: string | null; person: { id: string; name: string } | null }[] }
}

/** Exactly one of those at a post holds it. */
const oneHolds = (value: unknown): string | undefined => {
  const held = Array.isArray(value) ? (value as HolderValue[]) : []
  return held.length === 0 || held.filter(({ role }) => role === 'HOLDER').length === 1 ? undefined : 'resources.pioneerPosts.oneHolds'
}

/** Ticks who is at a post, out of the veterans who work for the employer now, and marks the one who holds it; the first ticked does. */
export function HoldersInput({ employerId, ...asked }: FieldProps & { employerId: string }) {
  const translate = useTranslate()
  const may = useMay()
  const id = useId()
  const { value, change, shown } = useFormField({ ...asked, validate: [oneHolds, ...[asked.validate ?? []].flat()] })
  const { data, error } = useAsk<Answer>(VETERANS_AT, { employerId })
  const held = Array.isArray(value) ? (value as HolderValue[]) : []
  const people = [...new Map((data?.employments.items ?? []).flatMap(({ person, jobTitle }) => (person ? [[person.id, { ...person, jobTitle }] as const] : []))).values()]
  const tick = (personId: string, on: boolean): void => {
    const rest = held.filter(one => one.personId !== personId)
    if (!on) return change(rest.some(({ role }) => role === 'HOLDER') ? rest : rest.map((one, at) => ({ ...one, role: at === 0 ? 'HOLDER' : 'OTHER' })))
    change([...rest, { personId, role: rest.length === 0 ? 'HOLDER' : 'OTHER' }])
  }
  if (error) return <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>
  if (data && people.length === 0) {
    return (
      <Alert severity="warning">
        {translate('resources.pioneerPosts.noVeterans')}{' '}
        {may('employer.write') && (
          <Link component={RouterLink} to={`/employers/${employerId}/show`}>
            {translate('resources.pioneerPosts.noteVeterans')}
          </Link>
        )}
      </Alert>
    )
  }
  return (
    <FormControl component="fieldset" error={shown.error} required={shown.required}>
      <FormLabel component="legend" id={id}>
        {shown.label}
      </FormLabel>
      {people.map(({ id: personId, name, jobTitle }) => {
        const mine = held.find(one => one.personId === personId)
        return (
          <Box key={personId} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
            <FormControlLabel
              sx={{ mr: 0, minWidth: 180 }}
              control={<Checkbox checked={mine !== undefined} onChange={(_, on) => tick(personId, on)} />}
              label={
                <>
                  {name}
                  {jobTitle && (
                    <Typography component="span" variant="body2" color="text.secondary">
                      {` · ${jobTitle}`}
                    </Typography>
                  )}
                </>
              }
            />
            {mine && (
              <FormControlLabel
                control={<Radio checked={mine.role === 'HOLDER'} onChange={() => change(held.map(one => ({ ...one, role: one.personId === personId ? 'HOLDER' : 'OTHER' })))} />}
                label={translate('enums.PostHolderRole.HOLDER')}
              />
            )}
          </Box>
        )
      })}
      <FormHelperText>{shown.helperText}</FormHelperText>
    </FormControl>
  )
}
