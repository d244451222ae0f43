import { Alert, Button } from '@mui/material'
import { useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import { useMay } from '../ui/Console'
import { ShowPage } from '../ui/record/ShowPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import { WorkflowButtons } from '../ui/record/WorkflowButtons'
import { BeneficiaryOverview } from './BeneficiaryOverview'
import { beneficiaryForms } from './beneficiaryForms'
import { ConsentChip } from './ConsentChip'
import { ConsentList } from './ConsentList'
import { ContactList } from './ContactList'
import { ErrandsOf } from './ErrandsOf'
import { GradeList } from './GradeList'
import { PairingsOf } from './PairingsOf'
import { sealedFacts } from './personFacts'
import type { BeneficiaryRow } from './rows'
import { usePersonLine, useWords } from './words'

/** Somebody who is looked after: who, how urgent, with whose consent, by whom, and what may be done now. */
export default function BeneficiaryShow() {
  const translate = useTranslate()
  const may = useMay()
  const words = useWords()
  const line = usePersonLine()
  return (
    <ShowPage<BeneficiaryRow>
      states="BeneficiaryState"
      beside={row => (
        <>
          <StateChip of="RiskGrade" value={row.grade} />
          {row.livesAlone && <ToneChip label={translate('resources.beneficiaries.fields.livesAlone')} tone="warning" />}
        </>
      )}
      summary={row => [
        { label: 'resources.persons.sexAge', value: line(row.person) },
        { label: 'kinds', value: words('BeneficiaryKind', row.kinds) },
        { label: 'region', value: row.region.fullName },
        ...sealedFacts(row.person).filter(fact => !fact.label.endsWith('idCard')),
        { label: 'consentState', value: <ConsentChip value={row.consentState} /> },
        { label: 'visitEvery', value: String(row.visitEvery) },
        { label: 'caseWorker', value: row.caseWorkerName },
        row.unpairedSince ? { label: 'unpairedSince', value: row.unpairedSince } : null,
      ]}
      notice={row =>
        row.state !== 'ENDED' &&
        ['MISSING', 'WITHDRAWN'].includes(row.consentState) && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {translate('resources.beneficiaries.consentNeeded')}
          </Alert>
        )
      }
      actions={row => (
        <>
          {row.state === 'WAITING' && may('pairing.propose') && (
            <Button component={RouterLink} to={`/pairings/create?beneficiaryId=${row.id}`} variant="contained">
              {translate('resources.beneficiaries.pair')}
            </Button>
          )}
          <WorkflowButtons row={{ ...row, openActions: openTo(row, may) }} forms={beneficiaryForms(row)} />
        </>
      )}
      tabs={[
        { key: 'overview', content: row => <BeneficiaryOverview row={row} /> },
        { key: 'pairings', content: row => <PairingsOf filter={{ beneficiaryId: row.id }} />, hidden: () => !may('pairing.read') },
        { key: 'errands', content: row => <ErrandsOf filter={{ beneficiaryId: row.id }} />, hidden: () => !may('visit.read') },
        { key: 'consents', content: row => <ConsentList consents={row.consents} /> },
        { key: 'grades', content: row => <GradeList changes={row.gradeChanges} /> },
        { key: 'contacts', content: row => <ContactList beneficiaryId={row.id} contacts={row.contacts ?? []} />, hidden: () => !may('beneficiary.contacts') },
      ]}
    />
  )
}

/** The workflow's open actions, with grading, consent and the case worker, which change no state of their own; the consent comes first where it is missing. */
function openTo(row: BeneficiaryRow, may: (permission: string) => boolean): string[] {
  const open = [...(row.openActions ?? [])]
  if (row.state === 'ENDED') return open
  const consented = ['GIVEN', 'LEGAL_GROUND'].includes(row.consentState)
  if (may('beneficiary.consent')) {
    open.push('CONSENT')
    if (consented) open.push('WITHDRAW_CONSENT')
  }
  if (row.state !== 'PROPOSED' && may('beneficiary.grade')) open.push('GRADE')
  if (may('beneficiary.assign')) open.push('ASSIGN')
  const order = consented ? ['ASSESS', 'RESUME', 'GRADE', 'ASSIGN', 'CONSENT', 'PAUSE', 'WITHDRAW_CONSENT', 'END'] : ['ASSESS', 'CONSENT', 'GRADE', 'ASSIGN', 'RESUME', 'PAUSE', 'END']
  return open.sort((one, other) => order.indexOf(one) - order.indexOf(other))
}
