import { required } from 'ra-core'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { RegionInput } from '../../ui/inputs/RegionInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { FormPart, Wide } from '../../ui/record/FormBody'
import type { FormValues } from '../../ui/record/FormPage'
import { CreditCodeInput } from './CreditCodeInput'
import { EmployersAlike } from './EmployersAlike'

/** The inputs of an employer, for registering and correcting. Sealed values are not shown again; what is left blank stays. */
export function EmployerFields({ sealed = false, exceptId }: { sealed?: boolean; exceptId?: string }) {
  const hint = sealed ? 'resources.persons.keepBlank' : undefined
  return (
    <>
      <Wide>
        <TextInput source="name" maxLength={100} validate={required()} helperText="resources.employers.nameHint" />
      </Wide>
      <CreditCodeInput source="creditCode" reasonSource="creditCodeReason" helperText="resources.employers.codeHint" />
      <EnumInput source="kind" of="EmployerKind" validate={required()} />
      <EnumInput source="industryCode" of="Industry" />
      <RegionInput source="regionCode" levels={['VILLAGE', 'TOWNSHIP']} validate={required()} />
      <TextInput source="premises" maxLength={120} helperText="resources.employers.premisesHint" />
      <FormPart title="resources.employers.contact">
        <TextInput source="contactName" maxLength={50} helperText={hint} />
        <TextInput source="contactPhone" type="tel" maxLength={20} helperText={hint} />
      </FormPart>
      <Wide>
        <EmployersAlike exceptId={exceptId} />
      </Wide>
    </>
  )
}

const blank = (value: unknown): boolean => value === '' || value === null || value === undefined
const SEALED = ['contactName', 'contactPhone']

/** What the API takes of a new employer: blanks are left out. */
export const newEmployerInput = (values: FormValues): FormValues => Object.fromEntries(Object.entries(values).filter(([, value]) => !blank(value)))

/** What the API takes of an employer that was corrected: a sealed value left blank stays as it is. */
export const changedEmployerInput = (values: FormValues): FormValues => Object.fromEntries(Object.entries(values).filter(([name, value]) => !(SEALED.includes(name) && blank(value))))
