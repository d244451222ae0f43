import { useTranslate } from 'ra-core'
import type { Row } from '../../../data/Definition'
import type { Column } from '../../../ui/list/columns'
import { ListPage } from '../../../ui/list/ListPage'
import { ToneChip } from '../../../ui/record/StateChip'
import type { ChecklistItem } from '../Post'

/** A version of the rules of posts. */
export interface RuleRow extends Row {
  name: string
  basis: string
  validFrom: string
  validTo: string | null
  inForce: boolean
  items: ChecklistItem[]
}

/** The versions of the rules of posts, the latest first. */
export default function RuleList() {
  const translate = useTranslate()
  const columns: Column<RuleRow>[] = [
    { source: 'name', card: 'title', wrap: true },
    { source: 'inForce', card: 'chip', render: row => <InForce row={row} /> },
    { source: 'validFrom' },
    { source: 'validTo', render: row => row.validTo ?? translate('resources.postRules.noEnd') },
    { source: 'checkPassMark', align: 'right' },
    { source: 'noticeDays', align: 'right' },
    { source: 'termMonths', align: 'right' },
    { source: 'basis', wrap: true },
  ]
  return <ListPage<RuleRow> columns={columns} />
}

/** Whether a version holds today. */
export function InForce({ row }: { row: RuleRow }) {
  const translate = useTranslate()
  return <ToneChip label={translate(row.inForce ? 'resources.postRules.now' : 'resources.postRules.notNow')} tone={row.inForce ? 'good' : 'quiet'} />
}
