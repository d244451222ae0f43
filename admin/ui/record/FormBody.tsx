import { Alert, Box, Button, Paper } from '@mui/material'
import { Form, useNotify, useRedirect, useResourceContext, useSaveContext, useTranslate } from 'ra-core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFormContext, type UseFormReturn, useFormState } from 'react-hook-form'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { detailsOf } from '../../data/Refusal'
import { useConsole } from '../Console'
import { useShortcut } from '../shell/useShortcut'
import { DraftKeeper } from './DraftKeeper'
import type { FormValues } from './FormPage'
import { LeaveGuard } from './LeaveGuard'
import { placeErrors } from './placeErrors'

/** How the last saving went: the record as saved, or the server's refusal. */
export interface Outcome {
  saved?: Row
  refused?: Error
}

interface FormBodyProps {
  values: FormValues
  /** Where the page leaves how saving went. */
  outcome: { current: Outcome }
  /** Where one goes after saving. */
  redirect?: 'show' | 'list' | ((row: Row) => string)
  /** Where giving up leads. */
  back: string
  /** Under what name the draft is kept. */
  draft: string
  clientKey: { current: string }
  children: ReactNode
}

/** When the record is read again after a conflict, what has been typed stays. */
const KEEP_TYPED = { keepDirtyValues: true }

/** Inputs stand in two columns, on a phone in one. */
const COLUMNS = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' } as const

/** The form of a page: inputs in a readable width, the refusal above the buttons, Ctrl+S, the guard against leaving unsaved. */
export function FormBody({ values, outcome, redirect = 'show', back, draft, clientKey, children }: FormBodyProps) {
  const { save } = useSaveContext()
  const form = useRef<UseFormReturn>(null)
  const submit = async (given: FormValues): Promise<FormValues | undefined> => {
    outcome.current = {}
    const { id: _, ...rest } = given
    const errors = (await save?.(rest)) as Record<string, string> | undefined
    const { refused } = outcome.current as Outcome
    const { under, elsewhere } = placeErrors(errors ?? {}, form.current!.control)
    // What stands under no input, like a refusal without fields, is said above the buttons; the form stays as it is, unsaved and guarded.
    if (refused && (!errors || elsewhere.length > 0)) return { ...under, root: { serverError: [refused.message, ...elsewhere].join(' ') } }
    return errors && under
  }
  return (
    <Form record={values} onSubmit={submit as never} resetOptions={KEEP_TYPED}>
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, maxWidth: 880 }}>
        <DraftKeeper name={draft} clientKey={clientKey} />
        <Box sx={COLUMNS}>{children}</Box>
        <SaveBar back={back} outcome={outcome} />
        <FormHandle form={form} />
        <LeaveGuard draft={draft} />
        <LeaveWhenSaved outcome={outcome} redirect={redirect} draft={draft} />
      </Paper>
    </Form>
  )
}

/** Hands the form to what stands around it. */
function FormHandle({ form }: { form: { current: UseFormReturn | null } }) {
  const own = useFormContext()
  useEffect(() => {
    form.current = own
  }, [form, own])
  return null
}

/** Goes on once the form counts as saved, so that the guard against leaving does not ask. */
function LeaveWhenSaved({ outcome, redirect, draft }: Required<Pick<FormBodyProps, 'outcome' | 'redirect' | 'draft'>>) {
  const { isSubmitSuccessful, submitCount } = useFormState()
  const { reset, getValues } = useFormContext()
  const go = useRedirect()
  const notify = useNotify()
  const resource = useResourceContext()
  const { drafts } = useConsole()
  useEffect(() => {
    const { saved } = outcome.current
    if (!isSubmitSuccessful || !saved) return
    outcome.current = {}
    notify('console.saved', { type: 'success' })
    // What has been typed is saved: the form counts as untouched, or the guard would ask.
    reset(getValues())
    void drafts.drop(draft)
    setTimeout(() => (typeof redirect === 'string' ? go(redirect, resource, saved.id) : go(redirect(saved))))
  }, [isSubmitSuccessful, submitCount, outcome, redirect, go, notify, resource, reset, getValues, drafts, draft])
  return null
}

function SaveBar({ back, outcome }: Pick<FormBodyProps, 'back' | 'outcome'>) {
  const translate = useTranslate()
  const button = useRef<HTMLButtonElement>(null)
  const { isSubmitting, errors } = useFormState()
  useShortcut('ctrl+s', () => button.current?.form?.requestSubmit())
  const said = errors.root?.serverError?.message
  const { requestId } = outcome.current.refused ? detailsOf(outcome.current.refused) : {}
  return (
    <Box sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.paper', pt: 2, pb: 1, mt: 1, zIndex: 1 }}>
      {said && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate(String(said), { _: String(said) })}
          {requestId && ` · ${translate('console.error.request', { id: requestId })}`}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button type="submit" ref={button} variant="contained" loading={isSubmitting} title="Ctrl+S">
          {translate('ra.action.save')}
        </Button>
        <Button component={RouterLink} to={back} disabled={isSubmitting}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  )
}

/** Inputs under a heading, over the whole width of the form. */
export function FormPart({ title, children }: { title: string; children: ReactNode }) {
  const translate = useTranslate()
  return (
    <Box component="fieldset" sx={{ ...COLUMNS, gridColumn: '1 / -1', border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 600, p: 0, mb: 2 }}>
        {translate(title, { _: title })}
      </Box>
      {children}
    </Box>
  )
}

/** An input that takes the whole width: a note, a list of ticks. */
export const Wide = ({ children }: { children: ReactNode }) => <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>
