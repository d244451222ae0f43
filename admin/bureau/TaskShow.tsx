import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { useAct, useConsole, useMay } from '../ui/Console'
import { clockOf } from '../ui/days'
import { useEnumWord } from '../ui/enums'
import { TextInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ShowPage } from '../ui/record/ShowPage'
import { ToneChip } from '../ui/record/StateChip'
import { type TaskRow, useTaskTitle } from './task'
import { placeOf } from './taskPlace'

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
        row.person ? { label: 'person', value: (row.person as { name: string }).name } : null,
        row.volunteer ? { label: 'volunteer', value: (row.volunteer as { person: { name: string } }).person.name } : null,
        row.settledAt ? { label: 'settledAt', value: clockOf(row.settledAt) } : null,
        row.settlement ? { label: 'settlement', value: row.settlement, wide: true } : null,
      ]}
      actions={row => (
        <>
          <ToRecord task={row} />
          <Settle task={row} />
        </>
      )}
    />
  )
}

/** The way to the page where a task is dealt with. */
function ToRecord({ task }: { task: TaskRow }) {
  const { entries } = useConsole()
  const may = useMay()
  const translate = useTranslate()
  const place = placeOf(task, entries, may)
  if (!place) return null
  return (
    <Button component={RouterLink} to={place.to} variant="contained">
      {translate(place.label, { smart_count: 2 })}
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
      <Button variant="outlined" onClick={() => setOpen(true)}>
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
