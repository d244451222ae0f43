import { useTranslate } from 'ra-core'
import { useEnumWord } from '../../../ui/enums'
import { Facts } from '../../../ui/record/Facts'
import { StateChip, ToneChip } from '../../../ui/record/StateChip'
import type { CaseRecord, Named } from '../HardshipCase'
import { useYuan } from '../useYuan'
import { CaseSnapshots } from './CaseSnapshots'
import { Entries, Entry } from './Entries'

/** The notice, the reviews, the decision, and what was said against them. */
export function CaseReviews({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const by = (who: Named | null, on: string | null): string => [who?.name, on].filter(Boolean).join('\n')
  const yuan = useYuan()
  return (
    <>
      <Facts
        items={[
          { label: 'notice', value: row.noticeSkipped ? translate('resources.hardshipCases.noticeSkipped', { why: row.noticeSkippedFor ?? '' }) : [row.noticeFrom && `${row.noticeFrom} – ${row.noticeTo}`, row.noticePlace].filter(Boolean).join('\n') },
          { label: 'townshipReviewer', value: by(row.townshipReviewer, row.townshipReviewedOn) },
          { label: 'countyReviewer', value: by(row.countyReviewer, row.countyReviewedOn) },
          { label: 'townshipOpinion', value: row.townshipOpinion, wide: true },
          { label: 'countyOpinion', value: row.countyOpinion, wide: true },
          { label: 'decider', value: by(row.decider, row.decidedOn) },
          { label: 'approvedAmount', value: yuan(row.approvedAmount) },
          { label: 'deliveredOn', value: [row.deliveredOn, row.deliveredTo].filter(Boolean).join('\n') },
          row.objectUntil !== null && { label: 'objectUntil', value: row.objectUntil },
          { label: 'decisionReason', value: row.decisionReason, wide: true },
        ]}
      />
      <CaseSnapshots row={row} />
      <Objections row={row} />
      <Exclusions row={row} />
    </>
  )
}

function Objections({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  if (!row.objections?.length) return null
  return (
    <Entries title={translate('resources.objections.name', { smart_count: 2 })}>
      {row.objections.map(one => (
        <Entry
          key={one.id}
          head={
            <>
              <StateChip of="CaseObjectionState" value={one.state} />
              {[word('ObjectionAgainst', one.against), one.receivedOn, one.byName ?? translate('resources.objections.nobody')].join(' · ')}
            </>
          }
        >
          <Facts
            items={[
              { label: 'resources.objections.fields.text', value: one.text, wide: true },
              one.state === 'OPEN' ? { label: 'dueOn', value: one.dueOn } : { label: 'resources.objections.fields.answer', value: [one.answer, one.answeredBy?.name, one.answeredOn].filter(Boolean).join(' · '), wide: true },
            ]}
          />
        </Entry>
      ))}
    </Entries>
  )
}

/** What was looked up against the applicant; only reviewers are told. */
function Exclusions({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  if (!row.exclusionChecks?.length) return null
  return (
    <Entries title={translate('resources.exclusionChecks.name', { smart_count: 2 })}>
      {row.exclusionChecks.map(check => (
        <Entry
          key={check.id}
          head={
            <>
              <ToneChip label={translate(`resources.exclusionChecks.${check.found ? 'found' : 'clear'}`)} tone={check.found ? 'bad' : 'good'} />
              {word('ExclusionKind', check.kind)}
            </>
          }
        >
          {[check.source, check.note, check.checkedBy?.name, check.checkedOn].filter(Boolean).join(' · ')}
        </Entry>
      ))}
    </Entries>
  )
}
