import { Box, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { monthOf, today } from '../../ui/days'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { PageHead } from '../../ui/shell/PageHead'
import { Chart } from '../../ui/views/Chart'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { NumberLink } from '../../ui/views/NumberLink'
import { listAddress } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'
import { type CareLink, careLinks } from '../careLinks'

interface Township {
  region: { code: string; name: string }
  beneficiaries: number
  matched: number
  unmatched: number
  overdue: number
  due: number
  contacted: number
}

export const COVERAGE = 'query coverage($region: RegionCode) { coverage(region: $region) { region { code name } beneficiaries matched unmatched overdue due contacted } }'

/** By township: who has somebody to look in on them, who has nobody, where it is late. Each number opens the list that it counts. */
export default function Coverage() {
  const translate = useTranslate()
  const [search, setSearch] = useSearchParams()
  const region = search.get('region')
  const { data, error, isPending, refetch } = useAsk<{ coverage: Township[] }>(COVERAGE, { region })
  const rows = data?.coverage ?? []
  const say = (key: string): string => translate(`resources.pairings.views.${key}`)
  return (
    <>
      <PageHead title={say('coverage')} crumbs={[{ label: translate('resources.pairings.name', { smart_count: 2 }), to: '/pairings' }]} />
      <Box sx={{ maxWidth: 360, mb: 2 }}>
        <RegionPicker label={translate('resources.pairings.fields.region')} value={region} levels={['BANNER', 'TOWNSHIP']} onChange={code => setSearch(code ? { region: code } : {}, { replace: true })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {data && rows.length === 0 && <EmptyState title={translate('resources.pairings.views.noElders')} />}
      {rows.length > 0 && (
        <>
          {rows.length > 1 && <Chart
            title={say('coverage')}
            kind="stacked"
            categories={rows.map(row => ({ name: row.region.name, to: addressOf(careLinks(monthOf(today()), row.region.code).unmatched) }))}
            series={[
              { name: say('matched'), values: rows.map(row => row.matched) },
              { name: say('unmatched'), values: rows.map(row => row.unmatched) },
            ]}
            height={320}
          />}
          <CoverageTable rows={rows} />
        </>
      )}
    </>
  )
}

function CoverageTable({ rows }: { rows: readonly Township[] }) {
  const translate = useTranslate()
  const say = (key: string): string => translate(`resources.pairings.views.${key}`)
  const sum = (of: (row: Township) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const share = (part: number, all: number): string => (all === 0 ? '–' : `${Math.round((part / all) * 100)}%`)
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={say('coverage')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.pairings.fields.region')}</TableCell>
            {['elders', 'matched', 'unmatched', 'share', 'overdue', 'due', 'contacted', 'rate'].map(key => (
              <TableCell key={key} align="right" sx={{ whiteSpace: 'nowrap' }}>
                {say(key)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(row => {
            const links = careLinks(monthOf(today()), row.region.code)
            return (
              <TableRow key={row.region.code} hover>
                <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                  {row.region.name}
                </TableCell>
                <NumberLink of={row.beneficiaries} to={addressOf(links.elders)} />
                <NumberLink of={row.matched} to={addressOf(links.matched)} />
                <NumberLink of={row.unmatched} to={addressOf(links.unmatched)} />
                <TableCell align="right">{share(row.matched, row.beneficiaries)}</TableCell>
                <NumberLink of={row.overdue} to={addressOf(links.overdue)} bad />
                <NumberLink of={row.due} to={addressOf(links.due)} />
                <NumberLink of={row.contacted} to={addressOf(links.contacted)} />
                <TableCell align="right">{share(row.contacted, row.due)}</TableCell>
              </TableRow>
            )
          })}
          <TableRow sx={{ '& td, & th': { fontWeight: 600 } }}>
            <TableCell component="th" scope="row">
              {say('total')}
            </TableCell>
            <NumberLink of={sum(row => row.beneficiaries)} />
            <NumberLink of={sum(row => row.matched)} />
            <NumberLink of={sum(row => row.unmatched)} />
            <TableCell align="right">
              {share(
                sum(row => row.matched),
                sum(row => row.beneficiaries),
              )}
            </TableCell>
            <NumberLink of={sum(row => row.overdue)} />
            <NumberLink of={sum(row => row.due)} />
            <NumberLink of={sum(row => row.contacted)} />
            <TableCell align="right">
              {share(
                sum(row => row.contacted),
                sum(row => row.due),
              )}
            </TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  )
}

const addressOf = ({ of, filter }: CareLink): string => listAddress(of, filter)
