import { EnumInput } from '../ui/inputs/EnumPicker'
import { TicksInput } from '../ui/inputs/FlagInput'
import { NumberInput, TextInput } from '../ui/inputs/TextInput'
import { FormPart, Wide } from '../ui/record/FormBody'

/** What a volunteer offers and wishes. */
export function VolunteerFields() {
  return (
    <FormPart title="resources.volunteers.offers">
      <EnumInput source="category" of="VolunteerCategory" />
      <EnumInput source="sexWish" of="Sex" only={['MALE', 'FEMALE']} />
      <NumberInput source="maxLoad" min={0} max={20} />
      <TicksInput source="languages" of="Language" />
      <Wide>
        <TicksInput source="skills" of="Skill" />
      </Wide>
      <TextInput source="platformNo" maxLength={40} />
      <TextInput source="nationalNo" maxLength={40} />
    </FormPart>
  )
}
