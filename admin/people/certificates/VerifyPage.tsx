import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { type FormEvent, useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { LooksMenu } from '../../ui/shell/LooksMenu'
import { Mark } from '../../ui/shell/Mark'
import { Facts } from '../../ui/record/Facts'
import { useHours } from '../words'

export const VERIFY = 'query verifyCertificate($number: String!, $checkCode: String!) { verifyCertificate(number: $number, checkCode: $checkCode) { number from to minutes state sealedOn } }'

interface Check {
  number: string
  from: string
  to: string
  minutes: number
  state: string
  sealedOn: string | null
}

/** Where anybody who holds a paper checks it by number and code, without signing in; no name is shown. */
export default function VerifyPage() {
  const translate = useTranslate()
  const hours = useHours()
  const say = (key: string): string => translate(`pages.verify.${key}`)
  const [search, setSearch] = useSearchParams()
  const asked = { number: search.get('number') ?? '', checkCode: search.get('code') ?? '' }
  const [given, setGiven] = useState(asked)
  // A paper may be revoked from one check to the next: what was answered before is never shown again.
  const { data, error, isFetching, refetch } = useAsk<{ verifyCertificate: Check | null }>(VERIFY, asked, { enabled: asked.number !== '' && asked.checkCode !== '', staleTime: 0 })
  useEffect(() => {
    document.title = `${translate('pages.verify.name')} · ${translate('console.name')}`
  }, [translate])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const [number, code] = [given.number.trim(), given.checkCode.trim().toUpperCase()]
    if (number === asked.number && code === asked.checkCode) void refetch()
    else if (number && code) setSearch({ number, code })
  }
  const found = isFetching ? undefined : data?.verifyCertificate
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}>
      <Box sx={{ position: 'fixed', top: 8, right: 8 }}>
        <LooksMenu />
      </Box>
      <Box sx={{ width: '100%', maxWidth: 480 }}>
        <Box sx={{ textAlign: 'center', mb: 3 }}>
          <Mark size={56} />
          <Typography variant="h1" sx={{ mt: 1 }}>
            {say('name')}
          </Typography>
          <Typography color="text.secondary">{say('hint')}</Typography>
        </Box>
        <Paper component="form" onSubmit={submit} noValidate variant="outlined" sx={{ p: 3, display: 'grid', gap: 2 }}>
          <TextField label={say('number')} required value={given.number} onChange={event => setGiven({ ...given, number: event.target.value })} placeholder="150525-2026-000001" slotProps={{ htmlInput: { maxLength: 24, autoComplete: 'off', spellCheck: false } }} />
          <TextField label={say('code')} required value={given.checkCode} onChange={event => setGiven({ ...given, checkCode: event.target.value })} slotProps={{ htmlInput: { maxLength: 8, autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } }} />
          <Button type="submit" variant="contained" size="large" loading={isFetching}>
            {say('check')}
          </Button>
          <Box aria-live="polite">
            {error && <Alert severity="error">{translate(error.message, { _: error.message })}</Alert>}
            {found === null && <Alert severity="warning">{say('none')}</Alert>}
            {found && (
              <>
                <Alert severity={found.state === 'ISSUED' ? 'success' : 'warning'} sx={{ mb: 2 }}>
                  {say(`states.${found.state}`)}
                </Alert>
                <Facts
                  items={[
                    { label: 'pages.verify.number', value: found.number },
                    { label: 'pages.verify.span', value: `${found.from} – ${found.to}` },
                    { label: 'pages.verify.hours', value: hours(found.minutes) },
                    { label: 'pages.verify.sealedOn', value: found.sealedOn },
                  ]}
                />
              </>
            )}
          </Box>
        </Paper>
        <Typography variant="body2" color="text.secondary" sx={{ textAlign: 'center', mt: 2 }}>
          {say('privacy')}
        </Typography>
      </Box>
    </Box>
  )
}
