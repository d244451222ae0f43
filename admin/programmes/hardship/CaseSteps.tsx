import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { toneOfValue } from '../../ui/record/StateChip'
import { toneOf } from '../../ui/theme'
import type { CaseRecord } from './HardshipCase'

/** The way of a case that is helped; a refusal stands where the approval would. */
const WAY = ['CLUE', 'REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'APPROVED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP', 'CLOSED']

/** Which step of the way a case is at; a returned one is where it was returned from. */
function stepOf({ state, returnedFrom }: CaseRecord): number {
  const at = state === 'RETURNED' ? (returnedFrom ?? 'INVESTIGATING') : state === 'REFUSED' ? 'APPROVED' : state
  return WAY.indexOf(at)
}

/** How far a case has come: the steps behind it, the one it is at, those to come; on a phone only the count. */
export function CaseSteps({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const at = stepOf(row)
  const way = WAY.map(state => (state === 'APPROVED' && row.state === 'REFUSED' ? 'REFUSED' : state))
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ display: { sm: 'none' } }}>
        {translate('resources.hardshipCases.step', { at: at + 1, of: way.length, state: word('CaseState', row.state) })}
      </Typography>
      <Box component="ol" aria-label={translate('resources.hardshipCases.steps')} sx={{ display: { xs: 'none', sm: 'flex' }, flexWrap: 'wrap', listStyle: 'none', m: 0, p: 0, gap: 0.5 }}>
        {way.map((state, step) => (
          <Box
            component="li"
            key={state}
            aria-current={step === at ? 'step' : undefined}
            sx={theme => {
              const { background, text } = toneOf(theme, step === at ? toneOfValue('CaseState', row.state) : 'quiet')
              const standing = step === at ? { fontWeight: 600, outline: '2px solid', outlineOffset: -2 } : step < at ? {} : { bgcolor: 'transparent', color: 'text.secondary' }
              return { bgcolor: background, color: text, px: 1.25, py: 0.5, borderRadius: 1, fontSize: '0.8125rem', ...standing }
            }}
          >
            {step < at && '✓ '}
            {step === at ? word('CaseState', row.state) : word('CaseState', state)}
          </Box>
        ))}
      </Box>
    </>
  )
}
