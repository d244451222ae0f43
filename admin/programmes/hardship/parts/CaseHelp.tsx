import { Box, Button } from '@mui/material'
import { ResourceContextProvider, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useAct, useMay } from '../../../ui/Console'
import { today } from '../../../ui/days'
import { useEnumWord } from '../../../ui/enums'
import { Photos } from '../../../ui/inputs/PhotosInput'
import { ActionDialog } from '../../../ui/record/ActionDialog'
import { Facts } from '../../../ui/record/Facts'
import { MaskedField } from '../../../ui/record/MaskedField'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import { WorkflowButtons } from '../../../ui/record/WorkflowButtons'
import { measureForms } from '../forms/measures'
import { ReferralInputs, referralForms } from '../forms/referrals'
import type { CaseRecord, MeasureRow, ReferralRow } from '../HardshipCase'
import { useYuan } from '../useYuan'
import { CaseHelpers } from './CaseHelpers'
import { Entries, Entry } from './Entries'

/** What is given and done for whoever a case is about: the plan, other departments, comrades. */
export function CaseHelp({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  return (
    <>
      <Entries title={translate('resources.measures.name', { smart_count: 2 })} empty={{ title: translate('resources.measures.none'), hint: translate('resources.measures.noneHint') }}>
        {(row.measures ?? []).map(measure => (
          <Measure key={measure.id} row={measure} />
        ))}
      </Entries>
      <Entries title={translate('resources.referrals.name', { smart_count: 2 })} empty={{ title: translate('resources.referrals.none') }} action={<SendReferral row={row} />}>
        {(row.referrals ?? []).map(referral => (
          <Referral key={referral.id} row={referral} />
        ))}
      </Entries>
      <CaseHelpers row={row} />
    </>
  )
}

function Measure({ row }: { row: MeasureRow }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const yuan = useYuan()
  return (
    <Entry
      head={
        <>
          <StateChip of="MeasureState" value={row.state} />
          {row.urgent && <ToneChip label={translate('resources.measures.fields.urgent')} tone="bad" />}
          {row.overdue && <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" />}
          {[word('MeasureKind', row.kind), yuan(row.amount)].filter(Boolean).join(' · ')}
        </>
      }
      actions={<WorkflowButtons of="measures" row={row} forms={measureForms(row)} only={['APPROVE', 'DELIVER', 'CHANGE', 'FAIL']} size="small" />}
    >
      <ResourceContextProvider value="measures">
        <Facts
          items={[
            { label: 'what', value: row.what, wide: true },
            { label: 'fund', value: [row.fund && word('FundSource', row.fund), row.fundText].filter(Boolean).join(' · ') },
            { label: 'responsible', value: row.responsible },
            { label: 'plannedOn', value: row.plannedOn },
            { label: 'approvers', value: row.approvers.map(({ name }) => name).join(' / ') },
            (row.approvalNote ?? row.secondApprovalNote) !== null && { label: 'approvalNote', value: [row.approvalNote, row.secondApprovalNote].filter(Boolean).join('\n'), wide: true },
            row.payeeNumber !== null && { label: 'payeeNumber', value: <Payee row={row} /> },
            row.payeeFor !== null && { label: 'payeeFor', value: row.payeeFor },
            row.givenOn !== null && { label: 'givenOn', value: [row.givenOn, yuan(row.given), row.way && word('GivingWay', row.way), row.receivedBy].filter(Boolean).join(' · ') },
            row.givenOn !== null && { label: 'receiptIds', value: row.receiptIds.length > 0 ? <Photos ids={row.receiptIds} /> : row.noReceiptReason, wide: true },
            row.failedFor !== null && { label: 'failedFor', value: row.failedFor, wide: true },
          ]}
        />
      </ResourceContextProvider>
    </Entry>
  )
}

/** Into whose account it is paid: masked, and shown in full to whoever pays. */
function Payee({ row }: { row: MeasureRow }) {
  const one = (field: 'payeeHolder' | 'payeeBank' | 'payeeNumber') => <MaskedField type="Measure" id={row.id} field={field} mask={row[field]} may="case.pay" />
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexDirection: 'column' }}>
      {one('payeeHolder')}
      {row.payeeBank !== null && one('payeeBank')}
      {one('payeeNumber')}
    </Box>
  )
}

function Referral({ row }: { row: ReferralRow }) {
  const word = useEnumWord()
  return (
    <Entry
      head={
        <>
          <StateChip of="ReferralState" value={row.state} />
          {[word('Department', row.department), row.sentOn].join(' · ')}
        </>
      }
      actions={<WorkflowButtons of="referrals" row={row} forms={referralForms} size="small" />}
    >
      <ResourceContextProvider value="referrals">
        <Facts
          items={[
            { label: 'what', value: row.what, wide: true },
            { label: 'contact', value: row.contact },
            row.answeredOn !== null && { label: 'answer', value: [row.answeredOn, row.answer].filter(Boolean).join(' · ') },
            row.doneOn !== null && { label: 'result', value: [row.doneOn, row.result].filter(Boolean).join(' · ') },
          ]}
        />
      </ResourceContextProvider>
    </Entry>
  )
}

/** Hands a part of the need to another department. */
function SendReferral({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const may = useMay()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  if (!may('case.keep') || ['CLUE', 'CLOSED'].includes(row.state)) return null
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
        {translate('resources.referrals.create')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.referrals.create"
          consequence="resources.referrals.consequence"
          confirm="resources.referrals.create"
          resource="referrals"
          draft={`referrals/${row.id}`}
          defaults={{ sentOn: today() }}
          onClose={() => setOpen(false)}
          run={(values, clientKey) => act('referrals', 'sendReferral', { caseId: row.id, input: { ...values, clientKey } }, 'resources.referrals.done')}
        >
          <ReferralInputs measures={row.measures ?? []} />
        </ActionDialog>
      )}
    </>
  )
}
