import { Box, Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAsk, useMay } from '../ui/Console'
import { isDay, today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { RegionPicker } from '../ui/inputs/RegionInput'
import { useRegions } from '../ui/inputs/regions'
import { PageHead } from '../ui/shell/PageHead'
import { Chart } from '../ui/views/Chart'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { NumberLink } from '../ui/views/NumberLink'
import { listAddress, StatCard, StatRow } from '../ui/views/StatCard'

interface Share {
  key: string
  count: number
}

interface Figures {
  recentSince: string
  tiers: { tier: string; standing: number; atWork: number; atMinimum: number; leaderless: number }[]
  volunteers: number
  members: number
  veterans: number
  partyMembers: number
  fresh: number
  onPlatform: number
  recent: number
  sexes: Share[]
  ages: Share[]
  ethnicGroups: Share[]
  townships: Share[]
}

export const PEOPLE_FIGURES = `query peopleFigures($region: RegionCode, $from: Date, $to: Date) { peopleFigures(region: $region, from: $from, to: $to) {
  recentSince tiers { tier standing atWork atMinimum leaderless } volunteers members veterans partyMembers fresh onPlatform recent sexes { key count } ages { key count } ethnicGroups { key count } townships { key count }
} }`

/** Who counts as a volunteer in the figures. */
const SERVING = ['ACTIVE', 'PAUSED']
const AT_WORK = ['ACTIVE', 'RECTIFYING']
const STANDING = ['PREPARING', 'ACTIVE', 'RECTIFYING', 'SUSPENDED']

/** Teams and volunteers in figures; each number opens the list that it counts. */
export default function PeopleFigures() {
  const translate = useTranslate()
  const [region, setRegion] = useState<string | null>(null)
  const [from, setFrom] = useState(`${today().slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today())
  const { data, error, refetch } = useAsk<{ peopleFigures: Figures }>(PEOPLE_FIGURES, { region, from, to }, { enabled: isDay(from) && isDay(to) })
  const figures = data?.peopleFigures
  const day = (label: string, value: string, set: (day: string) => void) => (
    <TextField type="date" label={translate(label)} value={value} onChange={event => set(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} sx={{ width: { xs: 'calc(50% - 8px)', sm: 180 } }} />
  )
  return (
    <>
      <PageHead title={translate('pages.peopleFigures.name')} crumbs={[{ label: translate('console.groups.people') }]} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
        <Box sx={{ width: { xs: '100%', sm: 300 } }}>
          <RegionPicker label={translate('resources.teams.fields.region')} value={region} levels={['BANNER', 'TOWNSHIP']} onChange={setRegion} />
        </Box>
        {day('pages.peopleFigures.from', from, setFrom)}
        {day('pages.peopleFigures.to', to, setTo)}
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      <Cards figures={figures} region={region} span={{ activeSinceFrom: from, activeSinceTo: to }} />
      {figures && <Tiers figures={figures} region={region} />}
      {figures && <Shares figures={figures} region={region} />}
    </>
  )
}

interface PartProps {
  figures: Figures
  region: string | null
}

function Cards({ figures, region, span }: { figures: Figures | undefined; region: string | null; span: Record<string, string> }) {
  const translate = useTranslate()
  const may = useMay()
  const within = { state: SERVING, ...(region && { region }) }
  const card = (key: string, value: number | undefined, filter: Record<string, unknown>, shared = true) => (
    <StatCard
      label={translate(`pages.peopleFigures.${key}`)}
      value={value}
      of={may('volunteer.read') ? 'volunteers' : undefined}
      filter={{ ...within, ...filter }}
      hint={shared && figures && value !== undefined && figures.volunteers > 0 ? `${Math.round((value / figures.volunteers) * 100)}%` : undefined}
    />
  )
  return (
    <StatRow>
      {card('volunteers', figures?.volunteers, {}, false)}
      {card('members', figures?.members, { inTeam: true })}
      {card('veterans', figures?.veterans, { isVeteran: true })}
      {card('partyMembers', figures?.partyMembers, { partyMember: true })}
      {card('fresh', figures?.fresh, span, false)}
      {card('onPlatform', figures?.onPlatform, { onPlatform: true })}
      {card('recent', figures?.recent, { servedSince: figures?.recentSince })}
    </StatRow>
  )
}

function Tiers({ figures, region }: PartProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const say = (key: string): string => translate(`pages.peopleFigures.${key}`)
  const link = (tier: string, filter: Record<string, unknown>): string | undefined => (may('team.read') ? listAddress('teams', { ...(region && { region }), tier: [tier], ...filter }) : undefined)
  return (
    <TableContainer component={Paper} variant="outlined" tabIndex={0} role="region" aria-label={say('tiers')} sx={{ mb: 2, '& th': { whiteSpace: 'nowrap' } }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{say('tiers')}</TableCell>
            {['standing', 'atWork', 'atMinimum', 'below', 'leaderless'].map(key => (
              <TableCell key={key} align="right">
                {say(key)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {figures.tiers.map(({ tier, standing, atWork, atMinimum, leaderless }) => (
            <TableRow key={tier} hover>
              <TableCell component="th" scope="row">
                {word('TeamTier', tier)}
              </TableCell>
              <NumberLink of={standing} to={link(tier, { state: STANDING })} />
              <NumberLink of={atWork} to={link(tier, { state: AT_WORK })} />
              <NumberLink of={atMinimum} to={link(tier, { state: AT_WORK, belowMinimum: false })} />
              <NumberLink of={atWork - atMinimum} to={link(tier, { state: AT_WORK, belowMinimum: true })} bad />
              <NumberLink of={leaderless} to={link(tier, { leaderless: true })} bad />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function Shares({ figures, region }: PartProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { tree } = useRegions()
  const within = { state: SERVING, ...(region && { region }) }
  const ageName = (n: number): string => {
    const [least, next] = [figures.ages[n]!.key, figures.ages[n + 1]?.key]
    return translate(next ? 'pages.peopleFigures.ageBand' : 'pages.peopleFigures.ageAbove', { least, most: Number(next) - 1 })
  }
  const ageFilter = (n: number): Record<string, unknown> => ({ ageFrom: Number(figures.ages[n]!.key), ...(figures.ages[n + 1] && { ageTo: Number(figures.ages[n + 1]!.key) - 1 }) })
  const chart = (key: string, shares: readonly Share[], name: (share: Share, n: number) => string, filter: (share: Share, n: number) => Record<string, unknown>) => (
    <Chart
      title={translate(`pages.peopleFigures.${key}`)}
      kind="bar"
      categories={shares.map((share, n) => ({ name: name(share, n), to: listAddress('volunteers', { ...within, ...filter(share, n) }) }))}
      series={[{ name: translate('pages.peopleFigures.volunteers'), values: shares.map(({ count }) => count) }]}
    />
  )
  if (figures.volunteers === 0) return <Typography color="text.secondary">{translate('resources.volunteers.empty')}</Typography>
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      {figures.townships.length > 1 && chart('townships', figures.townships, ({ key }) => tree?.byCode.get(key)?.name ?? key, ({ key }) => ({ region: key }))}
      {chart('ages', figures.ages, (_, n) => ageName(n), (_, n) => ageFilter(n))}
      {chart('sexes', figures.sexes, ({ key }) => word('Sex', key), ({ key }) => ({ sex: key }))}
      {chart('ethnicGroups', figures.ethnicGroups.filter(({ key }) => key !== ''), ({ key }) => word('EthnicGroup', key), ({ key }) => ({ ethnicCode: key }))}
    </Box>
  )
}
