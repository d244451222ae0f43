import { Alert, Box, Button, Paper, TextField } from '@mui/material'
import { useLogout, useNotify, useTranslate } from 'ra-core'
import { type FormEvent, useState } from 'react'
import { detailsOf, type RefusalBody } from '../../data/Refusal'
import { useConsole } from '../Console'
import { PageHead } from './PageHead'

/** Changes one's own password; every session ends. */
export const CHANGE_PASSWORD = 'mutation changePassword($current: String!, $next: String!) { changePassword(current: $current, next: $next) }'

type Fields = 'current' | 'next' | 'again'

/** Changes one's own password; `forced` stands in place of the whole console until it is done. */
export function ChangePassword({ forced = false }: { forced?: boolean }) {
  const translate = useTranslate()
  const notify = useNotify()
  const logout = useLogout()
  const { provider, session } = useConsole()
  const [given, setGiven] = useState<Record<Fields, string>>({ current: '', next: '', again: '' })
  const [refused, setRefused] = useState<(RefusalBody & { said: string }) | null>(null)
  const [running, setRunning] = useState(false)
  const differs = given.again !== '' && given.again !== given.next

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setRunning(true)
    setRefused(null)
    try {
      await provider.send(CHANGE_PASSWORD, { current: given.current, next: given.next })
      notify('console.account.changed', { type: 'success' })
      // The new password has ended every session, this one too.
      session.set(null)
      await logout(undefined, undefined, false)
    } catch (error) {
      setRefused({ ...detailsOf(error), said: (error as Error).message })
    } finally {
      setRunning(false)
    }
  }
  const field = (name: Fields, error?: string) => ({
    label: translate(`console.account.fields.${name}`),
    type: 'password',
    required: true,
    value: given[name],
    error: error !== undefined,
    helperText: error,
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [name]: event.target.value }),
  })
  return (
    <Box component={forced ? 'main' : 'div'} sx={{ maxWidth: 480, mx: forced ? 'auto' : 0, p: forced ? 3 : 0 }}>
      <PageHead title={translate('console.account.password')} />
      {forced && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('console.account.forced')}
        </Alert>
      )}
      <Paper component="form" variant="outlined" onSubmit={event => void submit(event)} noValidate sx={{ p: 3, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <TextField autoComplete="current-password" {...field('current', refused?.errors?.current)} />
        <TextField autoComplete="new-password" {...field('next', refused?.errors?.next)} />
        <TextField autoComplete="new-password" {...field('again', differs ? translate('console.account.differs') : undefined)} />
        {refused && !refused.errors && <Alert severity="error">{translate(refused.said, { _: refused.said })}</Alert>}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={running || differs || Object.values(given).includes('')}>
            {translate('ra.action.save')}
          </Button>
          {forced && <Button onClick={() => void logout()}>{translate('ra.auth.logout')}</Button>}
        </Box>
      </Paper>
    </Box>
  )
}
