import BookmarkAddIcon from '@mui/icons-material/BookmarkAdd'
import MoreVertIcon from '@mui/icons-material/MoreVert'
import StarIcon from '@mui/icons-material/Star'
import { Box, Button, Chip, IconButton, Menu, MenuItem } from '@mui/material'
import { required, useListContext, useNotify, useTranslate } from 'ra-core'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { withoutBlanks } from '../../data/buildQuery'
import { useAsk, useConsole, useDefinition, useMay, useMe } from '../Console'
import { EnumInput } from '../inputs/EnumPicker'
import { TextInput } from '../inputs/TextInput'
import { ActionDialog } from '../record/ActionDialog'

/** The questions that one keeps for a list, and those that others share. */
export const SAVED_QUERIES = 'query savedQueries($list: String!) { savedQueries(list: $list) { id version name query sharing isDefault mine } }'
export const SAVE_QUERY = 'mutation saveQuery($input: SavedQueryInput!) { saveQuery(input: $input) { id } }'
export const UPDATE_QUERY = 'mutation updateSavedQuery($id: ID!, $version: Int!, $input: SavedQueryChange!) { updateSavedQuery(id: $id, version: $version, input: $input) { id } }'
export const ARCHIVE_QUERY = 'mutation archiveSavedQuery($id: ID!, $version: Int!) { archiveSavedQuery(id: $id, version: $version) { id } }'

interface Saved {
  id: string
  version: number
  name: string
  query: string
  sharing: 'OWN' | 'REGION' | 'ROLE'
  isDefault: boolean
  mine: boolean
}

/** What of a list is kept: what it was asked, and in which order. */
interface Kept {
  filter?: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
}

/** The questions that follow whoever is signed in, above the query form: one click asks; a list opens with the default. */
export function SavedQueries() {
  const translate = useTranslate()
  const definition = useDefinition()
  const me = useMe()
  const { search } = useLocation()
  const { filterValues, setFilters, sort, setSort } = useListContext()
  const { data, refetch } = useAsk<{ savedQueries: Saved[] }>(SAVED_QUERIES, { list: definition.name }, { enabled: me !== null, staleTime: 60_000 })
  const [naming, setNaming] = useState<Saved | 'new' | null>(null)
  const [chosen, setChosen] = useState<{ saved: Saved; anchor: HTMLElement } | null>(null)
  const saved = data?.savedQueries ?? []
  const now = JSON.stringify({ filter: withoutBlanks(filterValues as Record<string, unknown>), sort: { field: sort.field, order: sort.order } } satisfies Kept)

  const ask = (one: Saved): void => {
    const kept = JSON.parse(one.query) as Kept
    setFilters(kept.filter ?? {})
    if (kept.sort) setSort(kept.sort)
  }
  const opened = useRef(search !== '')
  useEffect(() => {
    const first = saved.find(one => one.isDefault && one.mine)
    if (opened.current || !data) return
    opened.current = true
    if (first) ask(first)
  }, [data])

  const asking = Object.keys(withoutBlanks(filterValues as Record<string, unknown>)).length > 0
  if (saved.length === 0 && !asking) return null
  return (
    <Box component="nav" aria-label={translate('console.queries.title')} className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
      {saved.map(one => (
        <Box key={one.id} component="span" sx={{ display: 'inline-flex', alignItems: 'center' }}>
          <Chip
            label={one.name}
            icon={one.isDefault && one.mine ? <StarIcon /> : undefined}
            variant={same(one.query, now) ? 'filled' : 'outlined'}
            color={same(one.query, now) ? 'primary' : 'default'}
            onClick={() => ask(one)}
            aria-pressed={same(one.query, now)}
            sx={{ minHeight: { xs: 44, sm: 32 } }}
          />
          {one.mine && (
            <IconButton size="small" onClick={event => setChosen({ saved: one, anchor: event.currentTarget })} aria-label={translate('console.queries.more', { name: one.name })} aria-haspopup="menu">
              <MoreVertIcon fontSize="small" />
            </IconButton>
          )}
        </Box>
      ))}
      {asking && !saved.some(one => same(one.query, now)) && (
        <Button size="small" startIcon={<BookmarkAddIcon />} onClick={() => setNaming('new')}>
          {translate('console.queries.save')}
        </Button>
      )}
      {chosen && <QueryMenu {...chosen} now={now} onClose={() => setChosen(null)} onName={() => setNaming(chosen.saved)} onDone={() => void refetch()} />}
      {naming && <NameDialog saved={naming === 'new' ? null : naming} list={definition.name} query={now} onClose={() => setNaming(null)} onDone={() => void refetch()} />}
    </Box>
  )
}

const same = (query: string, now: string): boolean => {
  const { filter = {}, sort } = JSON.parse(query) as Kept
  return JSON.stringify({ filter, sort }) === now
}

interface QueryMenuProps {
  saved: Saved
  anchor: HTMLElement
  now: string
  onClose: () => void
  onName: () => void
  onDone: () => void
}

/** What its owner may do with a kept question. */
function QueryMenu({ saved, anchor, now, onClose, onName, onDone }: QueryMenuProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { provider } = useConsole()
  const { id, version } = saved
  const send = (document: string, input?: Record<string, unknown>) => async (): Promise<void> => {
    onClose()
    await provider.send(document, { id, version, ...(input && { input }) }).then(onDone, (error: Error) => notify(error.message, { type: 'error' }))
  }
  return (
    <Menu anchorEl={anchor} open onClose={onClose}>
      <MenuItem onClick={() => void send(UPDATE_QUERY, { isDefault: !saved.isDefault })()}>{translate(saved.isDefault ? 'console.queries.undefault' : 'console.queries.default')}</MenuItem>
      <MenuItem onClick={() => (onClose(), onName())}>{translate('console.queries.rename')}</MenuItem>
      <MenuItem onClick={() => void send(UPDATE_QUERY, { query: now })()}>{translate('console.queries.replace')}</MenuItem>
      <MenuItem onClick={() => void send(ARCHIVE_QUERY)()}>{translate('console.queries.remove')}</MenuItem>
    </Menu>
  )
}

/** Names a question, and says with whom it is shared. */
function NameDialog({ saved, list, query, onClose, onDone }: { saved: Saved | null; list: string; query: string; onClose: () => void; onDone: () => void }) {
  const may = useMay()
  const { provider } = useConsole()
  return (
    <ActionDialog
      title={saved ? 'console.queries.rename' : 'console.queries.save'}
      consequence="console.queries.consequence"
      confirm="ra.action.save"
      defaults={{ name: saved?.name ?? '', sharing: saved?.sharing ?? 'OWN' }}
      onClose={onClose}
      run={async ({ name, sharing }, clientKey) => {
        if (saved) await provider.send(UPDATE_QUERY, { id: saved.id, version: saved.version, input: { name, sharing } })
        else await provider.send(SAVE_QUERY, { input: { list, name, query, sharing, clientKey } })
        onDone()
      }}
    >
      <TextInput source="name" label="console.queries.name" maxLength={40} validate={required()} />
      {may('query.share') && <EnumInput source="sharing" of="QuerySharing" label="console.queries.sharing" validate={required()} />}
    </ActionDialog>
  )
}
