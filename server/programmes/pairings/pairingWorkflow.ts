import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { LIVE, PairingState as S } from './Pairing'

export enum PairingAction {
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  ACTIVATE = 'ACTIVATE',
  RECORD_VISIT = 'RECORD_VISIT',
  PLAN_VISIT = 'PLAN_VISIT',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  CHANGE_HELPERS = 'CHANGE_HELPERS',
  KEEP_AGREEMENT = 'KEEP_AGREEMENT',
  HAND_OVER = 'HAND_OVER',
  END = 'END',
}
registerEnumType(PairingAction, { name: 'PairingAction' })

/** From the proposal over the volunteer's own yes and the first accompanied visit to the regular visits, and to its end. */
export const pairingWorkflow = new Workflow<S, PairingAction>('Pairing', S.PROPOSED, Object.values(S), {
  ACCEPT: { from: [S.PROPOSED], to: S.ACCEPTED, allow: 'pairing.accept' },
  DECLINE: { from: [S.PROPOSED], to: S.ENDED, allow: 'pairing.accept' },
  ACTIVATE: { from: [S.ACCEPTED], to: S.ACTIVE, allow: 'pairing.activate' },
  RECORD_VISIT: { from: [S.ACTIVE], to: S.ACTIVE, allow: 'visit.record' },
  PLAN_VISIT: { from: [S.ACTIVE], to: S.ACTIVE, allow: 'visit.plan' },
  PAUSE: { from: [S.ACTIVE], to: S.PAUSED, allow: 'pairing.pause' },
  RESUME: { from: [S.PAUSED], to: S.ACTIVE, allow: 'pairing.pause' },
  KEEP_AGREEMENT: { from: [S.ACTIVE], to: S.ACTIVE, allow: 'pairing.activate' },
  CHANGE_HELPERS: { from: [S.ACTIVE], to: S.ACTIVE, allow: 'pairing.propose' },
  HAND_OVER: { from: [...LIVE], to: S.ENDED, allow: 'pairing.handOver' },
  END: { from: [...LIVE], to: S.ENDED, allow: 'pairing.end' },
})
