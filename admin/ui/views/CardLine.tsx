import { Box, Typography } from '@mui/material'
import { Fragment } from 'react'

/** What a card says in one line, in a few parts; where they do not fit side by side, a part goes below as a whole, so that no number is torn. */
export function CardLine({ parts }: { parts: readonly (string | null | undefined)[] }) {
  return (
    <Typography component="span" variant="body2" color="text.secondary">
      {parts.filter(Boolean).map((part, n) => (
        <Fragment key={n}>
          {n > 0 && ' · '}
          <Box component="span" sx={{ display: 'inline-block' }}>
            {part}
          </Box>
        </Fragment>
      ))}
    </Typography>
  )
}
