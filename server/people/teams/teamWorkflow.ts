import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { TeamState as S } from './Team'

export enum TeamAction {
  ACTIVATE = 'ACTIVATE',
  EXEMPT = 'EXEMPT',
  RECTIFY = 'RECTIFY',
  RESTORE = 'RESTORE',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
  RAISE = 'RAISE',
  DISBAND = 'DISBAND',
}
registerEnumType(TeamAction, { name: 'TeamAction' })

/**
 * A team prepares, is active, rectifies where it falls below its minimum, is suspended and resumed, or disbanded.
 * EXEMPT and RAISE change what it must be, not its state: a team at work stays at work.
 */
export const teamWorkflow = new Workflow<S, TeamAction>('Team', S.PREPARING, Object.values(S), {
  ACTIVATE: { from: [S.PREPARING], to: S.ACTIVE, allow: 'team.found' },
  RESTORE: { from: [S.RECTIFYING], to: S.ACTIVE, allow: 'team.found' },
  RESUME: { from: [S.SUSPENDED], to: S.ACTIVE, allow: 'team.found' },
  EXEMPT: { from: [S.ACTIVE, S.RECTIFYING], to: S.ACTIVE, allow: 'team.found' },
  RECTIFY: { from: [S.ACTIVE], to: S.RECTIFYING, allow: 'team.found' },
  RAISE: { from: [S.ACTIVE, S.RECTIFYING], to: S.ACTIVE, allow: 'team.found' },
  SUSPEND: { from: [S.ACTIVE, S.RECTIFYING], to: S.SUSPENDED, allow: 'team.found' },
  DISBAND: { from: [S.PREPARING, S.ACTIVE, S.RECTIFYING, S.SUSPENDED], to: S.DISBANDED, allow: 'team.found' },
})
