import { registerEnumType } from 'type-graphql'
import type { Actor } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { type SquadProposal, SquadState as S } from './SquadProposal'

export enum SquadAction {
  CHECK = 'CHECK',
  SEND_BACK = 'SEND_BACK',
  APPROVE = 'APPROVE',
  DECLINE = 'DECLINE',
  WITHDRAW = 'WITHDRAW',
}
registerEnumType(SquadAction, { name: 'SquadAction' })

/** From the village's proposal over the station's check to the bureau's decision. */
export const squadWorkflow = new Workflow<S, SquadAction>('SquadProposal', S.PROPOSED, Object.values(S), {
  CHECK: { from: [S.PROPOSED], to: S.CHECKED, allow: 'squad.check' },
  SEND_BACK: { from: [S.PROPOSED], to: S.DECLINED, allow: 'squad.check' },
  APPROVE: { from: [S.CHECKED], to: S.APPROVED, allow: 'squad.approve' },
  DECLINE: { from: [S.CHECKED], to: S.DECLINED, allow: 'squad.approve' },
  WITHDRAW: { from: [S.PROPOSED, S.CHECKED], to: S.WITHDRAWN, allow: 'squad.propose' },
})

/** Whether an actor's own part in a proposal bars them from an action: nobody checks or decides what they proposed, or decides what they checked; only who proposed withdraws. */
export function isBarred(proposal: SquadProposal, action: SquadAction, actor: Actor): boolean {
  if (action === SquadAction.WITHDRAW) return actor.id !== proposal.proposedById
  return proposal.isOf(actor)
}
