import { required, useTranslate } from 'ra-core'
import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useAsk } from '../../ui/Console'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { ChoiceInput, FlagInput, TicksInput } from '../../ui/inputs/FlagInput'
import { MomentInput } from '../../ui/inputs/MomentInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { RegionInput } from '../../ui/inputs/RegionInput'
import { NumberInput, TextInput } from '../../ui/inputs/TextInput'
import { FormPart, Wide } from '../../ui/record/FormBody'
import { TeamsInput } from './TeamsInput'

/** The townships' own programmes. */
export const OWN_PROGRAMMES = 'query ownProgrammes { programmes(filter: { code: [LOCAL], active: true }, page: { size: 100 }) { items { id nameZh nameEn } } }'

/** The plan of an activity: what is usual stands there already; what only some need comes last. */
export function ActivityFields({ fresh = false }: { fresh?: boolean }) {
  const translate = useTranslate()
  const [programme, teamId] = useWatch({ name: ['programme', 'teamId'] }) as (string | undefined)[]
  return (
    <>
      <TextInput source="title" maxLength={80} validate={required()} />
      {fresh && <RecordInput source="teamId" of="teams" filter={{ state: ['ACTIVE', 'RECTIFYING', 'PREPARING'] }} validate={required()} />}
      <EnumInput source="programme" of="ProgrammeCode" validate={required()} />
      {programme === 'LOCAL' && <OwnProgrammeInput />}
      <EnumInput source="purpose" of="ActivityPurpose" validate={required()} />
      <MomentInput source="startsAt" validate={required()} />
      <MomentInput source="endsAt" validate={required()} />
      <EndFollows />
      <TextInput source="place" maxLength={120} validate={required()} />
      <RegionInput source="placeRegionCode" helperText={translate('resources.activities.placeHint')} />
      <NumberInput source="capacity" min={1} max={5000} validate={required()} />
      <RecordInput source="leaderId" of="volunteers" filter={{ state: ['ACTIVE'], ...(teamId && { teamId }) }} helperText={translate('resources.activities.leaderHint')} />
      <Wide>
        <TextInput source="content" rows={3} maxLength={1000} />
      </Wide>
      <Wide>
        <TextInput source="riskNote" rows={2} maxLength={1000} helperText={translate('resources.activities.riskHint')} />
      </Wide>
      <FormPart title="resources.activities.who">
        <NumberInput source="minAge" min={6} max={100} />
        <NumberInput source="maxAge" min={6} max={120} />
        <FlagInput source="dangerous" helperText={translate('resources.activities.dangerousHint')} />
        <FlagInput source="insuranceRequired" />
        <FlagInput source="chosen" />
        <NumberInput source="leastPeople" min={1} max={5000} />
        <Wide>
          <TicksInput source="requiredSkills" of="Skill" />
        </Wide>
        <RecordInput source="requiredTrainingId" of="credentials" filter={{ kind: ['TRAINING'], active: true }} helperText={translate('resources.activities.credentialHint')} />
        <RecordInput source="requiredQualificationId" of="credentials" filter={{ kind: ['QUALIFICATION'], active: true }} helperText={translate('resources.activities.credentialHint')} />
      </FormPart>
      <FormPart title="resources.activities.more">
        <Wide>
          <TeamsInput source="coTeamIds" />
        </Wide>
        <TextInput source="platformId" maxLength={60} />
        <TextInput source="budget" maxLength={14} />
        <FlagInput source="isDrill" />
      </FormPart>
    </>
  )
}

/** Which of the township's own programmes it is. */
function OwnProgrammeInput() {
  const { data } = useAsk<{ programmes: { items: { id: string; nameZh: string }[] } }>(OWN_PROGRAMMES)
  return <ChoiceInput source="programmeId" choices={(data?.programmes.items ?? []).map(({ id, nameZh }) => ({ value: id, label: nameZh }))} validate={required()} />
}

const HOUR = 3_600_000

/** When the start moves, the end moves with it. */
function EndFollows() {
  const { setValue, getValues } = useFormContext()
  const startsAt = useWatch({ name: 'startsAt' }) as string | null | undefined
  useEffect(() => {
    const end = getValues('endsAt') as string | null
    if (!startsAt || (end && new Date(end) > new Date(startsAt) && new Date(end).getTime() - new Date(startsAt).getTime() <= 12 * HOUR)) return
    setValue('endsAt', new Date(new Date(startsAt).getTime() + 2 * HOUR).toISOString())
  }, [startsAt, setValue, getValues])
  return null
}
