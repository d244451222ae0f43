import { required, useTranslate } from 'ra-core'
import { useTaskTitle, type TaskRow } from '../../bureau/task'
import { clockOf } from '../../ui/days'
import { TextInput } from '../../ui/inputs/TextInput'
import type { Column } from '../../ui/list/columns'
import { RelatedList } from '../../ui/list/RelatedList'
import { ShowPage } from '../../ui/record/ShowPage'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import { type ActionForm, WorkflowButtons } from '../../ui/record/WorkflowButtons'
import { StatCard, StatRow } from '../../ui/views/StatCard'
import { useEnumWord } from '../../ui/enums'
import { LEVEL_TONES, placesOf, type WarningRow } from './Warning'

const forms: Readonly<Record<string, ActionForm>> = {
  LIFT: { mutation: 'liftWeatherWarning', inputs: <TextInput source="reason" rows={3} maxLength={300} validate={required()} autoFocus /> },
}

/** A warning: where and until when, how many elders were reached, and who was not. */
export default function WarningShow() {
  const translate = useTranslate()
  const word = useEnumWord()
  return (
    <ShowPage<WarningRow>
      states="WarningState"
      title={row => word('WeatherKind', row.kind)}
      beside={row => <StateChip of="WeatherLevel" value={row.level} tone={row.state === 'STANDING' ? LEVEL_TONES[row.level] : 'quiet'} />}
      actions={() => <WorkflowButtons forms={forms} />}
      summary={row => [
        { label: 'regions', value: placesOf(row) },
        { label: 'startsAt', value: clockOf(row.startsAt) },
        { label: 'endsAt', value: clockOf(row.endsAt) },
        row.closedAt !== null && { label: 'closedAt', value: clockOf(row.closedAt) },
        { label: 'text', value: row.text, wide: true },
      ]}
      notice={row => (
        <StatRow>
          <StatCard label={translate('resources.weatherWarnings.told')} value={row.figures.told} of="tasks" filter={{ cause: row.cause }} />
          <StatCard label={translate('resources.weatherWarnings.reached')} value={row.figures.reached} of="tasks" filter={{ cause: row.cause, state: ['SETTLED'] }} tone="good" />
          <StatCard label={translate('resources.weatherWarnings.open')} value={row.figures.open} of="tasks" filter={{ cause: row.cause, state: ['OPEN'] }} tone="bad" />
        </StatRow>
      )}
      tabs={[
        { key: 'open', content: row => <Elders filter={{ cause: row.cause, state: ['OPEN'] }} empty="resources.weatherWarnings.noneOpen" /> },
        { key: 'reached', content: row => <Elders filter={{ cause: row.cause, state: ['SETTLED'] }} settled empty="resources.weatherWarnings.noneReached" /> },
        { key: 'closed', content: row => <Elders filter={{ cause: row.cause, state: ['CANCELLED'] }} empty="resources.weatherWarnings.noneClosed" /> },
      ]}
    />
  )
}

type ElderTask = TaskRow & { person: { name: string } | null; volunteer: { person: { name: string } | null } | null; settledAt: string | null }

/** The elders whom a warning concerns, by how far it is with them; each leads to its task. */
function Elders({ filter, empty, settled = false }: { filter: Record<string, unknown>; empty: string; settled?: boolean }) {
  const translate = useTranslate()
  const titleOf = useTaskTitle()
  const columns: Column<ElderTask>[] = [
    { source: 'person.name', label: 'resources.pairings.fields.beneficiary', card: 'title', render: row => row.person?.name ?? titleOf(row) },
    { source: 'state', card: 'chip', render: row => (row.overdue ? <ToneChip label={translate('enums.DueState.OVERDUE')} tone="bad" /> : <StateChip of="TaskState" value={row.state} />) },
    { source: 'volunteer.person.name', label: 'resources.pairings.fields.volunteer', render: row => row.volunteer?.person?.name ?? translate('resources.weatherWarnings.station') },
    { source: 'region.name', render: row => row.region?.fullName ?? '–' },
    { source: 'dueAt', render: row => clockOf(row.dueAt) },
    ...(settled ? [{ source: 'settledAt', render: (row: ElderTask) => (row.settledAt ? clockOf(row.settledAt) : '–') }] : []),
  ]
  return <RelatedList<ElderTask> of="tasks" filter={filter} columns={columns} sort={{ field: 'dueAt', order: 'ASC' }} empty={<p>{translate(empty)}</p>} />
}
