import PrintIcon from '@mui/icons-material/Print'
import { Alert, Button, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useState } from 'react'
import { useMay } from '../../ui/Console'
import { clockOf, dayOf, today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { Facts } from '../../ui/record/Facts'
import { ShowPage } from '../../ui/record/ShowPage'
import { type ActionForm, WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { EmptyState } from '../../ui/views/EmptyState'
import { useHours } from '../words'
import type { CertificateRow } from './Certificate'
import { usePaper } from '../../ui/record/usePaper'

const reason = <TextInput source="reason" rows={2} maxLength={200} validate={required()} />

/** What each action on a certificate asks for. */
const forms: Record<string, ActionForm> = {
  APPROVE: {
    mutation: 'approveCertificate',
    inputs: (
      <>
        <TextInput source="responsible" maxLength={50} validate={required()} />
        <TextInput source="issuer" maxLength={80} />
        <TextInput source="handler" maxLength={50} />
        <TextInput source="contact" maxLength={120} />
      </>
    ),
  },
  REJECT: { mutation: 'rejectCertificate', inputs: reason, grave: true },
  ISSUE: {
    mutation: 'issueCertificate',
    defaults: { sealedOn: today() },
    inputs: (
      <>
        <DayInput source="sealedOn" max={today()} validate={required()} />
        <TextInput source="remarks" rows={2} maxLength={200} />
      </>
    ),
  },
  REVOKE: { mutation: 'revokeCertificate', inputs: reason, grave: true },
}

/** A record of service: whose, over which days, what was frozen, and the way to the seal. */
export default function CertificateShow() {
  const translate = useTranslate()
  const hours = useHours()
  return (
    <ShowPage<CertificateRow>
      states="CertificateState"
      summary={row => [
        {
          label: 'volunteerId',
          value: (
            <Link component={RouterLink} to={`/volunteers/${row.volunteer.id}/show?tab=ledger`}>
              {row.volunteer.person.name} {row.volunteer.volunteerNo}
            </Link>
          ),
        },
        { label: 'from', value: `${row.from} – ${row.to}` },
        { label: 'region', value: row.region.fullName },
        { label: 'purpose', value: row.purpose },
        { label: 'createdAt', value: clockOf(row.createdAt) },
        row.number ? { label: 'number', value: row.number } : null,
        row.checkCode ? { label: 'checkCode', value: row.checkCode } : null,
        row.content ? { label: 'content_minutes', value: hours(row.content.minutes) } : null,
        row.displayUntil ? { label: 'displayUntil', value: row.displayUntil } : null,
        row.sealedOn ? { label: 'sealedOn', value: row.sealedOn } : null,
        row.remarks ? { label: 'remarks', value: row.remarks, wide: true } : null,
        row.reason ? { label: 'reason', value: row.reason, wide: true } : null,
      ]}
      actions={row => (
        <>
          <WorkflowButtons forms={forms} />
          {row.content && <PrintButtons row={row} />}
        </>
      )}
      notice={row => row.approvedAt && (
        <>
          {row.state === 'APPROVED' && row.displayUntil && row.displayUntil >= today() && <Alert severity="warning" sx={{ mb: 2 }}>{translate('resources.certificates.onDisplay', { day: row.displayUntil })}</Alert>}
          <Alert severity="info" sx={{ mb: 2 }}>{translate('resources.certificates.frozen', { day: dayOf(row.approvedAt) })}</Alert>
        </>
      )}
      tabs={[
        { key: 'content', content: row => (row.content ? <Content content={row.content} /> : <EmptyState title={translate('resources.certificates.notYet')} hint={translate('resources.certificates.notYetHint')} />) },
      ]}
    />
  )
}

/** The paper as PDF; with the whole resident ID number only for a reason. */
function PrintButtons({ row }: { row: CertificateRow }) {
  const translate = useTranslate()
  const may = useMay()
  const { fetchPaper, running } = usePaper()
  const [asks, setAsks] = useState(false)
  const address = `/papers/certificates/${row.id}`
  return (
    <>
      <Button variant="outlined" startIcon={<PrintIcon />} loading={running} onClick={() => void fetchPaper(address, `${row.number}.pdf`)}>
        {translate('resources.certificates.print')}
      </Button>
      {may('person.revealIdCard') && <Button onClick={() => setAsks(true)}>{translate('resources.certificates.printWhole')}</Button>}
      {asks && (
        <ActionDialog
          title="resources.certificates.printWhole"
          consequence="resources.certificates.printWholeConsequence"
          confirm="resources.certificates.print"
          onClose={() => setAsks(false)}
          run={({ printReason }) => fetchPaper(`${address}?reason=${encodeURIComponent(String(printReason))}`, `${row.number}.pdf`, true)}
        >
          <TextInput source="printReason" maxLength={200} validate={required()} autoFocus />
        </ActionDialog>
      )}
    </>
  )
}

function Content({ content }: { content: NonNullable<CertificateRow['content']> }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const hours = useHours()
  const label = (field: string): string => translate(`resources.certificates.fields.${field}`)
  return (
    <>
      <Facts
        items={[
          { label: 'name', value: content.name },
          { label: 'volunteerNo', value: content.volunteerNo },
          { label: 'idCardMask', value: content.idCardMask },
          { label: 'content_minutes', value: hours(content.minutes) },
          content.drillMinutes > 0 ? { label: 'drillMinutes', value: hours(content.drillMinutes) } : null,
          { label: 'issuer', value: content.issuer },
          { label: 'responsible', value: content.responsible },
          { label: 'handler', value: content.handler },
          { label: 'contact', value: content.contact },
        ]}
      />
      <TableContainer tabIndex={0} role="region" aria-label={label('lines')} sx={{ mt: 2 }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['servedOn', 'programmeCode', 'content', 'rating', 'minutes'].map(field => (
                <TableCell key={field} align={field === 'minutes' ? 'right' : 'left'}>
                  {translate(`resources.serviceRecords.fields.${field}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {content.lines.map((line, n) => (
              <TableRow key={n}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{line.servedOn}</TableCell>
                <TableCell>{word('ProgrammeCode', line.programmeCode)}</TableCell>
                <TableCell>{line.content ?? translate('resources.serviceRecords.sources.Visit')}</TableCell>
                <TableCell>{line.rating ? `${line.rating} / 5` : '–'}</TableCell>
                <TableCell align="right">{hours(line.minutes)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}
