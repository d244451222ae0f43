import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { StateChip, ToneChip } from '../ui/record/StateChip'
import type { BeneficiaryRow } from './rows'

/** How the risk was graded over time, the latest first. */
export function GradeList({ changes }: { changes: BeneficiaryRow['gradeChanges'] }) {
  const translate = useTranslate()
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {[...changes].reverse().map(change => (
        <li key={change.id}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{change.gradedOn}</Typography>
            {change.fromGrade && (
              <>
                <StateChip of="RiskGrade" value={change.fromGrade} />
                <span aria-hidden>→</span>
              </>
            )}
            <StateChip of="RiskGrade" value={change.grade} />
            {change.majorChange && <ToneChip label={translate('resources.beneficiaries.fields.majorChange')} tone="bad" />}
          </Box>
          {change.reason && (
            <Typography variant="body2" color="text.secondary">
              {change.reason}
            </Typography>
          )}
        </li>
      ))}
    </Box>
  )
}
