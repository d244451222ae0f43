import { Box } from '@mui/material'
import { useTranslate } from 'ra-core'
import { daysBetween, today } from '../../ui/days'
import { StateChip, ToneChip } from '../../ui/record/StateChip'
import type { Tone } from '../../ui/theme'
import { HANGING, owesPlaque, type PostRow, STATE_TONES } from './Post'

/** The step that a post is at. */
export const PostStateChip = ({ state }: Pick<PostRow, 'state'>) => <StateChip of="PostState" value={state} tone={STATE_TONES[state]} />

/** Days before the end of a grant within which it is said. */
const SOON = 60

type Warned = Pick<PostRow, 'state' | 'openObjections' | 'revokeProposedFor' | 'validTo' | 'plaqueNo' | 'plaqueDueOn' | 'plaqueReturnedOn' | 'rectifyBy' | 'veteranCount'> & { dueReview: { dueOn: string; overdue: boolean } | null }

/** What a post needs somebody to look at, by the words under `resources.pioneerPosts.chips`. */
export function warningsOf(row: Warned): { key: string; tone: Tone; day?: string | null }[] {
  const hangs = HANGING.includes(row.state)
  const late = (day: string | null): boolean => day !== null && day < today()
  return [
    row.revokeProposedFor !== null && { key: 'revokeProposed', tone: 'bad' as const },
    row.openObjections > 0 && { key: 'objected', tone: 'bad' as const },
    owesPlaque(row) && { key: late(row.plaqueDueOn) ? 'plaqueLate' : 'plaqueOut', tone: late(row.plaqueDueOn) ? ('bad' as const) : ('warning' as const) },
    row.state === 'RECTIFYING' && late(row.rectifyBy) && { key: 'rectifyLate', tone: 'bad' as const },
    row.dueReview !== null && { key: row.dueReview.overdue ? 'reviewLate' : 'reviewDue', tone: row.dueReview.overdue ? ('bad' as const) : ('waiting' as const) },
    hangs && row.veteranCount === 0 && { key: 'nobody', tone: 'bad' as const },
    hangs && row.validTo !== null && daysBetween(today(), row.validTo) <= SOON && { key: 'ending', tone: 'warning' as const, day: row.validTo },
  ].filter(one => one !== false)
}

/** The same as chips. */
export function PostWarnings({ row }: { row: Warned }) {
  const translate = useTranslate()
  const warnings = warningsOf(row)
  if (warnings.length === 0) return null
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {warnings.map(({ key, tone, day }) => (
        <ToneChip key={key} tone={tone} label={translate(`resources.pioneerPosts.chips.${key}`, { day: day ?? '' })} />
      ))}
    </Box>
  )
}
