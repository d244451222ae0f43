import { registerEnumType } from 'type-graphql'
import { SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { VolunteerState as S } from './Volunteer'

export enum VolunteerAction {
  ACTIVATE = 'ACTIVATE',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  WITHDRAW = 'WITHDRAW',
  BLOCK = 'BLOCK',
  READMIT = 'READMIT',
  DIE = 'DIE',
}
registerEnumType(VolunteerAction, { name: 'VolunteerAction' })

/** From registration over the check of identity, team and consent to service, and out of it. */
export const volunteerWorkflow = new Workflow<S, VolunteerAction>('Volunteer', S.PENDING, Object.values(S), {
  ACTIVATE: { from: [S.PENDING], to: S.ACTIVE, allow: 'volunteer.activate' },
  PAUSE: { from: [S.ACTIVE], to: S.PAUSED, allow: 'volunteer.write' },
  RESUME: { from: [S.PAUSED], to: S.ACTIVE, allow: 'volunteer.write' },
  WITHDRAW: { from: [S.PENDING, S.ACTIVE, S.PAUSED], to: S.WITHDRAWN, allow: 'volunteer.write' },
  BLOCK: { from: [S.PENDING, S.ACTIVE, S.PAUSED, S.WITHDRAWN], to: S.BLOCKED, allow: 'volunteer.block' },
  READMIT: { from: [S.WITHDRAWN], to: S.PENDING, allow: 'volunteer.register' },
  DIE: { from: [S.PENDING, S.ACTIVE, S.PAUSED, S.WITHDRAWN, S.BLOCKED], to: S.DECEASED, allow: SIGNED_IN, silent: true },
})
