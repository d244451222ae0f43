import { useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { clockOf } from '../ui/days'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { ToneChip } from '../ui/record/StateChip'

/** An edition of the notice that volunteers agree to. */
export type NoticeRow = Row & { edition: string; fromOn: string; inForce: boolean; writtenByName: string; createdAt: string; textZh?: string; textEn?: string | null }

/** The editions of the notice, the latest first. */
export default function NoticeList() {
  const translate = useTranslate()
  const columns: Column<NoticeRow>[] = [
    { source: 'edition', card: 'title' },
    { source: 'fromOn' },
    { source: 'inForce', card: 'chip', render: row => <ToneChip label={translate(`resources.consentNotices.${row.inForce ? 'inForce' : 'notYet'}`)} tone={row.inForce ? 'good' : 'waiting'} /> },
    { source: 'writtenByName' },
    { source: 'createdAt', render: row => clockOf(row.createdAt) },
  ]
  return <ListPage columns={columns} />
}
