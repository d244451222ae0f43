import { required } from 'ra-core'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { TextInput } from '../../ui/inputs/TextInput'

/** A course or a certificate as the bureau calls it; of which kind it is stays. */
export function CredentialFields({ fresh = false }: { fresh?: boolean }) {
  return (
    <>
      {fresh && <EnumInput source="kind" of="CredentialKind" validate={required()} />}
      <TextInput source="name" maxLength={80} validate={required()} />
      {!fresh && <FlagInput source="active" />}
    </>
  )
}
