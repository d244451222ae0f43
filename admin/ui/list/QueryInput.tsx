import { Box, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { dayOf, edgeOf } from '../days'
import type { EnumName } from '../enums'
import { EnumPicker } from '../inputs/EnumPicker'
import { RecordPicker } from '../inputs/RecordPicker'
import { RegionPicker } from '../inputs/RegionInput'
import type { RegionNode } from '../inputs/regions'
import { useFieldLabel } from './columns'

interface Base {
  /** The filter's name in the API. */
  source: string
  /** Its label's key; by default `resources.<resource>.fields.<source>`. */
  label?: string
}

/** A field of the query form. `days` and `months` are ranges and fill `<source>From` and `<source>To`; `instant` is a day whose start or end in Shanghai is asked by. */
export type QueryField = Base &
  (
    | { kind: 'text'; placeholder?: string }
    | { kind: 'enum'; of: EnumName; many?: boolean; only?: readonly string[] }
    | { kind: 'region'; levels?: readonly RegionNode['level'][] }
    | { kind: 'flag' }
    | { kind: 'day' }
    | { kind: 'days' }
    | { kind: 'months' }
    | { kind: 'instant'; edge: 'start' | 'end' }
    | { kind: 'record'; of: string; filter?: Record<string, unknown> }
    | { kind: 'own'; render: (value: unknown, change: (value: unknown) => void, label: string) => ReactNode }
  )

/** The filters that a field fills. */
export const sourcesOf = (field: QueryField): string[] => (field.kind === 'days' || field.kind === 'months' ? [`${field.source}From`, `${field.source}To`] : [field.source])

interface QueryInputProps {
  field: QueryField
  draft: Record<string, unknown>
  change: (values: Record<string, unknown>) => void
}

/** One field of the query form, by its kind. */
export function QueryInput({ field, draft, change }: QueryInputProps) {
  const translate = useTranslate()
  const label = useFieldLabel()(field)
  const value = draft[field.source]
  const set = (next: unknown): void => change({ [field.source]: next === null || next === '' ? undefined : next })
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          label={label}
          placeholder={field.placeholder && translate(field.placeholder)}
          value={(value as string | undefined) ?? ''}
          onChange={event => set(event.target.value)}
          data-search={field.source === 'q' ? '' : undefined}
          slotProps={{ htmlInput: { autoComplete: 'off', type: 'search' } }}
        />
      )
    case 'enum':
      return <EnumPicker of={field.of} many={field.many} only={field.only} label={label} value={value} onChange={next => set(next.length === 0 ? undefined : next)} />
    case 'region':
      return <RegionPicker label={label} value={value} onChange={set} levels={field.levels} />
    case 'record':
      return <RecordPicker of={field.of} filter={field.filter} label={label} value={value} onChange={set} />
    case 'flag':
      return (
        <TextField select label={label} value={value === undefined ? '' : String(value)} onChange={event => set(event.target.value === '' ? undefined : event.target.value === 'true')}>
          <MenuItem value="">
            <em>—</em>
          </MenuItem>
          <MenuItem value="true">{translate('ra.boolean.true')}</MenuItem>
          <MenuItem value="false">{translate('ra.boolean.false')}</MenuItem>
        </TextField>
      )
    case 'day':
      return <DayField label={label} value={value} change={set} />
    case 'instant':
      return <DayField label={label} value={typeof value === 'string' ? dayOf(value) : ''} change={day => set(day && edgeOf(day, field.edge))} />
    case 'days':
    case 'months': {
      const [from, to] = sourcesOf(field) as [string, string]
      return (
        <Box sx={{ display: 'flex', gap: 1, gridColumn: { sm: 'span 2' } }}>
          <DayField month={field.kind === 'months'} label={translate('console.list.from', { name: label })} value={draft[from]} change={next => change({ [from]: next || undefined })} />
          <DayField month={field.kind === 'months'} label={translate('console.list.to', { name: label })} value={draft[to]} change={next => change({ [to]: next || undefined })} />
        </Box>
      )
    }
    case 'own':
      return <>{field.render(value, set, label)}</>
  }
}

function DayField({ label, value, change, month = false }: { label: string; value: unknown; change: (value: string) => void; month?: boolean }) {
  return <TextField type={month ? 'month' : 'date'} label={label} value={(value as string | undefined) ?? ''} onChange={event => change(event.target.value)} slotProps={{ inputLabel: { shrink: true } }} />
}
