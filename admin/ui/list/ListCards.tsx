import { Box, Card, Checkbox, Link, Typography } from '@mui/material'
import { useListContext, useResourceContext, useTranslate } from 'ra-core'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useDefinition } from '../Console'
import { cellOf, type Column, useFieldLabel } from './columns'

interface ListCardsProps<T extends Row> {
  columns: readonly Column<T>[]
  selectable: boolean
}

/** The rows as cards, for a phone: the title leads into the record, the chip says its state, the other columns are lines. */
export function ListCards<T extends Row>({ columns, selectable }: ListCardsProps<T>) {
  const translate = useTranslate()
  const resource = useResourceContext()
  const definition = useDefinition()
  const labelOf = useFieldLabel()
  const { data = [], selectedIds, onToggleItem } = useListContext<T>()
  const title = columns.find(column => column.card === 'title') ?? columns[0]
  const chips = columns.filter(column => column.card === 'chip')
  const lines = columns.filter(column => column !== title && (column.card ?? 'line') === 'line')
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 1, display: 'grid', gap: 1 }}>
      {data.map(row => (
        <Card key={row.id} component="li" variant="outlined" sx={{ p: 1.5 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 44 }}>
            {selectable && (
              <Checkbox
                edge="start"
                checked={selectedIds.includes(row.id)}
                onChange={() => onToggleItem(row.id)}
                slotProps={{ input: { 'aria-label': translate('console.list.select', { name: definition.text(row) }) } }}
              />
            )}
            {definition.Show ? (
              <Link component={RouterLink} to={`/${resource}/${row.id}/show`} underline="hover" sx={{ fontWeight: 600, mr: 'auto', minHeight: 44, display: 'flex', alignItems: 'center', flex: 1 }}>
                {title && cellOf(title, row)}
              </Link>
            ) : (
              <Typography sx={{ fontWeight: 600, mr: 'auto' }}>{title && cellOf(title, row)}</Typography>
            )}
            {chips.map(column => (
              <span key={column.source}>{cellOf(column, row)}</span>
            ))}
          </Box>
          <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(72px, auto) 1fr', columnGap: 1.5, rowGap: 0.5, fontSize: '0.875rem' }}>
            {lines.map(column => (
              <Box key={column.source} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {labelOf(column)}
                </Box>
                <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
                  {cellOf(column, row)}
                </Box>
              </Box>
            ))}
          </Box>
        </Card>
      ))}
    </Box>
  )
}
