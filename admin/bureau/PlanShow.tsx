import { Button, TextField } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../data/Definition'
import { useAct, useAsk, useMay } from '../ui/Console'
import { isDay, today } from '../ui/days'
import { NumberInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { Section } from '../ui/record/Facts'
import { ShowPage } from '../ui/record/ShowPage'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { PLAN_PROGRESS, type Progress } from './planProgress'
import { PlanTargets, type Target } from './PlanTargets'
import { PlanTownships } from './PlanTownships'

/** A year's plan: its dates, its targets and how far they are reached. */
export default function PlanShow() {
  return (
    <ShowPage<Row>
      summary={row => [
        { label: 'year', value: String(row.year) },
        { label: 'documentNo', value: row.documentNo as string | null },
        { label: 'issuedOn', value: String(row.issuedOn) },
        { label: 'reportDueOn', value: String(row.reportDueOn) },
        { label: 'activitiesMonthly', value: String(row.activitiesMonthly) },
        { label: 'teamMinimum', value: String(row.teamMinimum) },
        { label: 'squadVeterans', value: String(row.squadVeterans) },
      ]}
      actions={row => <CopyPlan plan={row} />}
    >
      {row => <Targets plan={row} />}
    </ShowPage>
  )
}

/** The targets and what has been reached of them at the end of a day, of the whole and by township. */
function Targets({ plan }: { plan: Row }) {
  const translate = useTranslate()
  const [on, setOn] = useState(today())
  const { data, error, refetch } = useAsk<{ planProgress: Progress }>(PLAN_PROGRESS, { planId: plan.id, on }, { enabled: isDay(on) && on <= today() })
  const progress = data?.planProgress
  return (
    <>
      <Section
        title="resources.plans.fields.targets"
        action={<TextField type="date" fullWidth={false} label={translate('resources.plans.on')} value={on} onChange={event => setOn(event.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: today() } }} />}
      >
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        <PlanTargets plan={plan} targets={plan.targets as Target[]} progress={progress} />
      </Section>
      {progress && progress.townships.length > 0 && (
        <Section title="resources.plans.byTownship">
          <PlanTownships progress={progress} />
        </Section>
      )}
    </>
  )
}

function CopyPlan({ plan }: { plan: Row }) {
  const translate = useTranslate()
  const may = useMay()
  const { act } = useAct()
  const [open, setOpen] = useState(false)
  if (!may('plan.write')) return null
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {translate('resources.plans.actions.copy.name')}
      </Button>
      {open && (
        <ActionDialog
          title="resources.plans.actions.copy.name"
          consequence="resources.plans.actions.copy.consequence"
          confirm="resources.plans.actions.copy.name"
          defaults={{ year: Number(plan.year) + 1 }}
          onClose={() => setOpen(false)}
          run={({ year }) => act('plans', 'copyPlan', { id: plan.id, year }, 'resources.plans.actions.copy.done')}
        >
          <NumberInput source="year" validate={required()} min={2020} max={2100} />
        </ActionDialog>
      )}
    </>
  )
}
