import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../ui/enums'
import { toneOfValue } from '../../ui/record/StateChip'
import { Steps } from '../../ui/record/Steps'
import type { CaseRecord } from './HardshipCase'

/** The way of a case that is helped; a refusal stands where the approval would. */
const WAY = ['CLUE', 'REGISTERED', 'INVESTIGATING', 'NOTICE', 'TOWNSHIP_REVIEWED', 'COUNTY_REVIEW', 'APPROVED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP', 'CLOSED']

/** Which step of the way a case is at; a returned one is where it was returned from. */
function stepOf({ state, returnedFrom }: CaseRecord): number {
  const at = state === 'RETURNED' ? (returnedFrom ?? 'INVESTIGATING') : state === 'REFUSED' ? 'APPROVED' : state
  return WAY.indexOf(at)
}

/** How far a case has come: the step it is at in the words of its own state, as that it was returned or refused. */
export function CaseSteps({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const at = stepOf(row)
  return <Steps words={WAY.map((state, step) => word('CaseState', step === at ? row.state : state))} at={at} tone={toneOfValue('CaseState', row.state)} label={translate('resources.hardshipCases.steps')} />
}
