import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../../kernel/workflow'
import { MeasureState as S, ReferralState as R } from './enums'

export enum MeasureAction {
  CHANGE = 'CHANGE',
  APPROVE = 'APPROVE',
  DELIVER = 'DELIVER',
  FAIL = 'FAIL',
}
registerEnumType(MeasureAction, { name: 'MeasureAction' })

/** An approval above the limit leaves the measure planned until another person approves too; a change after approval asks for it anew. */
export const measureWorkflow = new Workflow<S, MeasureAction>('Measure', S.PLANNED, Object.values(S), {
  CHANGE: { from: [S.PLANNED, S.APPROVED], to: S.PLANNED, allow: 'case.keep' },
  APPROVE: { from: [S.PLANNED], to: [S.APPROVED, S.PLANNED], allow: 'measure.approve' },
  DELIVER: { from: [S.APPROVED], to: S.DONE, allow: 'case.keep' },
  FAIL: { from: [S.PLANNED, S.APPROVED], to: S.FAILED, allow: 'case.keep' },
})

export enum ReferralAction {
  ACCEPT = 'ACCEPT',
  REJECT = 'REJECT',
  FINISH = 'FINISH',
}
registerEnumType(ReferralAction, { name: 'ReferralAction' })

/** 转介: sent, taken up or not, done. */
export const referralWorkflow = new Workflow<R, ReferralAction>('Referral', R.SENT, Object.values(R), {
  ACCEPT: { from: [R.SENT], to: R.ACCEPTED, allow: 'case.keep' },
  REJECT: { from: [R.SENT], to: R.REJECTED, allow: 'case.keep' },
  FINISH: { from: [R.ACCEPTED], to: R.DONE, allow: 'case.keep' },
})
