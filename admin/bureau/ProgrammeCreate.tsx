import { CreatePage } from '../ui/record/FormPage'
import { ProgrammeFields } from './ProgrammeFields'

/** Registers a township's own programme. */
export default function ProgrammeCreate() {
  return (
    <CreatePage keyed defaults={{ active: true }}>
      <ProgrammeFields />
    </CreatePage>
  )
}
