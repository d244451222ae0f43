import { Alert, Box, Link, Pagination, Typography } from '@mui/material'
import { ResourceContextProvider, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk, useMay } from '../../ui/Console'
import { timeOf } from '../../ui/days'
import { ExportButton } from '../../ui/list/ExportButton'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { nameOf } from '../people'
import { type ActivityRecord, type PartRow, RUNNING } from './Activity'
import { attendanceForm, insuranceForm, PART_FORMS } from './activityForms'
import { LeaderButtons } from './LeaderButtons'

/** Who signed up for an activity, and how far each has come: a page of them, those to be seen to first; and who waits to be confirmed on all pages. */
export const SIGN_UPS = `query signUpsOf($activityId: ID!, $page: Page!) {
  signUps(filter: { activityId: $activityId }, sort: { field: STAGE, order: ASC }, page: $page) { total items {
    id version state volunteerId walkUp queuedAt checkedInAt checkedOutAt minutes reason policyNo insuredTo overlaps insured openActions volunteer { id person { id name } } team { id name }
  } }
  recorded: signUps(filter: { activityId: $activityId, state: [CHECKED_OUT] }, page: { size: 100 }) { total items { id } }
}`

/** Whose attendance can be confirmed or corrected. */
const ATTENDING = ['ACCEPTED', 'CHECKED_IN', 'CHECKED_OUT', 'CONFIRMED', 'NO_SHOW']
const SIZE = 50

interface Answer {
  signUps: { total: number; items: PartRow[] }
  recorded: { total: number; items: { id: string }[] }
}

/** Everybody who signed up, with what the leader may do now; whoever came along is added here, and attendance confirmed. */
export function SignUps({ activity }: { activity: ActivityRecord }) {
  const translate = useTranslate()
  const [number, setNumber] = useState(1)
  const { data, error, isPending, refetch } = useAsk<Answer>(SIGN_UPS, { activityId: activity.id, page: { number, size: SIZE } }, { every: activity.state === 'ONGOING' ? 20_000 : undefined })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  const { total, items } = data.signUps
  const running = activity.mayRun && RUNNING.includes(activity.state)
  const busy = items.filter(part => part.overlaps).length
  return (
    <ResourceContextProvider value="signUps">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
        {running && <LeaderButtons activity={activity} recorded={data.recorded.items} total={data.recorded.total} />}
        <ExportButton filter={{ activityId: activity.id }} sort={{ field: 'stage', order: 'ASC' }} total={total} />
      </Box>
      {busy > 0 && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {translate('resources.signUps.overlapping', { smart_count: busy })}
        </Alert>
      )}
      {total === 0 && <EmptyState title={translate('resources.signUps.empty')} hint={translate('resources.signUps.emptyHint')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map(part => (
          <Part key={part.id} part={part} activity={activity} running={running} />
        ))}
      </Box>
      {total > SIZE && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'center', pt: 1.5 }}>
          <Typography color="text.secondary">{translate('console.list.total', { smart_count: total })}</Typography>
          <Pagination count={Math.ceil(total / SIZE)} page={number} onChange={(_, page) => setNumber(page)} getItemAriaLabel={(_, page) => translate('ra.navigation.page', { page: page ?? '' })} />
        </Box>
      )}
    </ResourceContextProvider>
  )
}

function Part({ part, activity, running }: { part: PartRow; activity: ActivityRecord; running: boolean }) {
  const translate = useTranslate()
  const may = useMay()
  const unseen = may('insurance.write') && Boolean(part.policyNo) && part.insured === false && ['APPLIED', 'WAITLIST'].includes(part.state)
  const attends = running && ATTENDING.includes(part.state) && new Date(activity.startsAt) <= new Date()
  const times = [part.policyNo && translate('resources.signUps.insured', { policy: part.policyNo, until: part.insuredTo ?? '' }), part.checkedInAt && translate('resources.signUps.cameAt', { at: timeOf(part.checkedInAt) }), part.checkedOutAt && translate('resources.signUps.wentAt', { at: timeOf(part.checkedOutAt) }), part.minutes !== null && translate('resources.signUps.minutesOf', { smart_count: part.minutes })]
  const name = nameOf(part.volunteer) || '–'
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ mr: 'auto', minWidth: 0 }}>
        {may('volunteer.read') ? (
          <Link component={RouterLink} to={`/volunteers/${part.volunteerId}/show`}>
            {name}
          </Link>
        ) : (
          name
        )}
        <Typography variant="body2" color="text.secondary">
          {[part.team?.id !== activity.teamId && part.team?.name, ...times, part.reason].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      {part.overlaps && <ToneChip label={translate('resources.signUps.overlap')} tone="bad" />}
      {part.policyNo && part.insured === false && <ToneChip label={translate('resources.signUps.unseen')} tone="warning" />}
      {part.walkUp && <ToneChip label={translate('resources.signUps.fields.walkUp')} tone="info" />}
      <StateChip of="SignUpState" value={part.state} />
      <WorkflowButtons of="signUps" size="small" row={{ ...part, openActions: [...(unseen ? ['CONFIRM_INSURANCE'] : []), ...(part.openActions ?? []), ...(attends ? ['CONFIRM'] : [])] }} forms={{ ...PART_FORMS, CONFIRM: attendanceForm(activity.id, part, activity), CONFIRM_INSURANCE: insuranceForm(part) }} />
    </Box>
  )
}

