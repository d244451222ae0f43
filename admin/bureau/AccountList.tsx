import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { useRefresh, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useConsole, useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { ActionDialog } from '../ui/record/ActionDialog'
import { StateChip } from '../ui/record/StateChip'
import { AccountFields } from './AccountFields'
import { type OneTime, OneTimePassword } from './OneTimePassword'

/** Makes an account; its password is in this answer only. */
export const CREATE_ACCOUNT = 'mutation createAccount($input: AccountInput!) { made: createAccount(input: $input) { account { id username } password } }'

/** Who may sign in. */
export default function AccountList() {
  const word = useEnumWord()
  const columns: Column[] = [
    { source: 'displayName', card: 'title' },
    { source: 'username' },
    { source: 'role', render: row => word('Role', row.role as string) },
    { source: 'region.name' },
    { source: 'state', card: 'chip', render: row => <StateChip of="AccountState" value={row.state} /> },
    { source: 'lastSignInAt', render: row => (row.lastSignInAt ? clockOf(row.lastSignInAt as string) : '–') },
  ]
  return (
    <ListPage
      columns={columns}
      actions={<OpenAccount />}
      query={[
        { source: 'q', kind: 'text' },
        { source: 'role', kind: 'enum', of: 'Role', many: true },
        { source: 'region', kind: 'region' },
        { source: 'state', kind: 'enum', of: 'AccountState', many: true },
      ]}
    />
  )
}

function OpenAccount() {
  const translate = useTranslate()
  const may = useMay()
  const refresh = useRefresh()
  const { provider } = useConsole()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<OneTime | null>(null)
  if (!may('account.write')) return null
  return (
    <>
      <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {translate('resources.accounts.create')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.accounts.create"
          consequence="resources.accounts.createConsequence"
          confirm="resources.accounts.create"
          onClose={() => setOpen(false)}
          run={async (values, clientKey) => {
            const answer = await provider.send<{ made: { account: { username: string }; password: string } }>(CREATE_ACCOUNT, { input: { ...values, clientKey } })
            setMade({ username: answer.made.account.username, password: answer.made.password })
            refresh()
          }}
        >
          <AccountFields fresh />
        </ActionDialog>
      )}
      {made && <OneTimePassword {...made} onClose={() => setMade(null)} />}
    </>
  )
}
