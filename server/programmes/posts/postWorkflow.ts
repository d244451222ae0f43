import { registerEnumType } from 'type-graphql'
import { SIGNED_IN } from '../../kernel/access'
import { Workflow } from '../../kernel/workflow'
import { HANGING, LIVE, PostState as S } from './enums'

export enum PostAction {
  UPDATE = 'UPDATE',
  CHANGE_HOLDERS = 'CHANGE_HOLDERS',
  SUBMIT = 'SUBMIT',
  RECOMMEND = 'RECOMMEND',
  RETURN = 'RETURN',
  REJECT = 'REJECT',
  INSPECT = 'INSPECT',
  PUBLISH_NOTICE = 'PUBLISH_NOTICE',
  OBJECT = 'OBJECT',
  ANSWER_OBJECTION = 'ANSWER_OBJECTION',
  GRANT = 'GRANT',
  LOG = 'LOG',
  REVIEW = 'REVIEW',
  RECTIFY = 'RECTIFY',
  CONFIRM_RECTIFIED = 'CONFIRM_RECTIFIED',
  RENEW = 'RENEW',
  REVOKE = 'REVOKE',
  RETURN_PLAQUE = 'RETURN_PLAQUE',
  WITHDRAW = 'WITHDRAW',
  /** No veteran works there any more. */
  FALL_SHORT = 'FALL_SHORT',
  EXPIRE = 'EXPIRE',
  /** Its employer is closed. */
  CLOSE = 'CLOSE',
}
registerEnumType(PostAction, { name: 'PostAction' })

/**
 * From the application over recommendation, site check and notice to the grant, the years under the plaque, and its return
 * (programmes.md 4.6). Who of those who may is the right one, and what must hold first, is said in postConditions.ts.
 */
export const postWorkflow = new Workflow<S, PostAction>('PioneerPost', S.DRAFT, Object.values(S), {
  UPDATE: { from: [S.DRAFT, S.RETURNED, ...HANGING], allow: 'post.apply' },
  CHANGE_HOLDERS: { from: LIVE, allow: 'post.apply' },
  SUBMIT: { from: [S.DRAFT, S.RETURNED], to: S.SUBMITTED, allow: 'post.apply' },
  RECOMMEND: { from: [S.SUBMITTED], to: S.RECOMMENDED, allow: 'post.recommend' },
  RETURN: { from: [S.SUBMITTED, S.RECOMMENDED, S.SITE_CHECKED], to: S.RETURNED, allow: 'post.recommend' },
  REJECT: { from: [S.SUBMITTED, S.RECOMMENDED, S.SITE_CHECKED, S.PUBLIC_NOTICE], to: S.REJECTED, allow: 'post.answer' },
  INSPECT: { from: [S.RECOMMENDED], to: S.SITE_CHECKED, allow: 'post.inspect' },
  PUBLISH_NOTICE: { from: [S.SITE_CHECKED], to: S.PUBLIC_NOTICE, allow: 'post.inspect' },
  OBJECT: { from: [S.PUBLIC_NOTICE], allow: 'post.object' },
  ANSWER_OBJECTION: { from: [S.PUBLIC_NOTICE], to: [S.PUBLIC_NOTICE, S.REJECTED], allow: 'post.answer' },
  GRANT: { from: [S.PUBLIC_NOTICE], to: S.GRANTED, allow: 'post.grant' },
  LOG: { from: HANGING, allow: 'post.log' },
  REVIEW: { from: HANGING, to: HANGING, allow: 'post.review' },
  RECTIFY: { from: [S.GRANTED], to: S.RECTIFYING, allow: 'post.review' },
  CONFIRM_RECTIFIED: { from: [S.RECTIFYING], to: S.GRANTED, allow: 'post.review' },
  RENEW: { from: [S.GRANTED], allow: 'post.grant' },
  REVOKE: { from: HANGING, to: S.REVOKED, allow: 'post.grant' },
  RETURN_PLAQUE: { from: [S.REVOKED, S.EXPIRED, S.WITHDRAWN], allow: 'post.recommend' },
  WITHDRAW: { from: LIVE, to: S.WITHDRAWN, allow: 'post.apply' },
  FALL_SHORT: { from: [S.GRANTED], to: S.RECTIFYING, allow: SIGNED_IN, silent: true },
  EXPIRE: { from: HANGING, to: S.EXPIRED, allow: SIGNED_IN, silent: true },
  CLOSE: { from: LIVE, to: S.WITHDRAWN, allow: SIGNED_IN, silent: true },
})
