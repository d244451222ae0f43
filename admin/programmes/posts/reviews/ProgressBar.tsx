import { Box, LinearProgress } from '@mui/material'

/** So many of so many, as a bar and in figures. */
export function ProgressBar({ done, all, label, late = false }: { done: number; all: number; label: string; late?: boolean }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, minWidth: 140 }}>
      <LinearProgress variant="determinate" aria-label={label} value={all === 0 ? 0 : (done / all) * 100} color={late ? 'error' : done === all ? 'success' : 'primary'} sx={{ flex: 1, height: 8, borderRadius: 4, minWidth: 80 }} />
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {done} / {all}
      </Box>
    </Box>
  )
}
