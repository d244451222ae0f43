import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useConsole } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ShowPage } from '../ui/record/ShowPage'
import { ToneChip } from '../ui/record/StateChip'
import { type TaskRow, useTaskTitle } from './task'

/** A task: what it is about, by when, and saying what was done. */
export default function TaskShow() {
  const titleOf = useTaskTitle()
  const word = useEnumWord()
  const translate = useTranslate()
  return (
    <ShowPage<TaskRow & { settledAt: string | null; settlement: string | null }>
      title={titleOf}
      states="TaskState"
      beside={row => row.overdue && <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" />}
      summary={row => [
        { label: 'kind', value: word('TaskKind', row.kind) },
        { label: 'dueAt', value: clockOf(row.dueAt) },
        { label: 'openedAt', value: clockOf(row.openedAt) },
        { label: 'region', value: row.region?.fullName },
        { label: 'settledAt', value: row.settledAt && clockOf(row.settledAt) },
        { label: 'settlement', value: row.settlement, wide: true },
      ]}
      actions={row => (
        <>
          <Settle task={row} />
          <ToRecord task={row} />
        </>
      )}
    />
  )
}

/** The way to the record that a task is about. */
function ToRecord({ task }: { task: TaskRow }) {
  const { entries } = useConsole()
  const word = useEnumWord()
  const entry = entries.find(one => one.kind === 'resource' && one.type === task.entity)
  if (entry?.kind !== 'resource' || !entry.Show) return null
  return (
    <Button component={RouterLink} to={`/${entry.name}/${task.entityId}/show`} variant="outlined">
      {word('Entity', task.entity)}
    </Button>
  )
}

function Settle({ task }: { task: TaskRow }) {
  const translate = useTranslate()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  if (!task.maySettle) return null
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('resources.tasks.actions.SETTLE.name')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.tasks.actions.SETTLE.name"
          consequence="resources.tasks.actions.SETTLE.consequence"
          confirm="resources.tasks.actions.SETTLE.name"
          onClose={() => setOpen(false)}
          run={(values, clientKey) => act('tasks', 'settleTask', { id: task.id, version: task.version, input: { ...values, clientKey } }, 'resources.tasks.actions.SETTLE.done')}
        >
          <TextInput source="settlement" rows={3} maxLength={500} validate={required()} autoFocus />
        </ActionDialog>
      )}
    </>
  )
}
