import { addDays, today } from '../ui/days'
import { useAsk } from '../ui/Console'
import { CreatePage } from '../ui/record/FormPage'
import { Waiting } from '../ui/views/Waiting'
import { NoticeFields } from './NoticeFields'

/** The words of the latest edition, from which the next begins. */
export const LATEST_NOTICE = 'query latestNotice { consentNotices(page: { size: 1 }) { items { textZh textEn } } }'

/** Words the notice anew, beginning with what is there. */
export default function NoticeCreate() {
  const { data, error } = useAsk<{ consentNotices: { items: { textZh: string; textEn: string | null }[] } }>(LATEST_NOTICE)
  if (!data && !error) return <Waiting />
  return (
    <CreatePage keyed defaults={{ fromOn: addDays(today(), 1), ...data?.consentNotices.items[0] }}>
      <NoticeFields />
    </CreatePage>
  )
}
