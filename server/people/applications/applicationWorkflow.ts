import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { ApplicationState as S } from './VolunteerApplication'

export enum ApplicationAction {
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
}
registerEnumType(ApplicationAction, { name: 'ApplicationAction' })

/** An application is accepted, and its applicant registered, or declined with a reason. */
export const applicationWorkflow = new Workflow<S, ApplicationAction>('VolunteerApplication', S.RECEIVED, Object.values(S), {
  ACCEPT: { from: [S.RECEIVED], to: S.ACCEPTED, allow: 'application.review' },
  DECLINE: { from: [S.RECEIVED], to: S.DECLINED, allow: 'application.review' },
})
