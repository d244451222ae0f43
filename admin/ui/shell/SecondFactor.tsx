import { Alert, Box, Button, Link, Paper, TextField, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { detailsOf } from '../../data/Refusal'
import { useConsole, useMe } from '../Console'
import { PageHead } from './PageHead'

/** Begins a second factor. */
export const ENROL_TOTP = 'mutation enrolTotp { enrolTotp { secret uri } }'
/** Proves it with a first code. */
export const CONFIRM_TOTP = 'mutation confirmTotp($code: String!) { confirmTotp(code: $code) }'

/** Switches on one-time codes for one's own account: a secret for the authenticator app, shown once, and a first code to prove it. */
export function SecondFactor() {
  const translate = useTranslate()
  const notify = useNotify()
  const navigate = useNavigate()
  const me = useMe()
  const { provider, session } = useConsole()
  const [enrolment, setEnrolment] = useState<{ secret: string; uri: string } | null>(null)
  const [code, setCode] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [running, setRunning] = useState(false)

  const tried = async (run: () => Promise<void>): Promise<void> => {
    setRunning(true)
    setRefused(null)
    try {
      await run()
    } catch (error) {
      const said = Object.values(detailsOf(error).errors ?? {})[0] ?? (error as Error).message
      setRefused(translate(said, { _: said }))
    } finally {
      setRunning(false)
    }
  }
  const begin = () => tried(async () => setEnrolment((await provider.send<{ enrolTotp: { secret: string; uri: string } }>(ENROL_TOTP)).enrolTotp))
  const confirm = (event: FormEvent): void => {
    event.preventDefault()
    void tried(async () => {
      await provider.send(CONFIRM_TOTP, { code: code.trim() })
      await session.load(1)
      notify('console.account.totp.on', { type: 'success' })
      void navigate('/')
    })
  }
  return (
    <Box sx={{ maxWidth: 480 }}>
      <PageHead title={translate('console.account.totp.title')} />
      <Paper variant="outlined" sx={{ p: 3, display: 'grid', gap: 2, justifyItems: 'start' }}>
        {refused && <Alert severity="error">{refused}</Alert>}
        {me?.account.totpConfirmed ? (
          <Alert severity="success">{translate('console.account.totp.on')}</Alert>
        ) : enrolment ? (
          <>
            <Typography>{translate('console.account.totp.secret')}</Typography>
            <Typography component="code" sx={{ fontSize: '1.125rem', fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
              {enrolment.secret.replace(/(.{4})/g, '$1 ').trim()}
            </Typography>
            <Link href={enrolment.uri}>{translate('console.account.totp.open')}</Link>
            <Box component="form" onSubmit={confirm} noValidate sx={{ display: 'flex', gap: 1, width: '100%' }}>
              <TextField
                label={translate('console.account.code')}
                value={code}
                onChange={event => setCode(event.target.value)}
                autoComplete="one-time-code"
                autoFocus
                slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
              />
              <Button type="submit" variant="contained" loading={running} disabled={code.trim().length < 6}>
                {translate('ra.action.confirm')}
              </Button>
            </Box>
          </>
        ) : (
          <>
            <Typography>{translate('console.account.totp.why')}</Typography>
            <Button variant="contained" onClick={() => void begin()} loading={running}>
              {translate('console.account.totp.begin')}
            </Button>
          </>
        )}
      </Paper>
    </Box>
  )
}
