import { Alert, Box, Button, Paper, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useEffect, useState } from 'react'
import { Link as RouterLink, useParams } from 'react-router-dom'
import { useAsk } from '../../ui/Console'
import { timeOf, spanOf } from '../../ui/days'
import { PageHead } from '../../ui/shell/PageHead'
import { QrCode } from '../../ui/shell/QrCode'
import { ErrorPanel } from '../../ui/views/ErrorPanel'
import { Waiting } from '../../ui/views/Waiting'

/** The code of this moment, and how many have come. */
export const CHECK_CODE = `query checkCode($id: ID!, $purpose: CheckPurpose!) {
  checkCode(activityId: $id, purpose: $purpose) { path digits nextAt opensAt closesAt }
  activity(id: $id) { id title startsAt endsAt counts { placed present confirmed } }
}`

interface Answer {
  checkCode: { path: string; digits: string; nextAt: string; opensAt: string; closesAt: string }
  activity: { id: string; title: string; startsAt: string; endsAt: string; counts: { placed: number; present: number; confirmed: number } }
}

const OFTEN = 10_000

/** The leader's phone held up: a large code that changes by itself, six digits for whoever cannot scan, and how many have come. */
export default function CodePage() {
  const translate = useTranslate()
  const { '*': id = '' } = useParams()
  const [purpose, setPurpose] = useState<'IN' | 'OUT' | null>(null)
  const chosen = purpose ?? 'IN'
  const { data, error, isPending, refetch } = useAsk<Answer>(CHECK_CODE, { id, purpose: chosen }, { every: OFTEN })
  const nextAt = data?.checkCode.nextAt
  useEffect(() => {
    if (!nextAt) return
    const timer = setTimeout(() => void refetch(), Math.max(500, new Date(nextAt).getTime() - Date.now() + 200))
    return () => clearTimeout(timer)
  }, [nextAt, refetch])
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />
  if (isPending) return <Waiting />
  const { checkCode: code, activity } = data
  const early = new Date(code.opensAt) > new Date()
  const late = new Date(code.closesAt) < new Date()
  return (
    <>
      <PageHead title={activity.title} crumbs={[{ label: translate('resources.activities.name', { smart_count: 2 }), to: '/activities' }, { label: activity.title, to: `/activities/${id}/show` }]} />
      <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 3 }, maxWidth: 560, mx: 'auto', textAlign: 'center', display: 'grid', gap: 2 }}>
        <ToggleButtonGroup exclusive fullWidth value={chosen} onChange={(_, picked: 'IN' | 'OUT' | null) => picked && setPurpose(picked)} aria-label={translate('pages.activityCode.name')}>
          <ToggleButton value="IN" sx={{ minHeight: 48 }}>
            {translate('enums.CheckPurpose.IN')}
          </ToggleButton>
          <ToggleButton value="OUT" sx={{ minHeight: 48 }}>
            {translate('enums.CheckPurpose.OUT')}
          </ToggleButton>
        </ToggleButtonGroup>
        {early && <Alert severity="info">{translate('resources.activities.code.early', { at: timeOf(code.opensAt) })}</Alert>}
        {late && <Alert severity="warning">{translate('resources.activities.code.late')}</Alert>}
        <QrCode large text={window.location.origin + code.path} label={translate('resources.activities.code.label')} />
        <Box>
          <Typography color="text.secondary">{translate('resources.activities.code.digits')}</Typography>
          <Typography component="p" aria-live="polite" sx={{ fontSize: '2.75rem', fontWeight: 700, letterSpacing: '0.15em', fontVariantNumeric: 'tabular-nums', lineHeight: 1.2 }}>
            {code.digits}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {translate('resources.activities.code.changes')}
          </Typography>
        </Box>
        <Typography>
          {spanOf(activity.startsAt, activity.endsAt)}
          <br />
          <strong>{translate('resources.activities.code.present', { present: activity.counts.present, placed: activity.counts.placed })}</strong>
        </Typography>
        <Button component={RouterLink} to={`/activities/${id}/show?tab=signUps`} variant="outlined">
          {translate('resources.activities.code.byHand')}
        </Button>
      </Paper>
    </>
  )
}
