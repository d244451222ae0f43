import { Alert, Box, Paper, Typography } from '@mui/material'
import { useTranslate } from 'ra-core'
import { useMe } from '../../ui/Console'
import { today } from '../../ui/days'
import { useEnumWord } from '../../ui/enums'
import { Steps } from '../../ui/record/Steps'
import { HANGING, owesPlaque, type PostRecord, STATE_TONES } from './Post'

/** The way of a post that is granted; what was returned, turned down or ended stands where it stopped. */
const WAY = ['DRAFT', 'SUBMITTED', 'RECOMMENDED', 'SITE_CHECKED', 'PUBLIC_NOTICE', 'GRANTED']

/** The way as this post went it: its own state stands in the place of the step at which it left the way. */
export function wayOf({ state, plaqueNo, noticeFrom, score, recommendedOn }: Pick<PostRecord, 'state' | 'plaqueNo' | 'noticeFrom' | 'score' | 'recommendedOn'>): { way: string[]; at: number } {
  const along = WAY.indexOf(state)
  if (along >= 0) return { way: WAY, at: along }
  const at = state === 'RETURNED' ? 1 : plaqueNo !== null ? WAY.length - 1 : noticeFrom !== null ? 4 : score !== null ? 3 : recommendedOn !== null ? 2 : 1
  if (state === 'RECTIFYING' || state === 'RETURNED') return { way: WAY.map((one, step) => (step === at ? state : one)), at }
  const past = WAY.slice(0, plaqueNo !== null ? WAY.length : at)
  return { way: [...past, state], at: past.length }
}

/** What must be seen to before the next step, by the words under `resources.pioneerPosts.lacks`. */
function lacksOf(row: PostRecord): { lack: string; severity: 'warning' | 'error'; words?: Record<string, unknown> }[] {
  const { state } = row
  const before = ['DRAFT', 'RETURNED', 'SUBMITTED', 'RECOMMENDED', 'SITE_CHECKED', 'PUBLIC_NOTICE'].includes(state)
  return [
    (before || HANGING.includes(state)) && row.veteranCount === 0 && { lack: 'veterans', severity: 'error' as const },
    state === 'RETURNED' && { lack: 'returned', severity: 'warning' as const, words: { reason: row.stateReason ?? '' } },
    state === 'SITE_CHECKED' && row.passed === false && { lack: 'missed', severity: 'error' as const, words: { score: row.score ?? 0, mark: row.rule.checkPassMark } },
    row.openObjections > 0 && { lack: 'objection', severity: 'error' as const, words: { smart_count: row.openObjections } },
    state === 'RECTIFYING' && { lack: 'rectify', severity: 'warning' as const, words: { reason: row.stateReason ?? '', day: row.rectifyBy ?? '' } },
    row.revokeProposedFor !== null && { lack: 'revoke', severity: 'error' as const, words: { reason: row.revokeProposedFor } },
    row.dueReview !== null && { lack: 'review', severity: 'warning' as const, words: { year: row.dueReview?.year, day: row.dueReview?.dueOn, who: row.dueReview?.reviewer?.name ?? '' } },
    owesPlaque(row) && { lack: 'plaque', severity: row.plaqueDueOn !== null && row.plaqueDueOn < today() ? ('error' as const) : ('warning' as const), words: { plaqueNo: row.plaqueNo, day: row.plaqueDueOn ?? '' } },
  ].filter(one => one !== false)
}

/** Those who had a hand in bringing a post forward, each once, and so leave the decision to others. */
function handsOf({ appliedBy, recommendedBy, siteChecks }: PostRecord): { id: string; name: string }[] {
  const all = [appliedBy, recommendedBy, siteChecks[0]?.checker, siteChecks[0]?.secondChecker].filter(one => one != null)
  return [...new Map(all.map(one => [one.id, one])).values()]
}

/** How far a post has come, what comes next and who does it, who must not, and what must be seen to first. */
export function PostNext({ row }: { row: PostRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const me = useMe()
  const { way, at } = wayOf(row)
  const lacks = lacksOf(row)
  const hands = handsOf(row)
  const decides = ['RECOMMENDED', 'PUBLIC_NOTICE'].includes(row.state) && hands.length > 0
  const over = row.state === 'PUBLIC_NOTICE' && row.noticeTo !== null && row.noticeTo < today()
  const next = over ? 'NOTICE_OVER' : row.state
  return (
    <Paper variant="outlined" sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2, display: 'grid', gap: 1.5 }}>
      <Steps words={way.map(state => word('PostState', state))} at={at} tone={STATE_TONES[row.state] ?? 'info'} label={translate('resources.pioneerPosts.steps')} />
      <Typography>
        <strong>{translate('resources.pioneerPosts.nextStep')}</strong> {translate(`resources.pioneerPosts.next.${next}`, { from: row.noticeFrom ?? '', day: row.noticeTo ?? '', valid: row.validTo ?? '', ended: row.endedOn ?? '' })}
      </Typography>
      {decides && (
        <Typography variant="body2" color="text.secondary">
          {translate(`resources.pioneerPosts.mustNot.${row.state}`, { names: hands.map(({ name }) => name).join(translate('resources.pioneerPosts.and')) })}
          {hands.some(({ id }) => id === me?.account.id) && ` ${translate('resources.pioneerPosts.mustNot.you')}`}
        </Typography>
      )}
      {lacks.map(({ lack, severity, words }) => (
        <Alert key={lack} severity={severity}>
          <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
            {translate(`resources.pioneerPosts.lacks.${lack}`, words)}
          </Box>
        </Alert>
      ))}
    </Paper>
  )
}
