import { required, useTranslate } from 'ra-core'
import { useMay } from '../ui/Console'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { FlagInput } from '../ui/inputs/FlagInput'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { RecordsInput } from '../ui/inputs/RecordsInput'
import { RegionInput } from '../ui/inputs/RegionInput'
import { DayInput, NumberInput, TextInput } from '../ui/inputs/TextInput'

/** The inputs of a team. Tier and place are settled when it is founded; the leader is one of its members. */
export function TeamFields({ teamId }: { teamId?: string }) {
  const may = useMay()
  const translate = useTranslate()
  return (
    <>
      <TextInput source="name" maxLength={80} validate={required()} />
      {!teamId && <EnumInput source="tier" of="TeamTier" validate={required()} />}
      {!teamId && <RegionInput source="regionCode" validate={required()} />}
      <RecordInput source="parentId" of="teams" />
      <RecordInput source="stationId" of="stations" />
      {teamId && <RecordInput source="leaderId" of="volunteers" filter={{ teamId, state: ['ACTIVE'], isVeteran: true }} />}
      {teamId && <RecordsInput source="deputyIds" of="volunteers" filter={{ teamId, state: ['ACTIVE'] }} />}
      <NumberInput source="memberMin" min={1} max={1000} />
      <EnumInput source="minBasis" of="MinimumBasis" />
      <DayInput source="foundedOn" />
      <FlagInput source="hasFlag" />
      {may('team.found') && <FlagInput source="needsMonthly" helperText={translate('resources.teams.monthlyHint')} />}
    </>
  )
}
