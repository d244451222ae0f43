import { required } from 'ra-core'
import { today } from '../ui/days'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { FlagInput } from '../ui/inputs/FlagInput'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import type { ActionForm } from '../ui/record/WorkflowButtons'
import type { VolunteerRow } from './rows'
import { NoticeInput } from './Notice'
import { TeamChoiceInput } from './TeamChoiceInput'

const reason = <TextInput source="reason" rows={2} maxLength={200} validate={required()} />
const none = <></>

/** What each action on a volunteer asks for. */
export const volunteerForms = (row: VolunteerRow): Record<string, ActionForm> => ({
  ACTIVATE: {
    mutation: 'activateVolunteer',
    keyed: true,
    defaults: { teamId: row.teamId ?? row.teamOfResidence?.id, consentVersion: row.consentVersion ?? '', identityChecked: false },
    inputs: (
      <>
        <FlagInput source="identityChecked" />
        {!row.teamConfirmed && <TeamChoiceInput source="teamId" region={row.region.code} />}
        <NoticeInput source="consentVersion" />
      </>
    ),
  },
  PAUSE: {
    mutation: 'pauseVolunteer',
    inputs: (
      <>
        {reason}
        <DayInput source="pausedUntil" min={today()} />
      </>
    ),
  },
  RESUME: { mutation: 'resumeVolunteer', inputs: none },
  WITHDRAW: { mutation: 'withdrawVolunteer', inputs: reason, grave: true },
  READMIT: { mutation: 'readmitVolunteer', inputs: none },
  BLOCK: { mutation: 'blockVolunteer', inputs: reason, grave: true },
  UNBLOCK: { mutation: 'unblockVolunteer', inputs: reason },
  SCREEN: {
    mutation: 'recordScreening',
    defaults: { screenedOn: today() },
    inputs: (
      <>
        <DayInput source="screenedOn" max={today()} validate={required()} />
        <TextInput source="note" label="console.note" rows={2} maxLength={500} />
      </>
    ),
  },
  JOIN: {
    mutation: 'joinTeam',
    defaults: { kind: row.teamId ? 'SUPPORT' : 'HOME' },
    inputs: (
      <>
        <TeamChoiceInput source="teamId" region={row.region.code} validate={required()} />
        <EnumInput source="kind" of="MembershipKind" validate={required()} />
      </>
    ),
    variables: ({ teamId, kind }, { id }, clientKey) => ({ volunteerId: id, teamId, kind, clientKey }),
  },
  TRANSFER: {
    mutation: 'transferMember',
    inputs: (
      <>
        <TeamChoiceInput source="teamId" region={row.region.code} except={row.teamId} validate={required()} />
        {reason}
      </>
    ),
    variables: ({ teamId, reason: why }, { id, version }, clientKey) => ({ volunteerId: id, version, teamId, reason: why, clientKey }),
  },
})
