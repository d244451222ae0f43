import ListIcon from '@mui/icons-material/List'
import { Box, Button, Typography } from '@mui/material'
import { ListBase, ResourceContextProvider, useListContext, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { type EnumName, useEnumWord } from '../enums'
import { QueryForm } from '../list/QueryForm'
import type { QueryField } from '../list/QueryInput'
import { SavedQueries } from '../list/SavedQueries'
import { PageHead } from '../shell/PageHead'
import type { Tone } from '../theme'
import { Board } from './Board'
import { EmptyState } from './EmptyState'
import { ErrorPanel } from './ErrorPanel'

interface BoardPageProps<T extends Row> {
  /** The page's name: its title stands under `pages.<name>.name`. */
  name: string
  /** The resource whose records are the cards, and whose list the page belongs to. */
  of: string
  fields: readonly QueryField[]
  sort: { field: string; order: 'ASC' | 'DESC' }
  /** The steps that have a column each, values of an enum. */
  states: readonly string[]
  words: EnumName
  tone: (state: string) => Tone | undefined
  card: (row: T) => ReactNode
  /** What begins a new record. */
  begin: ReactNode
}

/** Records by the step that they are at; asked by the same as their list is, and with the same saved queries. */
export function BoardPage<T extends Row>({ name, of, fields, begin, ...columns }: BoardPageProps<T>) {
  const translate = useTranslate()
  return (
    <ResourceContextProvider value={of}>
      <ListBase resource={of} storeKey={name} perPage={1} sort={columns.sort} exporter={false} queryOptions={{ onError: () => undefined, retry: false }}>
        <PageHead
          title={translate(`pages.${name}.name`)}
          crumbs={[{ label: translate(`resources.${of}.name`, { smart_count: 2 }), to: `/${of}` }]}
          actions={
            <>
              <Button component={RouterLink} to={`/${of}`} variant="outlined" startIcon={<ListIcon />}>
                {translate(`resources.${of}.asList`)}
              </Button>
              {begin}
            </>
          }
        />
        <SavedQueries />
        <QueryForm fields={fields} />
        <Columns<T> name={name} of={of} begin={begin} {...columns} />
      </ListBase>
    </ResourceContextProvider>
  )
}

function Columns<T extends Row>({ name, of, begin, states, words, tone, sort, card }: Omit<BoardPageProps<T>, 'fields'>) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { filterValues, total, error, refetch } = useListContext<T>()
  const { state, ...filter } = filterValues as { state?: string[] } & Record<string, unknown>
  const shown = state?.length ? states.filter(one => state.includes(one)) : states
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (total === 0) return <EmptyState title={translate('ra.page.empty', { name: translate(`resources.${of}.name`, { smart_count: 2 }) })} hint={translate(`resources.${of}.empty`)} action={begin} />
  return (
    <Box>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1, display: { xs: 'none', md: 'block' } }}>
        {translate(`resources.${of}.boardHint`)}
      </Typography>
      <Board<T> of={of} title={translate(`pages.${name}.name`)} columns={shown.map(one => ({ key: one, label: word(words, one), tone: tone(one), filter: { state: [one] } }))} filter={filter} sort={sort} card={card} />
    </Box>
  )
}
