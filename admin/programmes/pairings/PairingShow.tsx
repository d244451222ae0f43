import { Alert, Box, Link, List, ListItem, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { Photos } from '../../ui/inputs/PhotosInput'
import { Facts } from '../../ui/record/Facts'
import { MaskedField } from '../../ui/record/MaskedField'
import { ShowPage } from '../../ui/record/ShowPage'
import { StateChip } from '../../ui/record/StateChip'
import { WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { type Holder, nameOf, namesOf } from '../people'
import { ErrandsOf } from '../../people/ErrandsOf'
import { VisitLines } from '../visits/VisitLines'
import { DueChip } from './DueChip'
import type { PairingRecord } from './Pairing'
import { pairingForms } from './pairingForms'

/** A pairing: who looks in on whom, when next, what happened, and what may be done now. */
export default function PairingShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <ShowPage<PairingRecord>
      states="PairingState"
      title={row => [nameOf(row.beneficiary), namesOf(row.volunteers)].filter(Boolean).join(' — ')}
      beside={row => <DueChip pairing={row} />}
      actions={row => <WorkflowButtons forms={pairingForms(row)} />}
      summary={row => [
        { label: 'beneficiary', value: row.beneficiary && <Somebody of="beneficiaries" holder={row.beneficiary} /> },
        { label: 'volunteers', value: <Everybody holders={row.volunteers} /> },
        {
          label: 'nextVisitOn',
          value: (
            <Typography component="span" sx={{ fontWeight: 600, color: row.overdue ? 'error.main' : undefined }}>
              {row.nextVisitOn ?? '–'}
            </Typography>
          ),
        },
        { label: 'beneficiary_grade', value: row.beneficiary && <StateChip of="RiskGrade" value={row.beneficiary.grade} /> },
        { label: 'frequency', value: translate('resources.pairings.every', { smart_count: row.visitEvery }) },
        { label: 'programme', value: word('ProgrammeCode', row.programme) },
        { label: 'lastVisit', value: row.lastContactOn },
        row.plannedOn !== null && { label: 'resources.visits.fields.plannedOn', value: row.plannedOn },
        { label: 'region', value: row.region?.fullName },
      ]}
      notice={row => (
        <>
          {row.needsHandover && row.state !== 'ENDED' && (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate('resources.pairings.handoverNeeded')}
            </Alert>
          )}
          {row.elder?.consentState === 'MISSING' && row.state !== 'ENDED' && (
            <Alert severity="error" sx={{ mb: 2 }}>
              {translate('inbox.CONSENT_MISSING')}
            </Alert>
          )}
        </>
      )}
      tabs={[
        { key: 'visits', content: row => <VisitLines visits={row.visits.items} more={row.visits.total - row.visits.items.length} pairingId={row.id} /> },
        { key: 'overview', content: row => <Particulars row={row} /> },
        { key: 'errands', content: row => <ErrandsOf filter={{ pairingId: row.id }} /> },
      ]}
    />
  )
}

function Particulars({ row }: { row: PairingRecord }) {
  const word = useEnumWord()
  const translate = useTranslate()
  const { elder } = row
  return (
    <Facts
      items={[
        { label: 'beneficiary_kinds', value: (row.beneficiary?.kinds ?? []).map(kind => word('BeneficiaryKind', kind)).join(' / ') },
        elder?.person && { label: 'resources.persons.fields.birthYear', value: elder.person.birthYear },
        elder?.person && { label: 'resources.persons.fields.address', value: <MaskedField type="Person" id={elder.person.id} field="address" mask={elder.person.address} may="person.revealAddress" /> },
        elder && { label: 'resources.beneficiaries.fields.language', value: word('ElderLanguage', elder.language) },
        elder && { label: 'resources.beneficiaries.fields.livesAlone', value: translate(`ra.boolean.${elder.livesAlone}`) },
        elder && { label: 'resources.beneficiaries.fields.needsNote', value: elder.needsNote },
        { label: 'startedOn', value: row.startedOn },
        { label: 'accompaniedById', value: row.firstVisitAccompaniedBy },
        row.wish !== null && { label: 'wish', value: row.wish },
        row.agreement !== null && { label: 'agreement', value: row.agreement, wide: true },
        row.agreementIds.length > 0 && { label: 'agreementIds', value: <Photos ids={row.agreementIds} />, wide: true },
        row.pausedOn !== null && { label: 'pausedOn', value: row.pausedOn },
        row.endedOn !== null && { label: 'endedOn', value: row.endedOn },
        row.endReason !== null && { label: 'endReason', value: word('PairingEndReason', row.endReason) },
        row.predecessor && {
          label: 'predecessor',
          value: (
            <Link component={RouterLink} to={`/pairings/${row.predecessor.id}/show`}>
              {translate('resources.pairings.seePredecessor')}
            </Link>
          ),
        },
      ]}
    />
  )
}

/** Somebody's name, which leads to their record, and a number that one may call. */
function Somebody({ of, holder }: { of: 'beneficiaries' | 'volunteers'; holder: Holder }) {
  if (!holder.person) return <>–</>
  const { id, name, phone } = holder.person
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexDirection: 'column' }}>
      <Link component={RouterLink} to={`/${of}/${holder.id}/show`}>
        {name}
      </Link>
      {phone && <MaskedField type="Person" id={id} field="phone" mask={phone} may="person.revealPhone" dial />}
    </Box>
  )
}

function Everybody({ holders }: { holders: readonly Holder[] }) {
  return (
    <List disablePadding>
      {holders.map(holder => (
        <ListItem key={holder.id} disablePadding>
          <Somebody of="volunteers" holder={holder} />
        </ListItem>
      ))}
    </List>
  )
}
