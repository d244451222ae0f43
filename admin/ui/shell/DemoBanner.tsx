import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { toneOf } from '../theme'
import { useAbout } from './about'

/** Says on every page of a demonstration that its people are invented. */
export function DemoBanner() {
  const translate = useTranslate()
  const about = useAbout()
  if (!about?.demo) return null
  return (
    <Box
      component="aside"
      aria-label={translate('console.demo.label')}
      sx={theme => {
        const { background, text } = toneOf(theme, 'warning')
        return { bgcolor: background, color: text, px: 2, py: 0.5, fontSize: '0.8125rem', textAlign: 'center' }
      }}
    >
      {translate('console.demo.banner')}
    </Box>
  )
}
