import { required, useTranslate } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { addDays, today } from '../../../ui/days'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { ChoiceInput, FlagInput } from '../../../ui/inputs/FlagInput'
import { RegionInput } from '../../../ui/inputs/RegionInput'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { CaseRecord } from '../HardshipCase'
import { StaffInput } from '../StaffInput'
import { TownshipInput } from '../TownshipInput'

const why = <TextInput source="reason" rows={3} maxLength={500} validate={required()} autoFocus />

/** In whose hand a case is, the contacts, and its end. */
export function keepForms(row: CaseRecord): Readonly<Record<string, ActionForm>> {
  const region = row.region?.code ?? ''
  return {
    DISMISS: { mutation: 'dismissClue', grave: true, inputs: why },
    ASSIGN: { mutation: 'assignCase', inputs: <StaffInput source="ownerId" region={region} but={[row.owner?.id]} validate={required()} /> },
    STAND_IN: {
      mutation: 'appointStandIn',
      defaults: { standInId: null, until: addDays(today(), 7) },
      variables: ({ standInId, until }, { id, version }) => ({ id, version, standInId: standInId || null, until: standInId ? until : null }),
      inputs: <StandInInputs row={row} />,
    },
    RECUSE: { mutation: 'recuseFromCase', inputs: <StaffInput source="accountId" label="resources.hardshipCases.fields.recused" region={region} helperText="resources.hardshipCases.recuseHint" />, variables: ({ accountId }, { id, version }) => ({ id, version, accountId: accountId || null }) },
    TRANSFER: { mutation: 'transferCase', keyed: true, labels: 'caseTransfers', inputs: <TransferInputs row={row} />, variables: ({ within, toAccountId, toRegion, reason }, { id, version }, clientKey) => ({ id, version, input: { ...(within === 'TOWNSHIP' ? { toRegion } : { toAccountId }), reason, clientKey } }), defaults: { within: 'WORKER' } },
    ANSWER_TRANSFER: { mutation: 'answerCaseTransfer', keyed: true, labels: 'caseTransfers', defaults: { accept: true }, inputs: <AnswerInputs row={row} /> },
    CONTACT: {
      quiet: true,
      mutation: 'recordCaseContact',
      keyed: true,
      labels: 'caseContacts',
      defaults: { contactedOn: today(), way: 'PHONE', reached: true },
      inputs: (
        <>
          <DayInput source="contactedOn" max={today()} validate={required()} />
          <ChoiceInput source="way" of="ContactWay" validate={required()} />
          <FlagInput source="reached" />
          <TextInput source="note" rows={3} maxLength={500} />
        </>
      ),
    },
    CLOSE: {
      mutation: 'closeCase',
      keyed: true,
      inputs: (
        <>
          <EnumInput source="reason" label="resources.hardshipCases.fields.closeReason" of="CaseCloseReason" only={['SOLVED', 'MOVED', 'DIED', 'WITHDREW', 'REFERRED', 'NOT_ELIGIBLE']} validate={required()} />
          <TextInput source="note" rows={3} maxLength={1000} />
        </>
      ),
    },
    REOPEN: { mutation: 'reopenCase', inputs: why },
  }
}

/** Who stands in and until when; nobody chosen ends it. */
function StandInInputs({ row }: { row: CaseRecord }) {
  const standInId = useWatch({ name: 'standInId' }) as string | null
  return (
    <>
      <StaffInput source="standInId" region={row.region?.code ?? ''} but={[row.owner?.id]} helperText={row.standIn ? 'resources.hardshipCases.standInEnds' : undefined} validate={row.standIn ? undefined : required()} />
      {standInId && <DayInput source="until" label="resources.hardshipCases.fields.standInUntil" min={today()} validate={required()} />}
    </>
  )
}

/** To another worker of the place, or to another township. */
function TransferInputs({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const within = useWatch({ name: 'within' }) as string
  const to = ['WORKER', 'TOWNSHIP'].map(value => ({ value, label: translate(`resources.caseTransfers.to.${value}`) }))
  return (
    <>
      <ChoiceInput source="within" choices={to} />
      {within === 'TOWNSHIP' ? <TownshipInput source="toRegion" but={row.region?.code} validate={required()} /> : <StaffInput source="toAccountId" region={row.region?.code ?? ''} but={[row.owner?.id]} validate={required()} />}
      {why}
    </>
  )
}

/** Yes with the village it comes to, or no with the reason. */
function AnswerInputs({ row }: { row: CaseRecord }) {
  const accept = useWatch({ name: 'accept' }) === true
  return (
    <>
      <FlagInput source="accept" />
      {accept && row.transferToRegion && <RegionInput source="regionCode" levels={['VILLAGE']} helperText="resources.caseTransfers.villageHint" />}
      <TextInput source="answer" rows={3} maxLength={500} validate={accept ? undefined : required()} />
    </>
  )
}
