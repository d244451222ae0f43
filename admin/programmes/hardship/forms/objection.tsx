import { required } from 'ra-core'
import { today } from '../../../ui/days'
import { DayInput, TextInput } from '../../../ui/inputs/TextInput'
import { Side } from '../../pairings/VisitInputs'

/** What somebody objects to; their name may be left out. */
export const objectionInputs = (
  <>
    <DayInput source="receivedOn" max={today()} validate={required()} />
    <TextInput source="text" rows={4} maxLength={1000} validate={required()} />
    <Side>
      <TextInput source="byName" maxLength={50} helperText="resources.objections.nameHint" />
      <TextInput source="byPhone" type="tel" maxLength={20} />
    </Side>
  </>
)
