import CloseFullscreenIcon from '@mui/icons-material/CloseFullscreen'
import DensityMediumIcon from '@mui/icons-material/DensityMedium'
import DensitySmallIcon from '@mui/icons-material/DensitySmall'
import OpenInFullIcon from '@mui/icons-material/OpenInFull'
import RefreshIcon from '@mui/icons-material/Refresh'
import { Box, Chip, IconButton, MenuItem, TextField, Tooltip, Typography } from '@mui/material'
import { useListContext, useStore, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { hasMore } from '../../data/buildQuery'
import type { Row } from '../../data/Definition'
import { useDefinition } from '../Console'
import { ColumnChooser } from './ColumnChooser'
import { type Column, useColumns, useFieldLabel } from './columns'
import { ExportButton } from './ExportButton'
import { sourcesOf, type QueryField } from './QueryInput'

interface ListToolbarProps<T extends Row> {
  columns: readonly Column<T>[]
  query: readonly QueryField[]
  wide: boolean
  full: boolean
  onFull: () => void
  /** Always on, beneath what is asked for. */
  fixed?: Record<string, unknown>
  bulk?: ReactNode
}

/** Above the rows: how many there are, filters that came with a link, bulk actions, export, columns, density, full screen, refresh. */
export function ListToolbar<T extends Row>({ columns, query, wide, full, onFull, fixed, bulk }: ListToolbarProps<T>) {
  const translate = useTranslate()
  const { total, meta, filterValues, setFilters, sort, refetch, selectedIds, onUnselectItems } = useListContext<T>()
  const [density, setDensity] = useStore<'comfortable' | 'compact'>('list.density', 'comfortable')
  const { visible } = useColumns(columns)
  const own = new Set(query.flatMap(sourcesOf))
  const filters = filterValues as Record<string, unknown>
  const linked = Object.keys(filters).filter(source => !own.has(source))
  const tool = (label: string, icon: ReactNode, onClick: () => void) => (
    <Tooltip title={label}>
      <IconButton onClick={onClick} aria-label={label}>
        {icon}
      </IconButton>
    </Tooltip>
  )
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 2, py: 1, minHeight: 56 }}>
      <Typography component="p" role="status" variant="body2" color="text.secondary">
        {total !== undefined && translate(hasMore(meta) ? 'console.list.more' : 'console.list.total', { smart_count: total })}
      </Typography>
      {linked.length > 0 && <Chip size="small" label={translate('console.list.linked')} onDelete={() => setFilters(Object.fromEntries(Object.entries(filters).filter(([source]) => own.has(source))))} />}
      {selectedIds.length > 0 && (
        <>
          <Chip size="small" color="primary" label={translate('ra.action.bulk_actions', { smart_count: selectedIds.length })} onDelete={onUnselectItems} />
          {bulk}
        </>
      )}
      <Box sx={{ flex: 1 }} />
      {!wide && <SortChooser columns={columns} />}
      <ExportButton filter={{ ...filters, ...fixed }} sort={sort} total={total ?? 0} shown={visible.map(column => column.source)} />
      {wide && (
        <>
          {tool(translate('ra.action.refresh'), <RefreshIcon />, () => void refetch())}
          {tool(translate(density === 'compact' ? 'console.list.roomy' : 'console.list.dense'), density === 'compact' ? <DensityMediumIcon /> : <DensitySmallIcon />, () =>
            setDensity(density === 'compact' ? 'comfortable' : 'compact'),
          )}
          <ColumnChooser columns={columns} />
          {tool(translate(full ? 'console.list.unfull' : 'console.list.full'), full ? <CloseFullscreenIcon /> : <OpenInFullIcon />, onFull)}
        </>
      )}
    </Box>
  )
}

/** On a phone there are no column heads to click; this sorts instead. */
function SortChooser<T extends Row>({ columns }: { columns: readonly Column<T>[] }) {
  const translate = useTranslate()
  const definition = useDefinition()
  const labelOf = useFieldLabel()
  const { sort, setSort } = useListContext<T>()
  const sortable = columns.map(column => ({ by: column.sort ?? column.source, label: labelOf(column) })).filter(({ by }) => definition.sorts?.[by])
  if (sortable.length === 0) return null
  const known = sortable.some(({ by }) => by === sort.field)
  return (
    <TextField
      select
      fullWidth={false}
      label={translate('ra.action.sort')}
      value={known ? `${sort.field} ${sort.order}` : ''}
      onChange={event => {
        const [field, order] = event.target.value.split(' ') as [string, 'ASC' | 'DESC']
        setSort({ field, order })
      }}
      sx={{ minWidth: 132 }}
    >
      {sortable.flatMap(({ by, label }) =>
        (['ASC', 'DESC'] as const).map(order => (
          <MenuItem key={`${by} ${order}`} value={`${by} ${order}`}>
            {label} {order === 'ASC' ? '↑' : '↓'}
          </MenuItem>
        )),
      )}
    </TextField>
  )
}
