import { registerEnumType } from 'type-graphql'
import { type Actor, SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { type Volunteer, VolunteerState as S } from './Volunteer'

export enum VolunteerAction {
  ACTIVATE = 'ACTIVATE',
  PAUSE = 'PAUSE',
  RESUME = 'RESUME',
  WITHDRAW = 'WITHDRAW',
  BLOCK = 'BLOCK',
  UNBLOCK = 'UNBLOCK',
  READMIT = 'READMIT',
  DIE = 'DIE',
}
registerEnumType(VolunteerAction, { name: 'VolunteerAction' })

/** From registration over the check of identity, team and consent to service, and out of it. */
export const volunteerWorkflow = new Workflow<S, VolunteerAction>('Volunteer', S.PENDING, Object.values(S), {
  ACTIVATE: { from: [S.PENDING], to: S.ACTIVE, allow: 'volunteer.activate' },
  PAUSE: { from: [S.ACTIVE], to: S.PAUSED, allow: 'volunteer.pause' },
  RESUME: { from: [S.PAUSED], to: S.ACTIVE, allow: 'volunteer.pause' },
  WITHDRAW: { from: [S.PENDING, S.ACTIVE, S.PAUSED], to: S.WITHDRAWN, allow: 'volunteer.write' },
  BLOCK: { from: [S.PENDING, S.ACTIVE, S.PAUSED, S.WITHDRAWN], to: S.BLOCKED, allow: 'volunteer.block' },
  UNBLOCK: { from: [S.BLOCKED], to: S.PENDING, allow: 'volunteer.block' },
  READMIT: { from: [S.WITHDRAWN], to: S.PENDING, allow: 'volunteer.register' },
  DIE: { from: [S.PENDING, S.ACTIVE, S.PAUSED, S.WITHDRAWN, S.BLOCKED], to: S.DECEASED, allow: SIGNED_IN, silent: true },
})

/** Whether a volunteer is the actor's own to see to: a leader's are the members of the team, not those who ask to join it. */
export const isTheirs = ({ teamId }: Pick<Volunteer, 'teamId'>, { reach }: Actor): boolean => reach.kind !== 'team' || teamId === reach.teamId

/** The actions open to the actor now, by state, role and whose the volunteer is. */
export const openOn = (volunteer: Volunteer, actor: Actor): VolunteerAction[] => (isTheirs(volunteer, actor) ? volunteerWorkflow.open(volunteer, actor) : [])
