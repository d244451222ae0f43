import SearchIcon from '@mui/icons-material/Search'
import { Box, Dialog, InputAdornment, List, ListItemButton, ListItemIcon, ListItemText, TextField } from '@mui/material'
import { visuallyHidden } from '@mui/utils'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from 'ra-core'
import { type ComponentType, type KeyboardEvent, useEffect, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Definition, Row } from '../../data/Definition'
import { useConsole, useMay } from '../Console'
import { useTyped } from '../inputs/useTyped'
import { labelOf, useMenuEntries } from './AppMenu'

interface Hit {
  key: string
  to: string
  label: string
  kind: string
  icon: ComponentType
}

/** Ctrl+K: goes to any page by name, and finds people by name, pinyin, initials or the end of a phone number. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="palette-title" slotProps={{ container: { sx: { alignItems: 'flex-start' } } }}>
      <h2 id="palette-title" style={visuallyHidden}>
        {translate('console.palette.title')}
      </h2>
      <PaletteBody onClose={onClose} />
    </Dialog>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const translate = useTranslate()
  const navigate = useNavigate()
  const { text, settled, handlers } = useTyped()
  const pages = usePageHits(text)
  const records = useRecordHits(settled)
  const hits = [...pages, ...records.hits]
  const [at, setAt] = useState(0)
  useEffect(() => setAt(0), [text])

  const go = (hit: Hit | undefined): void => {
    if (!hit) return
    onClose()
    void navigate(hit.to)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((at + step + hits.length) % Math.max(hits.length, 1))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(hits[at])
    }
  }
  return (
    <Box sx={{ p: 2, pb: 1 }}>
      <TextField
        autoFocus
        value={text}
        placeholder={translate('console.palette.hint')}
        onKeyDown={onKeyDown}
        slotProps={{
          input: { startAdornment: <InputAdornment position="start"><SearchIcon aria-hidden /></InputAdornment> },
          htmlInput: {
            ...handlers,
            role: 'combobox',
            'aria-label': translate('console.palette.title'),
            'aria-expanded': hits.length > 0,
            'aria-controls': 'palette-hits',
            'aria-activedescendant': hits[at] ? `palette-${hits[at].key}` : undefined,
            autoComplete: 'off',
          },
        }}
      />
      <List id="palette-hits" role="listbox" aria-label={translate('console.palette.title')} dense sx={{ maxHeight: '60vh', overflowY: 'auto' }}>
        {hits.map((hit, index) => {
          const Icon = hit.icon
          return (
            <ListItemButton key={hit.key} id={`palette-${hit.key}`} role="option" aria-selected={index === at} selected={index === at} tabIndex={-1} onClick={() => go(hit)} sx={{ borderRadius: 1 }}>
              <ListItemIcon sx={{ minWidth: 36 }}>
                <Icon />
              </ListItemIcon>
              <ListItemText primary={hit.label} secondary={hit.kind} />
            </ListItemButton>
          )
        })}
      </List>
      <Box role="status" sx={{ px: 1, pb: 1, color: 'text.secondary', fontSize: '0.8125rem', minHeight: 20 }}>
        {records.searching ? translate('ra.page.loading') : hits.length === 0 ? translate('console.palette.none') : ''}
      </Box>
    </Box>
  )
}

function usePageHits(text: string): Hit[] {
  const translate = useTranslate()
  const wanted = text.trim().toLowerCase()
  const entries = useMenuEntries().map(entry => ({ entry, label: translate(labelOf(entry), { smart_count: 2 }) }))
  return entries
    .filter(({ entry, label }) => label.toLowerCase().includes(wanted) || entry.name.toLowerCase().includes(wanted))
    .map(({ entry, label }) => ({ key: `page-${entry.name}`, to: `/${entry.name}`, label, kind: translate(`console.groups.${entry.group}`), icon: entry.icon }))
}

function useRecordHits(text: string): { hits: Hit[]; searching: boolean } {
  const translate = useTranslate()
  const may = useMay()
  const { provider, entries } = useConsole()
  const searched = entries.filter((entry): entry is Definition => entry.kind === 'resource' && entry.searchable === true && may(entry.permission))
  const { data = [], isFetching } = useQuery({
    queryKey: ['palette', text],
    enabled: [...text].length >= 2,
    queryFn: async ({ signal }) => {
      const answers = await Promise.allSettled(searched.map(({ name }) => provider.getList<Row>(name, { filter: { q: text }, pagination: { page: 1, perPage: 5 }, signal })))
      return answers.flatMap((answer, index) => (answer.status === 'fulfilled' ? answer.value.data.map(row => ({ row, of: searched[index]! })) : []))
    },
  })
  return {
    searching: isFetching,
    hits: data.map(({ row, of }) => ({
      key: `${of.name}-${row.id}`,
      to: `/${of.name}/${row.id}/show`,
      label: of.text(row),
      kind: translate(`resources.${of.name}.name`, { smart_count: 1 }),
      icon: of.icon,
    })),
  }
}
