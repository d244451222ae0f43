import { Button } from '@mui/material'
import { required, useRefresh, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../data/Definition'
import { useAct, useConsole, useMay, useMe } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ShowPage } from '../ui/record/ShowPage'
import { AccountSessions } from './AccountSessions'
import { type OneTime, OneTimePassword } from './OneTimePassword'

/** Gives an account a password for once; it is in this answer only. */
export const RESET_PASSWORD = 'mutation resetPassword($id: ID!, $version: Int!) { made: resetPassword(id: $id, version: $version) { account { id username } password } }'

/** An account: its role, its reach, and how it stands. */
export default function AccountShow() {
  const may = useMay()
  const word = useEnumWord()
  const translate = useTranslate()
  return (
    <ShowPage<Row>
      states="AccountState"
      summary={row => [
        { label: 'username', value: String(row.username) },
        { label: 'role', value: word('Role', row.role as string) },
        { label: 'region', value: (row.region as { fullName: string } | null)?.fullName },
        { label: 'lastSignInAt', value: row.lastSignInAt ? clockOf(row.lastSignInAt as string) : null },
        { label: 'totpConfirmed', value: translate(row.totpConfirmed ? 'ra.boolean.true' : 'ra.boolean.false') },
        { label: 'mustChangePassword', value: translate(row.mustChangePassword ? 'ra.boolean.true' : 'ra.boolean.false') },
        row.lockedUntil ? { label: 'lockedUntil', value: clockOf(row.lockedUntil as string) } : null,
      ]}
      actions={row => <Deeds account={row} />}
      tabs={may('account.write') ? [{ key: 'sessions', label: 'resources.accounts.sessions', content: row => <AccountSessions accountId={row.id} /> }] : []}
    />
  )
}

type Deed = 'DISABLE' | 'ENABLE' | 'RESET' | 'RESET_TOTP'
/** What must say why. */
const EXPLAINED: readonly Deed[] = ['DISABLE', 'RESET_TOTP']

function Deeds({ account }: { account: Row }) {
  const translate = useTranslate()
  const may = useMay()
  const me = useMe()
  const refresh = useRefresh()
  const { act } = useAct()
  const { provider } = useConsole()
  const [chosen, setChosen] = useState<Deed | null>(null)
  const [made, setMade] = useState<OneTime | null>(null)
  if (!may('account.write')) return null
  const say = (part: string): string => `resources.accounts.actions.${chosen}.${part}`
  const run = async ({ reason }: Record<string, unknown>): Promise<void> => {
    const { id, version } = account
    if (chosen === 'DISABLE') await act('accounts', 'disableAccount', { id, version, reason }, say('done'))
    else if (chosen === 'RESET_TOTP') await act('accounts', 'resetTotp', { id, version, reason }, say('done'))
    else if (chosen === 'ENABLE') await act('accounts', 'enableAccount', { id, version }, say('done'))
    else {
      const answer = await provider.send<{ made: { account: { username: string }; password: string } }>(RESET_PASSWORD, { id, version })
      setMade({ username: answer.made.account.username, password: answer.made.password })
      refresh()
    }
  }
  const open = openDeeds(account, me?.account.id === account.id)
  return (
    <>
      {open.map(deed => (
        <Button key={deed} variant="outlined" color={deed === 'DISABLE' ? 'error' : 'primary'} onClick={() => setChosen(deed)}>
          {translate(`resources.accounts.actions.${deed}.name`)}
        </Button>
      ))}
      {chosen && (
        <ActionDialog title={say('name')} consequence={say('consequence')} confirm={say('name')} grave={chosen === 'DISABLE'} onClose={() => setChosen(null)} run={run}>
          {EXPLAINED.includes(chosen) && <TextInput source="reason" label="console.note" maxLength={200} validate={required()} />}
        </ActionDialog>
      )}
      {made && <OneTimePassword {...made} onClose={() => setMade(null)} />}
    </>
  )
}

/** What may be done with an account now; nothing with one's own. */
function openDeeds({ state, totpConfirmed }: Row, own: boolean): Deed[] {
  if (own) return []
  const factor: Deed[] = totpConfirmed ? ['RESET_TOTP'] : []
  return state === 'ACTIVE' ? ['RESET', ...factor, 'DISABLE'] : ['ENABLE', ...factor]
}
