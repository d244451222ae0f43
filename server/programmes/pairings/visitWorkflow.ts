import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { VisitState as S } from './Visit'

export enum VisitAction {
  RECORD = 'RECORD',
  MISS = 'MISS',
  CANCEL = 'CANCEL',
  CONFIRM = 'CONFIRM',
  VOID = 'VOID',
}
registerEnumType(VisitAction, { name: 'VisitAction' })

/** A planned visit is made, missed or called off; a visit that was made is confirmed, or voided where it was not. */
export const visitWorkflow = new Workflow<S, VisitAction>('Visit', S.PLANNED, Object.values(S), {
  RECORD: { from: [S.PLANNED], to: S.DONE, allow: 'visit.record', silent: true },
  MISS: { from: [S.PLANNED], to: S.MISSED, allow: 'visit.record' },
  CANCEL: { from: [S.PLANNED], to: S.CANCELLED, allow: 'visit.cancel' },
  CONFIRM: { from: [S.DONE], to: S.DONE, allow: 'visit.confirm' },
  VOID: { from: [S.DONE], to: S.CANCELLED, allow: 'visit.void' },
})
