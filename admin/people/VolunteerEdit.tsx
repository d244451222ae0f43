import { EditPage } from '../ui/record/FormPage'
import { VolunteerFields } from './VolunteerFields'

/** Changes what a volunteer offers and wishes. */
export default function VolunteerEdit() {
  return (
    <EditPage toForm={({ category, sexWish, maxLoad, languages, skills, platformNo, nationalNo }) => ({ category, sexWish, maxLoad, languages, skills, platformNo, nationalNo })}>
      <VolunteerFields />
    </EditPage>
  )
}
