import { Link, TableCell } from '@mui/material'
import { Link as RouterLink } from 'react-router-dom'

/** A number in a table that opens the list it counts; nought leads nowhere. */
export function NumberLink({ of, to, bad = false }: { of: number; to?: string; bad?: boolean }) {
  return (
    <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {to && of > 0 ? (
        <Link component={RouterLink} to={to} color={bad ? 'error' : 'primary'} sx={{ display: 'inline-block', minWidth: 24, minHeight: 24 }}>
          {of}
        </Link>
      ) : (
        of
      )}
    </TableCell>
  )
}
