import { EditPage } from '../ui/record/FormPage'
import { StationFields } from './StationFields'

/** Changes a station. */
export default function StationEdit() {
  return (
    <EditPage toForm={({ name, kind, region, officePhone, place }) => ({ name, kind, regionCode: (region as { code: string }).code, officePhone, place })}>
      <StationFields />
    </EditPage>
  )
}
