import InboxIcon from '@mui/icons-material/Inbox'
import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  /** What to do next, in a sentence. */
  hint?: string
  /** The button that does it. */
  action?: ReactNode
}

/** Nothing is here yet, and what to do about it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Box sx={{ textAlign: 'center', py: 6, px: 2 }}>
      <InboxIcon aria-hidden sx={{ fontSize: 44, color: 'text.secondary' }} />
      <Typography sx={{ fontWeight: 600, mt: 1 }}>{title}</Typography>
      {hint && (
        <Typography color="text.secondary" variant="body2" sx={{ mt: 0.5 }}>
          {hint}
        </Typography>
      )}
      {action && <Box sx={{ mt: 2 }}>{action}</Box>}
    </Box>
  )
}
