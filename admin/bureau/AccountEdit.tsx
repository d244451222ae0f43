import { EditPage } from '../ui/record/FormPage'
import { AccountFields } from './AccountFields'

/** Changes an account's name, role and reach. */
export default function AccountEdit() {
  return (
    <EditPage toForm={({ displayName, role, regionCode, teamId, volunteerId, personId, employerId }) => ({ displayName, role, regionCode, teamId, volunteerId, personId, employerId })}>
      <AccountFields />
    </EditPage>
  )
}
