import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Row } from '../data/Definition'
import { Photos } from '../ui/inputs/PhotosInput'
import type { Column } from '../ui/list/columns'
import { RelatedList } from '../ui/list/RelatedList'

/** A visit on which something was bought. */
type ErrandRow = Row & { amount: string; receiptIds: string[]; noReceiptReason: string | null }

/** What was spent on errands for an elder or in a pairing, with its receipts and who signed for it, the latest first. */
export function ErrandsOf({ filter }: { filter: { pairingId: string } | { beneficiaryId: string } }) {
  const translate = useTranslate()
  const columns: Column<ErrandRow>[] = [
    { source: 'visitedOn', card: 'title' },
    { source: 'amount', align: 'right', card: 'chip', render: row => translate('resources.visits.yuan', { amount: row.amount }) },
    { source: 'volunteer.person.name' },
    { source: 'signedBackBy' },
    {
      source: 'receiptIds',
      wrap: true,
      render: row => (
        <Box component="span" onClick={event => event.stopPropagation()}>
          {row.receiptIds.length > 0 ? <Photos ids={row.receiptIds} /> : row.noReceiptReason}
        </Box>
      ),
    },
  ]
  return <RelatedList<ErrandRow> of="visits" filter={{ ...filter, state: ['DONE'], spent: true }} columns={columns} sort={{ field: 'visitedOn', order: 'DESC' }} empty={<p>{translate('resources.visits.noErrands')}</p>} />
}
