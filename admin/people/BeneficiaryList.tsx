import { required, useTranslate } from 'ra-core'
import { useMay } from '../ui/Console'
import { BulkAct } from '../ui/list/BulkAct'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import { CaseWorkerInput } from './CaseWorkerInput'
import { ConsentChip } from './ConsentChip'
import { PhoneCell } from './PhoneCell'
import type { BeneficiaryRow } from './rows'
import { usePersonLine, useWords } from './words'

/** Who is looked after: the highest risk first. */
export default function BeneficiaryList() {
  const words = useWords()
  const line = usePersonLine()
  const translate = useTranslate()
  const may = useMay()
  const columns: Column<BeneficiaryRow>[] = [
    { source: 'person.name', card: 'title' },
    { source: 'person.sex', label: 'resources.persons.sexAge', render: row => line(row.person) },
    { source: 'state', card: 'chip', render: row => <StateChip of="BeneficiaryState" value={row.state} /> },
    { source: 'kinds', wrap: true, render: row => words('BeneficiaryKind', row.kinds) },
    { source: 'grade', render: row => <StateChip of="RiskGrade" value={row.grade} /> },
    { source: 'region.name' },
    { source: 'person.phone', render: row => <PhoneCell person={row.person} /> },
    { source: 'consentState', render: row => <ConsentChip value={row.consentState} /> },
    { source: 'unpairedSince' },
    { source: 'caseWorkerName', label: 'resources.beneficiaries.fields.caseWorker' },
    { source: 'livesAlone', hidden: true, render: row => (row.livesAlone ? <ToneChip label={translate('resources.beneficiaries.fields.livesAlone')} tone="warning" /> : '–') },
  ]
  return (
    <ListPage
      columns={columns}
      sort={{ field: 'grade', order: 'ASC' }}
      query={[
        { source: 'q', kind: 'text', placeholder: 'resources.persons.ask' },
        { source: 'region', kind: 'region' },
        { source: 'state', kind: 'enum', of: 'BeneficiaryState', many: true },
        { source: 'kinds', kind: 'enum', of: 'BeneficiaryKind', many: true },
        { source: 'grade', kind: 'enum', of: 'RiskGrade', many: true },
        { source: 'unpaired', kind: 'flag' },
        { source: 'entrusted', kind: 'flag' },
      ]}
      bulk={
        may('beneficiary.assign')
          ? ids => (
              <BulkAct ids={ids} action="ASSIGN" request={({ id, version }, { caseWorkerId }) => ({ mutation: 'assignCaseWorker', variables: { id, version, caseWorkerId } })}>
                <CaseWorkerInput source="caseWorkerId" validate={required()} />
              </BulkAct>
            )
          : undefined
      }
    />
  )
}
