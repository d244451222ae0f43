import { CreatePage } from '../../ui/record/FormPage'
import { EmployerFields, newEmployerInput } from './EmployerFields'

/** Puts an employer into the register. */
export default function EmployerCreate() {
  return (
    <CreatePage keyed toInput={newEmployerInput}>
      <EmployerFields />
    </CreatePage>
  )
}
