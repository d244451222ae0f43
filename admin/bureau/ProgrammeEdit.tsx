import { EditPage } from '../ui/record/FormPage'
import { ProgrammeFields } from './ProgrammeFields'

/** Changes a township's own programme. */
export default function ProgrammeEdit() {
  return (
    <EditPage toForm={({ nameZh, nameEn, regionCode, active, content }) => ({ nameZh, nameEn, regionCode, active, content })}>
      <ProgrammeFields />
    </EditPage>
  )
}
