import { EditPage, type FormValues } from '../ui/record/FormPage'
import { VolunteerFields } from './VolunteerFields'

/** Sealed values are not shown; what is left blank stays as it is. */
function withoutBlankSecrets({ healthLimits, emergencyPhone, ...rest }: FormValues): FormValues {
  return { ...rest, ...(healthLimits ? { healthLimits } : {}), ...(emergencyPhone ? { emergencyPhone } : {}) }
}

/** Changes what a volunteer offers and wishes. */
export default function VolunteerEdit() {
  return (
    <EditPage toForm={({ category, sexWish, maxLoad, languages, skills, availability, emergencyName, emergencyRelation, platformNo, nationalNo }) => ({ category, sexWish, maxLoad, languages, skills, availability, emergencyName, emergencyRelation, platformNo, nationalNo })} toInput={withoutBlankSecrets}>
      <VolunteerFields sealed />
    </EditPage>
  )
}
