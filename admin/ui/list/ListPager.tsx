import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import { Box, IconButton, MenuItem, TextField, Typography } from '@mui/material'
import { useListContext, useTranslate } from 'ra-core'
import { type FormEvent, useEffect, useState } from 'react'
import { hasMore } from '../../data/buildQuery'

const SIZES = [10, 25, 50, 100]

/** Which page of how many, the page's size, and a jump to any page. */
export function ListPager() {
  const translate = useTranslate()
  const { page, perPage, setPage, setPerPage, total = 0, meta } = useListContext()
  const more = hasMore(meta)
  const pages = Math.max(1, Math.ceil(total / perPage), more ? page + 1 : 1)
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const jump = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = Math.min(pages, Math.max(1, Math.trunc(Number(typed)) || 1))
    setTyped(String(wanted))
    setPage(wanted)
  }
  if (total === 0) return null
  return (
    <Box component="nav" aria-label={translate('console.list.pages')} className="no-print" sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', flexWrap: 'wrap', gap: { xs: 0.5, sm: 1 }, p: { xs: 1, sm: 1.5 } }}>
      <TextField
        select
        fullWidth={false}
        label={translate('ra.navigation.page_rows_per_page')}
        value={SIZES.includes(perPage) ? perPage : ''}
        onChange={event => setPerPage(Number(event.target.value))}
        sx={{ minWidth: 104 }}
      >
        {SIZES.map(size => (
          <MenuItem key={size} value={size}>
            {size}
          </MenuItem>
        ))}
      </TextField>
      <IconButton onClick={() => setPage(page - 1)} disabled={page <= 1} aria-label={translate('ra.navigation.previous')}>
        <ChevronLeftIcon />
      </IconButton>
      <Box component="form" onSubmit={jump} noValidate sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <TextField
          fullWidth={false}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onBlur={() => setTyped(String(page))}
          sx={{ width: 72 }}
          slotProps={{ htmlInput: { inputMode: 'numeric', 'aria-label': translate('console.list.jump'), style: { textAlign: 'center' } } }}
        />
        <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>
          / {pages}
          {more && '+'}
        </Typography>
      </Box>
      <IconButton onClick={() => setPage(page + 1)} disabled={page >= pages} aria-label={translate('ra.navigation.next')}>
        <ChevronRightIcon />
      </IconButton>
    </Box>
  )
}
