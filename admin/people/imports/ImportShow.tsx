import { Alert, Box, Button, LinearProgress, Paper, Step, StepLabel, Stepper, Typography, useMediaQuery, useTheme } from '@mui/material'
import { required, useNotify, useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import { useAsk, useConsole } from '../../ui/Console'
import { useEnumWord } from '../../ui/enums'
import { TextInput } from '../../ui/inputs/TextInput'
import { JobLine } from '../../ui/jobs/JobLine'
import { isUnderWay, useJob, useLookAtJobs } from '../../ui/jobs/jobs'
import { ActionDialog } from '../../ui/record/ActionDialog'
import { StateChip } from '../../ui/record/StateChip'
import { PageHead } from '../../ui/shell/PageHead'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'
import { ColumnsStep } from './ColumnsStep'
import { CHECK_IMPORT, ONE_IMPORT, RESUME_IMPORT, RUN_IMPORT, UNDO_IMPORT, type VolunteerImport } from './imports'
import { QuestionsStep } from './QuestionsStep'
import { RowsStep } from './RowsStep'

const STEPS = ['read', 'columns', 'check', 'run', 'result'] as const
const STEP_OF: Readonly<Record<VolunteerImport['state'], number>> = { READING: 0, COLUMNS: 1, CHECKING: 2, CHECKED: 2, RUNNING: 3, DONE: 5, UNDOING: 4, UNDONE: 5 }
const BUSY: readonly string[] = ['READING', 'CHECKING', 'RUNNING', 'UNDOING']

/** An import, step by step: columns, questions and preview, the run, its result. It can be left at any step and returned to. */
export default function ImportShow() {
  const { id = '' } = useParams()
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAsk<{ volunteerImport: VolunteerImport }>(ONE_IMPORT, { id })
  const one = data?.volunteerImport
  const job = useJob(one?.mine ? (one.jobId ?? null) : null)
  const ended = job && !isUnderWay(job) ? job.id : null
  useEffect(() => void (ended && refetch()), [ended, refetch])
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending || !one) return <Waiting />
  const stopped = BUSY.includes(one.state) && (job?.state === 'FAILED' || job?.state === 'CANCELLED')
  return (
    <>
      <PageHead title={one.fileName} crumbs={[{ label: translate('resources.volunteerImports.name', { smart_count: 2 }), to: '/volunteerImports' }]} beside={<StateChip of="ImportState" value={one.state} />} />
      <Steps at={STEP_OF[one.state]} />
      {job && (
        <Paper variant="outlined" sx={{ px: 2, mb: 2 }}>
          <JobLine job={job} />
          {stopped && <Resume one={one} onDone={() => void refetch()} />}
        </Paper>
      )}
      <Body one={one} onDone={() => void refetch()} />
    </>
  )
}

/** How far it has come: all steps on a desk, the present one on a phone. */
function Steps({ at }: { at: number }) {
  const translate = useTranslate()
  const theme = useTheme()
  const wide = useMediaQuery(theme.breakpoints.up('sm'))
  const nameOf = (step: (typeof STEPS)[number]): string => translate(`resources.volunteerImports.steps.${step}`)
  const present = Math.min(at, STEPS.length - 1)
  if (!wide) {
    return (
      <Box sx={{ mb: 2 }}>
        <Typography sx={{ mb: 0.5 }}>{translate('resources.volunteerImports.stepOf', { number: present + 1, all: STEPS.length, name: nameOf(STEPS[present]!) })}</Typography>
        <LinearProgress variant="determinate" value={(at / STEPS.length) * 100} aria-hidden />
      </Box>
    )
  }
  return (
    <Stepper activeStep={at} sx={{ mb: 2 }}>
      {STEPS.map(step => (
        <Step key={step}>
          <StepLabel>{nameOf(step)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  )
}

interface StepProps {
  one: VolunteerImport
  onDone: () => void
}

/** What the present step asks for. */
function Body({ one, onDone }: StepProps) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const { id, version } = one
  const check = async (columns: readonly string[], answers: { key: string; value: string }[]): Promise<void> => {
    await provider.send(CHECK_IMPORT, { id, version, columns, answers })
    look()
    onDone()
  }
  if (!one.mine) return <RowsStep one={one} />
  if (one.state === 'COLUMNS') return <ColumnsStep one={one} onCheck={columns => check(columns, [])} />
  if (one.state === 'CHECKED') {
    return (
      <>
        {one.questions.length > 0 && <QuestionsStep one={one} onCheck={answers => check(one.columns.map(column => column.field ?? 'IGNORE'), answers)} />}
        <RunBar one={one} onDone={onDone} />
        <RowsStep one={one} />
        <Box component="details" sx={{ mt: 2 }}>
          <Box component="summary" sx={{ minHeight: 44, cursor: 'pointer' }}>
            {translate('resources.volunteerImports.columnsAgain')}
          </Box>
          <ColumnsStep one={one} onCheck={columns => check(columns, [])} />
        </Box>
      </>
    )
  }
  if (one.state === 'DONE' || one.state === 'UNDONE') {
    return (
      <>
        {one.state === 'DONE' && <UndoBar one={one} onDone={onDone} />}
        <RowsStep one={one} />
      </>
    )
  }
  return null
}

function RunBar({ one, onDone }: StepProps) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const [asking, setAsking] = useState(false)
  const count = (verdict: string): number => one.verdicts.find(each => each.verdict === verdict)?.count ?? 0
  const writes = count('NEW') + count('UPDATE')
  return (
    <Alert
      severity={writes > 0 ? 'info' : 'warning'}
      sx={{ mb: 2, alignItems: 'center' }}
      action={
        <Button variant="contained" disabled={writes === 0} onClick={() => setAsking(true)}>
          {translate('resources.volunteerImports.run')}
        </Button>
      }
    >
      {one.verdicts.map(({ verdict, count: rows }) => `${word('RowVerdict', verdict)} ${rows}`).join(' · ')}
      {asking && (
        <ActionDialog
          title="resources.volunteerImports.run"
          consequence={translate('resources.volunteerImports.runConsequence', { new: count('NEW'), update: count('UPDATE'), left: count('CONFLICT') + count('ERROR') })}
          confirm="resources.volunteerImports.run"
          onClose={() => setAsking(false)}
          run={async () => {
            await provider.send(RUN_IMPORT, { id: one.id, version: one.version })
            look()
            onDone()
          }}
        />
      )}
    </Alert>
  )
}

function UndoBar({ one, onDone }: StepProps) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const [asking, setAsking] = useState(false)
  return (
    <Box sx={{ mb: 2 }}>
      <Button color="error" variant="outlined" onClick={() => setAsking(true)}>
        {translate('resources.volunteerImports.undo')}
      </Button>
      {asking && (
        <ActionDialog
          title="resources.volunteerImports.undo"
          consequence="resources.volunteerImports.undoConsequence"
          confirm="resources.volunteerImports.undo"
          grave
          resource="volunteerImports"
          onClose={() => setAsking(false)}
          run={async ({ reason }) => {
            await provider.send(UNDO_IMPORT, { id: one.id, version: one.version, reason })
            look()
            onDone()
          }}
        >
          <TextInput source="reason" maxLength={200} validate={required()} />
        </ActionDialog>
      )}
    </Box>
  )
}

/** After a cancelled or failed job: what was done stays, and the rest can follow. */
function Resume({ one, onDone }: StepProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const { provider } = useConsole()
  const look = useLookAtJobs()
  const resume = (): Promise<void> =>
    provider.send(RESUME_IMPORT, { id: one.id, version: one.version }).then(
      () => {
        look()
        onDone()
      },
      (error: Error) => notify(error.message, { type: 'error' }),
    )
  return (
    <Button variant="contained" onClick={() => void resume()} sx={{ mb: 1.5 }}>
      {translate('resources.volunteerImports.resume')}
    </Button>
  )
}
