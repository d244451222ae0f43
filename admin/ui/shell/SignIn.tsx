import { Alert, Box, Button, Link, Paper, TextField, Typography } from '@mui/material'
import { useLogin, useTranslate } from 'ra-core'
import { type FormEvent, useEffect, useState } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import type { Credentials } from '../../data/authProvider'
import { detailsOf } from '../../data/Refusal'
import { useConsole, useMe } from '../Console'
import { useAbout } from './about'
import { DemoAccounts } from './DemoAccounts'
import { LooksMenu } from './LooksMenu'
import { Mark } from './Mark'

/** The sign-in page: name and password, the second factor when the server asks for it, and why it refuses. */
export function SignIn() {
  const translate = useTranslate()
  const login = useLogin()
  const about = useAbout()
  const { session } = useConsole()
  const me = useMe()
  const back = useWayBack()
  const [given, setGiven] = useState<Credentials>({ username: '', password: '' })
  const [asksCode, setAsksCode] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [running, setRunning] = useState(false)

  useEffect(() => {
    document.title = `${translate('ra.auth.sign_in')} · ${translate('console.name')}`
    session.ensure().catch(() => undefined)
  }, [session, translate])
  if (me) return <Navigate to={back} replace />

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!given.username.trim() || !given.password) return setRefused(translate('console.account.blank'))
    setRunning(true)
    setRefused(null)
    try {
      const { username, password, code } = given
      await login({ username: username.trim(), password, ...(code && { code: code.trim() }) }, back)
    } catch (error) {
      const { code } = detailsOf(error)
      if (code === 'TOTP_REQUIRED') setAsksCode(true)
      setRefused(code === 'TOTP_REQUIRED' && !asksCode ? null : translate(String((error as Error).message), { _: (error as Error).message }))
    } finally {
      setRunning(false)
    }
  }
  const field = (name: keyof Credentials) => ({ value: given[name] ?? '', onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }) })
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', justifyItems: 'center', alignContent: 'start', px: 2, pb: 2, pt: { xs: 7, sm: '10vh' }, bgcolor: 'background.default' }}>
      <Box sx={{ position: 'fixed', top: 8, right: 8 }}>
        <LooksMenu />
      </Box>
      <Box sx={{ width: '100%', maxWidth: 420 }}>
        <Box sx={{ textAlign: 'center', mb: 3 }}>
          <Mark size={56} />
          <Typography variant="h1" sx={{ mt: 1 }}>
            {translate('console.name')}
          </Typography>
          <Typography color="text.secondary">{translate('console.motto')}</Typography>
        </Box>
        <Paper component="form" onSubmit={event => void submit(event)} noValidate variant="outlined" sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 2 }}>
          <TextField label={translate('ra.auth.username')} autoComplete="username" autoFocus required {...field('username')} slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }} />
          <TextField label={translate('ra.auth.password')} type="password" autoComplete="current-password" required {...field('password')} />
          {asksCode && (
            <TextField
              label={translate('console.account.code')}
              helperText={translate('console.account.codeHint')}
              autoComplete="one-time-code"
              autoFocus
              required
              {...field('code')}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 8 } }}
            />
          )}
          {refused && <Alert severity="error">{refused}</Alert>}
          <Button type="submit" variant="contained" size="large" loading={running}>
            {translate('ra.auth.sign_in')}
          </Button>
        </Paper>
        <Typography variant="body2" sx={{ textAlign: 'center', mt: 2 }}>
          <Link href="#/apply">{translate('console.account.apply')}</Link>
        </Typography>
        {about?.demo && <DemoAccounts onChoose={chosen => setGiven(chosen)} />}
        <Typography variant="body2" color="text.secondary" sx={{ textAlign: 'center', mt: 3 }}>
          {translate('console.account.notice')}
          {about && ` · ${about.version}`}
        </Typography>
      </Box>
    </Box>
  )
}

/** Where one was going when the session was missing. */
function useWayBack(): string {
  const { state } = useLocation() as { state: { nextPathname?: string; nextSearch?: string } | null }
  const path = state?.nextPathname
  return path && path !== '/login' ? `${path}${state.nextSearch ?? ''}` : '/'
}
