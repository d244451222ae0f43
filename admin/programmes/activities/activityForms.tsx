import { required, useTranslate } from 'ra-core'
import { dayOf } from '../../ui/days'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { MomentInput } from '../../ui/inputs/MomentInput'
import { PhotosInput } from '../../ui/inputs/PhotosInput'
import { RegionInput } from '../../ui/inputs/RegionInput'
import { DayInput, NumberInput, TextInput } from '../../ui/inputs/TextInput'
import type { ActionValues } from '../../ui/record/ActionDialog'
import type { ActionForm } from '../../ui/record/WorkflowButtons'
import type { ActivityRecord, PartRow } from './Activity'

const none = <></>
const why = <TextInput source="note" label="console.note" rows={3} maxLength={300} validate={required()} autoFocus />

/** What each action on an activity asks for. */
export const activityForms = (row: ActivityRecord): Readonly<Record<string, ActionForm>> => ({
  SUBMIT: { inputs: none },
  REJECT: { inputs: why, grave: true },
  PUBLISH: {
    mutation: 'publishActivity',
    keyed: true,
    defaults: { riskNote: row.riskNote, platformId: row.platformId, offPlatformReason: row.offPlatformReason },
    inputs: (
      <>
        <TextInput source="riskNote" rows={3} maxLength={1000} validate={required()} />
        <TextInput source="platformId" maxLength={60} />
        <TextInput source="offPlatformReason" maxLength={200} />
      </>
    ),
  },
  RESCHEDULE: {
    mutation: 'rescheduleActivity',
    keyed: true,
    quiet: true,
    roomy: true,
    defaults: { startsAt: row.startsAt, endsAt: row.endsAt, place: row.place, placeRegionCode: row.placeRegion?.code ?? null, capacity: row.capacity, dangerous: row.dangerous, reason: '' },
    inputs: (
      <>
        <MomentInput source="startsAt" validate={required()} />
        <MomentInput source="endsAt" validate={required()} />
        <TextInput source="place" maxLength={120} validate={required()} />
        <RegionInput source="placeRegionCode" />
        <NumberInput source="capacity" min={1} max={5000} validate={required()} />
        {!row.dangerous && <FlagInput source="dangerous" />}
        <TextInput source="reason" rows={2} maxLength={300} validate={required()} />
      </>
    ),
  },
  CLOSE: {
    mutation: 'closeActivity',
    keyed: true,
    defaults: { summary: row.summary ?? '', servedCount: row.servedCount ?? 0, photoIds: [] },
    inputs: (
      <>
        <TextInput source="summary" rows={4} maxLength={2000} validate={required()} />
        <NumberInput source="servedCount" min={0} max={1_000_000} validate={required()} />
        <PhotosInput source="photoIds" />
        <TextInput source="noPhotoReason" maxLength={200} />
      </>
    ),
  },
  CONFIRM: { inputs: none },
  RETURN: { inputs: why },
  CANCEL: { inputs: why, grave: true },
  REOPEN: { inputs: why, grave: true },
})

/** What each of the leader's actions on a sign-up asks for, and the volunteer's own. */
export const PART_FORMS: Readonly<Record<string, ActionForm>> = {
  ACCEPT: { inputs: none },
  DECLINE: {},
  CHECK_IN: { inputs: none },
  CHECK_OUT: { inputs: none },
  MISS: {},
  CANCEL: { mutation: 'cancelSignUp', grave: true, inputs: <TextInput source="reason" rows={2} maxLength={300} validate={required()} autoFocus /> },
}

/** The policy that an applicant stated, as the station has seen it. */
export const insuranceForm = (part: PartRow): ActionForm => ({
  mutation: 'confirmInsurance',
  keyed: true,
  labels: 'volunteers',
  defaults: { policyNo: part.policyNo, toOn: part.insuredTo },
  inputs: (
    <>
      <TextInput source="company" maxLength={80} validate={required()} />
      <TextInput source="policyNo" maxLength={60} validate={required()} />
      <DayInput source="fromOn" validate={required()} />
      <DayInput source="toOn" validate={required()} />
    </>
  ),
})

/** One person's attendance: the times as recorded, to be corrected with the reason. */
export const attendanceForm = (activityId: string, part: PartRow, over: { startsAt: string; endsAt: string }): ActionForm => ({
  mutation: 'confirmAttendance',
  defaults: { checkedInAt: part.checkedInAt ?? over.startsAt, checkedOutAt: part.checkedOutAt ?? over.endsAt, reason: '' },
  variables: ({ checkedInAt, checkedOutAt, reason }, row, clientKey) => ({ input: { activityId, clientKey, lines: [{ signUpId: row.id, checkedInAt, checkedOutAt, reason: reason || null }] } }),
  inputs: (
    <>
      <MomentInput source="checkedInAt" validate={required()} />
      <MomentInput source="checkedOutAt" validate={required()} />
      <TextInput source="reason" maxLength={300} />
    </>
  ),
})

/** The accident insurance that is shown, where the activity asks for one. */
export function InsuranceInputs({ activity }: { activity: ActivityRecord }) {
  const translate = useTranslate()
  if (!activity.dangerous && !activity.insuranceRequired) return null
  return (
    <>
      <TextInput source="policyNo" maxLength={60} helperText={translate('resources.signUps.insuranceHint')} />
      <DayInput source="insuredTo" min={dayOf(activity.startsAt)} />
    </>
  )
}

/** What every sign-up says, made of what the form holds. */
export const partInput = (activity: ActivityRecord, { riskAcknowledged, policyNo, insuredTo }: ActionValues) => ({ activityId: activity.id, riskAcknowledged: riskAcknowledged === true, policyNo, insuredTo })
