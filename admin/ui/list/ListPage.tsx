import AddIcon from '@mui/icons-material/Add'
import { Box, Button, LinearProgress, Paper, useMediaQuery, useTheme } from '@mui/material'
import { ListBase, useListContext, useResourceContext, useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useDefinition, useMay } from '../Console'
import { type Crumb, PageHead } from '../shell/PageHead'
import { EmptyState } from '../views/EmptyState'
import { ErrorPanel } from '../views/ErrorPanel'
import { InSteps } from '../views/InSteps'
import { type Column, useColumns } from './columns'
import { ListCards } from './ListCards'
import { ListPager } from './ListPager'
import { ListTable } from './ListTable'
import { ListToolbar } from './ListToolbar'
import { QueryForm } from './QueryForm'
import type { QueryField } from './QueryInput'
import { SavedQueries } from './SavedQueries'

interface ListPageProps<T extends Row> {
  columns: readonly Column<T>[]
  /** The fields that people ask by, the most asked first. */
  query?: readonly QueryField[]
  sort?: { field: string; order: 'ASC' | 'DESC' }
  perPage?: number
  /** Always on, beneath what is asked for. */
  filter?: Record<string, unknown>
  /** What a list opened without a query asks by. */
  asked?: Record<string, unknown>
  title?: string
  crumbs?: Crumb[]
  /** More buttons beside the one that creates. */
  actions?: ReactNode
  /** Buttons for the ticked rows; with it, rows can be ticked. */
  bulk?: (ids: string[], rows: T[]) => ReactNode
  /** In place of the usual words when nothing is there at all. */
  empty?: ReactNode
  /** Above the rows: a legend, numbers. */
  children?: ReactNode
}

/** The list of a resource: head, query form, table (or cards on a phone), pages. Asking, sorting and paging stand in the address. */
export function ListPage<T extends Row = Row>({ sort, perPage = 25, filter, asked, ...page }: ListPageProps<T>) {
  const resource = useResourceContext()
  const definition = useDefinition()
  const first = Object.keys(definition.sorts ?? {})[0]
  return (
    <ListBase<T>
      key={resource}
      resource={resource}
      perPage={perPage}
      filter={filter}
      filterDefaultValues={asked}
      sort={sort ?? { field: first ?? 'id', order: first ? 'ASC' : 'DESC' }}
      exporter={false}
      queryOptions={{ onError: () => undefined, retry: false }}
    >
      <ListBody<T> fixed={filter} {...page} />
    </ListBase>
  )
}

type BodyProps<T extends Row> = Omit<ListPageProps<T>, 'sort' | 'perPage' | 'filter' | 'asked'> & { fixed?: Record<string, unknown> }

function ListBody<T extends Row>({ columns, query = [], title, crumbs, actions, bulk, empty, children, fixed }: BodyProps<T>) {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('sm'))
  const [full, setFull] = useState(false)
  const { data, error, isPending, isFetching, refetch, selectedIds } = useListContext<T>()
  const definition = useDefinition()
  const { visible } = useColumns(columns)
  const name = title ?? translate(`resources.${definition.name}.name`, { smart_count: 2 })
  const picked = data?.filter(row => selectedIds.includes(row.id)) ?? []
  return (
    <>
      <PageHead
        title={name}
        crumbs={crumbs ?? [{ label: translate(`console.groups.${definition.group}`) }]}
        actions={
          <>
            {actions}
            <CreateButton />
          </>
        }
      />
      {query.length > 0 && <SavedQueries />}
      {query.length > 0 && <QueryForm fields={query} />}
      {children}
      <Paper variant="outlined" sx={full ? { position: 'fixed', inset: 0, zIndex: 'appBar', overflow: 'auto', borderRadius: 0 } : { position: 'relative' }}>
        {isFetching && <LinearProgress aria-label={translate('ra.page.loading')} sx={{ position: 'absolute', left: 0, right: 0, top: 0, height: 2 }} />}
        <ListToolbar columns={columns} query={query} wide={wide} full={full} onFull={() => setFull(!full)} fixed={fixed} bulk={bulk?.(selectedIds.map(String), picked)} />
        {error ? (
          <Box sx={{ px: 2, pb: 2 }}>
            <ErrorPanel error={error} onRetry={() => void refetch()} />
          </Box>
        ) : data?.length === 0 ? (
          <Nothing empty={empty} />
        ) : (
          <InSteps when={!isPending} before={<Box sx={{ minHeight: '100vh' }} />}>
            {wide ? <ListTable columns={visible} title={name} selectable={bulk !== undefined} /> : <ListCards columns={visible} selectable={bulk !== undefined} />}
          </InSteps>
        )}
        <ListPager />
      </Paper>
    </>
  )
}

/** Nothing to show: because of the query, because the page lies beyond the end, or because nothing was ever entered. */
function Nothing({ empty }: { empty?: ReactNode }) {
  const translate = useTranslate()
  const definition = useDefinition()
  const { filterValues, setFilters, total, setPage } = useListContext()
  const name = translate(`resources.${definition.name}.name`, { smart_count: 2 })
  if (total) return <EmptyState title={translate('console.list.beyond')} action={<Button onClick={() => setPage(1)}>{translate('ra.navigation.first')}</Button>} />
  if (Object.keys(filterValues as object).length > 0) {
    return (
      <EmptyState
        title={translate('ra.navigation.no_filtered_results', { name })}
        hint={translate('console.list.widen')}
        action={
          <Button variant="outlined" onClick={() => setFilters({})}>
            {translate('ra.navigation.clear_filters')}
          </Button>
        }
      />
    )
  }
  return <>{empty ?? <EmptyState title={translate('ra.page.empty', { name })} hint={translate(`resources.${definition.name}.empty`, { _: ' ' })} action={<CreateButton />} />}</>
}

/** Creates a record, for those who may. */
export function CreateButton({ to, label }: { to?: string; label?: string }) {
  const translate = useTranslate()
  const definition = useDefinition()
  const may = useMay()
  const create = definition.mutations?.create
  if (!definition.Create || !create || !may(create.may)) return null
  return (
    <Button component={RouterLink} to={to ?? `/${definition.name}/create`} variant="contained" startIcon={<AddIcon />}>
      {label ?? translate(`resources.${definition.name}.create`, { _: translate('ra.action.create') })}
    </Button>
  )
}
