import { Button, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import type { Credentials } from '../../data/authProvider'

/** The accounts of a demonstration, which the server has only when it says that it is one. */
const ACCOUNTS = ['admin', 'leader', 'officer', 'auditor', 'station', 'stationhead', 'station2', 'village', 'caseworker', 'teamleader', 'volunteer', 'contact']
const PASSWORD = 'Laobing-demo-2022'

/** Offers the demonstration's accounts at a click. */
export function DemoAccounts({ onChoose }: { onChoose: (credentials: Credentials) => void }) {
  const translate = useTranslate()
  return (
    <Paper variant="outlined" sx={{ mt: 2, p: 2 }}>
      <Typography variant="h2" sx={{ fontSize: '0.9375rem' }}>
        {translate('console.demo.accounts')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('console.demo.password', { password: PASSWORD })}
      </Typography>
      <div>
        {ACCOUNTS.map(username => (
          <Button key={username} size="small" variant="outlined" sx={{ m: 0.375, px: 1 }} onClick={() => onChoose({ username, password: PASSWORD })}>
            {translate(`console.demo.who.${username}`)}
          </Button>
        ))}
      </div>
    </Paper>
  )
}
