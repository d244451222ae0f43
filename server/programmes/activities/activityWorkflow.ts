import { registerEnumType } from 'type-graphql'
import { type Actor, SIGNED_IN } from '../../kernel/access'
import { isWithin } from '../../kernel/regionCode'
import { Workflow } from '../../kernel/workflow'
import { type Activity, ActivityState as S } from './Activity'

export enum ActivityAction {
  SUBMIT = 'SUBMIT',
  REVISE = 'REVISE',
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  PUBLISH = 'PUBLISH',
  RESCHEDULE = 'RESCHEDULE',
  RESUBMIT = 'RESUBMIT',
  START = 'START',
  CLOSE = 'CLOSE',
  CONFIRM = 'CONFIRM',
  RETURN = 'RETURN',
  CANCEL = 'CANCEL',
  REOPEN = 'REOPEN',
}
registerEnumType(ActivityAction, { name: 'ActivityAction' })

/** From the plan over approval, publishing and the day itself to the summary, which the station confirms. A published one is moved; where that makes it another matter, it is approved again. */
export const activityWorkflow = new Workflow<S, ActivityAction>('Activity', S.DRAFT, Object.values(S), {
  SUBMIT: { from: [S.DRAFT, S.REJECTED], to: S.SUBMITTED, allow: 'activity.write' },
  REVISE: { from: [S.REJECTED], to: S.DRAFT, allow: 'activity.write', silent: true },
  APPROVE: { from: [S.SUBMITTED], to: S.APPROVED, allow: 'activity.approve' },
  REJECT: { from: [S.SUBMITTED], to: S.REJECTED, allow: 'activity.approve' },
  PUBLISH: { from: [S.APPROVED], to: S.PUBLISHED, allow: 'activity.write' },
  RESCHEDULE: { from: [S.PUBLISHED], to: S.PUBLISHED, allow: 'activity.write' },
  RESUBMIT: { from: [S.PUBLISHED], to: S.SUBMITTED, allow: 'activity.write', silent: true },
  START: { from: [S.PUBLISHED], to: S.ONGOING, allow: SIGNED_IN, silent: true },
  CLOSE: { from: [S.ONGOING], to: S.FINISHED, allow: 'activity.write' },
  CONFIRM: { from: [S.FINISHED], to: S.ARCHIVED, allow: 'activity.approve' },
  RETURN: { from: [S.FINISHED], to: S.ONGOING, allow: 'activity.approve' },
  CANCEL: { from: [S.DRAFT, S.SUBMITTED, S.REJECTED, S.APPROVED, S.PUBLISHED, S.ONGOING], to: S.CANCELLED, allow: 'activity.write' },
  REOPEN: { from: [S.ARCHIVED], to: S.ONGOING, allow: 'activity.reopen' },
})

/** Whether it is the actor's own to run or decide on: their team's, or of a team of their division. Others may see it without. */
export function isTheirs({ regionCode, teamId }: Pick<Activity, 'regionCode' | 'teamId'>, { reach }: Actor): boolean {
  if (reach.kind === 'banner') return true
  if (reach.kind === 'region') return reach.regionCode !== undefined && isWithin(regionCode, reach.regionCode)
  return reach.kind === 'team' && teamId === reach.teamId
}

/** Whether the actor is free to decide on what somebody else put before them: nobody approves or confirms their own. */
export function mayDecide(activity: Activity, action: ActivityAction, actor: Actor): boolean {
  if (actor.reach.volunteerId === activity.leaderId) return false
  if (action === ActivityAction.APPROVE) return activity.submittedById !== actor.id
  return activity.closedById !== actor.id
}

const DECIDED: readonly ActivityAction[] = [ActivityAction.APPROVE, ActivityAction.CONFIRM]

/** The actions open to the actor now, by state, role, whose it is, and who put it before them. */
export function openOn(activity: Activity, actor: Actor): ActivityAction[] {
  if (!isTheirs(activity, actor)) return []
  return activityWorkflow.open(activity, actor).filter(action => {
    if (DECIDED.includes(action) && !mayDecide(activity, action, actor)) return false
    return action !== ActivityAction.APPROVE || !activity.needsBureau || actor.may('activity.approveLarge')
  })
}
