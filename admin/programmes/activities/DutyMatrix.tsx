import { Box, Link, MenuItem, Pagination, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField, Typography, useMediaQuery, useTheme } from '@mui/material'
import { ResourceContextProvider, useTranslate } from 'ra-core'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { addDays, addMonths, monthOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { EnumPicker } from '../../ui/inputs/EnumPicker'
import { RegionPicker } from '../../ui/inputs/RegionInput'
import { ExportButton } from '../../ui/list/ExportButton'
import { StateChip } from '../../ui/record/StateChip'
import { PageHead } from '../../ui/shell/PageHead'
import { type Tone, toneOf } from '../../ui/theme'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { listAddress } from '../../ui/views/StatCard'
import { Waiting } from '../../ui/views/Waiting'

/** How teams stand to the monthly duty, a page of them with all their months, and how many stand how. */
export const TEAM_COMPLIANCE = `query teamCompliance($year: Int, $region: RegionCode, $tier: [TeamTier!], $duty: DutyState, $page: Page!) { teamCompliance(year: $year, region: $region, tier: $tier, duty: $duty, page: $page) {
  months total items { team { id name tier state } cells { month duty confirmed open } } tallies { month done due missing notRequired }
} }`

interface Cell {
  month: string
  duty: 'DONE' | 'DUE' | 'MISSING' | 'NOT_REQUIRED'
  confirmed: number
  open: number
}

interface TeamThere {
  id: string
  name: string
  tier: string
  state: string
}

interface Answer {
  teamCompliance: { months: string[]; total: number; items: { team: TeamThere; cells: Cell[] }[]; tallies: { month: string; done: number; due: number; missing: number; notRequired: number }[] }
}

const TONES: Readonly<Record<Cell['duty'], Tone>> = { DONE: 'good', DUE: 'warning', MISSING: 'bad', NOT_REQUIRED: 'quiet' }
const SIZE = 25

/** Team by month: done, due, missing, not required, in colour and word; each leads to the activities that it counts. */
export default function DutyMatrix() {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('md'))
  const [search, setSearch] = useSearchParams()
  const asked = { year: Number(search.get('year')) || Number(today().slice(0, 4)), region: search.get('region'), tier: search.get('tier'), duty: search.get('duty'), page: Number(search.get('page')) || 1 }
  const ask = (changed: Partial<typeof asked>): void => {
    const next = { ...asked, page: 1, ...changed }
    setSearch(Object.fromEntries(Object.entries(next).flatMap(([name, value]) => (value ? [[name, String(value)]] : []))), { replace: true })
  }
  const { data, error, isPending, refetch } = useAsk<Answer>(TEAM_COMPLIANCE, { year: asked.year, region: asked.region, tier: asked.tier ? [asked.tier] : null, duty: asked.duty, page: { number: asked.page, size: SIZE } })
  const found = data?.teamCompliance
  return (
    <>
      <PageHead
        title={translate('pages.dutyMatrix.name')}
        crumbs={[{ label: translate('resources.activities.name', { smart_count: 2 }), to: '/activities' }]}
        actions={
          <ResourceContextProvider value="activities">
            <ExportButton list="teamCompliance" filter={{ year: asked.year, region: asked.region, tier: asked.tier ? [asked.tier] : null, duty: asked.duty }} total={found?.total ?? 0} />
          </ResourceContextProvider>
        }
      />
      <Box sx={{ display: 'grid', gap: 2, mb: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: '120px 280px 180px 180px' } }}>
        <YearPicker year={asked.year} onChange={year => ask({ year })} />
        <RegionPicker label={translate('resources.activities.fields.region')} value={asked.region} levels={['BANNER', 'TOWNSHIP']} onChange={region => ask({ region })} />
        <EnumPicker of="TeamTier" label={translate('resources.teams.fields.tier')} value={asked.tier ?? ''} onChange={tier => ask({ tier: String(tier) })} />
        <EnumPicker of="DutyState" label={translate('resources.activities.duty.now')} value={asked.duty ?? ''} onChange={duty => ask({ duty: String(duty) })} />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {isPending && <Waiting />}
      {found && found.total === 0 && <EmptyState title={translate('resources.activities.duty.none')} />}
      {found && found.total > 0 && (
        <Paper variant="outlined">
          {wide ? <Matrix found={found} /> : <Cards found={found} year={asked.year} />}
          {found.total > SIZE && (
            <Box sx={{ p: 1.5, display: 'flex', justifyContent: 'center' }}>
              <Pagination count={Math.ceil(found.total / SIZE)} page={asked.page} onChange={(_, page) => ask({ page })} getItemAriaLabel={(_, page) => translate('ra.navigation.page', { page: page ?? '' })} />
            </Box>
          )}
        </Paper>
      )}
    </>
  )
}

/** The years that there may be something to see of. */
function YearPicker({ year, onChange }: { year: number; onChange: (year: number) => void }) {
  const translate = useTranslate()
  const now = Number(today().slice(0, 4))
  return (
    <TextField select label={translate('resources.activities.duty.year')} value={year} onChange={event => onChange(Number(event.target.value))}>
      {[...new Set([now + 1, now, now - 1, now - 2, year])].map(one => (
        <MenuItem key={one} value={one}>
          {one}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** The activities of a team in a month. */
const leadsTo = (teamId: string, month: string): string => listAddress('activities', { teamId, startsOnFrom: `${month}-01`, startsOnTo: addDays(`${addMonths(month, 1)}-01`, -1) }, { field: 'startsAt', order: 'ASC' })

function Matrix({ found }: { found: Answer['teamCompliance'] }) {
  const translate = useTranslate()
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('pages.dutyMatrix.name')}>
      <Table size="small" sx={{ '& td, & th': { px: 0.75, whiteSpace: 'nowrap' } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.activities.fields.team')}</TableCell>
            {found.months.map(month => (
              <TableCell key={month} align="center">
                {translate('resources.activities.duty.month', { month: Number(month.slice(5)) })}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {found.items.map(({ team, cells }) => (
            <TableRow key={team.id} hover>
              <TableCell component="th" scope="row" sx={{ maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis' }}>
                <TeamLink team={team} />
              </TableCell>
              {cells.map(cell => (
                <TableCell key={cell.month} align="center" sx={{ p: '2px !important' }}>
                  <DutyLink teamId={team.id} cell={cell} />
                </TableCell>
              ))}
            </TableRow>
          ))}
          <TableRow>
            <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
              {translate('resources.activities.duty.total')}
            </TableCell>
            {found.tallies.map(({ month, done, due, missing }) => (
              <TableCell key={month} align="center" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
                {done} / {done + due + missing}
              </TableCell>
            ))}
          </TableRow>
        </TableBody>
      </Table>
    </TableContainer>
  )
}

/** A team by its name; of one that there is no more, it is said. */
function TeamLink({ team }: { team: TeamThere }) {
  const word = useEnumWord()
  return (
    <>
      <Link component={RouterLink} to={`/teams/${team.id}/show`} title={team.name}>
        {team.name}
      </Link>
      {team.state === 'DISBANDED' && ` · ${word('TeamState', team.state)}`}
    </>
  )
}

/** One cell: the word in its colour, the number of activities behind it. */
function DutyLink({ teamId, cell }: { teamId: string; cell: Cell }) {
  const word = useEnumWord()
  const translate = useTranslate()
  const many = cell.confirmed + cell.open
  const label = `${word('DutyState', cell.duty)}${many > 0 ? ` · ${translate('resources.activities.duty.held', { confirmed: cell.confirmed, open: cell.open })}` : ''}`
  return (
    <Link
      component={RouterLink}
      to={leadsTo(teamId, cell.month)}
      title={label}
      underline="none"
      sx={theme => {
        const { background, text } = toneOf(theme, TONES[cell.duty])
        return { display: 'block', minWidth: 52, py: 0.75, borderRadius: 0.5, fontSize: '0.75rem', bgcolor: background, color: text, '&:hover, &:focus-visible': { outline: 2, outlineColor: text } }
      }}
    >
      {word('DutyState', cell.duty)}
      {cell.duty !== 'DONE' && cell.open > 0 && <Box component="span">{` ${cell.open}`}</Box>}
    </Link>
  )
}

/** On a phone: a team, this month in a word, and the months of the year as a strip. */
function Cards({ found, year }: { found: Answer['teamCompliance']; year: number }) {
  const translate = useTranslate()
  const now = monthOf(today())
  const shown = found.months.includes(now) ? now : `${year}-12`
  const tally = found.tallies.find(each => each.month === shown)
  return (
    <>
      {tally && <Typography sx={{ p: 1.5 }}>{translate('resources.activities.duty.thisMonth', { month: Number(shown.slice(5)), done: tally.done, all: tally.done + tally.due + tally.missing })}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {found.items.map(({ team, cells }) => (
          <Box component="li" key={team.id} sx={{ p: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
              <Box sx={{ mr: 'auto' }}>
                <TeamLink team={team} />
              </Box>
              <StateChip of="DutyState" value={cells.find(cell => cell.month === shown)?.duty} />
            </Box>
            <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(6, minmax(0, 1fr))', gap: 0.5 }}>
              {cells.map(cell => (
                <MonthTile key={cell.month} teamId={team.id} cell={cell} />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}

function MonthTile({ teamId, cell }: { teamId: string; cell: Cell }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <Link
      component={RouterLink}
      to={leadsTo(teamId, cell.month)}
      underline="none"
      sx={theme => {
        const { background, text } = toneOf(theme, TONES[cell.duty])
        return { display: 'grid', placeItems: 'center', minHeight: 44, borderRadius: 0.5, bgcolor: background, color: text, fontSize: '0.75rem', lineHeight: 1.25, textAlign: 'center' }
      }}
    >
      <span>
        {translate('resources.activities.duty.month', { month: Number(cell.month.slice(5)) })}
        <br />
        {word('DutyState', cell.duty)}
      </span>
    </Link>
  )
}
