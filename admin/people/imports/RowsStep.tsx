import { Box, Chip, Link, Pagination, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { StateChip } from '../../ui/record/StateChip'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { IMPORT_ROWS, type ImportRow, type VolunteerImport } from './imports'

const SIZE = 50
const VERDICTS = ['ERROR', 'CONFLICT', 'NEW', 'UPDATE', 'SAME'] as const

/** Every row with its verdict and the reason; those that need somebody first. */
export function RowsStep({ one }: { one: VolunteerImport }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const [verdict, setVerdict] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useAsk<{ volunteerImport: { rows: { total: number; items: ImportRow[] } } }>(IMPORT_ROWS, { id: one.id, verdict: verdict && [verdict], page: { number: page, size: SIZE } })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const rows = data?.volunteerImport.rows
  const choose = (next: string | null): void => {
    setVerdict(next)
    setPage(1)
  }
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        <Chip label={`${translate('resources.volunteerImports.all')} ${one.total}`} color={verdict === null ? 'primary' : 'default'} onClick={() => choose(null)} sx={{ minHeight: { xs: 44, sm: 32 } }} />
        {VERDICTS.map(each => {
          const count = one.verdicts.find(known => known.verdict === each)?.count ?? 0
          return count > 0 && <Chip key={each} label={`${word('RowVerdict', each)} ${count}`} color={verdict === each ? 'primary' : 'default'} onClick={() => choose(each)} sx={{ minHeight: { xs: 44, sm: 32 } }} />
        })}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.items.map(row => (
          <Box key={row.id} component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 1, borderTop: 1, borderColor: 'divider' }}>
            <Typography color="text.secondary" sx={{ minWidth: 64 }}>
              {translate('resources.volunteerImports.row', { number: row.number })}
            </Typography>
            <Typography sx={{ fontWeight: 600, minWidth: 96 }}>
              {row.volunteerId ? (
                <Link component={RouterLink} to={`/volunteers/${row.volunteerId}/show`}>
                  {row.name}
                </Link>
              ) : (
                row.name || '–'
              )}
            </Typography>
            {row.undone ? <Chip size="small" label={translate('resources.volunteerImports.undone')} /> : row.verdict && <StateChip of="RowVerdict" value={row.verdict} />}
            {row.reason && (
              <Typography variant="body2" sx={{ flexBasis: { xs: '100%', sm: 'auto' }, minWidth: 0 }}>
                {row.reason}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
      {rows && rows.total > SIZE && <Pagination count={Math.ceil(rows.total / SIZE)} page={page} onChange={(_, next) => setPage(next)} sx={{ mt: 2 }} />}
    </Paper>
  )
}
