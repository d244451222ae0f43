import { Box, Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct } from '../../ui/Console'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { ActionDialog } from '../../ui/record/ActionDialog'
import type { ActivityRecord } from './Activity'
import { InsuranceInputs, partInput } from './activityForms'

/** Confirming who was recorded coming and going, a hundred at once where there are more, and adding whoever came along. */
export function LeaderButtons({ activity, recorded, total }: { activity: ActivityRecord; recorded: readonly { id: string }[]; total: number }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [asked, setAsked] = useState<'CONFIRM_ALL' | 'WALK_UP' | null>(null)
  const say = (part: string): string => `resources.signUps.actions.${asked}.${part}`
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {recorded.length > 0 && (
        <Button variant="contained" onClick={() => setAsked('CONFIRM_ALL')}>
          {translate('resources.signUps.confirmAll', { smart_count: recorded.length, total })}
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
