import { Button } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import type { Row } from '../data/Definition'
import { useAct, useMay } from '../ui/Console'
import { NumberInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { Section } from '../ui/record/Facts'
import { ShowPage } from '../ui/record/ShowPage'
import { PlanTargets, type Target } from './PlanTargets'

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
      {row => (
        <Section title="resources.plans.fields.targets">
          <PlanTargets plan={row} targets={row.targets as Target[]} />
        </Section>
      )}
    </ShowPage>
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
