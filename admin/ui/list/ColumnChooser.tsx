import ViewColumnIcon from '@mui/icons-material/ViewColumn'
import { Button, Checkbox, IconButton, Menu, MenuItem, Tooltip } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../../data/Definition'
import { type Column, useColumns, useFieldLabel } from './columns'

/** Chooses the columns in sight; the machine remembers. */
export function ColumnChooser<T extends Row>({ columns }: { columns: readonly Column<T>[] }) {
  const translate = useTranslate()
  const labelOf = useFieldLabel()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const { isVisible, toggle, reset } = useColumns(columns)
  const label = translate('ra.action.select_columns')
  return (
    <>
      <Tooltip title={label}>
        <IconButton onClick={event => setAnchor(event.currentTarget)} aria-label={label} aria-haspopup="menu" aria-expanded={anchor !== null}>
          <ViewColumnIcon />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {columns.map((column, index) => (
          <MenuItem key={column.source} role="menuitemcheckbox" aria-checked={isVisible(column.source)} disabled={index === 0} onClick={() => toggle(column.source)} dense>
            <Checkbox checked={isVisible(column.source)} size="small" sx={{ my: -1 }} slotProps={{ input: { tabIndex: -1, 'aria-hidden': true } }} />
            {labelOf(column)}
          </MenuItem>
        ))}
        <Button role="menuitem" fullWidth onClick={reset}>
          {translate('console.list.columnsReset')}
        </Button>
      </Menu>
    </>
  )
}
