import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { ServiceState as S } from './ServiceRecord'

export enum ServiceAction {
  CORRECT = 'CORRECT',
  VOID = 'VOID',
  EVALUATE = 'EVALUATE',
  OBJECT = 'OBJECT',
}
registerEnumType(ServiceAction, { name: 'ServiceAction' })

/** A line counts from the start; it is corrected by another line or taken back, evaluated by others, and its volunteer may say that it is wrong (rules.md 2.2). */
export const serviceWorkflow = new Workflow<S, ServiceAction>('ServiceRecord', S.CONFIRMED, Object.values(S), {
  CORRECT: { from: [S.CONFIRMED], to: S.CORRECTED, allow: 'service.correct' },
  VOID: { from: [S.CONFIRMED], to: S.VOIDED, allow: 'service.correct' },
  EVALUATE: { from: [S.CONFIRMED], to: S.CONFIRMED, allow: 'evaluation.write' },
  OBJECT: { from: [S.CONFIRMED], to: S.CONFIRMED, allow: 'service.object' },
})
