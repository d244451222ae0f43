import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { MembershipState as S } from './Membership'

export enum MembershipAction {
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  CANCEL = 'CANCEL',
  END = 'END',
}
registerEnumType(MembershipAction, { name: 'MembershipAction' })

/** A request is accepted or declined by the team, or taken back; a membership ends, and stays as a period. */
export const membershipWorkflow = new Workflow<S, MembershipAction>('Membership', S.JOIN_REQUESTED, Object.values(S), {
  ACCEPT: { from: [S.JOIN_REQUESTED], to: S.ACTIVE, allow: 'member.confirm' },
  DECLINE: { from: [S.JOIN_REQUESTED], to: S.DECLINED, allow: 'member.confirm' },
  CANCEL: { from: [S.JOIN_REQUESTED], to: S.ENDED, allow: 'member.request' },
  END: { from: [S.ACTIVE], to: S.ENDED, allow: 'volunteer.write' },
})

/** What a team answers; everything else is the asking side's. */
export const isAnswer = (action: MembershipAction): boolean => action === MembershipAction.ACCEPT || action === MembershipAction.DECLINE
