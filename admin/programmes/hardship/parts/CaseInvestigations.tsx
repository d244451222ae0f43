import { ResourceContextProvider, useTranslate } from 'ra-core'
import { Photos } from '../../../ui/inputs/PhotosInput'
import { Facts } from '../../../ui/record/Facts'
import { LOOKS } from '../forms/investigate'
import type { CaseRecord } from '../HardshipCase'
import { Entries, Entry } from './Entries'

/** The looks at home with the five looks and photos, the latest first. */
export function CaseInvestigations({ row }: { row: CaseRecord }) {
  const translate = useTranslate()
  const going = row.investigators.map(({ name }) => name).join(' / ')
  return (
    <ResourceContextProvider value="investigations">
      {going && row.investigatedOn === null && translate('resources.investigations.going', { names: going })}
      <Entries title={translate('resources.investigations.name', { smart_count: 2 })} empty={{ title: translate('resources.investigations.empty'), hint: translate('resources.investigations.emptyHint') }}>
        {[...(row.investigations ?? [])].reverse().map(look => (
          <Entry key={look.id} head={[look.investigatedOn, look.investigators.map(({ name }) => name).join(' / ')].join(' · ')}>
            <Facts items={[...LOOKS.map(name => ({ label: name, value: look[name], wide: true })), { label: 'findings', value: look.findings, wide: true }, look.photoIds.length > 0 && { label: 'photoIds', value: <Photos ids={look.photoIds} />, wide: true }]} />
          </Entry>
        ))}
      </Entries>
    </ResourceContextProvider>
  )
}
