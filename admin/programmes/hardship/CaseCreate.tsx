import { required } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { PersonInput } from '../../ui/inputs/RecordPicker'
import { CreatePage } from '../../ui/record/FormPage'
import { CaseInputs, caseDefaults, caseInput } from './CaseInputs'

/** Takes an application, where no clue came before it. */
export default function CaseCreate() {
  const [search] = useSearchParams()
  return (
    <CreatePage keyed defaults={{ ...caseDefaults(), personId: search.get('personId'), source: 'PERSON' }} toInput={caseInput}>
      <PersonInput source="personId" validate={required()} helperText="resources.hardshipCases.personHint" />
      <EnumInput source="source" of="ClueSource" validate={required()} />
      <CaseInputs />
    </CreatePage>
  )
}
