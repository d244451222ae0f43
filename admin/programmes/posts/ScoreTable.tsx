import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useName } from '../../bureau/programmeName'
import type { Score } from './Post'

/** A checklist as it was scored. */
export function ScoreTable({ scores, label }: { scores: readonly Score[]; label: string }) {
  const translate = useTranslate()
  const nameOf = useName()
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('resources.pioneerPosts.scores.item')}</TableCell>
            <TableCell align="right">{translate('resources.pioneerPosts.scores.points')}</TableCell>
            <TableCell>{translate('resources.pioneerPosts.scores.note')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {scores.map(({ id, item, points, note }) => (
            <TableRow key={id}>
              <TableCell>{item ? nameOf(item) : '–'}</TableCell>
              <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                {item ? `${points} / ${item.points}` : points}
              </TableCell>
              <TableCell>{note ?? '–'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
