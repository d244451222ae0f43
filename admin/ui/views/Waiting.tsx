import { Box, CircularProgress } from '@mui/material'
import { useTranslate } from 'ra-core'

/** Something is on its way. */
export function Waiting() {
  const translate = useTranslate()
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 2, py: 8, color: 'text.secondary' }}>
      <CircularProgress size={24} aria-hidden />
      {translate('ra.page.loading')}…
    </Box>
  )
}
