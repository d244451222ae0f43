import { Alert, Box, Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Row } from '../data/Definition'
import { useAct, useAsk } from '../ui/Console'
import { today } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { FlagInput } from '../ui/inputs/FlagInput'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'

export const RECODE_PREVIEW = 'query recodePreview($id: ID!, $newCode: RegionCode!) { recodePreview(id: $id, newCode: $newCode) { carried { entity count } divisions target { id name } obstacles } }'

interface Preview {
  carried: { entity: string; count: number }[]
  divisions: number
  target: { id: string; name: string } | null
  obstacles: string[]
}

/** Gives a division another code, or makes it a part of another; before that it shows what carries the code. */
export function RecodeButton({ region }: { region: Row }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('resources.regions.actions.recode.name')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.regions.actions.recode.name"
          consequence="resources.regions.actions.recode.consequence"
          confirm="resources.regions.actions.recode.name"
          grave
          defaults={{ newCode: '', effectiveOn: today(), merge: false, name: '', reason: '' }}
          onClose={() => setOpen(false)}
          run={(values, clientKey) => act('regions', 'recodeRegion', { id: region.id, version: region.version, input: { ...values, name: values.name || null, clientKey } }, 'resources.regions.actions.recode.done')}
        >
          <TextInput source="newCode" validate={required()} maxLength={12} autoFocus />
          <WhatFollows id={region.id} />
          <FlagInput source="merge" />
          <DayInput source="effectiveOn" validate={required()} />
          <TextInput source="name" label="resources.regions.fields.newName" maxLength={60} />
          <TextInput source="reason" rows={2} maxLength={300} validate={required()} />
        </ActionDialog>
      )}
    </>
  )
}

/** How many records of each kind carry the code now, and what stands in the way. */
function WhatFollows({ id }: { id: string }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const newCode = String(useWatch({ name: 'newCode' }) ?? '')
  const whole = /^\d{12}$/.test(newCode)
  const { data } = useAsk<{ recodePreview: Preview }>(RECODE_PREVIEW, { id, newCode }, { enabled: whole })
  if (!whole || !data) return null
  const { carried, divisions, target, obstacles } = data.recodePreview
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {obstacles.map(obstacle => (
        <Alert key={obstacle} severity="error">
          {obstacle}
        </Alert>
      ))}
      {target && <Alert severity="warning">{translate('resources.regions.becomesPart', { name: target.name })}</Alert>}
      <Alert severity="info">{[translate('resources.regions.divisions', { smart_count: divisions }), ...carried.map(({ entity, count }) => `${word('Entity', entity)} ${count}`)].join(' · ')}</Alert>
    </Box>
  )
}
