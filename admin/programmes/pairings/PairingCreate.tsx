import { Box, Paper, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useEnumWord } from '../../ui/enums'
import { RecordPicker } from '../../ui/inputs/RecordPicker'
import { PageHead } from '../../ui/shell/PageHead'
import { PROGRAMMES } from './Pairing'
import { Suggestions } from './Suggestions'

/** The elders who may be given a volunteer. */
const CHOICE = { state: ['WAITING', 'ASSESSED', 'PAIRED'] }

/** Proposes a pairing: the elder, the programme, then who would suit and why. */
export default function PairingCreate() {
  const translate = useTranslate()
  const word = useEnumWord()
  const [search] = useSearchParams()
  const [elder, setElder] = useState<string | null>(search.get('beneficiaryId'))
  const [programme, setProgramme] = useState<string>(search.get('programme') ?? PROGRAMMES[0])
  return (
    <>
      <PageHead title={translate('resources.pairings.create')} crumbs={[{ label: translate('resources.pairings.name', { smart_count: 2 }), to: '/pairings' }]} />
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, mb: 2, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'center' }}>
        <RecordPicker of="beneficiaries" label={translate('resources.pairings.fields.beneficiary')} value={elder} onChange={setElder} filter={CHOICE} required />
        <Box>
          <Typography id="programme" variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
            {translate('resources.pairings.fields.programme')}
          </Typography>
          <ToggleButtonGroup exclusive value={programme} aria-labelledby="programme" onChange={(_, chosen: string | null) => chosen && setProgramme(chosen)}>
            {PROGRAMMES.map(code => (
              <ToggleButton key={code} value={code} sx={{ textTransform: 'none', minHeight: 44 }}>
                {word('ProgrammeCode', code)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </Box>
      </Paper>
      {elder ? <Suggestions key={`${elder} ${programme}`} beneficiaryId={elder} programme={programme} /> : <Typography color="text.secondary">{translate('resources.pairings.suggestions.first')}</Typography>}
    </>
  )
}
