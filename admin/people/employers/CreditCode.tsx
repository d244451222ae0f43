import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { ToneChip } from '../../ui/record/StateChip'
import type { EmployerRow } from './Employer'

/** A credit code in figures of one width; one that fails its checks says so, and why it was taken. */
export function CreditCode({ of: { creditCode, creditCodeReason }, reason = false }: { of: Pick<EmployerRow, 'creditCode' | 'creditCodeReason'>; reason?: boolean }) {
  const translate = useTranslate()
  if (!creditCode) return <>–</>
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
        {creditCode}
      </Box>
      {creditCodeReason && <ToneChip label={translate('resources.employers.doubtful')} tone="caution" />}
      {creditCodeReason && reason && <span>{creditCodeReason}</span>}
    </Box>
  )
}
