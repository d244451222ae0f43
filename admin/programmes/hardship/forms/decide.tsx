import { Alert } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { addDays, today } from '../../../ui/days'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { DayInput, MoneyInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import { DuplicateAid, useDuplicateAid } from '../DuplicateAid'
import { type CaseRecord, whoOf } from '../HardshipCase'
import { objectionInputs } from './objection'

/** From the urgent help to the decision, its delivery and what is said against it. */
export function decideForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  return {
    GRANT_URGENT: {
      mutation: 'grantUrgentHelp',
      keyed: true,
      inputs: (
        <>
          <Limit of="urgentLimit" row={row} />
          <MoneyInput source="amount" label="resources.hardshipCases.fields.urgentAmount" validate={required()} />
          <TextInput source="reason" rows={3} maxLength={1000} validate={required()} />
        </>
      ),
    },
    APPROVE: { mutation: 'approveCase', keyed: true, roomy: true, inputs: <ApprovalInputs row={row} /> },
    REFUSE: { mutation: 'refuseCase', grave: true, inputs: <TextInput source="text" label="resources.hardshipCases.fields.decisionReason" rows={4} maxLength={1000} validate={required()} helperText="resources.hardshipCases.refuseHint" autoFocus /> },
    DELIVER: {
      mutation: 'deliverDecision',
      defaults: { deliveredOn: today(), to: whoOf(row) },
      inputs: (
        <>
          <DayInput source="deliveredOn" min={row.decidedOn ?? addDays(today(), -60)} max={today()} validate={required()} />
          <TextInput source="to" label="resources.hardshipCases.fields.deliveredTo" maxLength={50} validate={required()} />
        </>
      ),
    },
    OBJECT: { mutation: 'objectToDecision', keyed: true, labels: 'objections', defaults: { receivedOn: today() }, inputs: objectionInputs },
    ANSWER_OBJECTION: {
      mutation: 'answerObjection',
      keyed: true,
      labels: 'objections',
      defaults: { uphold: null },
      variables: ({ uphold, answer }, { id, version }, clientKey) => ({ id, version, input: { uphold: uphold === 'UPHELD', answer, clientKey } }),
      inputs: (
        <>
          <Objected row={row} />
          <ChoiceInput source="uphold" of="CaseObjectionState" only={['DISMISSED', 'UPHELD']} validate={required()} />
          <TextInput source="answer" rows={4} maxLength={1000} validate={required()} />
        </>
      ),
    },
  }
}

/** The amount that may be given, with what the policy and earlier help say to it; a second help for one cause asks why. */
function ApprovalInputs({ row }: { row: CaseRecord }) {
  const { data } = useDuplicateAid(row.id)
  const repeated = data?.duplicateAid.some(({ repeats }) => repeats)
  return (
    <>
      <DuplicateAid caseId={row.id} />
      <Limit of="mostAmount" row={row} />
      <MoneyInput source="amount" label="resources.hardshipCases.fields.approvedAmount" validate={required()} helperText="resources.hardshipCases.amountHint" />
      <TextInput source="reason" label="resources.hardshipCases.fields.decisionReason" rows={3} maxLength={1000} />
      {repeated && <TextInput source="overrideReason" rows={3} maxLength={1000} validate={required()} />}
    </>
  )
}

/** What the policy that the case began under allows. */
function Limit({ of, row }: { of: 'urgentLimit' | 'mostAmount'; row: CaseRecord }) {
  const translate = useTranslate()
  const amount = row.policy?.[of]
  return amount ? <Alert severity="info">{translate(`resources.hardshipCases.limits.${of}`, { amount })}</Alert> : null
}

/** What is objected to, above the answer. */
function Objected({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const open = row.objections?.find(({ state }) => state === 'OPEN')
  return open ? <Alert severity="info">{[open.receivedOn, open.byName ?? translate('resources.objections.nobody'), open.text].filter(Boolean).join(' · ')}</Alert> : null
}
