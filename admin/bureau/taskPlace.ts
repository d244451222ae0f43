import type { MenuEntry } from '../data/Definition'
import { listAddress } from '../ui/views/StatCard'
import type { TaskRow } from './task'

/** Where a task is dealt with, and what that page is called: a key of the catalogue. */
export interface TaskPlace {
  to: string
  label: string
}

/** The pages of what has none of its own. */
const PAGES: Readonly<Record<string, string>> = { KeptTotal: 'hours' }

/**
 * The page on which a task is dealt with: that of the record it is about or names, the list with that one record where the record
 * has no page, and for the monthly duty the team's activities. Null where whoever asks may not open it.
 */
export function placeOf({ kind, entity, entityId, atEntity, atId }: Pick<TaskRow, 'kind' | 'entity' | 'entityId' | 'atEntity' | 'atId'>, entries: readonly MenuEntry[], may: (permission: string) => boolean): TaskPlace | null {
  const [type, id] = atEntity && atId ? [atEntity, atId] : [entity, entityId]
  const open = entries.filter(entry => may(entry.permission))
  const activities = open.find(entry => entry.kind === 'resource' && entry.type === 'Activity')
  if (kind === 'DUTY' && activities) return { to: listAddress(activities.name, { teamId: id }), label: `resources.${activities.name}.name` }
  const resource = open.find(entry => entry.kind === 'resource' && entry.type === type)
  if (resource?.kind === 'resource') return { to: resource.Show ? `/${resource.name}/${id}/show${type === atEntity && type === 'Volunteer' ? '?tab=records' : ''}` : listAddress(resource.name, { ids: [id] }), label: `enums.Entity.${type}` }
  const page = open.find(entry => entry.kind === 'page' && entry.name === PAGES[type])
  return page ? { to: `/${page.name}`, label: `pages.${page.name}.name` } : null
}
