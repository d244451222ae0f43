import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../data/Definition'
import { useAct } from '../ui/Console'
import { clockOf } from '../ui/days'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ShowPage } from '../ui/record/ShowPage'

/** A front end's key: what it may ask, from where, and when it last did. */
export default function ApiKeyShow() {
  return (
    <ShowPage<Row>
      states="ApiKeyState"
      summary={row => [
        { label: 'hint', value: `${String(row.hint)}…` },
        { label: 'perMinute', value: String(row.perMinute) },
        { label: 'lastUsedAt', value: row.lastUsedAt ? clockOf(row.lastUsedAt as string) : null },
        { label: 'operations', value: (row.operations as string[]).join(', '), wide: true },
        { label: 'origins', value: (row.origins as string[]).join('\n'), wide: true },
      ]}
      actions={row => row.state === 'ACTIVE' && <Revoke apiKey={row} />}
    />
  )
}

function Revoke({ apiKey: { id, version } }: { apiKey: Row }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  const say = 'resources.apiKeys.actions.REVOKE'
  return (
    <>
      <Button variant="outlined" color="error" onClick={() => setOpen(true)}>
        {translate(`${say}.name`)}
      </Button>
      {open && (
        <ActionDialog title={`${say}.name`} consequence={`${say}.consequence`} confirm={`${say}.name`} grave onClose={() => setOpen(false)} run={({ reason }) => act('apiKeys', 'revokeApiKey', { id, version, reason }, `${say}.done`)}>
          <TextInput source="reason" label="console.note" maxLength={200} validate={required()} />
        </ActionDialog>
      )}
    </>
  )
}
