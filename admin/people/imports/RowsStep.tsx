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
/** The rows that were taken back, among the verdicts. */
const UNDONE = 'UNDONE'
const VERDICTS = ['ERROR', 'CONFLICT', 'NEW', 'UPDATE', 'SAME'] as const

/** Every row with its verdict and the reason, to be narrowed by what became of it. */
export function RowsStep({ one }: { one: VolunteerImport }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const [chosen, setChosen] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const { data, error, refetch } = useAsk<{ volunteerImport: { rows: { total: number; items: ImportRow[] } } }>(IMPORT_ROWS, { id: one.id, verdict: chosen && chosen !== UNDONE ? [chosen] : null, undone: chosen === UNDONE || null, page: { number: page, size: SIZE } })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  const rows = data?.volunteerImport.rows
  const chips = [
    { key: null, label: translate('resources.volunteerImports.all'), count: one.total },
    ...VERDICTS.map(key => ({ key, label: word('RowVerdict', key), count: one.verdicts.find(known => known.verdict === key)?.count ?? 0 })),
    { key: UNDONE, label: translate('resources.volunteerImports.undone'), count: one.undone },
  ].filter(({ key, count }) => key === null || count > 0)
  const choose = (next: string | null): void => {
    setChosen(next)
    setPage(1)
  }
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        {chips.map(({ key, label, count }) => (
          <Chip key={key} label={`${label} ${count}`} color={chosen === key ? 'primary' : 'default'} aria-pressed={chosen === key} onClick={() => choose(key)} sx={{ minHeight: { xs: 44, sm: 32 } }} />
        ))}
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
