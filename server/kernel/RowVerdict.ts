import { registerEnumType } from 'type-graphql'

/** What becomes of a row of a sheet. */
export enum RowVerdict {
  NEW = 'NEW',
  UPDATE = 'UPDATE',
  SAME = 'SAME',
  CONFLICT = 'CONFLICT',
  ERROR = 'ERROR',
}
registerEnumType(RowVerdict, { name: 'RowVerdict' })
