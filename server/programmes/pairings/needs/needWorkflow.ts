import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../../kernel/workflow'
import { NeedState as S } from './NeedRequest'

export enum NeedAction {
  ASSIGN = 'ASSIGN',
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  FINISH = 'FINISH',
  CONFIRM = 'CONFIRM',
  CANCEL = 'CANCEL',
}
registerEnumType(NeedAction, { name: 'NeedAction' })

/** 点单 → 派单 → 接单 → 办结 → 评单; whoever declines sends it back to be assigned to another. */
export const needWorkflow = new Workflow<S, NeedAction>('NeedRequest', S.OPEN, Object.values(S), {
  ASSIGN: { from: [S.OPEN, S.ASSIGNED, S.DECLINED], to: S.ASSIGNED, allow: 'need.move' },
  ACCEPT: { from: [S.ASSIGNED], to: S.ACCEPTED, allow: 'need.answer' },
  DECLINE: { from: [S.ASSIGNED], to: S.DECLINED, allow: 'need.answer' },
  FINISH: { from: [S.ACCEPTED], to: S.DONE, allow: 'need.answer' },
  CONFIRM: { from: [S.DONE], to: S.CONFIRMED, allow: 'need.move' },
  CANCEL: { from: [S.OPEN, S.ASSIGNED, S.ACCEPTED, S.DECLINED], to: S.CANCELLED, allow: 'need.move' },
})
