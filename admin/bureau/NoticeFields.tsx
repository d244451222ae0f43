import { required, useTranslate } from 'ra-core'
import { today } from '../ui/days'
import { DayInput, TextInput } from '../ui/inputs/TextInput'
import { Wide } from '../ui/record/FormBody'

/** A wording of the notice, and from when it is shown. */
export function NoticeFields() {
  const translate = useTranslate()
  return (
    <>
      <DayInput source="fromOn" min={today()} validate={required()} helperText={translate('resources.consentNotices.fromHint')} />
      <Wide>
        <TextInput source="textZh" rows={10} maxLength={8000} validate={required()} />
      </Wide>
      <Wide>
        <TextInput source="textEn" rows={6} maxLength={12_000} helperText={translate('resources.consentNotices.englishHint')} />
      </Wide>
    </>
  )
}
