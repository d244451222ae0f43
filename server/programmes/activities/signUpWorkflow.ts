import { registerEnumType } from 'type-graphql'
import { SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { SignUpState as S } from './SignUp'

export enum SignUpAction {
  APPLY = 'APPLY',
  ACCEPT = 'ACCEPT',
  QUEUE = 'QUEUE',
  DECLINE = 'DECLINE',
  CANCEL = 'CANCEL',
  CALL_OFF = 'CALL_OFF',
  PROMOTE = 'PROMOTE',
  SCAN_IN = 'SCAN_IN',
  SCAN_OUT = 'SCAN_OUT',
  CHECK_IN = 'CHECK_IN',
  CHECK_OUT = 'CHECK_OUT',
  CONFIRM = 'CONFIRM',
  MISS = 'MISS',
}
registerEnumType(SignUpAction, { name: 'SignUpAction' })

/** From signing up over the place or the waiting list to coming, going and the confirmed minutes. */
export const signUpWorkflow = new Workflow<S, SignUpAction>('SignUp', S.APPLIED, Object.values(S), {
  APPLY: { from: [S.CANCELLED], to: S.APPLIED, allow: 'signUp.own', silent: true },
  ACCEPT: { from: [S.APPLIED, S.WAITLIST], to: S.ACCEPTED, allow: 'signUp.decide' },
  QUEUE: { from: [S.APPLIED, S.ACCEPTED], to: S.WAITLIST, allow: SIGNED_IN, silent: true },
  DECLINE: { from: [S.APPLIED, S.WAITLIST], to: S.DECLINED, allow: 'signUp.decide' },
  CANCEL: { from: [S.APPLIED, S.ACCEPTED, S.WAITLIST], to: S.CANCELLED, allow: 'signUp.own' },
  CALL_OFF: { from: [S.APPLIED, S.ACCEPTED, S.WAITLIST, S.CHECKED_IN, S.CHECKED_OUT, S.CONFIRMED], to: S.CANCELLED, allow: SIGNED_IN, silent: true },
  PROMOTE: { from: [S.APPLIED, S.WAITLIST], to: S.ACCEPTED, allow: SIGNED_IN, silent: true },
  SCAN_IN: { from: [S.ACCEPTED], to: S.CHECKED_IN, allow: 'signUp.own', silent: true },
  SCAN_OUT: { from: [S.CHECKED_IN], to: S.CHECKED_OUT, allow: 'signUp.own', silent: true },
  CHECK_IN: { from: [S.ACCEPTED, S.NO_SHOW], to: S.CHECKED_IN, allow: 'signUp.decide' },
  CHECK_OUT: { from: [S.CHECKED_IN], to: S.CHECKED_OUT, allow: 'signUp.decide' },
  CONFIRM: { from: [S.ACCEPTED, S.CHECKED_IN, S.CHECKED_OUT, S.CONFIRMED, S.NO_SHOW], to: S.CONFIRMED, allow: 'signUp.decide', silent: true },
  MISS: { from: [S.ACCEPTED, S.CHECKED_IN, S.CHECKED_OUT, S.CONFIRMED, S.NO_SHOW], to: S.NO_SHOW, allow: 'signUp.decide' },
})
