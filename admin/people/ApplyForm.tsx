import { Alert, Box, Button, Link, Paper, Typography } from '@mui/material'
import { Form, required, ResourceContextProvider, setSubmissionErrors, useTranslate } from 'ra-core'
import { useEffect, useMemo, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { detailsOf } from '../data/Refusal'
import { useAsk, useConsole } from '../ui/Console'
import { ageOn, today } from '../ui/days'
import { FlagInput, TicksInput } from '../ui/inputs/FlagInput'
import { RegionInput } from '../ui/inputs/RegionInput'
import { ResidentIdInput } from '../ui/inputs/ResidentIdInput'
import { TextInput } from '../ui/inputs/TextInput'
import { newKey } from '../ui/record/newKey'
import { readResidentId } from '../ui/residentId'
import { LooksMenu } from '../ui/shell/LooksMenu'
import { Mark } from '../ui/shell/Mark'
import { ErrorPanel } from '../ui/views/ErrorPanel'
import { Waiting } from '../ui/views/Waiting'

interface Notice {
  version: string
  text: string
  leastAge: number
  ownConsentAge: number
}

export const APPLICATION_NOTICE = 'query applicationNotice { applicationNotice { version text leastAge ownConsentAge } }'
export const APPLY = 'mutation applyAsVolunteer($input: ApplicationInput!) { applyAsVolunteer(input: $input) { number createdAt } }'

/** The public form: the notice, what is asked, and at the end a number to ask by. */
export function ApplyForm() {
  const translate = useTranslate()
  const { data, error, refetch } = useAsk<{ applicationNotice: Notice }>(APPLICATION_NOTICE)
  const [number, setNumber] = useState<string | null>(null)
  const notice = data?.applicationNotice
  useEffect(() => {
    document.title = `${translate('apply.title')} · ${translate('console.name')}`
  }, [translate])
  return (
    <Box component="main" sx={{ minHeight: '100vh', display: 'grid', justifyItems: 'center', alignContent: 'start', p: 2, bgcolor: 'background.default' }}>
      <Box sx={{ position: 'absolute', top: 8, right: 8 }}>
        <LooksMenu />
      </Box>
      <Box sx={{ width: '100%', maxWidth: 560 }}>
        <Box sx={{ textAlign: 'center', my: 3 }}>
          <Mark size={48} />
          <Typography variant="h1" sx={{ mt: 1 }}>
            {translate('apply.title')}
          </Typography>
          <Typography color="text.secondary">{translate('apply.lead')}</Typography>
        </Box>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!notice && !error && <Waiting />}
        {notice && number === null && <Asked notice={notice} onDone={setNumber} />}
        {number !== null && <Receipt number={number} />}
        <Typography variant="body2" sx={{ textAlign: 'center', mt: 3 }}>
          <Link href="/#/login">{translate('apply.signIn')}</Link>
        </Typography>
      </Box>
    </Box>
  )
}

function Receipt({ number }: { number: string }) {
  const translate = useTranslate()
  return (
    <Paper variant="outlined" role="status" sx={{ p: 3, textAlign: 'center' }}>
      <Typography variant="h2">{translate('apply.received')}</Typography>
      <Typography sx={{ fontSize: '1.5rem', fontWeight: 600, my: 2, fontVariantNumeric: 'tabular-nums' }}>{number}</Typography>
      <Typography color="text.secondary">{translate('apply.next')}</Typography>
    </Paper>
  )
}

function Asked({ notice, onDone }: { notice: Notice; onDone: (number: string) => void }) {
  return (
    <ResourceContextProvider value="volunteerApplications">
      <Form defaultValues={{ isVeteran: true, skills: [], agreed: false, guardianAgrees: false }} record={{}} onSubmit={() => undefined} noValidate>
        <Fields notice={notice} onDone={onDone} />
      </Form>
    </ResourceContextProvider>
  )
}

function Fields({ notice, onDone }: { notice: Notice; onDone: (number: string) => void }) {
  const translate = useTranslate()
  const { provider } = useConsole()
  const form = useFormContext()
  const clientKey = useMemo(newKey, [])
  const [refused, setRefused] = useState<string | null>(null)
  const [running, setRunning] = useState(false)
  const read = readResidentId(String(useWatch({ name: 'idCard' }) ?? ''), today())
  const young = read.ok && ageOn(read.bornOn, today()) < notice.ownConsentAge
  const agreed = useWatch({ name: 'agreed' }) === true

  const send = form.handleSubmit(async values => {
    setRunning(true)
    setRefused(null)
    try {
      const { name, idCard, phone, regionCode, isVeteran, skills, note, guardianName, guardianPhone, guardianAgrees } = values
      const guardian = young ? { guardianName, guardianPhone, guardianAgrees } : {}
      const { applyAsVolunteer } = await provider.send<{ applyAsVolunteer: { number: string } }>(APPLY, { input: { name, idCard, phone, regionCode, isVeteran, skills, note: note || null, ...guardian, noticeVersion: notice.version, agreed, clientKey } })
      onDone(applyAsVolunteer.number)
    } catch (error) {
      const { errors } = detailsOf(error)
      const said = (error as Error).message
      setRefused(translate(said, { _: said }))
      if (errors) setSubmissionErrors(errors, form.setError)
    } finally {
      setRunning(false)
    }
  })
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 }, display: 'grid', gap: 2 }}>
      <TextInput source="name" maxLength={50} autoComplete="name" validate={required()} />
      <ResidentIdInput source="idCard" plain validate={required()} />
      <TextInput source="phone" type="tel" maxLength={20} autoComplete="tel" validate={required()} />
      <RegionInput source="regionCode" levels={['VILLAGE']} validate={required()} />
      <FlagInput source="isVeteran" />
      {young && (
        <>
          <Alert severity="info">{translate('apply.guardian', { age: notice.ownConsentAge })}</Alert>
          <TextInput source="guardianName" maxLength={50} validate={required()} />
          <TextInput source="guardianPhone" type="tel" maxLength={20} validate={required()} />
          <FlagInput source="guardianAgrees" />
        </>
      )}
      <TicksInput source="skills" of="Skill" />
      <TextInput source="note" rows={2} maxLength={300} helperText={translate('apply.noteHint')} />
      <Box>
        <Typography id="notice" component="h2" sx={{ fontWeight: 600, mb: 1 }}>
          {`${translate('apply.notice')} ${notice.version}`}
        </Typography>
        <Box tabIndex={0} role="region" aria-labelledby="notice" sx={{ maxHeight: 200, overflow: 'auto', whiteSpace: 'pre-line', p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, fontSize: '0.9375rem' }}>
          {notice.text}
        </Box>
        <FlagInput source="agreed" />
      </Box>
      {refused && <Alert severity="error">{refused}</Alert>}
      <Button variant="contained" size="large" loading={running} disabled={!agreed} onClick={() => void send()}>
        {translate('apply.send')}
      </Button>
    </Paper>
  )
}
