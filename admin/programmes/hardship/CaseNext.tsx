import { Alert, Box, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { CaseSteps } from './CaseSteps'
import type { CaseRecord } from './HardshipCase'

/** What still lacks before the next step, by its words under `resources.hardshipCases.lacks`; what a reviewer asks for stands in the reviewer's own. */
export function lacksOf(row: CaseRecord): string[] {
  const { state } = row
  const lacks: [string, boolean][] = [
    ['person', state === 'CLUE' && row.person === null],
    ['owner', state !== 'CLUE' && state !== 'CLOSED' && row.owner === null],
    ['investigation', state === 'INVESTIGATING' && row.investigatedOn === null],
    ['household', state === 'INVESTIGATING' && row.householdOn === null],
    ['objection', row.objectionOpen !== null],
    ['delivery', ['APPROVED', 'REFUSED', 'PLANNED', 'IN_HELP'].includes(state) && row.deliveredOn === null],
    ['papers', row.papersDueOn !== null],
    ['contact', row.colour === 'RED' && state !== 'CLOSED' && state !== 'CLUE' && row.lastContactOn === null],
  ]
  return lacks.filter(([, lacking]) => lacking).map(([lack]) => lack)
}

/** The act that brings a case on from each state. */
const STEPS: Readonly<Record<string, string>> = { REGISTERED: 'START_INVESTIGATION', NOTICE: 'REVIEW', TOWNSHIP_REVIEWED: 'COUNTY_CHECK', COUNTY_REVIEW: 'APPROVE', APPROVED: 'PLAN', PLANNED: 'PLAN' }

/** The act that brings this case on now. */
const stepOf = ({ state, investigatedOn }: CaseRecord): string | undefined => (state === 'INVESTIGATING' ? (investigatedOn ? 'PUBLISH_NOTICE' : 'RECORD_INVESTIGATION') : STEPS[state])

/** Why the next act is not open to whoever looks, though their role would allow it: said before any form is filled in. */
const obstaclesOf = (row: CaseRecord): string[] => row.obstacles.filter(({ action }) => action === stepOf(row)).map(({ reason }) => reason)

/** Where a case stands, what comes next and who does it, and what still lacks. */
export function CaseNext({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const lacks = [...lacksOf(row).map(lack => translate(`resources.hardshipCases.lacks.${lack}`, { day: row.papersDueOn ?? '' })), ...(row.missing ?? [])]
  const next = row.state === 'NOTICE' ? (row.noticeSkipped ? 'NOTICE_SKIPPED' : 'NOTICE') : row.state
  return (
    <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2, display: 'grid', gap: 1.5 }}>
      <CaseSteps row={row} />
      <Typography>
        <strong>{translate('resources.hardshipCases.nextStep')}</strong> {translate(`resources.hardshipCases.next.${next}`, { day: (row.state === 'NOTICE' ? row.noticeTo : row.nextFollowUpOn) ?? '' })}
      </Typography>
      {obstaclesOf(row).map(reason => (
        <Alert key={reason} severity="info">
          {reason}
        </Alert>
      ))}
      {lacks.length > 0 && (
        <Alert severity="warning">
          <strong>{translate('resources.hardshipCases.missing')}</strong>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {lacks.map(lack => (
              <li key={lack}>{lack}</li>
            ))}
          </Box>
        </Alert>
      )}
    </Paper>
  )
}
