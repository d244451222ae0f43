import { Alert, Box, Button, Paper } from '@mui/material'
import { Form, useSaveContext, useTranslate } from 'ra-core'
import { type ReactNode, useRef } from 'react'
import { useFormState } from 'react-hook-form'
import { Link as RouterLink } from 'react-router-dom'
import { detailsOf } from '../../data/Refusal'
import { useShortcut } from '../shell/useShortcut'
import type { FormValues } from './FormPage'

interface FormBodyProps {
  values: FormValues
  /** Where a page leaves the server's last refusal. */
  refused: { current: Error | null }
  /** Where 取消 leads. */
  back: string
  children: ReactNode
}

/** The form of a page: inputs in a readable width, the refusal above the buttons, Ctrl+S, the guard against leaving unsaved. */
export function FormBody({ values, refused, back, children }: FormBodyProps) {
  const { save } = useSaveContext()
  const submit = async (given: FormValues): Promise<FormValues | undefined> => {
    refused.current = null
    const { id: _, ...rest } = given
    const errors = (await save?.(rest)) as FormValues | undefined
    if (errors) return errors
    // A refusal without fields keeps the form as it is, unsaved and guarded.
    const refusal = refused.current as Error | null
    return refusal ? { root: { serverError: refusal.message } } : undefined
  }
  return (
    <Form record={values} onSubmit={submit as never} warnWhenUnsavedChanges resetOptions={{ keepDirtyValues: true }} mode="onBlur">
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, maxWidth: 880 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>{children}</Box>
        <SaveBar back={back} refused={refused} />
      </Paper>
    </Form>
  )
}

function SaveBar({ back, refused }: Pick<FormBodyProps, 'back' | 'refused'>) {
  const translate = useTranslate()
  const button = useRef<HTMLButtonElement>(null)
  const { isSubmitting, errors } = useFormState()
  useShortcut('ctrl+s', () => button.current?.form?.requestSubmit())
  const said = errors.root?.serverError?.message
  const { requestId } = refused.current ? detailsOf(refused.current) : {}
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
    <Box component="fieldset" sx={{ gridColumn: '1 / -1', border: 0, p: 0, m: 0, minWidth: 0, display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
      <Box component="legend" sx={{ fontWeight: 600, p: 0, mb: 2 }}>
        {translate(title, { _: title })}
      </Box>
      {children}
    </Box>
  )
}

/** An input that takes the whole width: a note, a list of ticks. */
export const Wide = ({ children }: { children: ReactNode }) => <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>
