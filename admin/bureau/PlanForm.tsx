import { required } from 'ra-core'
import { DayInput, NumberInput, TextInput } from '../ui/inputs/TextInput'
import { Wide } from '../ui/record/FormBody'
import { EditPage } from '../ui/record/FormPage'

/** Changes a plan's dates and minimums. */
export default function PlanForm() {
  return (
    <EditPage toForm={({ title, documentNo, issuedOn, reportDueOn, activitiesMonthly, teamMinimum, squadVeterans }) => ({ title, documentNo, issuedOn, reportDueOn, activitiesMonthly, teamMinimum, squadVeterans })}>
      <Wide>
        <TextInput source="title" maxLength={120} validate={required()} />
      </Wide>
      <TextInput source="documentNo" maxLength={60} />
      <DayInput source="issuedOn" validate={required()} />
      <DayInput source="reportDueOn" validate={required()} />
      <NumberInput source="activitiesMonthly" min={0} max={31} validate={required()} />
      <NumberInput source="teamMinimum" min={1} validate={required()} />
      <NumberInput source="squadVeterans" min={1} validate={required()} />
    </EditPage>
  )
}
