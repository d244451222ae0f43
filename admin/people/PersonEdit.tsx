import { EditPage } from '../ui/record/FormPage'
import { PersonFields } from './PersonFields'
import { changedPersonInput } from './personInput'

/** Corrects what is known of a person. */
export default function PersonEdit() {
  return (
    <EditPage
      toForm={({ name, sex, region, ethnicCode, politicalCode, isVeteran, enlistedMonth, dischargedMonth, servedInCombat }) => ({
        name,
        sex,
        regionCode: (region as { code: string } | null)?.code,
        ethnicCode,
        politicalCode,
        isVeteran,
        enlistedMonth,
        dischargedMonth,
        servedInCombat,
      })}
      toInput={changedPersonInput}
    >
      <PersonFields sealed />
    </EditPage>
  )
}
