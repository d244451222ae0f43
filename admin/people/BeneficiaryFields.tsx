import { required } from 'ra-core'
import { useMay } from '../ui/Console'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { ChoiceInput, FlagInput, TicksInput } from '../ui/inputs/FlagInput'
import { TextInput } from '../ui/inputs/TextInput'
import { FormPart, Wide } from '../ui/record/FormBody'

/** How an elder lives and what they wish for; at the registration with a first risk grade. */
export function BeneficiaryFields({ fresh = false }: { fresh?: boolean }) {
  const may = useMay()
  return (
    <>
      <FormPart title="resources.beneficiaries.situation">
        <Wide>
          <TicksInput source="kinds" of="BeneficiaryKind" validate={required()} />
        </Wide>
        {fresh && <ChoiceInput source="grade" of="RiskGrade" validate={required()} />}
        <FlagInput source="livesAlone" />
        <Wide>
          <TicksInput source="abilities" of="Ability" />
        </Wide>
        {(may('beneficiary.health') || fresh) && (
          <Wide>
            <TextInput source="healthNotes" rows={2} maxLength={500} />
          </Wide>
        )}
        <TextInput source="doctor" maxLength={100} />
      </FormPart>
      <FormPart title="resources.beneficiaries.wishes">
        <ChoiceInput source="language" of="ElderLanguage" />
        <EnumInput source="volunteerSexWish" of="Sex" only={['MALE', 'FEMALE']} />
        <Wide>
          <TicksInput source="skillWishes" of="Skill" />
        </Wide>
        <Wide>
          <TextInput source="needsNote" rows={2} maxLength={500} />
        </Wide>
      </FormPart>
    </>
  )
}
