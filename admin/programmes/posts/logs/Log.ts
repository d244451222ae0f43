import type { Row } from '../../../data/Definition'
import type { Named } from '../Post'

/** What a post did on a day. */
export interface LogRow extends Row {
  version: number
  servedOn: string
  service: string
  peopleServed: number
  minutes: number
  note: string | null
  voidedFor: string | null
  photoIds: string[]
  item: { code: string; nameZh: string; nameEn: string } | null
  recordedBy: Named | null
  post: PostPart | null
}

/** A post as what hangs on it names it. */
export interface PostPart {
  id: string
  number: string
  title: string
  plaqueNo: string | null
  state: string
  employer: Named | null
}
