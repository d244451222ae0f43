import { Box, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { clockOf } from '../ui/days'
import { StateChip } from '../ui/record/StateChip'

/** A new code that a division was given. */
export interface RegionMoveRow {
  id: string
  fromCode: string
  toCode: string
  merges: boolean
  effectiveOn: string
  state: string
  records: number | null
  reason: string
  doneAt: string | null
}

/** The codes that a division was given: from which day on, and how far what carries the old code has followed. */
export function RegionMoves({ moves }: { moves: readonly RegionMoveRow[] }) {
  const translate = useTranslate()
  if (moves.length === 0) return <>{translate('resources.regions.noMoves')}</>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {moves.map(move => (
        <Box component="li" key={move.id}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <strong>
              {move.fromCode} → {move.toCode}
            </strong>
            <StateChip of="RegionMoveState" value={move.state} />
          </Box>
          <Typography variant="body2" color="text.secondary">
            {[
              translate(move.merges ? 'resources.regions.mergedOn' : 'resources.regions.recodedOn', { day: move.effectiveOn }),
              move.records !== null && translate('resources.regions.rows', { smart_count: move.records }),
              move.doneAt && clockOf(move.doneAt),
              move.reason,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
