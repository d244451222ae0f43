import { registerEnumType } from 'type-graphql'
import { Workflow } from '../../kernel/workflow'
import { CaseState as S, OPEN_STATES, UNDECIDED } from './enums'

export enum CaseAction {
  REGISTER = 'REGISTER',
  DISMISS = 'DISMISS',
  UPDATE = 'UPDATE',
  ASSIGN = 'ASSIGN',
  STAND_IN = 'STAND_IN',
  RECUSE = 'RECUSE',
  TRANSFER = 'TRANSFER',
  ANSWER_TRANSFER = 'ANSWER_TRANSFER',
  CONTACT = 'CONTACT',
  START_INVESTIGATION = 'START_INVESTIGATION',
  RECORD_INVESTIGATION = 'RECORD_INVESTIGATION',
  WRITE_HOUSEHOLD = 'WRITE_HOUSEHOLD',
  PUBLISH_NOTICE = 'PUBLISH_NOTICE',
  SKIP_NOTICE = 'SKIP_NOTICE',
  OBJECT_TO_NOTICE = 'OBJECT_TO_NOTICE',
  REVIEW = 'REVIEW',
  CHECK_EXCLUSION = 'CHECK_EXCLUSION',
  COUNTY_CHECK = 'COUNTY_CHECK',
  RETURN = 'RETURN',
  RESUBMIT = 'RESUBMIT',
  GRANT_URGENT = 'GRANT_URGENT',
  APPROVE = 'APPROVE',
  REFUSE = 'REFUSE',
  DELIVER = 'DELIVER',
  OBJECT = 'OBJECT',
  ANSWER_OBJECTION = 'ANSWER_OBJECTION',
  PLAN = 'PLAN',
  GIVE = 'GIVE',
  FOLLOW_UP = 'FOLLOW_UP',
  CLOSE = 'CLOSE',
  REOPEN = 'REOPEN',
}
registerEnumType(CaseAction, { name: 'CaseAction' })

const DECIDED: readonly S[] = [S.APPROVED, S.REFUSED, S.PLANNED, S.IN_HELP]

/**
 * From the clue over the look at home, the village notice and two reviews to the decision, the help and the last follow-up
 * (programmes.md 4.5). Who of those who may is the right one is said in caseRules.ts.
 */
export const caseWorkflow = new Workflow<S, CaseAction>('HardshipCase', S.CLUE, Object.values(S), {
  REGISTER: { from: [S.CLUE], to: S.REGISTERED, allow: 'case.register' },
  DISMISS: { from: [S.CLUE], to: S.CLOSED, allow: 'case.register' },
  UPDATE: { from: [S.CLUE, ...UNDECIDED], allow: 'case.register' },
  ASSIGN: { from: OPEN_STATES, allow: 'case.assign' },
  STAND_IN: { from: OPEN_STATES, allow: 'case.keep' },
  RECUSE: { from: OPEN_STATES, allow: 'case.read' },
  TRANSFER: { from: OPEN_STATES, allow: 'case.keep' },
  ANSWER_TRANSFER: { from: OPEN_STATES, allow: 'case.keep' },
  CONTACT: { from: OPEN_STATES, allow: 'case.keep' },
  START_INVESTIGATION: { from: [S.REGISTERED], to: S.INVESTIGATING, allow: 'case.investigate' },
  RECORD_INVESTIGATION: { from: [S.INVESTIGATING, S.RETURNED], allow: 'case.investigate' },
  WRITE_HOUSEHOLD: { from: [S.REGISTERED, S.INVESTIGATING, S.RETURNED], allow: 'case.investigate' },
  PUBLISH_NOTICE: { from: [S.INVESTIGATING], to: S.NOTICE, allow: 'case.investigate' },
  SKIP_NOTICE: { from: [S.INVESTIGATING, S.NOTICE], to: S.NOTICE, allow: 'case.investigate' },
  OBJECT_TO_NOTICE: { from: [S.NOTICE], allow: 'case.investigate' },
  REVIEW: { from: [S.NOTICE], to: S.TOWNSHIP_REVIEWED, allow: 'case.review' },
  CHECK_EXCLUSION: { from: [S.TOWNSHIP_REVIEWED, S.COUNTY_REVIEW], allow: 'case.check' },
  COUNTY_CHECK: { from: [S.TOWNSHIP_REVIEWED], to: S.COUNTY_REVIEW, allow: 'case.check' },
  RETURN: { from: [S.NOTICE, S.TOWNSHIP_REVIEWED, S.COUNTY_REVIEW], to: S.RETURNED, allow: 'case.return' },
  RESUBMIT: { from: [S.RETURNED], to: [S.NOTICE, S.TOWNSHIP_REVIEWED, S.COUNTY_REVIEW], allow: 'case.investigate' },
  GRANT_URGENT: { from: UNDECIDED, allow: 'case.decide' },
  APPROVE: { from: [S.COUNTY_REVIEW], to: S.APPROVED, allow: 'case.decide' },
  REFUSE: { from: [S.COUNTY_REVIEW], to: S.REFUSED, allow: 'case.decide' },
  DELIVER: { from: DECIDED, allow: 'case.keep' },
  OBJECT: { from: [S.APPROVED, S.REFUSED, S.PLANNED], allow: 'case.keep' },
  ANSWER_OBJECTION: { from: [S.NOTICE, S.APPROVED, S.REFUSED, S.PLANNED], to: [S.INVESTIGATING, S.COUNTY_REVIEW, S.NOTICE, S.APPROVED, S.REFUSED, S.PLANNED], allow: 'case.answer' },
  PLAN: { from: [...UNDECIDED, S.APPROVED, S.PLANNED, S.IN_HELP, S.FOLLOW_UP], to: [...UNDECIDED, S.PLANNED, S.IN_HELP], allow: 'case.keep' },
  GIVE: { from: [...UNDECIDED, S.PLANNED, S.IN_HELP], to: [...UNDECIDED, S.IN_HELP], allow: 'case.keep' },
  FOLLOW_UP: { from: [S.IN_HELP, S.FOLLOW_UP], to: [S.IN_HELP, S.FOLLOW_UP], allow: 'case.keep' },
  CLOSE: { from: OPEN_STATES, to: S.CLOSED, allow: 'case.keep' },
  REOPEN: { from: [S.CLOSED], to: S.REGISTERED, allow: 'case.reopen' },
})
