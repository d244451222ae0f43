import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material'
import { useTranslate } from 'ra-core'
import { StateChip } from '../../ui/record/StateChip'
import type { JudgedRow } from './useSheet'

/** A sheet's rows with what becomes of each, under the page's own words. */
export function JudgedRows({ rows, page }: { rows: readonly JudgedRow[]; page: string }) {
  const translate = useTranslate()
  return (
    <Paper variant="outlined">
      <TableContainer tabIndex={0} role="region" aria-label={translate(`pages.${page}.rows`)}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['number', 'name', 'verdict', 'reason'].map(head => (
                <TableCell key={head}>{translate(`pages.${page}.heads.${head}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(row => (
              <TableRow key={row.number}>
                <TableCell>{row.number}</TableCell>
                <TableCell sx={{ minWidth: 120 }}>{row.name}</TableCell>
                <TableCell>
                  <StateChip of="RowVerdict" value={row.verdict} />
                </TableCell>
                <TableCell sx={{ minWidth: 160 }}>{row.reason ?? '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  )
}
