import { Alert, Box, Button, Link, Paper, TextField, Typography } from '@mui/material'
import { useLogout, useNotify, useTranslate } from 'ra-core'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { detailsOf } from '../../data/Refusal'
import { useConsole, useMe } from '../Console'
import { PageHead } from './PageHead'
import { QrCode } from './QrCode'

/** Begins a second factor. */
export const ENROL_TOTP = 'mutation enrolTotp { enrolTotp { secret uri } }'
/** Proves it with a first code. */
export const CONFIRM_TOTP = 'mutation confirmTotp($code: String!) { confirmTotp(code: $code) }'

interface Enrolment {
  secret: string
  uri: string
}

/** Sets up one-time codes for one's own account: a secret for the authenticator app, shown once, and a first code to prove it. `forced` stands in place of the whole console until it is done. */
export function SecondFactor({ forced = false }: { forced?: boolean }) {
  const translate = useTranslate()
  const notify = useNotify()
  const navigate = useNavigate()
  const logout = useLogout()
  const me = useMe()
  const { provider, session } = useConsole()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
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
  const begin = () => tried(async () => setEnrolment((await provider.send<{ enrolTotp: Enrolment }>(ENROL_TOTP)).enrolTotp))
  const confirm = (code: string) =>
    tried(async () => {
      await provider.send(CONFIRM_TOTP, { code })
      await session.load(1)
      notify('console.account.totp.on', { type: 'success' })
      if (!forced) void navigate('/')
    })
  return (
    <Box component={forced ? 'main' : 'div'} sx={{ maxWidth: 560, mx: forced ? 'auto' : 0, p: forced ? { xs: 1.5, sm: 3 } : 0 }}>
      <PageHead title={translate('console.account.totp.title')} />
      {forced && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('console.account.totp.forced')}
        </Alert>
      )}
      <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2, justifyItems: 'start' }}>
        {me?.account.totpConfirmed ? (
          <Alert severity="success">{translate('console.account.totp.on')}</Alert>
        ) : enrolment ? (
          <Enrol enrolment={enrolment} refused={refused} running={running} onCode={code => void confirm(code)} />
        ) : (
          <>
            <Typography>{translate('console.account.totp.why')}</Typography>
            {refused && <Alert severity="error">{refused}</Alert>}
            <Button variant="contained" onClick={() => void begin()} loading={running}>
              {translate('console.account.totp.begin')}
            </Button>
          </>
        )}
        {forced && <Button onClick={() => void logout()}>{translate('ra.auth.logout')}</Button>}
      </Paper>
    </Box>
  )
}

interface EnrolProps {
  enrolment: Enrolment
  refused: string | null
  running: boolean
  onCode: (code: string) => void
}

/** The secret as a picture, as groups of four and as a link, and the field for the first code. */
function Enrol({ enrolment: { secret, uri }, refused, running, onCode }: EnrolProps) {
  const translate = useTranslate()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onCode(code.trim())
  }
  return (
    <>
      <Typography>{translate('console.account.totp.scan')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <QrCode text={uri} label={translate('console.account.totp.picture')} />
        <Box sx={{ flex: '1 1 200px', display: 'grid', gap: 1 }}>
          <Typography variant="body2" color="text.secondary">
            {translate('console.account.totp.secret')}
          </Typography>
          <Typography component="code" sx={{ fontSize: '1.125rem', fontFamily: 'monospace', wordSpacing: '0.25em', userSelect: 'all' }}>
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </Typography>
          <Link href={uri} sx={{ minHeight: { xs: 44, sm: 0 }, display: 'inline-flex', alignItems: 'center' }}>
            {translate('console.account.totp.open')}
          </Link>
        </Box>
      </Box>
      <Typography>{translate('console.account.totp.prove')}</Typography>
      <Box component="form" onSubmit={submit} noValidate sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, width: '100%', alignItems: 'flex-start' }}>
        <TextField
          label={translate('console.account.code')}
          value={code}
          onChange={event => setCode(event.target.value)}
          error={refused !== null}
          helperText={refused}
          autoComplete="one-time-code"
          autoFocus
          fullWidth={false}
          sx={{ flex: '1 1 180px' }}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
        />
        <Button type="submit" variant="contained" loading={running} disabled={code.trim().length < 6} sx={{ minHeight: 40 }}>
          {translate('ra.action.confirm')}
        </Button>
      </Box>
    </>
  )
}
