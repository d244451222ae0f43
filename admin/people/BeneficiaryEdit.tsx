import { EditPage, type FormValues } from '../ui/record/FormPage'
import { BeneficiaryFields } from './BeneficiaryFields'

/** Health notes come sealed: left blank they stay as they are. */
const toInput = ({ healthNotes, ...rest }: FormValues): FormValues => ({ ...rest, ...(healthNotes ? { healthNotes } : {}) })

/** Changes how an elder lives and what they wish for. */
export default function BeneficiaryEdit() {
  return (
    <EditPage toForm={({ kinds, livesAlone, abilities, language, volunteerSexWish, skillWishes, needsNote, doctor }) => ({ kinds, livesAlone, abilities, language, volunteerSexWish, skillWishes, needsNote, doctor })} toInput={toInput}>
      <BeneficiaryFields />
    </EditPage>
  )
}
