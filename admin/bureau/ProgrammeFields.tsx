import { required } from 'ra-core'
import { FlagInput } from '../ui/inputs/FlagInput'
import { RegionInput } from '../ui/inputs/RegionInput'
import { TextInput } from '../ui/inputs/TextInput'
import { Wide } from '../ui/record/FormBody'

/** The inputs of a township's own programme. */
export function ProgrammeFields() {
  return (
    <>
      <TextInput source="nameZh" maxLength={60} validate={required()} />
      <TextInput source="nameEn" maxLength={80} />
      <RegionInput source="regionCode" levels={['TOWNSHIP']} validate={required()} />
      <FlagInput source="active" />
      <Wide>
        <TextInput source="content" rows={3} maxLength={500} />
      </Wide>
    </>
  )
}
