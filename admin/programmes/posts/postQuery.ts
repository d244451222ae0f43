import type { QueryField } from '../../ui/list/QueryInput'

/** What people ask for posts by, the most asked first; the state besides, where the page does not say it. */
export const postQuery: readonly QueryField[] = [
  { source: 'q', kind: 'text', placeholder: 'resources.pioneerPosts.ask' },
  { source: 'region', kind: 'region' },
  { source: 'employerKind', kind: 'enum', of: 'EmployerKind', many: true },
  { source: 'employerId', kind: 'record', of: 'employers' },
  { source: 'placeKind', kind: 'enum', of: 'PostPlaceKind', many: true },
  { source: 'reviewDue', kind: 'flag' },
  { source: 'noticeOver', kind: 'flag' },
  { source: 'ending', kind: 'flag' },
  { source: 'quiet', kind: 'flag' },
  { source: 'holderless', kind: 'flag' },
  { source: 'objected', kind: 'flag' },
  { source: 'plaqueOut', kind: 'flag' },
  { source: 'revokeProposed', kind: 'flag' },
  { source: 'grantedOn', kind: 'days' },
]
