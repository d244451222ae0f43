import { ResourceContextProvider, useTranslate } from 'ra-core'
import { useEnumWord } from '../../../ui/enums'
import { Facts } from '../../../ui/record/Facts'
import { StateChip } from '../../../ui/record/StateChip'
import type { CaseRecord, Snapshot } from '../HardshipCase'
import { useYuan } from '../useYuan'
import { economyFacts } from './CaseHousehold'
import { Entries, Entry } from './Entries'

/** What stood when it was decided, whatever was written since: the grounds of each decision. */
export function CaseSnapshots({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const yuan = useYuan()
  if (!row.snapshots?.length) return null
  return (
    <Entries title={translate('resources.caseSnapshots.name')}>
      {row.snapshots.map(one => (
        <Entry
          key={one.id}
          head={
            <>
              <StateChip of="CaseState" value={one.outcome} />
              {[one.decidedOn, one.decider?.name, one.approvedAmount !== null && yuan(one.approvedAmount)].filter(Boolean).join(' · ')}
            </>
          }
        >
          <Facts
            items={[
              { label: 'causeText', value: one.causeText, wide: true },
              { label: 'decisionReason', value: one.decisionReason, wide: true },
            ]}
          />
          <Frozen one={one} />
        </Entry>
      ))}
    </Entries>
  )
}

/** The household of that day, a member a line. */
function Frozen({ one: { members, economy } }: { one: Snapshot }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const yuan = useYuan()
  const lines = members.map(({ name, relation, age, health, work }) => [name, word('MemberRelation', relation), age !== null && translate('resources.households.years', { smart_count: age }), health, work].filter(Boolean).join(' · '))
  return (
    <ResourceContextProvider value="households">
      <Facts items={[{ label: 'members', value: lines.join('\n') || translate('resources.households.alone'), wide: true }, ...(economy ? economyFacts(economy, yuan) : [])]} />
    </ResourceContextProvider>
  )
}
