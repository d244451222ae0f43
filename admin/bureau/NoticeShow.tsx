import { useTranslate } from 'ra-core'
import { clockOf } from '../ui/days'
import { Facts } from '../ui/record/Facts'
import { ShowPage } from '../ui/record/ShowPage'
import { ToneChip } from '../ui/record/StateChip'
import type { NoticeRow } from './NoticeList'

/** One edition: who wrote it, from when it is shown, and its words. */
export default function NoticeShow() {
  const translate = useTranslate()
  return (
    <ShowPage<NoticeRow>
      beside={row => <ToneChip label={translate(`resources.consentNotices.${row.inForce ? 'inForce' : 'notYet'}`)} tone={row.inForce ? 'good' : 'waiting'} />}
      editable={row => !row.inForce}
      summary={row => [
        { label: 'fromOn', value: row.fromOn },
        { label: 'writtenByName', value: row.writtenByName },
        { label: 'createdAt', value: clockOf(row.createdAt) },
      ]}
      tabs={[
        {
          key: 'text',
          content: row => <Facts items={[{ label: 'textZh', value: row.textZh, wide: true }, { label: 'textEn', value: row.textEn, wide: true }]} />,
        },
      ]}
    />
  )
}
