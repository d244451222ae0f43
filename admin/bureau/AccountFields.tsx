import { required, useTranslate } from 'ra-core'
import { useWatch } from 'react-hook-form'
import { EnumInput } from '../ui/inputs/EnumPicker'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { RegionInput } from '../ui/inputs/RegionInput'
import { TextInput } from '../ui/inputs/TextInput'

const BY_REGION = ['stationHead', 'stationWorker', 'villageLiaison']

/** The inputs of an account: what its role must be bound to appears with the role. */
export function AccountFields({ fresh = false }: { fresh?: boolean }) {
  const translate = useTranslate()
  const role = useWatch({ name: 'role' }) as string | undefined
  return (
    <>
      {fresh && <TextInput source="username" maxLength={40} validate={required()} helperText={translate('resources.accounts.usernameHint')} autoFocus />}
      <TextInput source="displayName" maxLength={60} validate={required()} />
      <EnumInput source="role" of="Role" validate={required()} />
      {role && (BY_REGION.includes(role) || role === 'caseWorker') && <RegionInput source="regionCode" validate={BY_REGION.includes(role) ? required() : undefined} />}
      {role === 'teamLeader' && <RecordInput source="teamId" of="teams" validate={required()} />}
      {(role === 'volunteer' || role === 'teamLeader') && <RecordInput source="volunteerId" of="volunteers" validate={role === 'volunteer' ? required() : undefined} />}
      {role === 'employerContact' && <RecordInput source="employerId" of="employers" filter={{ state: ['ACTIVE'] }} validate={required()} />}
    </>
  )
}
