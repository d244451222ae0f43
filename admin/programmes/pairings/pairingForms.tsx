import { required } from 'ra-core'
import { today } from '../../ui/days'
import { valuesOf } from '../../ui/enums'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { ChoiceInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { PhotosInput } from '../../ui/inputs/PhotosInput'
import { DayInput, NumberInput, TextInput, TimeInput } from '../../ui/inputs/TextInput'
import type { ActionForm } from '../../ui/record/WorkflowButtons'
import { HelpersInput } from './HelpersInput'
import type { PairingRecord } from './Pairing'
import { FoundInputs, Side, startOf, VisitInputs, visitDefaults, visitInput } from './VisitInputs'
import { WhoInput } from './WhoInput'

const note = <TextInput source="note" label="console.note" rows={3} maxLength={500} />
const why = <TextInput source="reason" rows={3} maxLength={500} validate={required()} autoFocus />
/** A handover and a refusal are acts of their own and no reasons that one chooses. */
const reasons = valuesOf('PairingEndReason').filter(reason => !['HANDOVER', 'NOT_ACCEPTED'].includes(reason))

/** What each action on a pairing asks for. */
export function pairingForms({ programme, elder, helperIds, volunteers, agreement }: PairingRecord): Readonly<Record<string, ActionForm>> {
  return {
    ACCEPT: { mutation: 'acceptPairing', inputs: <></> },
    DECLINE: { mutation: 'declinePairing', inputs: note, grave: true },
    ACTIVATE: {
      mutation: 'activatePairing',
      keyed: true,
      labels: 'visits',
      defaults: { visitedOn: today(), minutes: 60, services: [], flags: [], condition: null, agreementIds: [] },
      variables: ({ condition, ...values }, row, clientKey) => ({ id: row.id, version: row.version, input: { ...values, startedAt: startOf(values), condition: condition ? Number(condition) : null, clientKey } }),
      inputs: (
        <>
          <DayInput source="visitedOn" max={today()} validate={required()} />
          <Side>
            <TimeInput source="startedAt" label="resources.visits.start" />
            <NumberInput source="minutes" min={1} max={1440} step={5} validate={required()} />
          </Side>
          <TextInput source="accompaniedBy" label="resources.pairings.fields.accompaniedById" maxLength={50} validate={required()} />
          <TextInput source="agreement" label="resources.pairings.fields.agreement" rows={2} maxLength={500} validate={required()} />
          <PhotosInput source="agreementIds" label="resources.pairings.fields.agreementIds" />
          <FoundInputs programme={programme} met />
          {note}
        </>
      ),
    },
    RECORD_VISIT: {
      mutation: 'recordVisit',
      labels: 'visits',
      defaults: visitDefaults(),
      variables: (values, row, clientKey) => ({ input: visitInput(values, row.id, clientKey) }),
      inputs: <VisitInputs programme={programme} photos={elder?.photoConsent === true} volunteers={volunteers} />,
    },
    PLAN_VISIT: {
      mutation: 'planVisit',
      labels: 'visits',
      defaults: { plannedOn: today(), manner: 'HOME' },
      variables: (values, row, clientKey) => ({ input: { ...values, pairingId: row.id, clientKey } }),
      inputs: (
        <>
          <DayInput source="plannedOn" min={today()} validate={required()} />
          <WhoInput source="volunteerId" label="resources.visits.whoGoes" volunteers={volunteers} />
          <ChoiceInput source="manner" of="VisitManner" />
          {note}
        </>
      ),
    },
    PAUSE: { mutation: 'pausePairing', inputs: why },
    RESUME: { mutation: 'resumePairing', inputs: note },
    HAND_OVER: {
      mutation: 'handOverPairing',
      keyed: true,
      inputs: (
        <>
          <RecordInput source="volunteerId" label="resources.pairings.fields.toVolunteerId" of="volunteers" filter={{ state: ['ACTIVE'] }} validate={required()} />
          <TextInput source="reason" label="resources.pairings.fields.handoverNote" rows={3} maxLength={300} validate={required()} />
        </>
      ),
    },
    KEEP_AGREEMENT: {
      mutation: 'keepAgreement',
      keyed: true,
      defaults: { agreement: agreement ?? '', agreementIds: [] },
      inputs: (
        <>
          <TextInput source="agreement" rows={4} maxLength={500} validate={required()} />
          <PhotosInput source="agreementIds" />
        </>
      ),
    },
    CHANGE_HELPERS: { mutation: 'changeHelpers', defaults: { helperIds }, inputs: <HelpersInput source="helperIds" /> },
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
