import { Alert, Box, Link } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { LEVEL_TONES, placesOf, type WarningRow } from '../programmes/weather/Warning'
import { useAsk, useMe } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { toneOf } from '../ui/theme'

export const STANDING = 'query standingWarnings($filter: WeatherWarningFilter!) { weatherWarnings(filter: $filter, page: { size: 10 }) { items { id kind level endsAt regions { code fullName } figures { told reached open } } } }'

/** Asks for the weather warnings that stand for where one works. */
export function useStandingWarnings(enabled: boolean) {
  const region = useMe()?.reach.regionCode ?? null
  return useAsk<{ weatherWarnings: { items: WarningRow[] } }>(STANDING, { filter: { state: ['STANDING'], ...(region && { region }) } }, { enabled })
}

/** The weather warnings that stand, above everything else of the day. */
export function StandingWarnings({ data }: ReturnType<typeof useStandingWarnings>) {
  const translate = useTranslate()
  const word = useEnumWord()
  const rows = data?.weatherWarnings.items ?? []
  if (rows.length === 0) return null
  return (
    <Box component="section" aria-label={translate('resources.weatherWarnings.name', { smart_count: 2 })} sx={{ display: 'grid', gap: 1, mb: 2 }}>
      {rows.map(row => (
        <Alert
          key={row.id}
          severity="warning"
          sx={theme => {
            const { background, text } = toneOf(theme, LEVEL_TONES[row.level] ?? 'warning')
            return { bgcolor: background, color: text, '& .MuiAlert-icon': { color: text } }
          }}
        >
          <Link component={RouterLink} to={`/weatherWarnings/${row.id}/show`} color="inherit" sx={{ fontWeight: 600, minHeight: { xs: 44, sm: 24 }, display: 'inline-flex', alignItems: 'center' }}>
            {translate('resources.weatherWarnings.headline', { kind: word('WeatherKind', row.kind), level: word('WeatherLevel', row.level), at: clockOf(row.endsAt) })}
          </Link>
          <div>{[placesOf(row), translate('resources.weatherWarnings.reachedOf', row.figures)].join(' · ')}</div>
        </Alert>
      ))}
    </Box>
  )
}
