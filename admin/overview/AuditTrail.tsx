import { Box, Chip, MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../data/Definition'
import { overview } from '../i18n/zh/overview'
import { useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord, valuesOf } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { ToneChip } from '../ui/record/StateChip'
import { useChangeWords } from './changeWords'
import { VerifyTrail } from './VerifyTrail'

interface AuditRow extends Row {
  at: string
  act: string
  actId: string
  actorId: string
  actorName: string
  role: string
  ip: string | null
  requestId: string | null
  result: string
  entity: string
  entityId: string
  action: string | null
  note: string | null
  changes: { field: string; before: string | null; after: string | null }[]
}

/** Who did what and when, the newest first, and whether it is as it was written. */
export default function AuditTrail() {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const resultOf = (result: string): string => (result === 'DONE' ? word('AuditResult', result) : word('RefusalCode', result))
  const actOf = (act: string): string => translate(`acts.${act}`, { _: act })
  const columns: Column<AuditRow>[] = [
    { source: 'at', card: 'title', render: row => clockOf(row.at) },
    { source: 'actorName' },
    { source: 'role', render: row => word('Role', row.role) || row.role },
    { source: 'act', render: row => actOf(row.act) },
    { source: 'entity', render: row => word('Entity', row.entity) },
    { source: 'entityId', hidden: true, render: row => <Box component="code" sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>{row.entityId}</Box> },
    { source: 'result', card: 'chip', render: row => <ToneChip label={resultOf(row.result)} tone={row.result === 'DONE' ? 'good' : 'bad'} /> },
    { source: 'note', wrap: true },
    { source: 'changes', wrap: true, render: row => <Changes row={row} /> },
    { source: 'ip', hidden: true },
    { source: 'requestId', hidden: true },
    { source: 'actId', hidden: true },
  ]
  return (
    <ListPage<AuditRow>
      columns={columns}
      query={[
        { source: 'entity', kind: 'enum', of: 'Entity' },
        { source: 'entityId', kind: 'text' },
        { source: 'actorId', kind: may('account.read') ? 'record' : 'text', of: 'accounts' } as { source: string; kind: 'record'; of: string },
        { source: 'act', kind: 'own', render: (value, change, label) => <Picker label={label} value={value} change={change} options={Object.keys(overview.acts)} wordOf={actOf} /> },
        { source: 'from', kind: 'instant', edge: 'start' },
        { source: 'to', kind: 'instant', edge: 'end' },
        { source: 'result', kind: 'own', render: (value, change, label) => <Picker label={label} value={value} change={change} options={['DONE', ...valuesOf('RefusalCode')]} wordOf={resultOf} /> },
      ]}
    >
      {may('audit.verify') && <VerifyTrail />}
    </ListPage>
  )
}

/** What an act changed, value by value; personal values were never written down. */
function Changes({ row }: { row: AuditRow }) {
  const translate = useTranslate()
  const { fieldOf, valueOf } = useChangeWords()
  const [all, setAll] = useState(false)
  if (row.changes.length === 0) return <>–</>
  const shown = all ? row.changes : row.changes.slice(0, 1)
  return (
    <Box sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {shown.map(({ field, before, after }) => (
        <div key={field}>
          <strong>{fieldOf(row.entity, field)}</strong> {[before, after].map(value => valueOf(row.entity, field, value)).join(' → ')}
        </div>
      ))}
      {row.changes.length > shown.length && <Chip size="small" variant="outlined" label={translate('resources.auditTrail.more', { smart_count: row.changes.length - shown.length })} onClick={() => setAll(true)} sx={{ mt: 0.5 }} />}
    </Box>
  )
}

interface PickerProps {
  label: string
  value: unknown
  change: (value: unknown) => void
  options: readonly string[]
  wordOf: (option: string) => string
}

/** One of a few codes, by their words. */
function Picker({ label, value, change, options, wordOf }: PickerProps) {
  return (
    <TextField select label={label} value={(value as string | undefined) ?? ''} onChange={event => change(event.target.value || undefined)}>
      <MenuItem value="">
        <em>—</em>
      </MenuItem>
      {options.map(option => (
        <MenuItem key={option} value={option}>
          {wordOf(option)}
        </MenuItem>
      ))}
    </TextField>
  )
}
