import { required } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { today } from '../ui/days'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { ChoiceInput, FlagInput, TicksInput } from '../ui/inputs/FlagInput'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import type { ActionForm } from '../ui/record/WorkflowButtons'
import { CaseWorkerInput } from './CaseWorkerInput'
import type { BeneficiaryRow } from './rows'

/** A consent, or the legal ground in its place, which needs its reason; of a guardian with the name. */
function ConsentInputs() {
  const [ground, givenBy] = useWatch({ name: ['ground', 'givenBy'] }) as string[]
  return (
    <>
      <ChoiceInput source="purpose" of="ConsentPurpose" validate={required()} />
      <EnumInput source="ground" of="ConsentGround" validate={required()} />
      {ground === 'CONSENT' && <ChoiceInput source="givenBy" of="ConsentGiver" />}
      {ground === 'CONSENT' && givenBy === 'GUARDIAN' && <TextInput source="guardianName" maxLength={50} validate={required()} />}
      <DayInput source="givenOn" max={today()} validate={required()} />
      <EnumInput source="channel" of="ConsentChannel" validate={required()} />
      <TextInput source="textVersion" maxLength={24} validate={required()} />
      <TextInput source="note" label="console.note" rows={2} maxLength={500} validate={ground === 'CONSENT' ? undefined : required()} />
    </>
  )
}

const note = <TextInput source="note" label="console.note" rows={3} maxLength={500} validate={required()} />

/** What each action on a service recipient asks for. */
export const beneficiaryForms = (row: BeneficiaryRow): Record<string, ActionForm> => ({
  ASSESS: {
    mutation: 'assessBeneficiary',
    keyed: true,
    defaults: { grade: row.grade, abilities: row.abilities },
    inputs: (
      <>
        <ChoiceInput source="grade" of="RiskGrade" validate={required()} />
        <TicksInput source="abilities" of="Ability" />
        <TextInput source="findings" label="resources.beneficiaries.fields.assessment" rows={4} maxLength={500} />
      </>
    ),
  },
  GRADE: {
    mutation: 'gradeBeneficiary',
    keyed: true,
    defaults: { grade: row.grade, majorChange: false },
    inputs: (
      <>
        <ChoiceInput source="grade" of="RiskGrade" validate={required()} />
        <TextInput source="reason" rows={3} maxLength={500} validate={required()} />
        <FlagInput source="majorChange" />
      </>
    ),
  },
  CONSENT: { mutation: 'recordConsent', keyed: true, defaults: { purpose: 'SERVICE', ground: 'CONSENT', givenBy: 'SELF', channel: 'PAPER', givenOn: today(), textVersion: row.consentVersion ?? '' }, inputs: <ConsentInputs /> },
  ASSIGN: { mutation: 'assignCaseWorker', defaults: { caseWorkerId: row.caseWorkerId }, inputs: <CaseWorkerInput source="caseWorkerId" region={row.region.code} /> },
  WITHDRAW_CONSENT: {
    mutation: 'withdrawConsent',
    grave: true,
    defaults: { purpose: 'SERVICE' },
    inputs: (
      <>
        <ChoiceInput source="purpose" of="ConsentPurpose" validate={required()} />
        {note}
      </>
    ),
  },
  PAUSE: { mutation: 'pauseBeneficiary', inputs: note },
  RESUME: { mutation: 'resumeBeneficiary' },
  REOPEN: { mutation: 'reopenBeneficiary', inputs: note },
  END: {
    mutation: 'endBeneficiary',
    keyed: true,
    grave: true,
    defaults: { endedOn: today() },
    inputs: (
      <>
        <EnumInput source="reason" of="BeneficiaryEndReason" validate={required()} />
        <DayInput source="endedOn" max={today()} />
        <TextInput source="note" label="console.note" rows={2} maxLength={500} />
      </>
    ),
  },
})
