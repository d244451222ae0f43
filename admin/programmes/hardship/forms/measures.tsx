import { required } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { today } from '../../../ui/days'
import { EnumInput } from '../../../ui/inputs/EnumPicker'
import { ChoiceInput } from '../../../ui/inputs/FlagInput'
import { PhotosInput } from '../../../ui/inputs/PhotosInput'
import { DayInput, MoneyInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionValues } from '../../../ui/record/ActionDialog'
import type { ActionForm } from '../../../ui/record/WorkflowButtons'
import type { CaseRecord, MeasureRow } from '../HardshipCase'

/** What a measure of the plan begins with: whoever has the case sees to it. */
export const freshMeasure = (row: Pick<CaseRecord, 'owner'>): ActionValues => ({ kind: 'MONEY', what: '', amount: null, fund: 'BANNER', plannedOn: today(), responsible: row.owner?.name ?? '', payee: { bank: '', holder: '', number: '', reason: '' } })

/** A measure as the API takes it: no fund where it costs nothing, an account only for money. */
export function measureInput({ kind, what, amount, fund, fundText, plannedOn, responsible, payee }: ActionValues): ActionValues {
  const account = payee as Record<string, string> | undefined
  return {
    kind, what, plannedOn, responsible,
    amount: amount || null,
    fund: amount ? fund : null,
    fundText: amount && fund === 'OTHER' ? fundText : null,
    ...(kind === 'MONEY' && account?.number && { payee: { ...account, reason: account.reason || null } }),
  }
}

/** What is to be given or done, with what money, and into whose account. */
export function MeasureInputs({ of }: { of: (field: string) => string }) {
  const [kind, amount, fund, number] = useWatch({ name: [of('kind'), of('amount'), of('fund'), of('payee.number')] }) as (string | null)[]
  const costs = kind === 'MONEY' || kind === 'GOODS'
  const label = (name: string): string => `resources.measures.fields.${name}`
  return (
    <>
      <EnumInput source={of('kind')} label={label('kind')} of="MeasureKind" validate={required()} />
      <TextInput source={of('what')} label={label('what')} maxLength={300} validate={required()} />
      <MoneyInput source={of('amount')} label={label('amount')} validate={costs ? required() : undefined} />
      {amount && <EnumInput source={of('fund')} label={label('fund')} of="FundSource" validate={required()} />}
      {amount && fund === 'OTHER' && <TextInput source={of('fundText')} label={label('fundText')} maxLength={100} validate={required()} />}
      <DayInput source={of('plannedOn')} label={label('plannedOn')} validate={required()} />
      <TextInput source={of('responsible')} label={label('responsible')} maxLength={60} validate={required()} />
      {kind === 'MONEY' && (
        <>
          <TextInput source={of('payee.number')} label={label('payeeNumber')} maxLength={40} helperText="resources.measures.payeeHint" />
          {number && <TextInput source={of('payee.bank')} label={label('payeeBank')} maxLength={60} validate={required()} />}
          {number && <TextInput source={of('payee.holder')} label={label('payeeHolder')} maxLength={50} validate={required()} />}
          {number && <TextInput source={of('payee.reason')} label={label('payeeFor')} maxLength={200} helperText="resources.measures.payeeForHint" />}
        </>
      )}
    </>
  )
}

/** What each act on a measure asks for. */
export function measureForms(row: MeasureRow): Readonly<Record<string, ActionForm>> {
  return {
    APPROVE: { mutation: 'approveMeasure', inputs: <TextInput source="note" label="resources.measures.fields.approvalNote" rows={2} maxLength={300} /> },
    DELIVER: {
      mutation: 'deliverMeasure',
      keyed: true,
      labels: 'measures',
      defaults: { givenOn: today(), given: row.amount, way: row.kind === 'MONEY' ? 'TRANSFER' : 'IN_PERSON', receiptIds: [] },
      inputs: <DeliveryInputs row={row} />,
    },
    CHANGE: {
      mutation: 'changeMeasure',
      roomy: true,
      labels: 'measures',
      defaults: { kind: row.kind, what: row.what, amount: row.amount, fund: row.fund, fundText: row.fundText, plannedOn: row.plannedOn, responsible: row.responsible, payee: { bank: '', holder: '', number: '', reason: '' } },
      variables: (values, { id, version }, clientKey) => ({ id, version, input: { ...measureInput(values), clientKey } }),
      inputs: <MeasureInputs of={field => field} />,
    },
    FAIL: { mutation: 'failMeasure', grave: true, inputs: <TextInput source="reason" label="resources.measures.fields.failedFor" rows={3} maxLength={300} validate={required()} autoFocus /> },
  }
}

function DeliveryInputs({ row }: { row: MeasureRow }) {
  const receipts = useWatch({ name: 'receiptIds' }) as string[] | undefined
  const ways = row.kind === 'MONEY' ? ['TRANSFER', 'SUBSIDY_CARD', 'CASH'] : ['IN_PERSON', 'TRANSFER', 'SUBSIDY_CARD', 'CASH']
  return (
    <>
      <DayInput source="givenOn" max={today()} validate={required()} />
      {row.amount && <MoneyInput source="given" validate={required()} helperText="resources.measures.givenHint" />}
      <ChoiceInput source="way" of="GivingWay" only={ways} validate={required()} />
      <TextInput source="receivedBy" maxLength={50} validate={required()} />
      <PhotosInput source="receiptIds" />
      {!receipts?.length && <TextInput source="noReceiptReason" maxLength={200} helperText="resources.measures.noReceiptHint" />}
    </>
  )
}
