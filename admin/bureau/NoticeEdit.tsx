import { EditPage } from '../ui/record/FormPage'
import { NoticeFields } from './NoticeFields'

/** Changes a wording that has not come into force yet. */
export default function NoticeEdit() {
  return (
    <EditPage toForm={({ textZh, textEn, fromOn }) => ({ textZh, textEn, fromOn })}>
      <NoticeFields />
    </EditPage>
  )
}
