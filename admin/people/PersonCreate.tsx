import { CreatePage } from '../ui/record/FormPage'
import { Duplicates } from './Duplicates'
import { PersonFields } from './PersonFields'
import { newPersonInput } from './personInput'

/** Registers a person. */
export default function PersonCreate() {
  return (
    <CreatePage keyed toInput={newPersonInput}>
      <PersonFields />
      <Duplicates />
    </CreatePage>
  )
}
