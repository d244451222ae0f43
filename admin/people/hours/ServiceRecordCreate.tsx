import { required, useTranslate } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { today } from '../../ui/days'
import { EnumInput } from '../../ui/inputs/EnumPicker'
import { FlagInput } from '../../ui/inputs/FlagInput'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { RegionInput } from '../../ui/inputs/RegionInput'
import { TextInput } from '../../ui/inputs/TextInput'
import { Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'
import { timesOf, WhenInputs } from './serviceForms'

/** Enters service that was recorded on paper. */
export default function ServiceRecordCreate() {
  const translate = useTranslate()
  const [search] = useSearchParams()
  return (
    <CreatePage keyed defaults={{ volunteerId: search.get('volunteerId'), servedOn: today(), drill: false, paid: false }} toInput={values => ({ ...values, ...timesOf(values) })}>
      <RecordInput source="volunteerId" of="volunteers" validate={required()} />
      <EnumInput source="programmeCode" of="ProgrammeCode" validate={required()} />
      <Wide>
        <TextInput source="content" maxLength={120} validate={required()} />
      </Wide>
      <WhenInputs />
      <RegionInput source="regionCode" levels={['VILLAGE', 'TOWNSHIP']} helperText={translate('resources.serviceRecords.regionHint')} />
      <FlagInput source="drill" />
      <FlagInput source="paid" />
      <Wide>
        <TextInput source="note" rows={2} maxLength={300} />
      </Wide>
    </CreatePage>
  )
}
