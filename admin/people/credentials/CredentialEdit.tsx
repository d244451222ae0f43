import { EditPage } from '../../ui/record/FormPage'
import { CredentialFields } from './CredentialFields'

/** Renames one of the catalogue, or takes it out of the choice. */
export default function CredentialEdit() {
  return (
    <EditPage toForm={({ name, active }) => ({ name, active })}>
      <CredentialFields />
    </EditPage>
  )
}
