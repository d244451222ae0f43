import type { FormValues } from '../ui/record/FormPage'
import { CreatePage } from '../ui/record/FormPage'
import { newPersonInput as withoutBlanks } from './personInput'
import { TeamFields } from './TeamFields'

/** Founds a team; numbers left blank are those of its tier. */
export default function TeamCreate() {
  return (
    <CreatePage keyed toInput={(values: FormValues) => withoutBlanks(values)}>
      <TeamFields />
    </CreatePage>
  )
}
