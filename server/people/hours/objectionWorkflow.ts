import { registerEnumType } from 'type-graphql'
import { SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { ObjectionState as S } from './ServiceObjection'

export enum ObjectionAction {
  DISMISS = 'DISMISS',
  UPHOLD = 'UPHOLD',
}
registerEnumType(ObjectionAction, { name: 'ObjectionAction' })

/** Upheld by correcting or taking back the line, or dismissed with an answer. */
export const objectionWorkflow = new Workflow<S, ObjectionAction>('ServiceObjection', S.OPEN, Object.values(S), {
  DISMISS: { from: [S.OPEN], to: S.DISMISSED, allow: 'service.correct' },
  UPHOLD: { from: [S.OPEN], to: S.UPHELD, allow: SIGNED_IN, silent: true },
})
