import { Box, Button, Link, List, ListItem, Pagination, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { today } from '../../ui/days'
import { AskForm } from '../../ui/list/QueryForm'
import type { QueryField } from '../../ui/list/QueryInput'
import { useAsked } from '../../ui/list/useAsked'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { useHours } from '../words'
import { Stars } from './Stars'

export const STARS_REACHED = 'query starsReached($filter: StarFilter!, $page: Page!) { starsReached(filter: $filter, page: $page) { total items { stars reachedOn volunteer { id volunteerNo totalMinutes person { id name } region { code name fullName } team { id name } } } } }'

interface Reached {
  stars: number
  reachedOn: string
  volunteer: { id: string; volunteerNo: string; totalMinutes: number; person: { name: string }; region: { fullName: string }; team: { name: string } | null }
}

const SIZE = 50

/** What people ask by. */
const FIELDS: readonly QueryField[] = [
  { source: 'reachedOn', kind: 'days', label: 'pages.stars.reachedOn' },
  { source: 'region', kind: 'region', label: 'resources.volunteers.fields.region' },
  { source: 'stars', kind: 'enum', of: 'Stars', only: ['1', '2', '3', '4', '5'], label: 'resources.volunteers.fields.stars' },
]

/** Who reached a star in a span of days: whom to commend. */
export default function StarsPage() {
  const translate = useTranslate()
  const hours = useHours()
  const [number, setNumber] = useState(1)
  const { values, ask: askAnew } = useAsked({ reachedOnFrom: `${today().slice(0, 4)}-01-01`, reachedOnTo: today() })
  const asked = { from: values.reachedOnFrom, to: values.reachedOnTo, region: values.region ?? null, stars: values.stars ?? null }
  const ask = (next: Record<string, unknown>): void => {
    setNumber(1)
    askAnew(next)
  }
  const { data, error, refetch } = useAsk<{ starsReached: { total: number; items: Reached[] } }>(STARS_REACHED, { filter: { ...asked, stars: asked.stars ? Number(asked.stars) : null }, page: { number, size: SIZE } })
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
      <AskForm name="stars" values={values} ask={ask} fields={FIELDS} />
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
          {found.total > SIZE && (
            <Box sx={{ p: 1.5, display: 'flex', justifyContent: 'center' }}>
              <Pagination count={Math.ceil(found.total / SIZE)} page={number} onChange={(_, page) => setNumber(page)} getItemAriaLabel={(_, page) => translate('ra.navigation.page', { page: page ?? '' })} />
            </Box>
          )}
        </Paper>
      )}
    </>
  )
}
