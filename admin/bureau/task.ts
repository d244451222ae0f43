import { useLocale } from 'ra-core'
import type { Row } from '../data/Definition'

/** A task as lists show it. */
export type TaskRow = Row & { title: string; titleEn: string; kind: string; dueAt: string; openedAt: string; overdue: boolean; maySettle: boolean; entity: string; entityId: string; atEntity: string | null; atId: string | null; region: { name: string; fullName: string } | null }

/** Says a task's title in the language of the console. */
export function useTaskTitle(): (task: Pick<TaskRow, 'title' | 'titleEn'>) => string {
  const locale = useLocale()
  return ({ title, titleEn }) => (locale === 'en' ? titleEn : title)
}
