import { CreateBase, EditBase, useCreateContext, useEditContext, useResourceContext, useTranslate } from 'ra-core'
import { type ReactNode, useRef, useState } from 'react'
import type { Row } from '../../data/Definition'
import { codeOf } from '../../data/Refusal'
import { useDefinition } from '../Console'
import { type Crumb, PageHead } from '../shell/PageHead'
import { ErrorPanel } from '../views/ErrorPanel'
import { Waiting } from '../views/Waiting'
import { FormBody, type Outcome } from './FormBody'
import { StaleDialog } from './StaleDialog'
import { useClientKey } from './useClientKey'
import { WHOLE } from './whole'

/** What a form holds. */
export type FormValues = Record<string, unknown>

interface Common {
  /** The inputs; the same set for creating and editing. */
  children: ReactNode
  title?: string
  crumbs?: Crumb[]
  /** The mutation's input, made of what the form holds. */
  toInput?: (values: FormValues) => FormValues
  /** Where one goes after saving. */
  redirect?: 'show' | 'list' | ((row: Row) => string)
}

interface CreateProps extends Common {
  defaults?: FormValues
  /** The mutation's input takes a `clientKey`, so that sending twice makes one record. */
  keyed?: boolean
}

interface EditProps extends Common {
  /** What the form holds of a record, e.g. `regionCode` out of `region { code }`. */
  toForm?: (row: Row) => FormValues
}

const same = (values: FormValues): FormValues => values

/** Notes the record as saved. When the session had ended react-admin answers with nothing, and nothing was saved: the draft must stay. */
const savedInto = (outcome: { current: Outcome }) => (row: { id?: unknown } | undefined): void => {
  if (row?.id) outcome.current = { saved: row as Row }
}

/** The page that makes a record. Saving waits for the server; errors stand under the fields; leaving unsaved asks first. */
export function CreatePage({ defaults = {}, keyed = false, toInput = same, ...common }: CreateProps) {
  const key = useClientKey()
  const outcome = useRef<Outcome>({})
  return (
    <CreateBase
      mutationMode="pessimistic"
      redirect={false}
      transform={(values: FormValues) => ({ ...toInput(values), ...(keyed && { clientKey: key.current }) })}
      mutationOptions={{ onSuccess: savedInto(outcome), onError: (error: Error) => (outcome.current = { refused: error }) }}
    >
      <CreateView defaults={defaults} outcome={outcome} clientKey={key} {...common} />
    </CreateBase>
  )
}

/** The page that changes a record. When somebody saved first, both versions are shown and one chooses field by field. */
export function EditPage({ toForm = same, toInput = same, ...common }: EditProps) {
  const key = useClientKey()
  const outcome = useRef<Outcome>({})
  const [stale, setStale] = useState<Error | null>(null)
  const onError = (error: Error): void => {
    outcome.current = { refused: error }
    if (codeOf(error) === 'STALE') setStale(error)
  }
  return (
    <EditBase
      mutationMode="pessimistic"
      redirect={false}
      transform={toInput}
      mutationOptions={{ meta: WHOLE, onSuccess: savedInto(outcome), onError }}
      queryOptions={{ meta: WHOLE, onError: () => undefined, retry: false }}
    >
      <EditView toForm={toForm as (row: Row) => FormValues} outcome={outcome} clientKey={key} stale={stale} onSettled={() => setStale(null)} {...common} />
    </EditBase>
  )
}

interface ViewProps extends Omit<Common, 'toInput'> {
  outcome: { current: Outcome }
  clientKey: { current: string }
}

function CreateView({ defaults, outcome, clientKey, redirect, children, title, crumbs }: ViewProps & { defaults: FormValues }) {
  const translate = useTranslate()
  const { isPending } = useCreateContext()
  const definition = useDefinition()
  const list = useListCrumb()
  if (isPending) return <Waiting />
  const name = translate(`resources.${definition.name}.name`, { smart_count: 1 })
  const usual = translate(`resources.${definition.name}.create`, { _: translate('ra.page.create', { name }) })
  return (
    <>
      <PageHead title={title ?? usual} crumbs={crumbs ?? list} />
      <FormBody values={defaults} outcome={outcome} redirect={redirect} back={`/${definition.name}`} draft={`${definition.name}/create`} clientKey={clientKey}>
        {children}
      </FormBody>
    </>
  )
}

interface EditViewProps extends ViewProps {
  toForm: (row: Row) => FormValues
  stale: Error | null
  onSettled: () => void
}

function EditView({ toForm, outcome, clientKey, stale, onSettled, redirect, children, title, crumbs }: EditViewProps) {
  const definition = useDefinition()
  const list = useListCrumb()
  const { record, error, isPending, refetch } = useEditContext<Row>()
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <Waiting />
  const show = definition.Show ? `/${definition.name}/${record.id}/show` : `/${definition.name}`
  return (
    <>
      <PageHead title={title ?? definition.text(record)} crumbs={crumbs ?? [...list, { label: definition.text(record), to: show }]} />
      <FormBody values={{ ...toForm(record), id: record.id }} outcome={outcome} redirect={redirect} back={show} draft={`${definition.name}/${record.id}`} clientKey={clientKey}>
        {children}
        {stale && <StaleDialog error={stale} toForm={toForm} onSettled={onSettled} />}
      </FormBody>
    </>
  )
}

function useListCrumb(): Crumb[] {
  const translate = useTranslate()
  const resource = useResourceContext()
  return [{ label: translate(`resources.${resource}.name`, { smart_count: 2 }), to: `/${resource}` }]
}
