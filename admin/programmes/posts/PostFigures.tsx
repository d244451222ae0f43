import { Box, MenuItem, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsk } from '../../ui/Console'
import { today } from '../../ui/days'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { Section } from '../../ui/record/Facts'
import { PageHead } from '../../ui/shell/PageHead'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { NumberLink } from '../../ui/views/NumberLink'
import { listAddress } from '../../ui/views/StatCard'
import { ON_THE_WAY, POST_FIGURES, type PostFigures as Figures, postLinks, type TownshipPosts } from './figures'
import { PostCards, PostCharts } from './PostNumbers'

/** Posts in figures, and township by township; each number opens the list that it counts. */
export default function PostFigures() {
  const translate = useTranslate()
  const now = Number(today().slice(0, 4))
  const [region, setRegion] = useState<string | null>(null)
  const [year, setYear] = useState(now)
  const { data, error, refetch } = useAsk<{ postFigures: Figures }>(POST_FIGURES, { region, year })
  const figures = data?.postFigures
  return (
    <>
      <PageHead title={translate('pages.postFigures.name')} crumbs={[{ label: translate('resources.pioneerPosts.name', { smart_count: 2 }), to: '/pioneerPosts' }]} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <Box sx={{ width: { xs: '100%', sm: 300 } }}>
          <RegionPicker label={translate('resources.pioneerPosts.fields.region')} value={region} levels={['BANNER', 'TOWNSHIP']} onChange={setRegion} />
        </Box>
        <TextField select fullWidth={false} label={translate('figures.posts.year')} value={year} onChange={event => setYear(Number(event.target.value))} sx={{ width: { xs: '100%', sm: 140 } }}>
          {[now, now - 1, now - 2].map(one => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <PostCards figures={figures} region={region} year={year} />
      {figures && <Townships rows={figures.townships} year={year} />}
      <PostCharts figures={figures} region={region} year={year} />
    </>
  )
}

const COLUMNS = ['posts', 'rectifying', 'onTheWay', 'veterans', 'served', 'reviewsDue'] as const

/** Township by township, as a table; where there is nothing, that is said too. */
function Townships({ rows, year }: { rows: readonly TownshipPosts[]; year: number }) {
  const translate = useTranslate()
  const title = translate('figures.posts.townships')
  const label = (name: string): string => translate(`figures.posts.columns.${name}`, { year })
  const links = (code: string): Record<(typeof COLUMNS)[number], string | undefined> => {
    const { posts, served, reviewsDue } = postLinks(code, year)
    return {
      posts: listAddress(posts.of, posts.filter),
      rectifying: listAddress('pioneerPosts', { region: code, state: ['RECTIFYING'] }),
      onTheWay: listAddress('pioneerPosts', { region: code, state: ON_THE_WAY }),
      veterans: undefined,
      served: listAddress(served.of, served.filter),
      reviewsDue: listAddress(reviewsDue.of, reviewsDue.filter),
    }
  }
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <EmptyState title={translate('figures.posts.none')} hint={translate('resources.pioneerPosts.empty')} />
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={title}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{label('region')}</TableCell>
                {COLUMNS.map(name => (
                  <TableCell key={name} align="right" sx={{ whiteSpace: 'nowrap' }}>
                    {label(name)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map(row => (
                <TableRow key={row.region.code} hover>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.region.name}</TableCell>
                  {COLUMNS.map(name => (
                    <NumberLink key={name} of={row[name]} to={links(row.region.code)[name]} bad={name === 'rectifying'} />
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Section>
  )
}
