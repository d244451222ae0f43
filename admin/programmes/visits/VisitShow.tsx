import { Alert, Button, Link } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { clockOf } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { Photos } from '../../ui/inputs/PhotosInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { ShowPage } from '../../ui/record/ShowPage'
import { StateChip } from '../../ui/record/StateChip'
import { type ActionForm, WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { ClueFrom } from '../hardship/ClueFrom'
import { useServices } from '../pairings/useServices'
import { nameOf } from '../people'
import { dayOfVisit, type VisitRow } from './Visit'

const reason = <TextInput source="reason" label="resources.pairings.fields.reason" rows={3} maxLength={500} validate={required()} autoFocus />
const forms: Readonly<Record<string, ActionForm>> = {
  CONFIRM: { mutation: 'confirmVisit', inputs: <TextInput source="note" label="console.note" rows={2} maxLength={300} /> },
  MISS: { mutation: 'markVisitMissed', inputs: reason },
  CANCEL: { mutation: 'cancelVisit', inputs: reason },
  RECORD: { hidden: true },
  VOID: { mutation: 'voidVisit', inputs: reason, grave: true },
}

/** A visit: what was done and found, and whether it was confirmed. */
export default function VisitShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <ShowPage<VisitRow>
      states="VisitState"
      title={row => [nameOf(row.beneficiary), dayOfVisit(row)].filter(Boolean).join(' · ')}
      actions={row => (
        <>
          <WorkflowButtons forms={forms} />
          <Button component={RouterLink} to={`/pairings/${row.pairingId}/show`} variant="outlined">
            {translate('resources.visits.fields.pairing')}
          </Button>
          {row.state === 'DONE' && <ClueFrom source="VISIT" id={row.id} />}
        </>
      )}
      notice={row => (
        <>
          {row.flags.length > 0 && (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {row.flags.map(flag => word('VisitFlag', flag)).join(' / ')}
            </Alert>
          )}
        </>
      )}
      summary={row => [
        {
          label: 'beneficiary',
          value: row.beneficiary && (
            <Link component={RouterLink} to={`/beneficiaries/${row.beneficiary.id}/show`}>
              {nameOf(row.beneficiary)}
            </Link>
          ),
        },
        { label: 'volunteer', value: nameOf(row.volunteer) },
        { label: 'visitedOn', value: row.visitedOn },
        row.plannedOn !== null && { label: 'plannedOn', value: row.plannedOn },
        { label: 'manner', value: word('VisitManner', row.manner) },
        row.state === 'DONE' && { label: 'contactMade', value: translate(`ra.boolean.${row.contactMade}`) },
        row.state === 'DONE' && { label: 'counts', value: translate(`ra.boolean.${row.counts}`) },
        typeof row.startedAt === 'string' && { label: 'startedAt', value: clockOf(row.startedAt) },
        row.state === 'DONE' && { label: 'minutes', value: row.minutes },
        row.condition !== null && { label: 'condition', value: <StateChip of="Condition" value={String(row.condition)} tone={row.condition <= 2 ? 'bad' : row.condition === 3 ? 'warning' : 'good'} /> },
        row.services.length > 0 && { label: 'services', value: <Services row={row} /> },
        { label: 'region', value: row.region?.fullName },
        row.state === 'DONE' && { label: 'confirmed', value: translate(`ra.boolean.${row.confirmedById !== null}`) },
        typeof row.amount === 'string' && { label: 'amount', value: translate('resources.visits.yuan', { amount: row.amount }) },
        typeof row.amount === 'string' && { label: 'signedBackBy', value: row.signedBackBy },
        typeof row.amount === 'string' && { label: 'receiptIds', value: row.receiptIds?.length ? <Photos ids={row.receiptIds} /> : row.noReceiptReason, wide: true },
        { label: 'note', value: row.note, wide: true },
        (row.photoIds?.length ?? 0) > 0 && { label: 'photos', value: <Photos ids={row.photoIds!} />, wide: true },
      ]}
    />
  )
}

function Services({ row }: { row: VisitRow }) {
  const { nameOfService } = useServices(row.programme)
  return <>{row.services.map(nameOfService).join(' / ')}</>
}
