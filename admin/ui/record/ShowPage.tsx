import EditIcon from '@mui/icons-material/Edit'
import { Box, Button, Paper, Tab, Tabs } from '@mui/material'
import { RecordContextProvider, ShowBase, useShowContext, useTranslate } from 'ra-core'
import type { ReactNode } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useDefinition, useMay } from '../Console'
import type { EnumName } from '../enums'
import { type Crumb, PageHead } from '../shell/PageHead'
import { ErrorPanel } from '../views/ErrorPanel'
import { Waiting } from '../views/Waiting'
import { type Fact, Facts } from './Facts'
import { StateChip } from './StateChip'
import { type HistoryEntry, Timeline } from './Timeline'
import { WHOLE } from './whole'

/** A tab of a record's page; its label stands under `resources.<resource>.tabs.<key>`. */
export interface ShowTab<T extends Row> {
  key: string
  label?: string
  content: (row: T) => ReactNode
  hidden?: (row: T) => boolean
}

interface ShowPageProps<T extends Row> {
  title?: (row: T) => string
  crumbs?: (row: T) => Crumb[]
  /** The enum of `row.state`, for the chip beside the title and the timeline. */
  states?: EnumName
  /** More chips beside the title. */
  beside?: (row: T) => ReactNode
  /** Who, owner, due: what one must know before reading on. */
  summary?: (row: T) => readonly (Fact | null | false | undefined)[]
  /** Whether the record can be edited in its present state; by default always. */
  editable?: (row: T) => boolean
  /** The buttons: `<WorkflowButtons …/>` and links. */
  actions?: (row: T) => ReactNode
  /** Between the summary and the tabs: warnings, what is due. */
  notice?: (row: T) => ReactNode
  tabs?: readonly ShowTab<T>[]
  /** In place of tabs: sections one under another. */
  children?: (row: T) => ReactNode
}

/** A record's page: head with state and actions, summary, tabs, and the timeline as the last tab where the record has a history. */
export function ShowPage<T extends Row = Row>(props: ShowPageProps<T>) {
  return (
    <ShowBase<T> queryOptions={{ meta: WHOLE, onError: () => undefined, retry: false }}>
      <ShowBody<T> {...props} />
    </ShowBase>
  )
}

function ShowBody<T extends Row>({ title, crumbs, states, beside, summary, editable, actions, notice, tabs = [], children }: ShowPageProps<T>) {
  const translate = useTranslate()
  const definition = useDefinition()
  const { record, error, isPending, refetch } = useShowContext<T>()
  const list = { label: translate(`resources.${definition.name}.name`, { smart_count: 2 }), ...(definition.List && { to: `/${definition.name}` }) }
  if (error) {
    return (
      <>
        <PageHead title={translate(`resources.${definition.name}.name`, { smart_count: 1 })} crumbs={[list]} />
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (isPending || !record) return <Waiting />
  const history = record.history as HistoryEntry[] | undefined
  const all: ShowTab<T>[] = tabs.filter(tab => !tab.hidden?.(record))
  if (history) all.push({ key: 'history', label: 'console.timeline.title', content: () => <Timeline entries={history} states={states} /> })
  return (
    <RecordContextProvider value={record}>
      <PageHead
        title={title?.(record) ?? definition.text(record)}
        crumbs={crumbs?.(record) ?? [{ label: translate(`console.groups.${definition.group}`) }, list]}
        beside={
          <>
            {states && <StateChip of={states} value={record.state} />}
            {beside?.(record)}
          </>
        }
        actions={
          <>
            {actions?.(record)}
            {(editable?.(record) ?? true) && <EditButton id={record.id} />}
          </>
        }
      />
      {summary && (
        <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2 }}>
          <Facts items={summary(record)} />
        </Paper>
      )}
      {notice?.(record)}
      {children?.(record)}
      {all.length > 0 && <ShowTabs tabs={all} row={record} />}
    </RecordContextProvider>
  )
}

/** Tabs whose choice stands in the address. A single one needs no bar. */
function ShowTabs<T extends Row>({ tabs, row }: { tabs: readonly ShowTab<T>[]; row: T }) {
  const translate = useTranslate()
  const definition = useDefinition()
  const [search, setSearch] = useSearchParams()
  const current = tabs.find(tab => tab.key === search.get('tab')) ?? tabs[0]!
  return (
    <Paper variant="outlined">
      <Tabs value={current.key} onChange={(_, key: string) => setSearch({ tab: key }, { replace: true })} variant="scrollable" allowScrollButtonsMobile sx={{ borderBottom: 1, borderColor: 'divider', px: 1 }}>
        {tabs.map(tab => (
          <Tab key={tab.key} value={tab.key} id={`tab-${tab.key}`} aria-controls={`panel-${tab.key}`} label={translate(tab.label ?? `resources.${definition.name}.tabs.${tab.key}`)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${current.key}`} aria-labelledby={`tab-${current.key}`} sx={{ p: { xs: 1.5, sm: 2.5 } }}>
        {current.content(row)}
      </Box>
    </Paper>
  )
}

/** Edits, where the record can be edited by this person. */
function EditButton({ id }: { id: string }) {
  const translate = useTranslate()
  const definition = useDefinition()
  const may = useMay()
  const update = definition.mutations?.update
  if (!definition.Edit || !update || !may(update.may)) return null
  return (
    <Button component={RouterLink} to={`/${definition.name}/${id}`} variant="outlined" startIcon={<EditIcon />}>
      {translate('ra.action.edit')}
    </Button>
  )
}
