import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type Tone, toneOf } from '../theme'

interface StepsProps {
  /** The words of the steps in their order. */
  words: readonly string[]
  /** Which of them it is at. */
  at: number
  tone: Tone
  label: string
}

/** How far a record has come on its way: the steps behind it, the one it is at, those to come; on a phone only the count. */
export function Steps({ words, at, tone, label }: StepsProps) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ display: { sm: 'none' } }}>
        {translate('console.step', { at: at + 1, of: words.length, state: words[at] ?? '' })}
      </Typography>
      <Box component="ol" aria-label={label} sx={{ display: { xs: 'none', sm: 'flex' }, flexWrap: 'wrap', listStyle: 'none', m: 0, p: 0, gap: 0.5 }}>
        {words.map((word, step) => (
          <Box
            component="li"
            key={word}
            aria-current={step === at ? 'step' : undefined}
            sx={theme => {
              const { background, text } = toneOf(theme, step === at ? tone : 'quiet')
              const standing = step === at ? { fontWeight: 600, outline: '2px solid', outlineOffset: -2 } : step < at ? {} : { bgcolor: 'transparent', color: 'text.secondary' }
              return { bgcolor: background, color: text, px: 1.25, py: 0.5, borderRadius: 1, fontSize: '0.8125rem', ...standing }
            }}
          >
            {step < at && '✓ '}
            {word}
          </Box>
        ))}
      </Box>
    </>
  )
}
