import { required } from 'ra-core'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { RegionInput } from '../ui/inputs/RegionInput'
import { TextInput } from '../ui/inputs/TextInput'

/** The inputs of a station. */
export function StationFields() {
  return (
    <>
      <TextInput source="name" maxLength={80} validate={required()} />
      <EnumInput source="kind" of="StationKind" validate={required()} />
      <RegionInput source="regionCode" validate={required()} />
      <TextInput source="officePhone" type="tel" maxLength={30} />
      <TextInput source="place" maxLength={120} />
    </>
  )
}
