import { Chip } from '@mui/material'
import { type EnumName, useEnumWord } from '../enums'
import { type Tone, toneOf } from '../theme'

/** How values are felt; what is not here is quiet. `Enum.VALUE` overrides `VALUE`. */
const TONES: Readonly<Record<string, Tone>> = {
  ACTIVE: 'good',
  PAIRED: 'good',
  DONE: 'good',
  CONFIRMED: 'good',
  OK: 'good',
  PROPOSED: 'waiting',
  PENDING: 'waiting',
  PREPARING: 'waiting',
  ASSESSED: 'waiting',
  WAITING: 'warning',
  ACCEPTED: 'info',
  ASSIGNED: 'info',
  PLANNED: 'info',
  OPEN: 'waiting',
  JOIN_REQUESTED: 'waiting',
  CHECKED: 'info',
  APPROVED: 'good',
  DECLINED: 'bad',
  PAUSED: 'warning',
  RECTIFYING: 'warning',
  MISSED: 'bad',
  BLOCKED: 'bad',
  REFUSED: 'bad',
  SUSPENDED: 'warning',
  OVERDUE: 'bad',
  DUE_SOON: 'warning',
  REQUESTED: 'waiting',
  'CertificateState.APPROVED': 'info',
  ISSUED: 'good',
  REVOKED: 'bad',
  RUNNING: 'info',
  NEW: 'good',
  UPDATE: 'info',
  CONFLICT: 'warning',
  ERROR: 'bad',
  FAILED: 'bad',
  'JobState.WAITING': 'waiting',
  SUBMITTED: 'waiting',
  REJECTED: 'bad',
  PUBLISHED: 'info',
  ONGOING: 'warning',
  FINISHED: 'waiting',
  ARCHIVED: 'good',
  APPLIED: 'waiting',
  WAITLIST: 'warning',
  CHECKED_IN: 'good',
  CHECKED_OUT: 'good',
  NO_SHOW: 'bad',
  STANDING: 'good',
  CORRECTED: 'warning',
  RECOMMENDED: 'waiting',
  RETURNED: 'warning',
  SITE_CHECKED: 'info',
  PUBLIC_NOTICE: 'info',
  GRANTED: 'good',
  'DutyState.DUE': 'warning',
  'DutyState.MISSING': 'bad',
  'CaseState.CLUE': 'waiting',
  'CaseState.REGISTERED': 'waiting',
  'CaseState.INVESTIGATING': 'info',
  'CaseState.NOTICE': 'info',
  'CaseState.TOWNSHIP_REVIEWED': 'waiting',
  'CaseState.COUNTY_REVIEW': 'waiting',
  'CaseState.PLANNED': 'good',
  'CaseState.IN_HELP': 'good',
  'CaseState.FOLLOW_UP': 'info',
  'CaseState.RETURNED': 'warning',
  'CaseColour.RED': 'bad',
  'CaseColour.YELLOW': 'caution',
  'CaseColour.BLUE': 'waiting',
  'CaseObjectionState.OPEN': 'warning',
  'FollowUpResult.SOLVED': 'good',
  'FollowUpResult.BETTER': 'good',
  'FollowUpResult.SAME': 'waiting',
  'FollowUpResult.WORSE': 'bad',
  'FollowUpResult.NOT_REACHED': 'warning',
  SENT: 'waiting',
  'RiskGrade.HIGH': 'bad',
  'RiskGrade.KEY': 'warning',
  'RiskGrade.GENERAL': 'quiet',
}

/** How a value of an enum is felt. */
export const toneOfValue = (of: EnumName, value: string): Tone => TONES[`${of}.${value}`] ?? TONES[value] ?? 'quiet'

interface StateChipProps {
  /** The enum, e.g. `PairingState`. */
  of: EnumName
  value: string | null | undefined
  tone?: Tone
}

/** A state, a grade or a result: a colour and always the word. */
export function StateChip({ of, value, tone }: StateChipProps) {
  const word = useEnumWord()
  if (!value) return null
  return <ToneChip label={word(of, value)} tone={tone ?? toneOfValue(of, value)} />
}

/** A word in a tone, for flags that are no enum: overdue, unpaired. */
export function ToneChip({ label, tone }: { label: string; tone: Tone }) {
  return (
    <Chip
      label={label}
      size="small"
      component="span"
      sx={theme => {
        const { background, text } = toneOf(theme, tone)
        return { bgcolor: background, color: text, fontWeight: 500, height: 'auto', '& .MuiChip-label': { py: 0.25 } }
      }}
    />
  )
}
