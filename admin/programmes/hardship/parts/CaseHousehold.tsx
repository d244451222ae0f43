import { ResourceContextProvider, useTranslate } from 'ra-core'
import { useEnumWord } from '../../../ui/enums'
import { type Fact, Facts } from '../../../ui/record/Facts'
import { EmptyState } from '../../../ui/views/EmptyState'
import type { CaseRecord, Economy } from '../HardshipCase'
import { useYuan } from '../useYuan'
import { Entries, Entry } from './Entries'

/** Who lives in the household, and how. */
export function CaseHousehold({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const word = useEnumWord()
  const { household, economy } = row
  const yuan = useYuan()
  if (!economy && !household?.length) return <EmptyState title={translate('resources.households.empty')} hint={translate('resources.households.emptyHint')} />
  return (
    <ResourceContextProvider value="households">
      <Entries title={translate('resources.households.fields.members')} empty={{ title: translate('resources.households.alone') }}>
        {(household ?? []).map(member => (
          <Entry key={member.id} head={[member.name, word('MemberRelation', member.relation), member.age !== null && translate('resources.households.years', { smart_count: member.age })].filter(Boolean).join(' · ')}>
            <Facts
              items={[
                { label: 'health', value: member.health },
                { label: 'work', value: member.work },
              ]}
            />
          </Entry>
        ))}
      </Entries>
      {economy && <Facts items={economyFacts(economy, yuan)} />}
    </ResourceContextProvider>
  )
}

/** How a household lives, as facts. */
export const economyFacts = (economy: Economy, yuan: ReturnType<typeof useYuan>): Fact[] => [
  { label: 'askedOn', value: economy.askedOn },
  { label: 'income', value: yuan(economy.income) },
  { label: 'spending', value: yuan(economy.spending) },
  { label: 'medicalSpending', value: yuan(economy.medicalSpending) },
  { label: 'incomeFrom', value: economy.incomeFrom, wide: true },
  { label: 'housing', value: economy.housing, wide: true },
  { label: 'otherAid', value: economy.otherAid, wide: true },
]
