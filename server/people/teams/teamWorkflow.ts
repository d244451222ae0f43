import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { TeamState as S } from './Team'

export enum TeamAction {
  ACTIVATE = 'ACTIVATE',
  RECTIFY = 'RECTIFY',
  SUSPEND = 'SUSPEND',
  DISBAND = 'DISBAND',
}
registerEnumType(TeamAction, { name: 'TeamAction' })

/** A team prepares, is active, rectifies where it falls below its minimum, and is suspended or disbanded. */
export const teamWorkflow = new Workflow<S, TeamAction>('Team', S.PREPARING, Object.values(S), {
  ACTIVATE: { from: [S.PREPARING, S.RECTIFYING, S.SUSPENDED], to: S.ACTIVE, allow: 'team.found' },
  RECTIFY: { from: [S.ACTIVE], to: S.RECTIFYING, allow: 'team.found' },
  SUSPEND: { from: [S.ACTIVE, S.RECTIFYING], to: S.SUSPENDED, allow: 'team.found' },
  DISBAND: { from: [S.PREPARING, S.RECTIFYING, S.SUSPENDED], to: S.DISBANDED, allow: 'team.found' },
})
