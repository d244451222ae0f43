import { required } from 'ra-core'
import { today } from '../../ui/days'
import { valuesOf } from '../../ui/enums'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import type { ActionForm } from '../../ui/record/WorkflowButtons'
import { VisitInputs, visitDefaults, visitInput } from './VisitInputs'

const note = <TextInput source="note" label="console.note" rows={3} maxLength={500} />
const why = <TextInput source="note" label="resources.pairings.fields.reason" rows={3} maxLength={500} validate={required()} autoFocus />
/** A handover is an act of its own and no reason that one chooses. */
const reasons = valuesOf('PairingEndReason').filter(reason => reason !== 'HANDED_OVER')

/** What each action on a pairing asks for. */
export function pairingForms({ programme, photos }: { programme: string; photos: boolean }): Readonly<Record<string, ActionForm>> {
  return {
    ACCEPT: { mutation: 'acceptPairing', inputs: note, keyed: true },
    DECLINE: { mutation: 'declinePairing', inputs: note, keyed: true, grave: true },
    ACTIVATE: {
      mutation: 'activatePairing',
      keyed: true,
      defaults: { firstVisitOn: today() },
      inputs: (
        <>
          <DayInput source="firstVisitOn" label="resources.pairings.fields.firstVisitOn" max={today()} validate={required()} />
          <TextInput source="accompaniedBy" label="resources.pairings.fields.accompaniedById" maxLength={50} validate={required()} />
          {note}
        </>
      ),
    },
    RECORD_VISIT: {
      mutation: 'recordVisit',
      labels: 'visits',
      defaults: visitDefaults(),
      variables: (values, row, clientKey) => ({ input: visitInput(values, row.id, clientKey) }),
      inputs: <VisitInputs programme={programme} photos={photos} />,
    },
    PLAN_VISIT: {
      mutation: 'planVisit',
      labels: 'visits',
      defaults: { plannedOn: today(), manner: 'HOME' },
      variables: (values, row, clientKey) => ({ input: { ...values, pairingId: row.id, clientKey } }),
      inputs: (
        <>
          <DayInput source="plannedOn" min={today()} validate={required()} />
          <ChoiceInput source="manner" of="VisitManner" />
          {note}
        </>
      ),
    },
    PAUSE: { mutation: 'pausePairing', inputs: why, keyed: true },
    RESUME: { mutation: 'resumePairing', inputs: note, keyed: true },
    HAND_OVER: {
      mutation: 'handOverPairing',
      keyed: true,
      inputs: (
        <>
          <RecordInput source="volunteerId" label="resources.pairings.fields.toVolunteerId" of="volunteers" filter={{ state: ['ACTIVE'] }} validate={required()} />
          <TextInput source="note" label="resources.pairings.fields.handoverNote" rows={3} maxLength={500} validate={required()} />
        </>
      ),
    },
    END: {
      mutation: 'endPairing',
      keyed: true,
      grave: true,
      inputs: (
        <>
          <EnumInput source="reason" label="resources.pairings.fields.endReason" of="PairingEndReason" only={reasons} validate={required()} />
          {note}
        </>
      ),
    },
  }
}
