import AddIcon from '@mui/icons-material/Add'
import EditIcon from '@mui/icons-material/Edit'
import { Box, Button, IconButton, LinearProgress, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../data/Definition'
import { useAct, useAsk, useMay } from '../ui/Console'
import { useEnumWord, valuesOf } from '../ui/enums'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { DayInput, NumberInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { EmptyState } from '../ui/views/EmptyState'
import { listAddress } from '../ui/views/StatCard'

/** A number that a plan sets, as its page shows it. */
export interface Target {
  id: string
  subject: string
  number: number
  dueOn: string | null
}

/** How many teams of a tier stand, disbanded ones left out. */
export const TEAM_COUNTS = `query teamCounts($banner: TeamFilter!, $township: TeamFilter!, $village: TeamFilter!, $squad: TeamFilter!) {
  BANNER_TEAMS: teams(filter: $banner) { total } TOWNSHIP_TEAMS: teams(filter: $township) { total } VILLAGE_TEAMS: teams(filter: $village) { total } SQUADS: teams(filter: $squad) { total }
}`

const LIVE = ['PREPARING', 'ACTIVE', 'RECTIFYING', 'SUSPENDED']
const TIERS: Readonly<Record<string, string>> = { BANNER_TEAMS: 'BANNER', TOWNSHIP_TEAMS: 'TOWNSHIP', VILLAGE_TEAMS: 'VILLAGE', SQUADS: 'SQUAD' }
const filterOf = (subject: string) => ({ tier: [TIERS[subject]], state: LIVE })

/** The targets of a plan, each with what has been reached of it and the list that is counted; set anew by whoever keeps the plan. */
export function PlanTargets({ plan, targets }: { plan: Row; targets: readonly Target[] }) {
  const translate = useTranslate()
  const may = useMay()
  const [asked, setAsked] = useState<Partial<Target> | null>(null)
  const { data } = useAsk<Record<string, { total: number }>>(TEAM_COUNTS, { banner: filterOf('BANNER_TEAMS'), township: filterOf('TOWNSHIP_TEAMS'), village: filterOf('VILLAGE_TEAMS'), squad: filterOf('SQUADS') }, { enabled: may('team.read') })
  const writes = may('plan.write')
  const missing = valuesOf('TargetSubject').filter(subject => !targets.some(target => target.subject === subject))
  return (
    <>
      {targets.length === 0 && <EmptyState title={translate('resources.plans.noTargets')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
        {targets.map(target => (
          <TargetLine key={target.id} target={target} reached={data?.[target.subject]?.total} onChange={writes ? () => setAsked(target) : undefined} />
        ))}
      </Box>
      {writes && missing.length > 0 && (
        <Button startIcon={<AddIcon />} variant="outlined" onClick={() => setAsked({ subject: missing[0] })} sx={{ mt: 2 }}>
          {translate('resources.plans.addTarget')}
        </Button>
      )}
      {asked && <TargetDialog plan={plan} target={asked} choices={asked.id ? [asked.subject!] : missing} onClose={() => setAsked(null)} />}
    </>
  )
}

function TargetLine({ target: { subject, number, dueOn }, reached, onChange }: { target: Target; reached: number | undefined; onChange?: () => void }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const share = reached === undefined ? 0 : Math.min(100, Math.round((reached / Math.max(1, number)) * 100))
  const figures = `${reached ?? '–'} / ${number}`
  return (
    <li>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography sx={{ mr: 'auto', fontWeight: 600 }}>{word('TargetSubject', subject)}</Typography>
        {dueOn && <Typography variant="body2" color="text.secondary">{`${translate('resources.plans.fields.dueOn')} ${dueOn}`}</Typography>}
        {reached === undefined ? (
          <Typography component="span">{figures}</Typography>
        ) : (
          <Link component={RouterLink} to={listAddress('teams', filterOf(subject))} sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {figures}
          </Link>
        )}
        {onChange && (
          <IconButton size="small" onClick={onChange} aria-label={translate('resources.plans.changeTarget', { name: word('TargetSubject', subject) })}>
            <EditIcon fontSize="small" />
          </IconButton>
        )}
      </Box>
      <LinearProgress variant="determinate" value={share} color={share >= 100 ? 'success' : 'primary'} aria-label={word('TargetSubject', subject)} sx={{ height: 8, borderRadius: 4 }} />
    </li>
  )
}

interface TargetDialogProps {
  plan: Row
  target: Partial<Target>
  choices: readonly string[]
  onClose: () => void
}

function TargetDialog({ plan, target: { subject, number, dueOn }, choices, onClose }: TargetDialogProps) {
  const { act } = useAct()
  return (
    <ActionDialog
      title="resources.plans.actions.target.name"
      consequence="resources.plans.actions.target.consequence"
      confirm="ra.action.save"
      defaults={{ subject, number: number ?? null, dueOn: dueOn ?? null }}
      onClose={onClose}
      run={values => act('plans', 'setPlanTarget', { planId: plan.id, version: plan.version, input: values }, 'resources.plans.actions.target.done')}
    >
      <EnumInput source="subject" of="TargetSubject" only={choices} disabled={choices.length === 1} validate={required()} />
      <NumberInput source="number" min={0} max={100_000} validate={required()} />
      <DayInput source="dueOn" />
    </ActionDialog>
  )
}
