import { Box } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { useTranslate } from 'ra-core'
import { toneOf } from '../theme'

/** How many wait; nothing when none do. */
export function CountBadge({ count }: { count: number }) {
  const translate = useTranslate()
  if (count === 0) return null
  return (
    <Box
      component="span"
      sx={theme => {
        const { background, text } = toneOf(theme, 'bad')
        return { bgcolor: background, color: text, borderRadius: 5, px: 1, minWidth: 24, textAlign: 'center', fontSize: '0.75rem', fontWeight: 600, lineHeight: 1.7 }
      }}
    >
      <span aria-hidden>{count > 999 ? '999+' : count}</span>
      <span style={visuallyHidden}>{translate('console.waiting', { smart_count: count })}</span>
    </Box>
  )
}
