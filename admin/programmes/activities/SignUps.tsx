import { Box, Button, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useAsk, useMay } from '../../ui/Console'
import { timeOf } from '../../ui/days'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { nameOf } from '../people'
import { type ActivityRecord, type PartRow, RUNNING } from './Activity'
import { attendanceForm, InsuranceInputs, PART_FORMS, partInput } from './activityForms'

/** Who signed up for an activity, and how far each has come. */
export const SIGN_UPS = `query signUpsOf($activityId: ID!) { signUps(filter: { activityId: $activityId }, page: { size: 100 }) { total items {
  id version state volunteerId walkUp queuedAt checkedInAt checkedOutAt minutes reason policyNo insuredTo openActions volunteer { id person { id name } } team { id name }
} } }`

const ORDER = ['APPLIED', 'CHECKED_IN', 'CHECKED_OUT', 'ACCEPTED', 'CONFIRMED', 'WAITLIST', 'NO_SHOW', 'DECLINED', 'CANCELLED']
/** Whose attendance can be confirmed or corrected. */
const ATTENDING = ['ACCEPTED', 'CHECKED_IN', 'CHECKED_OUT', 'CONFIRMED', 'NO_SHOW']

/** Everybody who signed up, with what the leader may do now; whoever came along is added here, and attendance confirmed. */
export function SignUps({ activity }: { activity: ActivityRecord }) {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAsk<{ signUps: { total: number; items: PartRow[] } }>(SIGN_UPS, { activityId: activity.id }, { every: activity.state === 'ONGOING' ? 20_000 : undefined })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  const rows = [...data.signUps.items].sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || String(one.queuedAt).localeCompare(String(other.queuedAt)))
  const running = activity.mayRun && RUNNING.includes(activity.state)
  return (
    <>
      {running && <LeaderButtons activity={activity} parts={rows} />}
      {rows.length === 0 && <EmptyState title={translate('resources.signUps.empty')} hint={translate('resources.signUps.emptyHint')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map(part => (
          <Part key={part.id} part={part} activity={activity} running={running} />
        ))}
      </Box>
      {data.signUps.total > rows.length && <Typography color="text.secondary">{translate('resources.signUps.more', { smart_count: data.signUps.total - rows.length })}</Typography>}
    </>
  )
}

function Part({ part, activity, running }: { part: PartRow; activity: ActivityRecord; running: boolean }) {
  const translate = useTranslate()
  const may = useMay()
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
      {part.walkUp && <ToneChip label={translate('resources.signUps.fields.walkUp')} tone="info" />}
      <StateChip of="SignUpState" value={part.state} />
      <WorkflowButtons of="signUps" size="small" row={{ ...part, openActions: [...(part.openActions ?? []), ...(attends ? ['CONFIRM'] : [])] }} forms={{ ...PART_FORMS, CONFIRM: attendanceForm(activity.id, part, activity) }} />
    </Box>
  )
}

/** Confirming all who were recorded coming and going, and adding whoever came along. */
function LeaderButtons({ activity, parts }: { activity: ActivityRecord; parts: readonly PartRow[] }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [asked, setAsked] = useState<'CONFIRM_ALL' | 'WALK_UP' | null>(null)
  const recorded = parts.filter(part => part.state === 'CHECKED_OUT')
  const say = (part: string): string => `resources.signUps.actions.${asked}.${part}`
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {recorded.length > 0 && (
        <Button variant="contained" onClick={() => setAsked('CONFIRM_ALL')}>
          {translate('resources.signUps.confirmAll', { smart_count: recorded.length })}
        </Button>
      )}
      <Button variant="outlined" onClick={() => setAsked('WALK_UP')}>
        {translate('resources.signUps.actions.WALK_UP.name')}
      </Button>
      {asked && (
        <ActionDialog
          key={asked}
          title={say('name')}
          consequence={say('consequence')}
          confirm={say('name')}
          resource="signUps"
          onClose={() => setAsked(null)}
          run={(values, clientKey) =>
            asked === 'WALK_UP'
              ? act('signUps', 'addWalkUp', { input: { ...partInput(activity, values), volunteerId: values.volunteerId, clientKey } }, say('done'))
              : act('signUps', 'confirmAttendance', { input: { activityId: activity.id, clientKey, lines: recorded.map(({ id }) => ({ signUpId: id })) } }, say('done'))
          }
        >
          {asked === 'WALK_UP' && (
            <>
              <RecordInput source="volunteerId" of="volunteers" filter={{ state: ['ACTIVE'] }} validate={required()} />
              <InsuranceInputs activity={activity} />
              <FlagInput source="riskAcknowledged" label="resources.signUps.fields.toldRisks" />
            </>
          )}
        </ActionDialog>
      )}
    </Box>
  )
}
