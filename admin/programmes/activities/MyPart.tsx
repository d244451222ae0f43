import { Alert, Box, Button, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useMay } from '../../ui/Console'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { StateChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { type ActivityRecord, RUNNING } from './Activity'
import { InsuranceInputs, PART_FORMS, partInput } from './activityForms'

/** What an activity is to the volunteer who looks at it: signing up, the place or the waiting list, coming and going. */
export function MyPart({ activity }: { activity: ActivityRecord }) {
  const translate = useTranslate()
  const may = useMay()
  const { act } = useAct()
  const [asking, setAsking] = useState(false)
  if (!may('signUp.own')) return null
  const part = activity.mySignUp
  const running = RUNNING.includes(activity.state) && new Date(activity.endsAt) > new Date()
  const taking = running && (!part || part.state === 'CANCELLED')
  if (!part && !taking) return null
  return (
    <Alert severity={part && part.state !== 'CANCELLED' ? 'success' : 'info'} icon={false} sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Typography sx={{ mr: 'auto' }}>{part ? translate(`resources.signUps.mine.${part.state === 'APPLIED' && part.policyNo && !part.insured ? 'UNSEEN' : part.state}`) : translate(activity.counts.placed < activity.capacity ? 'resources.signUps.mine.free' : 'resources.signUps.mine.full')}</Typography>
        {part && <StateChip of="SignUpState" value={part.state} />}
        {taking && (
          <Button variant="contained" onClick={() => setAsking(true)}>
            {translate('resources.signUps.actions.APPLY.name')}
          </Button>
        )}
        {running && part && ['ACCEPTED', 'CHECKED_IN'].includes(part.state) && (
          <Button variant="contained" component={RouterLink} to={`/checkin/${activity.id}/${part.state === 'ACCEPTED' ? 'in' : 'out'}`}>
            {translate(part.state === 'ACCEPTED' ? 'resources.signUps.actions.SCAN_IN.name' : 'resources.signUps.actions.SCAN_OUT.name')}
          </Button>
        )}
        {part && <WorkflowButtons of="signUps" row={part} only={['CANCEL']} forms={PART_FORMS} />}
      </Box>
      {part?.overlaps && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('resources.signUps.mine.overlaps')}
        </Alert>
      )}
      {asking && (
        <ActionDialog
          title="resources.signUps.actions.APPLY.name"
          consequence="resources.signUps.actions.APPLY.consequence"
          confirm="resources.signUps.actions.APPLY.name"
          resource="signUps"
          onClose={() => setAsking(false)}
          run={(values, clientKey) => act('signUps', 'signUp', { input: { ...partInput(activity, values), clientKey } }, 'resources.signUps.actions.APPLY.done')}
        >
          <Alert severity="warning">
            <strong>{translate('resources.activities.fields.riskNote')}</strong>
            <Typography sx={{ whiteSpace: 'pre-line' }}>{activity.riskNote}</Typography>
          </Alert>
          <InsuranceInputs activity={activity} />
          <FlagInput source="riskAcknowledged" />
        </ActionDialog>
      )}
    </Alert>
  )
}
