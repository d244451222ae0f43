import { useTranslate } from 'ra-core'
import type { Row } from '../../data/Definition'
import { useEnumWord } from '../../ui/enums'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { ToneChip } from '../../ui/record/StateChip'

/** A version of the rules of help. */
export interface PolicyRow extends Row {
  name: string
  basis: string
  validFrom: string
  validTo: string | null
  inForce: boolean
  kinds: string[]
  exclusions: { kind: string; basis: string; months: number }[]
}

/** The versions of the rules of help, the latest first. */
export default function PolicyList() {
  const translate = useTranslate()
  const word = useEnumWord()
  const columns: Column<PolicyRow>[] = [
    { source: 'name', card: 'title' },
    { source: 'inForce', card: 'chip', render: row => <InForce row={row} /> },
    { source: 'validFrom' },
    { source: 'validTo', render: row => row.validTo ?? translate('resources.helpPolicies.noEnd') },
    { source: 'basis', wrap: true },
    { source: 'kinds', hidden: true, wrap: true, render: row => row.kinds.map(kind => word('HardshipKind', kind)).join(' / ') },
  ]
  return <ListPage<PolicyRow> columns={columns} />
}

/** Whether a version holds today. */
export function InForce({ row }: { row: PolicyRow }) {
  const translate = useTranslate()
  return <ToneChip label={translate(row.inForce ? 'resources.helpPolicies.now' : 'resources.helpPolicies.notNow')} tone={row.inForce ? 'good' : 'quiet'} />
}
