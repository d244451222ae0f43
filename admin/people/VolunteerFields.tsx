import { useTranslate } from 'ra-core'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { TicksInput } from '../ui/inputs/FlagInput'
import { NumberInput, TextInput } from '../ui/inputs/TextInput'
import { FormPart, Wide } from '../ui/record/FormBody'
import { WeekInput } from './WeekInput'

/** What a volunteer offers and wishes. */
export function VolunteerFields({ sealed = false }: { sealed?: boolean }) {
  const translate = useTranslate()
  const hint = sealed ? translate('resources.persons.keepBlank') : undefined
  return (
    <FormPart title="resources.volunteers.offers">
      <EnumInput source="category" of="VolunteerCategory" />
      <EnumInput source="sexWish" of="Sex" only={['MALE', 'FEMALE']} />
      <NumberInput source="maxLoad" min={0} max={20} />
      <TicksInput source="languages" of="Language" />
      <Wide>
        <TicksInput source="skills" of="Skill" />
      </Wide>
      <Wide>
        <WeekInput source="availability" />
      </Wide>
      <TextInput source="emergencyName" maxLength={50} />
      <TextInput source="emergencyRelation" maxLength={30} />
      <TextInput source="emergencyPhone" type="tel" maxLength={20} helperText={hint} />
      <TextInput source="healthLimits" maxLength={200} helperText={hint} />
      <TextInput source="platformNo" maxLength={40} />
      <TextInput source="nationalNo" maxLength={40} />
    </FormPart>
  )
}
