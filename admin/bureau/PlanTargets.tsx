import AddIcon from '@mui/icons-material/Add'
import EditIcon from '@mui/icons-material/Edit'
import { Box, Button, IconButton, LinearProgress, Link, Typography } from '@mui/material'
import { required, useTranslate } from 'ra-core'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Row } from '../data/Definition'
import { useAct, useMay } from '../ui/Console'
import { today } from '../ui/days'
import { useEnumWord, valuesOf } from '../ui/enums'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { DayInput, NumberInput } from '../ui/inputs/TextInput'
import { ActionDialog } from '../ui/record/ActionDialog'
import { ToneChip } from '../ui/record/StateChip'
import { EmptyState } from '../ui/views/EmptyState'
import { listAddress } from '../ui/views/StatCard'
import type { Part, Progress } from './planProgress'

/** A number that a plan sets, as its page shows it. */
export interface Target {
  id: string
  subject: string
  number: number
  dueOn: string | null
}

/** The list of the teams that count towards a target today: by the same rule as the count. */
const TIERS: Readonly<Record<string, string>> = { BANNER_TEAMS: 'BANNER', TOWNSHIP_TEAMS: 'TOWNSHIP', VILLAGE_TEAMS: 'VILLAGE', SQUADS: 'SQUAD' }
export const countedBy = (subject: string, within: Record<string, unknown> = {}): string => listAddress('teams', { ...within, tier: [TIERS[subject]], state: ['ACTIVE'], belowMinimum: false })

/** The targets of a plan, each with what has been reached of it and the list that is counted; set anew by whoever keeps the plan. */
export function PlanTargets({ plan, targets, progress }: { plan: Row; targets: readonly Target[]; progress: Progress | undefined }) {
  const translate = useTranslate()
  const may = useMay()
  const [asked, setAsked] = useState<Partial<Target> | null>(null)
  const writes = may('plan.write')
  const missing = valuesOf('TargetSubject').filter(subject => !targets.some(target => target.subject === subject))
  return (
    <>
      {targets.length === 0 && <EmptyState title={translate('resources.plans.noTargets')} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2.5 }}>
        {targets.map(target => (
          <TargetLine key={target.id} target={target} part={progress?.targets.find(({ subject }) => subject === target.subject)} current={progress?.on === today()} onChange={writes ? () => setAsked(target) : undefined} />
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

function TargetLine({ target: { subject, number, dueOn }, part, current, onChange }: { target: Target; part: Part | undefined; current: boolean; onChange?: () => void }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const may = useMay()
  const reached = part?.reached
  const share = reached === undefined ? 0 : Math.min(100, Math.round((reached / Math.max(1, number)) * 100))
  const figures = `${reached ?? '–'} / ${number}`
  return (
    <li>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography sx={{ mr: 'auto', fontWeight: 600 }}>{word('TargetSubject', subject)}</Typography>
        {part?.late && <ToneChip label={translate('resources.plans.late')} tone="bad" />}
        {dueOn && <Typography variant="body2" color="text.secondary">{`${translate('resources.plans.fields.dueOn')} ${dueOn}`}</Typography>}
        {part && part.standing > part.reached && <Typography variant="body2" color="text.secondary">{translate('resources.plans.standing', { standing: part.standing, active: part.active })}</Typography>}
        {reached === undefined || !current || !may('team.read') ? (
          <Typography component="span">{figures}</Typography>
        ) : (
          <Link component={RouterLink} to={countedBy(subject)} sx={{ fontVariantNumeric: 'tabular-nums' }}>
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
