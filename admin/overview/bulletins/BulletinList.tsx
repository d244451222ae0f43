import { MenuItem, TextField } from '@mui/material'
import { useTranslate } from 'ra-core'
import { monthOf, today } from '../../ui/days'
import type { Column } from '../../ui/list/columns'
import { ListPage } from '../../ui/list/ListPage'
import { StateChip } from '../../ui/record/StateChip'
import { type BulletinRow, figureOf } from './Bulletin'

/** The bulletins that were issued, the latest first. */
export default function BulletinList() {
  const translate = useTranslate()
  const columns: Column<BulletinRow>[] = [
    { source: 'number', card: 'title' },
    { source: 'month' },
    { source: 'issuedOn' },
    { source: 'issuedByName' },
    { source: 'share', render: row => figureOf(row.content.total, 'share') },
    { source: 'state', card: 'chip', render: row => <StateChip of="BulletinState" value={row.state} /> },
    { source: 'reason', wrap: true, render: row => (row.correctedBy ? translate('resources.bulletins.correctedBy', { number: row.correctedBy.number }) : (row.reason ?? '–')) },
  ]
  return (
    <ListPage<BulletinRow>
      columns={columns}
      query={[
        { source: 'year', kind: 'own', render: (value, change, label) => <YearPicker label={label} value={value} change={change} /> },
        { source: 'month', kind: 'own', render: (value, change, label) => <TextField type="month" label={label} value={value ?? ''} onChange={event => change(event.target.value || undefined)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: monthOf(today()) } }} /> },
        { source: 'state', kind: 'enum', of: 'BulletinState', many: true },
      ]}
    />
  )
}

/** The first year with a plan, and so with bulletins. */
const SINCE = 2022

function YearPicker({ label, value, change }: { label: string; value: unknown; change: (value: unknown) => void }) {
  const now = Number(today().slice(0, 4))
  return (
    <TextField select label={label} value={value ?? ''} onChange={event => change(event.target.value === '' ? undefined : Number(event.target.value))}>
      <MenuItem value="">
        <em>—</em>
      </MenuItem>
      {Array.from({ length: Math.max(1, now - SINCE + 1) }, (_, n) => (
        <MenuItem key={n} value={now - n}>
          {now - n}
        </MenuItem>
      ))}
    </TextField>
  )
}
