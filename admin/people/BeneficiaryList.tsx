import { useTranslate } from 'ra-core'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { MaskedField } from '../ui/record/MaskedField'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import type { BeneficiaryRow } from './rows'
import { usePersonLine, useWords } from './words'

/** Who is looked after: the highest risk first. */
export default function BeneficiaryList() {
  const words = useWords()
  const line = usePersonLine()
  const translate = useTranslate()
  const columns: Column<BeneficiaryRow>[] = [
    { source: 'person.name', card: 'title' },
    { source: 'person.sex', render: row => line(row.person) },
    { source: 'kinds', wrap: true, render: row => words('BeneficiaryKind', row.kinds) },
    { source: 'grade', render: row => <StateChip of="RiskGrade" value={row.grade} /> },
    { source: 'region.name' },
    { source: 'person.phone', render: row => <MaskedField type="Person" id={row.person.id} field="phone" mask={row.person.phone} may="person.revealPhone" dial /> },
    { source: 'consentState', render: row => <StateChip of="ConsentState" value={row.consentState} tone={row.consentState === 'MISSING' ? 'warning' : undefined} /> },
    { source: 'unpairedSince' },
    { source: 'livesAlone', hidden: true, render: row => (row.livesAlone ? <ToneChip label={translate('resources.beneficiaries.fields.livesAlone')} tone="warning" /> : '–') },
    { source: 'state', card: 'chip', render: row => <StateChip of="BeneficiaryState" value={row.state} /> },
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
      ]}
    />
  )
}
