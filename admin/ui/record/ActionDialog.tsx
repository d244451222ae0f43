import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle, useMediaQuery, useTheme } from '@mui/material'
import { Form, ResourceContextProvider, setSubmissionErrors, useRefresh, useResourceContext, useTranslate } from 'ra-core'
import { type ReactNode, useState } from 'react'
import { type Control, useFormContext } from 'react-hook-form'
import { detailsOf } from '../../data/Refusal'
import { useConsole } from '../Console'
import { DraftKeeper } from './DraftKeeper'
import { type Placed, placeErrors } from './placeErrors'
import { useSentences } from './sentences'
import { useClientKey } from './useClientKey'

/** What a form gives, and the key of this opening: a second click sends the same key, and changes nothing. */
export type ActionValues = Record<string, unknown>

interface ActionDialogProps {
  title: string
  /** What will follow, in a sentence. */
  consequence?: string
  /** The form's inputs; none for a plain confirmation. */
  children?: ReactNode
  defaults?: ActionValues
  /** The button's word; by default the catalogue's confirmation. */
  confirm?: string
  /** For what cannot be taken back. */
  grave?: boolean
  /** Does it; a refusal that is thrown is shown here, its fields under the inputs. */
  run: (values: ActionValues, clientKey: string) => Promise<unknown>
  onClose: () => void
  /** Under what name what is typed is kept until it is done; without it nothing is kept. */
  draft?: string
  /** The resource whose labels the inputs use, where it is not the page's. */
  resource?: string
  /** A long form: wider on a desk, and on a phone the whole screen. */
  roomy?: boolean
}

/** A small form for one act: what it does in a sentence, its few inputs, and the server's answer under the fields. */
export function ActionDialog({ title, consequence, children, defaults = {}, confirm = 'ra.action.confirm', grave = false, run, onClose, draft, resource, roomy = false }: ActionDialogProps) {
  const translate = useTranslate()
  const theme = useTheme()
  const narrow = useMediaQuery(theme.breakpoints.down('sm'))
  const here = useResourceContext()
  const clientKey = useClientKey()
  const [running, setRunning] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const { drafts } = useConsole()
  const refresh = useRefresh()
  const together = useSentences()
  const giveUp = (): void => {
    if (draft) void drafts.drop(draft)
    onClose()
  }

  return (
    <Dialog
      open
      fullScreen={roomy && narrow}
      maxWidth={roomy ? 'md' : 'sm'}
      onClose={running ? undefined : onClose}
      aria-labelledby="action-title"
      aria-describedby={consequence ? 'action-consequence' : undefined}
      slotProps={{ paper: { sx: { '& > form': { display: 'flex', flexDirection: 'column', minHeight: 0 } } } }}
    >
      <ResourceContextProvider value={resource ?? here ?? ''}>
        <Form defaultValues={defaults} record={{}} onSubmit={() => undefined} noValidate>
          <ActionForm
            submit={async (values, control) => {
              setRunning(true)
              setRefused(null)
              try {
                await run(values, clientKey.current)
                if (draft) void drafts.drop(draft)
                onClose()
                return {}
              } catch (error) {
                const { errors = {}, code } = detailsOf(error)
                const { under, elsewhere } = placeErrors(errors, control)
                const said = (error as Error).message
                // Somebody was first: what is shown is read again, so that a second click acts on it as it stands now.
                if (code === 'STALE') refresh()
                setRefused(together([translate(code === 'STALE' ? 'console.stale.again' : said, { _: said }), ...elsewhere]))
                return under
              } finally {
                setRunning(false)
              }
            }}
          >
            {submit => (
              <>
                <DialogTitle id="action-title">{translate(title, { _: title })}</DialogTitle>
                <DialogContent>
                  {consequence && <DialogContentText id="action-consequence">{translate(consequence, { _: consequence })}</DialogContentText>}
                  <Box sx={{ display: 'grid', gap: 2, pt: children ? 2 : 0 }}>
                    {draft && <DraftKeeper name={draft} clientKey={clientKey} />}
                    {children}
                  </Box>
                </DialogContent>
                {refused && (
                  <Alert severity="error" sx={{ mx: { xs: 2, sm: 3 }, mb: 1, flexShrink: 0 }}>
                    {refused}
                  </Alert>
                )}
                <DialogActions>
                  <Button onClick={giveUp} disabled={running}>
                    {translate('ra.action.cancel')}
                  </Button>
                  <Button variant="contained" color={grave ? 'error' : 'primary'} loading={running} onClick={submit}>
                    {translate(confirm, { _: confirm })}
                  </Button>
                </DialogActions>
              </>
            )}
          </ActionForm>
        </Form>
      </ResourceContextProvider>
    </Dialog>
  )
}

interface ActionFormProps {
  /** Does it; answers with what stands under inputs. */
  submit: (values: ActionValues, control: Control) => Promise<Placed['under']>
  children: (submit: () => void) => ReactNode
}

/** Validates, hands the values over once, and puts the errors that come back under their inputs. */
function ActionForm({ submit, children }: ActionFormProps) {
  const form = useFormContext()
  const send = form.handleSubmit(async values => {
    setSubmissionErrors(await submit(values, form.control), form.setError)
  })
  return <>{children(() => void send())}</>
}
