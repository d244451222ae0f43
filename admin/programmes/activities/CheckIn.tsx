import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Link as RouterLink, useParams } from 'react-router-dom'
import type { Row } from '../../data/Definition'
import { useAct, useAsk } from '../../ui/Console'
import { clockOf, spanOf } from '../../ui/days'
import { newKey } from '../../ui/record/newKey'
import { PageHead } from '../../ui/shell/PageHead'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'

/** What one checks in to. */
export const CHECKED_ACTIVITY = 'query checkedActivity($id: ID!) { activity(id: $id) { id title startsAt endsAt place mySignUp { id state checkedInAt checkedOutAt } } }'

interface Answer {
  activity: { id: string; title: string; startsAt: string; endsAt: string; place: string; mySignUp: { state: string; checkedInAt: string | null; checkedOutAt: string | null } | null }
}

/** Where a scanned code leads: checks in or out at once, says so in large letters, and takes six digits where there is no code. */
export default function CheckIn() {
  const translate = useTranslate()
  const [id = '', purpose = 'in', token] = (useParams()['*'] ?? '').split('/')
  const out = purpose === 'out'
  const { data, error, isPending, refetch } = useAsk<Answer>(CHECKED_ACTIVITY, { id })
  const { send, refused, running } = useCheck(id, out)
  const tried = useRef(false)
  const part = data?.activity.mySignUp
  const doneAt = out ? part?.checkedOutAt : part?.checkedInAt
  useEffect(() => {
    if (!token || !data || doneAt || tried.current) return
    tried.current = true
    void send(token)
  }, [token, data, doneAt, send])
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  const { activity } = data
  return (
    <>
      <PageHead title={translate(out ? 'resources.signUps.actions.SCAN_OUT.name' : 'resources.signUps.actions.SCAN_IN.name')} crumbs={[{ label: translate('resources.activities.name', { smart_count: 2 }), to: '/activities' }]} />
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, maxWidth: 480, mx: 'auto', display: 'grid', gap: 2, textAlign: 'center' }}>
        <Box>
          <Typography variant="h2">{activity.title}</Typography>
          <Typography color="text.secondary">
            {spanOf(activity.startsAt, activity.endsAt)}
            <br />
            {activity.place}
          </Typography>
        </Box>
        {doneAt ? (
          <Box role="status">
            <CheckCircleIcon color="success" sx={{ fontSize: 72 }} aria-hidden />
            <Typography sx={{ fontSize: '1.5rem', fontWeight: 600 }}>{translate(out ? 'resources.signUps.checkedOut' : 'resources.signUps.checkedIn')}</Typography>
            <Typography color="text.secondary">{clockOf(doneAt)}</Typography>
          </Box>
        ) : running ? (
          <Waiting />
        ) : (
          <Digits onSend={code => void send(code)} refused={refused} />
        )}
        <Button component={RouterLink} to={`/activities/${id}/show`} variant="outlined">
          {translate(part ? 'resources.signUps.toActivity' : 'resources.signUps.toSignUp')}
        </Button>
      </Paper>
    </>
  )
}

/** Sends a code; what the server says against it is kept to be shown. */
function useCheck(activityId: string, out: boolean): { send: (code: string) => Promise<Row | null>; refused: string | null; running: boolean } {
  const { act, running } = useAct()
  const [refused, setRefused] = useState<string | null>(null)
  const send = useCallback(
    async (code: string): Promise<Row | null> => {
      setRefused(null)
      try {
        return await act('signUps', out ? 'checkOut' : 'checkIn', { input: { activityId, code: code.trim(), clientKey: newKey() } }, out ? 'resources.signUps.checkedOut' : 'resources.signUps.checkedIn')
      } catch (error) {
        const { errors } = (error as { body?: { errors?: Record<string, string> } }).body ?? {}
        setRefused(errors?.code ?? (error as Error).message)
        return null
      }
    },
    [act, activityId, out],
  )
  return { send, refused, running }
}

function Digits({ onSend, refused }: { onSend: (code: string) => void; refused: string | null }) {
  const translate = useTranslate()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSend(code)
  }
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      {refused && <Alert severity="error">{translate(refused, { _: refused })}</Alert>}
      <Typography color="text.secondary">{translate('resources.signUps.codeHint')}</Typography>
      <TextField
        label={translate('resources.signUps.fields.code')}
        value={code}
        onChange={event => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6, style: { fontSize: '1.5rem', letterSpacing: '0.3em', textAlign: 'center' } } }}
      />
      <Button type="submit" variant="contained" size="large" disabled={code.length !== 6}>
        {translate('ra.action.confirm')}
      </Button>
    </Box>
  )
}
