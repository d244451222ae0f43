import { useSearchParams } from 'react-router-dom'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { TextInput } from '../ui/inputs/TextInput'
import { FormPart } from '../ui/record/FormBody'
import { CreatePage } from '../ui/record/FormPage'
import { RoleOf, roleInput } from './RoleOf'
import { VolunteerFields } from './VolunteerFields'

/** Registers somebody who offers to serve. */
export default function VolunteerCreate() {
  const personId = useSearchParams()[0].get('personId')
  return (
    <CreatePage keyed defaults={{ known: personId !== null, personId, languages: ['HAN'], skills: [] }} toInput={roleInput}>
      <RoleOf />
      <VolunteerFields />
      <FormPart title="resources.volunteers.joining">
        <RecordInput source="teamId" of="teams" />
        <TextInput source="consentVersion" maxLength={24} />
      </FormPart>
    </CreatePage>
  )
}
