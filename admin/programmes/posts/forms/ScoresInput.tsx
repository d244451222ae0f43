import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { maxValue, minValue, required, useTranslate } from 'ra-core'
import { useFormContext, useWatch } from 'react-hook-form'
import { useName } from '../../../bureau/programmeName'
import { NumberInput, TextInput } from '../../../ui/inputs/TextInput'
import type { ActionValues } from '../../../ui/record/ActionDialog'
import type { ChecklistItem } from '../Post'

/** From how many points what follows. */
export interface Mark {
  from: number
  severity: 'success' | 'warning' | 'error'
  /** A catalogue key. */
  word: string
}

type Given = Record<string, { points?: number | null; note?: string | null } | undefined>

/** A checklist scored item by item: full, half or none at a touch, or a number; the sum and what it comes to stand below while it is filled in. */
export function ScoresInput({ items, marks }: { items: readonly ChecklistItem[]; marks: readonly Mark[] }) {
  const nameOf = useName()
  return (
    <>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {items.map((item, at) => (
          <Paper component="li" key={item.id} variant="outlined" sx={{ p: 1.5, display: 'grid', gap: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>
              {at + 1}. {nameOf(item)}
            </Typography>
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '300px minmax(0, 1fr)' }, gap: 1.5, alignItems: 'start' }}>
              <Points item={item} />
              <TextInput source={`scores.${item.id}.note`} label="resources.pioneerPosts.scores.note" maxLength={200} />
            </Box>
          </Paper>
        ))}
      </Box>
      <Sum items={items} marks={marks} />
    </>
  )
}

function Points({ item: { id, points } }: { item: ChecklistItem }) {
  const translate = useTranslate()
  const { setValue } = useFormContext()
  const path = `scores.${id}.points`
  const at = useWatch({ name: path }) as number | null | undefined
  const halves = [...new Set([points, Math.floor(points / 2), 0])]
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Box sx={{ width: 112, flexShrink: 0 }}>
        <NumberInput source={path} label={translate('resources.pioneerPosts.scores.of', { points })} min={0} max={points} validate={[required(), minValue(0), maxValue(points)]} />
      </Box>
      {halves.map(one => (
        <Button key={one} variant={at === one ? 'contained' : 'outlined'} onClick={() => setValue(path, one, { shouldDirty: true, shouldValidate: true })} sx={{ minWidth: 48, minHeight: 44, px: 0 }}>
          {one}
        </Button>
      ))}
    </Box>
  )
}

function Sum({ items, marks }: { items: readonly ChecklistItem[]; marks: readonly Mark[] }) {
  const translate = useTranslate()
  const given = (useWatch({ name: 'scores' }) ?? {}) as Given
  const scored = items.filter(({ id }) => typeof given[id]?.points === 'number')
  const sum = scored.reduce((total, { id }) => total + (given[id]?.points ?? 0), 0)
  const most = items.reduce((total, { points }) => total + points, 0)
  const mark = scored.length === items.length ? marks.find(({ from }) => sum >= from) : undefined
  return (
    <Alert severity={mark?.severity ?? 'info'} sx={{ position: 'sticky', bottom: 0, zIndex: 1 }}>
      {translate('resources.pioneerPosts.scores.sum', { sum, most, scored: scored.length, items: items.length })}
      {mark && ` ${translate(mark.word)}`}
    </Alert>
  )
}

/** The scores as the API takes them. */
export const scoresOf = (items: readonly ChecklistItem[], values: ActionValues) => {
  const given = (values.scores ?? {}) as Given
  return items.map(({ id }) => ({ itemId: id, points: given[id]?.points ?? 0, note: given[id]?.note || null }))
}
