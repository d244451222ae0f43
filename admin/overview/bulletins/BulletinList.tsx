import { useTranslate } from 'ra-core'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { type BulletinRow, figureOf } from './Bulletin'

/** The bulletins that were issued, the latest first. */
export default function BulletinList() {
  const translate = useTranslate()
  const columns: Column<BulletinRow>[] = [
    { source: 'number', card: 'title' },
    { source: 'month' },
    { source: 'issuedOn' },
    { source: 'issuedByName' },
    { source: 'share', render: row => figureOf(row.content.total, 'share') },
    { source: 'reason', wrap: true, render: row => (row.correctedBy ? translate('resources.bulletins.correctedBy', { number: row.correctedBy.number }) : (row.reason ?? '–')) },
  ]
  return <ListPage<BulletinRow> columns={columns} />
}
