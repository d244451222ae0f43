import { useSearchParams } from 'react-router-dom'
import { RecordInput } from '../ui/inputs/RecordPicker'
import { FormPart } from '../ui/record/FormBody'
import { CreatePage } from '../ui/record/FormPage'
import { NoticeInput } from './Notice'
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
        <NoticeInput source="consentVersion" />
      </FormPart>
    </CreatePage>
  )
}
