import { Box, Paper, Typography } from '@mui/material'
import type { ReactNode } from 'react'

interface EntryProps {
  /** What it is, and when. */
  head: ReactNode
  /** Buttons at the right. */
  actions?: ReactNode
  children?: ReactNode
}

/** One of several things that hang on a case: a head with chips and a day, what may be done with it, and what it says. */
export const Entry = ({ head, actions, children }: EntryProps) => (
  <Paper component="li" variant="outlined" sx={{ p: { xs: 1.25, sm: 2 }, display: 'grid', gap: 1 }}>
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', '& > :last-child:not(:first-of-type)': { ml: { sm: 'auto' } } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontWeight: 600 }}>{head}</Box>
      {actions}
    </Box>
    {children}
  </Paper>
)

interface EntriesProps {
  title: string
  /** What is said, and what to do, where there is none. */
  empty?: { title: string; hint?: string }
  /** At the right of the title. */
  action?: ReactNode
  children: ReactNode[]
}

/** Things of one kind under a heading; where there is none, what to do. */
export function Entries({ title, empty, action, children }: EntriesProps) {
  return (
    <Box component="section" sx={{ mb: 3, '* + &': { mt: 3 } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" sx={{ mr: 'auto' }}>
          {title}
        </Typography>
        {action}
      </Box>
      {children.length === 0 ? (
        empty && (
          <Typography color="text.secondary" sx={{ py: 1 }}>
            {[empty.title, empty.hint].filter(Boolean).join(' · ')}
          </Typography>
        )
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {children}
        </Box>
      )}
    </Box>
  )
}
