import ThumbDownOffAltIcon from '@mui/icons-material/ThumbDownOffAlt'
import ThumbUpOffAltIcon from '@mui/icons-material/ThumbUpOffAlt'
import { Alert, Box, Button, Paper, Typography } from '@mui/material'
import { Form, required, ResourceContextProvider, setSubmissionErrors, useTranslate } from 'ra-core'
import { useMemo, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { detailsOf } from '../../../data/Refusal'
import { useConsole } from '../../../ui/Console'
import { TextInput } from '../../../ui/inputs/TextInput'
import { newKey } from '../../../ui/record/newKey'

export const SEND_FEEDBACK = 'mutation sendPostFeedback($input: PostFeedbackInput!) { sendPostFeedback(input: $input) { id dueOn } }'

type Kind = 'PRAISE' | 'COMPLAINT'

/** Says how it was: praise or a complaint, without a name; a telephone only where an answer is wished for. */
export function Say({ plaqueNo }: { plaqueNo: string }) {
  const translate = useTranslate()
  const [kind, setKind] = useState<Kind | null>(null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  if (dueOn !== null) {
    return (
      <Paper variant="outlined" role="status" sx={{ p: 3, textAlign: 'center' }}>
        <Typography variant="h2">{translate('scan.received')}</Typography>
        <Typography color="text.secondary" sx={{ mt: 1 }}>
          {translate('scan.receivedHint', { day: dueOn })}
        </Typography>
      </Paper>
    )
  }
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}>
      <Typography variant="h2">{translate('scan.say')}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        <Choice kind="PRAISE" chosen={kind} onChoose={setKind} />
        <Choice kind="COMPLAINT" chosen={kind} onChoose={setKind} />
      </Box>
      {kind && (
        <ResourceContextProvider value="postFeedback">
          <Form defaultValues={{ text: '', phone: '' }} record={{}} onSubmit={() => undefined} noValidate>
            <Words plaqueNo={plaqueNo} kind={kind} onDone={setDueOn} />
          </Form>
        </ResourceContextProvider>
      )}
    </Paper>
  )
}

function Choice({ kind, chosen, onChoose }: { kind: Kind; chosen: Kind | null; onChoose: (kind: Kind) => void }) {
  const translate = useTranslate()
  return (
    <Button size="large" variant={chosen === kind ? 'contained' : 'outlined'} aria-pressed={chosen === kind} startIcon={kind === 'PRAISE' ? <ThumbUpOffAltIcon /> : <ThumbDownOffAltIcon />} onClick={() => onChoose(kind)} sx={{ minHeight: 56 }}>
      {translate(`enums.FeedbackKind.${kind}`)}
    </Button>
  )
}

function Words({ plaqueNo, kind, onDone }: { plaqueNo: string; kind: Kind; onDone: (dueOn: string) => void }) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const form = useFormContext()
  const clientKey = useMemo(newKey, [])
  const [refused, setRefused] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const send = form.handleSubmit(async ({ text, phone }) => {
    setRunning(true)
    setRefused(null)
    try {
      const { sendPostFeedback } = await provider.send<{ sendPostFeedback: { dueOn: string } }>(SEND_FEEDBACK, { input: { plaqueNo, kind, text, phone: phone || null, clientKey } })
      onDone(sendPostFeedback.dueOn)
    } catch (error) {
      const { errors } = detailsOf(error)
      const said = (error as Error).message
      setRefused(translate(said, { _: said }))
      if (errors) setSubmissionErrors(errors, form.setError)
    } finally {
      setRunning(false)
    }
  })
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextInput source="text" label={`scan.${kind}`} rows={4} maxLength={1000} validate={required()} autoFocus />
      <TextInput source="phone" label="scan.phone" type="tel" maxLength={20} autoComplete="tel" helperText="scan.phoneHint" />
      {refused && <Alert severity="error">{refused}</Alert>}
      <Button variant="contained" size="large" loading={running} onClick={() => void send()}>
        {translate('scan.send')}
      </Button>
    </Box>
  )
}
