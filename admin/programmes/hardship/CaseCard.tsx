import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { CardLine } from '../../ui/views/CardLine'
import { type CaseRow, whoOf } from './HardshipCase'
import { ClockChip } from './ClockChip'

/** A case in a few lines: who, how urgent, why, until when, in whose hand; its state where the place does not say it. */
export function CaseCard({ row, state = false }: { row: CaseRow; state?: boolean }) {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {whoOf(row) || '–'}
        </Typography>
        {state && <StateChip of="CaseState" value={row.state} />}
        {row.colour !== 'BLUE' && <StateChip of="CaseColour" value={row.colour} />}
        {row.urgent && <ToneChip label={translate('resources.hardshipCases.fields.urgent')} tone="bad" />}
        <ClockChip of={row} />
      </Box>
      <CardLine parts={[row.cause && word('CaseCause', row.cause), row.region?.name, row.number]} />
      <CardLine parts={[row.dueOn && translate('resources.hardshipCases.due.on', { day: row.dueOn }), row.standIn?.name ?? row.owner?.name ?? translate('resources.hardshipCases.facts.nobody')]} />
    </>
  )
}
