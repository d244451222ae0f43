import { Box, useMediaQuery, useTheme } from '@mui/material'
import { ListBase, ResourceContextProvider, useListContext, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { hasMore } from '../../data/buildQuery'
import type { Row } from '../../data/Definition'
import { useDefinition, useMay } from '../Console'
import { EmptyState } from '../views/EmptyState'
import { ErrorPanel } from '../views/ErrorPanel'
import { Waiting } from '../views/Waiting'
import type { Column } from './columns'
import { ListCards } from './ListCards'
import { ListPager } from './ListPager'
import { ListTable } from './ListTable'

interface RelatedListProps<T extends Row> {
  /** The resource whose records are listed, e.g. `visits`. */
  of: string
  /** What ties them to this page's record, e.g. `{ pairingId: row.id }`. */
  filter: Record<string, unknown>
  columns: readonly Column<T>[]
  sort?: { field: string; order: 'ASC' | 'DESC' }
  perPage?: number
  empty?: ReactNode
}

/** The records that belong to this one, as a table (or cards on a phone) inside its page; nothing for those who may not see them. */
export function RelatedList<T extends Row = Row>({ of, filter, columns, sort, perPage = 10, empty }: RelatedListProps<T>) {
  const definition = useDefinition(of)
  const may = useMay()
  if (!may(definition.permission)) return null
  const first = Object.keys(definition.sorts ?? {})[0]
  return (
    <ResourceContextProvider value={of}>
      <ListBase<T>
        resource={of}
        filter={filter}
        perPage={perPage}
        sort={sort ?? { field: first ?? 'id', order: 'DESC' }}
        exporter={false}
        disableSyncWithLocation
        disableAuthentication
        storeKey={false}
        queryOptions={{ onError: () => undefined, retry: false }}
      >
        <RelatedBody<T> columns={columns} empty={empty} />
      </ListBase>
    </ResourceContextProvider>
  )
}

function RelatedBody<T extends Row>({ columns, empty }: Pick<RelatedListProps<T>, 'columns' | 'empty'>) {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('sm'))
  const definition = useDefinition()
  const { data, error, isPending, refetch, total = 0, perPage, meta } = useListContext<T>()
  const name = translate(`resources.${definition.name}.name`, { smart_count: 2 })
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  if (data?.length === 0) return <>{empty ?? <EmptyState title={translate('ra.page.empty', { name })} />}</>
  const shown = columns.filter(column => !column.hidden)
  return (
    <Box>
      {wide ? <ListTable columns={shown} title={name} selectable={false} /> : <ListCards columns={shown} selectable={false} />}
      {(total > perPage || hasMore(meta)) && <ListPager />}
    </Box>
  )
}
