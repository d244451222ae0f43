import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../ui/enums'
import { ToneChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import type { BeneficiaryRow } from './rows'

/** What was agreed to, by whom and how, and what was withdrawn. */
export function ConsentList({ consents }: { consents: BeneficiaryRow['consents'] }) {
  const translate = useTranslate()
  const word = useEnumWord()
  if (consents.length === 0) return <EmptyState title={translate('enums.ConsentState.MISSING')} hint={translate('resources.beneficiaries.consentNeeded')} />
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {[...consents].reverse().map(consent => (
        <Box component="li" key={consent.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Box sx={{ mr: 'auto' }}>
            <Typography sx={{ fontWeight: 600 }}>{`${word('ConsentPurpose', consent.purpose)} · ${word('ConsentGround', consent.ground)}`}</Typography>
            <Typography variant="body2" color="text.secondary">
              {[consent.givenOn, word('ConsentGiver', consent.givenBy), consent.guardianName, word('ConsentChannel', consent.channel), consent.textVersion, consent.note].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          {consent.withdrawnOn ? <ToneChip label={`${translate('resources.beneficiaries.fields.withdrawnOn')} ${consent.withdrawnOn}`} tone="bad" /> : <ToneChip label={translate('resources.beneficiaries.inForce')} tone="good" />}
        </Box>
      ))}
    </Box>
  )
}
