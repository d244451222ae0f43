import { Box, Checkbox, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, TableSortLabel } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { useListContext, useResourceContext, useStore, useTranslate } from 'ra-core'
import type { MouseEvent } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useDefinition } from '../Console'
import { cellOf, type Column, useFieldLabel } from './columns'

interface ListTableProps<T extends Row> {
  columns: readonly Column<T>[]
  title: string
  /** Rows can be ticked, for bulk actions. */
  selectable: boolean
}

/** The rows as a table: every box and every sort button has a name, the first cell is the way into the record. */
export function ListTable<T extends Row>({ columns, title, selectable }: ListTableProps<T>) {
  const translate = useTranslate()
  const { data = [], selectedIds, onSelect, sort, setSort } = useListContext<T>()
  const definition = useDefinition()
  const labelOf = useFieldLabel()
  const [density] = useStore<'comfortable' | 'compact'>('list.density', 'comfortable')
  const ids = data.map(row => row.id)
  const ticked = ids.filter(id => selectedIds.includes(id))
  const allTicked = ids.length > 0 && ticked.length === ids.length
  return (
    <TableContainer tabIndex={0} role="region" aria-label={title}>
      <Table size={density === 'compact' ? 'small' : 'medium'} sx={{ '& td, & th': { py: density === 'compact' ? 0.25 : 1 }, '& .MuiCheckbox-root': { p: 0.5 } }}>
        <caption style={visuallyHidden}>{title}</caption>
        <TableHead>
          <TableRow>
            {selectable && (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={allTicked}
                  indeterminate={ticked.length > 0 && !allTicked}
                  onChange={() => onSelect(allTicked ? selectedIds.filter(id => !ids.includes(String(id))) : [...new Set([...selectedIds, ...ids])])}
                  slotProps={{ input: { 'aria-label': translate('ra.action.select_all') } }}
                />
              </TableCell>
            )}
            {columns.map(column => {
              const by = column.sort ?? column.source
              const sorted = sort.field === by
              const label = labelOf(column)
              return (
                <TableCell key={column.source} align={column.align} sx={{ width: column.width, whiteSpace: 'nowrap' }} sortDirection={sorted ? (sort.order === 'ASC' ? 'asc' : 'desc') : false}>
                  {definition.sorts?.[by] ? (
                    <TableSortLabel active={sorted} direction={sorted && sort.order === 'DESC' ? 'desc' : 'asc'} onClick={() => setSort({ field: by, order: sorted && sort.order === 'ASC' ? 'DESC' : 'ASC' })}>
                      {label}
                    </TableSortLabel>
                  ) : (
                    label
                  )}
                </TableCell>
              )
            })}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map(row => (
            <ListRow key={row.id} row={row} columns={columns} selectable={selectable} ticked={selectedIds.includes(row.id)} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

interface ListRowProps<T extends Row> {
  row: T
  columns: readonly Column<T>[]
  selectable: boolean
  ticked: boolean
}

function ListRow<T extends Row>({ row, columns, selectable, ticked }: ListRowProps<T>) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const resource = useResourceContext()
  const definition = useDefinition()
  const { onToggleItem } = useListContext<T>()
  const to = definition.Show && `/${resource}/${row.id}/show`
  const openIt = (event: MouseEvent): void => {
    const inControl = (event.target as HTMLElement).closest('a, button, input, label, [role="button"]')
    if (to && !inControl && !window.getSelection()?.toString()) void navigate(to)
  }
  return (
    <TableRow hover selected={ticked} onClick={openIt} sx={{ cursor: to ? 'pointer' : undefined }}>
      {selectable && (
        <TableCell padding="checkbox">
          <Checkbox checked={ticked} onChange={() => onToggleItem(row.id)} slotProps={{ input: { 'aria-label': translate('console.list.select', { name: definition.text(row) }) } }} />
        </TableCell>
      )}
      {columns.map((column, index) => (
        <TableCell key={column.source} align={column.align} sx={{ whiteSpace: { md: column.wrap ? 'normal' : 'nowrap' }, minWidth: column.wrap ? 180 : undefined }}>
          {index === 0 && to ? (
            <Link component={RouterLink} to={to} underline="hover" sx={{ fontWeight: 500, display: 'inline-flex', minHeight: 24, alignItems: 'center' }}>
              {cellOf(column, row)}
            </Link>
          ) : (
            <Box component="span">{cellOf(column, row)}</Box>
          )}
        </TableCell>
      ))}
    </TableRow>
  )
}
