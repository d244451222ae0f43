import { Box, LinearProgress, Link, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk, useMay } from '../ui/Console'
import { useEnumWord } from '../ui/enums'
import { listAddress } from '../ui/views/StatCard'

interface Target {
  id: string
  subject: string
  number: number
  dueOn: string | null
}

/** How many teams of a tier stand, disbanded ones left out. */
export const TEAM_COUNTS = `query teamCounts($banner: TeamFilter!, $township: TeamFilter!, $village: TeamFilter!, $squad: TeamFilter!) {
  BANNER_TEAMS: teams(filter: $banner) { total } TOWNSHIP_TEAMS: teams(filter: $township) { total } VILLAGE_TEAMS: teams(filter: $village) { total } SQUADS: teams(filter: $squad) { total }
}`

const LIVE = ['PREPARING', 'ACTIVE', 'RECTIFYING', 'SUSPENDED']
const TIERS: Readonly<Record<string, string>> = { BANNER_TEAMS: 'BANNER', TOWNSHIP_TEAMS: 'TOWNSHIP', VILLAGE_TEAMS: 'VILLAGE', SQUADS: 'SQUAD' }
const filterOf = (subject: string) => ({ tier: [TIERS[subject]], state: LIVE })

/** The targets of a plan, each with what has been reached of it and the list that is counted. */
export function PlanTargets({ targets }: { targets: readonly Target[] }) {
  const word = useEnumWord()
  const translate = useTranslate()
  const may = useMay()
  const seesTeams = may('team.read')
  const { data } = useAsk<Record<string, { total: number }>>(TEAM_COUNTS, { banner: filterOf('BANNER_TEAMS'), township: filterOf('TOWNSHIP_TEAMS'), village: filterOf('VILLAGE_TEAMS'), squad: filterOf('SQUADS') }, { enabled: seesTeams })
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
      {targets.map(({ id, subject, number, dueOn }) => {
        const reached = data?.[subject]?.total
        const share = reached === undefined ? 0 : Math.min(100, Math.round((reached / Math.max(1, number)) * 100))
        return (
          <li key={id}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', mb: 0.5 }}>
              <Typography sx={{ mr: 'auto', fontWeight: 600 }}>{word('TargetSubject', subject)}</Typography>
              {dueOn && <Typography variant="body2" color="text.secondary">{`${translate('resources.plans.fields.dueOn')} ${dueOn}`}</Typography>}
              <Link component={RouterLink} to={listAddress('teams', filterOf(subject))} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                {`${reached ?? '–'} / ${number}`}
              </Link>
            </Box>
            <LinearProgress variant="determinate" value={share} color={share >= 100 ? 'success' : 'primary'} aria-label={word('TargetSubject', subject)} sx={{ height: 8, borderRadius: 4 }} />
          </li>
        )
      })}
    </Box>
  )
}
