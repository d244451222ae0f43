import { Box, Button, Typography } from '@mui/material'
import { useNotify, useTranslate } from 'ra-core'
import { useAsk, useConsole } from '../ui/Console'
import { clockOf } from '../ui/days'
import { ToneChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { ErrorPanel } from '../ui/views/ErrorPanel'

/** Where an account is signed in now. */
export const SESSIONS = 'query sessions($accountId: ID!) { sessions(accountId: $accountId) { id openedAt lastSeenAt expiresAt ip userAgent current } }'
/** Ends one sign-in. */
export const END_SESSION = 'mutation endSession($id: ID!) { endSession(id: $id) }'

interface OpenSession {
  id: string
  openedAt: string
  lastSeenAt: string
  ip: string | null
  userAgent: string | null
  current: boolean
}

/** Where an account is signed in, each with a button to end it. */
export function AccountSessions({ accountId }: { accountId: string }) {
  const translate = useTranslate()
  const notify = useNotify()
  const { provider } = useConsole()
  const { data, error, refetch } = useAsk<{ sessions: OpenSession[] }>(SESSIONS, { accountId })
  const end = async (id: string): Promise<void> => {
    try {
      await provider.send(END_SESSION, { id })
      await refetch()
    } catch (refused) {
      notify((refused as Error).message, { type: 'error' })
    }
  }
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (data?.sessions.length === 0) return <EmptyState title={translate('resources.accounts.noSessions')} />
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {data?.sessions.map(session => (
        <Box component="li" key={session.id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Box sx={{ mr: 'auto', minWidth: 0 }}>
            <Typography>{`${clockOf(session.openedAt)} – ${clockOf(session.lastSeenAt)}`}</Typography>
            <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
              {[session.ip, session.userAgent].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
          {session.current ? (
            <ToneChip label={translate('resources.accounts.thisSession')} tone="info" />
          ) : (
            <Button size="small" color="error" variant="outlined" onClick={() => void end(session.id)}>
              {translate('resources.accounts.endSession')}
            </Button>
          )}
        </Box>
      ))}
    </Box>
  )
}
