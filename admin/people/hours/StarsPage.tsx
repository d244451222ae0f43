import { Box, Button, Link, List, ListItem, Paper, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { today } from '../../ui/days'
import { EnumPicker } from '../../ui/inputs/EnumPicker'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { useHours } from '../words'
import { Stars } from './Stars'

export const STARS_REACHED = 'query starsReached($filter: StarFilter!) { starsReached(filter: $filter, page: { size: 100 }) { total items { stars reachedOn volunteer { id volunteerNo totalMinutes person { id name } region { code name fullName } team { id name } } } } }'

interface Reached {
  stars: number
  reachedOn: string
  volunteer: { id: string; volunteerNo: string; totalMinutes: number; person: { name: string }; region: { fullName: string }; team: { name: string } | null }
}

/** Who reached a star in a span of days: whom to commend. */
export default function StarsPage() {
  const translate = useTranslate()
  const hours = useHours()
  const [search, setSearch] = useSearchParams()
  const asked = { from: search.get('from') ?? `${today().slice(0, 4)}-01-01`, to: search.get('to') ?? today(), region: search.get('region'), stars: search.get('stars') }
  const ask = (changed: Partial<typeof asked>): void => setSearch(Object.fromEntries(Object.entries({ ...asked, ...changed }).filter((entry): entry is [string, string] => Boolean(entry[1]))), { replace: true })
  const { data, error, refetch } = useAsk<{ starsReached: { total: number; items: Reached[] } }>(STARS_REACHED, { filter: { ...asked, stars: asked.stars ? Number(asked.stars) : null } })
  const found = data?.starsReached
  return (
    <>
      <PageHead
        title={translate('pages.stars.name')}
        crumbs={[{ label: translate('console.groups.people') }]}
        actions={
          <Button variant="outlined" onClick={() => window.print()}>
            {translate('console.print')}
          </Button>
        }
      />
      <Box className="no-print" sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(4, minmax(0, 1fr))' }, mb: 2 }}>
        {(['from', 'to'] as const).map(edge => (
          <TextField key={edge} type="date" label={translate(`pages.stars.${edge}`)} value={asked[edge]} onChange={event => event.target.value && ask({ [edge]: event.target.value })} slotProps={{ inputLabel: { shrink: true } }} />
        ))}
        <RegionPicker label={translate('resources.volunteers.fields.region')} value={asked.region} onChange={region => ask({ region })} />
        <EnumPicker of="Stars" only={['1', '2', '3', '4', '5']} label={translate('resources.volunteers.fields.stars')} value={asked.stars ?? ''} onChange={picked => ask({ stars: String(picked) })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {found?.total === 0 && <EmptyState title={translate('pages.stars.empty')} hint={translate('pages.stars.emptyHint')} />}
      {found && found.total > 0 && (
        <Paper variant="outlined">
          <Typography sx={{ px: 2, pt: 1.5 }} color="text.secondary">
            {translate('pages.stars.total', { total: found.total })}
          </Typography>
          <List>
            {found.items.map(({ stars, reachedOn, volunteer }) => (
              <ListItem key={`${volunteer.id} ${stars}`} divider sx={{ flexWrap: 'wrap', gap: 1.5 }}>
                <Box sx={{ mr: 'auto', minWidth: 0 }}>
                  <Link component={RouterLink} to={`/volunteers/${volunteer.id}/show?tab=ledger`}>
                    {volunteer.person.name}
                  </Link>
                  <Typography variant="body2" color="text.secondary">
                    {[volunteer.volunteerNo, volunteer.region.fullName, volunteer.team?.name, hours(volunteer.totalMinutes)].filter(Boolean).join(' · ')}
                  </Typography>
                </Box>
                <Stars count={stars} />
                <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{reachedOn}</Typography>
              </ListItem>
            ))}
          </List>
        </Paper>
      )}
    </>
  )
}
