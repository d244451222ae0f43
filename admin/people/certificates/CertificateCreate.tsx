import { required, useTranslate } from 'ra-core'
import { useSearchParams } from 'react-router-dom'
import { useMe } from '../../ui/Console'
import { today } from '../../ui/days'
import { RecordInput } from '../../ui/inputs/RecordPicker'
import { DayInput, TextInput } from '../../ui/inputs/TextInput'
import { Wide } from '../../ui/record/FormBody'
import { CreatePage } from '../../ui/record/FormPage'

/** Asks for a record of service over a span of days; a volunteer for their own, a station for its volunteers'. */
export default function CertificateCreate() {
  const translate = useTranslate()
  const [search] = useSearchParams()
  const own = useMe()?.reach.kind === 'self'
  const year = today().slice(0, 4)
  return (
    <CreatePage keyed defaults={{ volunteerId: search.get('volunteerId'), from: `${year}-01-01`, to: today() }}>
      {!own && (
        <Wide>
          <RecordInput source="volunteerId" of="volunteers" validate={required()} />
        </Wide>
      )}
      <DayInput source="from" max={today()} validate={required()} />
      <DayInput source="to" max={today()} validate={required()} />
      <Wide>
        <TextInput source="purpose" maxLength={120} helperText={translate('resources.certificates.purposeHint')} />
      </Wide>
    </CreatePage>
  )
}
