import { Box, Paper } from '@mui/material'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'

/** An entry of a list as a card that leads somewhere as a whole: what is touched with a thumb, or walked to with the keyboard. */
export function LinkCard({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Paper component="li" variant="outlined">
      <Box
        component={RouterLink}
        data-card
        to={to}
        sx={{ display: 'grid', gap: 0.5, alignContent: 'start', p: 1, minHeight: 44, height: '100%', color: 'text.primary', textDecoration: 'none', borderRadius: 1, '&:hover': { bgcolor: 'action.hover' }, '&:focus-visible': { outline: '3px solid', outlineColor: 'info.main' } }}
      >
        {children}
      </Box>
    </Paper>
  )
}
