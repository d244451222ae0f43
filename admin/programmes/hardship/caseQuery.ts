import type { QueryField } from '../../ui/list/QueryInput'

/** What people ask for cases by, the most asked first. */
export const caseQuery: readonly QueryField[] = [
  { source: 'q', kind: 'text', placeholder: 'resources.hardshipCases.qHint' },
  { source: 'region', kind: 'region' },
  { source: 'overdue', kind: 'flag' },
  { source: 'colour', kind: 'enum', of: 'CaseColour', many: true },
  { source: 'mine', kind: 'flag' },
  { source: 'unowned', kind: 'flag' },
  { source: 'kinds', kind: 'enum', of: 'HardshipKind', many: true },
  { source: 'cause', kind: 'enum', of: 'CaseCause', many: true },
  { source: 'category', kind: 'enum', of: 'CaseCategory', many: true },
  { source: 'source', kind: 'enum', of: 'ClueSource', many: true },
  { source: 'urgent', kind: 'flag' },
  { source: 'opened', kind: 'days' },
]
