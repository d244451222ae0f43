import { Box, ButtonBase, Paper, Skeleton, Typography } from '@mui/material'
import { Link as RouterLink } from 'react-router-dom'
import { type Tone, toneOf } from '../theme'

interface StatCardProps {
  label: string
  /** Absent while it is on its way. */
  value: number | string | undefined
  /** The resource whose list it counts, and the same filter: the number and the list cannot differ. */
  of?: string
  filter?: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
  /** What the number means, or of how many. */
  hint?: string
  /** How it is felt when it is not nought. */
  tone?: Tone
  /** On one line, as on a phone: for what can wait. */
  small?: boolean
}

/** The address of a list with a filter. */
export function listAddress(resource: string, filter: Record<string, unknown> = {}, sort?: { field: string; order: 'ASC' | 'DESC' }): string {
  const asked = new URLSearchParams({ filter: JSON.stringify(filter), page: '1', ...(sort && { sort: sort.field, order: sort.order }) })
  return `/${resource}?${asked.toString()}`
}

/** A number that opens the list it counts; on a phone beside its label, so that more of them are seen at once. */
export function StatCard({ label, value, of, filter, sort, hint, tone = 'quiet', small = false }: StatCardProps) {
  const body = (
    <Box sx={{ p: { xs: 1.25, sm: small ? 1.25 : 2 }, width: '100%', display: { xs: 'flex', sm: small ? 'flex' : 'block' }, flexWrap: 'wrap', columnGap: 1, alignItems: 'center', textAlign: 'left', borderLeft: 4, borderColor: theme => (value === undefined || value === 0 || tone === 'quiet' ? theme.palette.divider : toneOf(theme, tone).text) }}>
      <Typography variant="body2" color="text.secondary" sx={{ flex: '1 1 auto' }}>
        {label}
      </Typography>
      <Typography sx={{ fontSize: { xs: '1.375rem', sm: small ? '1.25rem' : '1.75rem' }, fontWeight: 600, lineHeight: 1.3, fontVariantNumeric: 'tabular-nums' }}>{value === undefined ? <Skeleton width={56} /> : value}</Typography>
      {hint && (
        <Typography variant="body2" color="text.secondary" sx={{ flexBasis: '100%' }}>
          {hint}
        </Typography>
      )}
    </Box>
  )
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden', display: 'flex' }}>
      {of ? (
        <ButtonBase component={RouterLink} to={listAddress(of, filter, sort)} sx={{ width: '100%', alignItems: 'stretch', '&:hover': { bgcolor: 'action.hover' } }}>
          {body}
        </ButtonBase>
      ) : (
        body
      )}
    </Paper>
  )
}

/** Cards side by side, as many as there is room for; on a phone two, and the last of an odd number as wide as both. */
export const StatRow = ({ children }: { children: React.ReactNode }) => (
  <Box sx={{ display: 'grid', gap: { xs: 1, sm: 1.5 }, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(180px, 1fr))' }, mb: 2, '& > :last-child:nth-of-type(odd)': { gridColumn: { xs: '1 / -1', sm: 'auto' } } }}>{children}</Box>
)
