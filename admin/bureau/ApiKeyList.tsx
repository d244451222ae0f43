import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { useRefresh, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useConsole } from '../ui/Console'
import { clockOf } from '../ui/days'
import type { Column } from '../ui/list/columns'
import { ListPage } from '../ui/list/ListPage'
import { ActionDialog } from '../ui/record/ActionDialog'
import { StateChip } from '../ui/record/StateChip'
import { ApiKeyFields, toApiKeyInput } from './ApiKeyFields'
import { ShownOnce } from './ShownOnce'

/** Gives a front end a key; it is in this answer only. */
export const CREATE_API_KEY = 'mutation createApiKey($input: ApiKeyInput!) { made: createApiKey(input: $input) { key apiKey { id name } } }'

/** The front ends of the bureau, each known by its key. */
export default function ApiKeyList() {
  const columns: Column[] = [
    { source: 'name', card: 'title' },
    { source: 'hint', render: row => `${String(row.hint)}…` },
    { source: 'operations', wrap: true, render: row => (row.operations as string[]).join(', ') || '–' },
    { source: 'origins', wrap: true, render: row => (row.origins as string[]).join(', ') || '–' },
    { source: 'state', card: 'chip', render: row => <StateChip of="ApiKeyState" value={row.state} /> },
    { source: 'lastUsedAt', render: row => (row.lastUsedAt ? clockOf(row.lastUsedAt as string) : '–') },
  ]
  return <ListPage columns={columns} actions={<GiveKey />} query={[{ source: 'state', kind: 'enum', of: 'ApiKeyState', many: true }]} />
}

function GiveKey() {
  const translate = useTranslate()
  const refresh = useRefresh()
  const { provider } = useConsole()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<{ name: string; key: string } | null>(null)
  return (
    <>
      <Button variant="contained" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {translate('resources.apiKeys.create')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.apiKeys.create"
          consequence="resources.apiKeys.createConsequence"
          confirm="resources.apiKeys.create"
          defaults={{ perMinute: 600 }}
          onClose={() => setOpen(false)}
          run={async (values, clientKey) => {
            const answer = await provider.send<{ made: { key: string; apiKey: { name: string } } }>(CREATE_API_KEY, { input: { ...toApiKeyInput(values), clientKey } })
            setMade({ name: answer.made.apiKey.name, key: answer.made.key })
            refresh()
          }}
        >
          <ApiKeyFields />
        </ActionDialog>
      )}
      {made && <ShownOnce title="resources.apiKeys.once" hint={translate('resources.apiKeys.onceHint', { name: made.name })} secret={made.key} onClose={() => setMade(null)} />}
    </>
  )
}
