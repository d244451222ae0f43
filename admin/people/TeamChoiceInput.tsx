import { Autocomplete, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useAsk } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { type FieldProps, useFormField } from '../ui/inputs/useFormField'

interface TeamChoice {
  id: string
  name: string
  tier: string
  ofResidence: boolean
  region: { name: string }
}

/** The teams that one may ask to join, the nearest to a place first. */
export const NEAREST_TEAMS = 'query nearestTeams($region: RegionCode!) { nearestTeams(region: $region) { id name tier ofResidence region { name } } }'

/** Chooses a team: that of the residence stands first and says so. */
export function TeamChoiceInput({ region, except, ...asked }: FieldProps & { region: string; except?: string | null }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { value, change, shown } = useFormField(asked)
  const { inputRef: _, ...rest } = shown
  const { data, isPending } = useAsk<{ nearestTeams: TeamChoice[] }>(NEAREST_TEAMS, { region })
  const options = (data?.nearestTeams ?? []).filter(team => team.id !== except)
  return (
    <Autocomplete<TeamChoice>
      options={options}
      loading={isPending}
      value={options.find(team => team.id === value) ?? null}
      onChange={(_event, team) => change(team?.id ?? null)}
      getOptionLabel={team => team.name}
      getOptionKey={team => team.id}
      noOptionsText={translate('console.picker.none')}
      loadingText={translate('ra.page.loading')}
      renderOption={({ key, ...props }, team) => (
        <li key={key} {...props}>
          <span>
            {team.name}
            <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
              {[word('TeamTier', team.tier), team.region.name, team.ofResidence && translate('resources.teams.ofResidence')].filter(Boolean).join(' · ')}
            </Typography>
          </span>
        </li>
      )}
      renderInput={params => <TextField {...params} label={rest.label} required={rest.required} error={rest.error} helperText={rest.helperText} name={rest.name} onBlur={rest.onBlur} />}
    />
  )
}
