import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { addDays } from '../../kernel/days'
import { endingOn, HOLDERLESS, PLAQUE_OUT, quietOn, toGrantOn } from './conditions'
import { PioneerPost } from './PioneerPost'

const about = ({ regionCode }: PioneerPost) => ({ kind: TaskKind.POST, regionCode })
const later = (day: string, today: string): Date => endOf(day > today ? day : today)

/** A grant nears its end: it is renewed, or the plaque comes back. */
export const ending = watchFor<PioneerPost>({
  cause: 'POST_ENDING',
  type: PioneerPost,
  stands: ({ today }) => endingOn(today),
  opening: ({ today }, post) => ({ ...about(post), dueAt: later(post.validTo!, today), title: `示范岗授牌将于 ${post.validTo} 到期，请办理续期：${post.title}`, titleEn: `The grant ends on ${post.validTo}: ${post.title}` }),
})

/** Nothing has been logged for months. */
export const quiet = watchFor<PioneerPost>({
  cause: 'POST_QUIET',
  type: PioneerPost,
  stands: ({ today }) => quietOn(today),
  opening: ({ today }, post) => ({ ...about(post), dueAt: endOf(addDays(today, 7)), title: `示范岗长期没有服务记录：${post.title}`, titleEn: `Nothing logged for long: ${post.title}` }),
})

/** Whoever held the post has left, and nobody holds it now. */
export const holderless = watchFor<PioneerPost>({
  cause: 'POST_HOLDER_LEFT',
  type: PioneerPost,
  stands: () => ({ sql: HOLDERLESS, values: [] }),
  opening: ({ today }, post) => ({ ...about(post), dueAt: endOf(addDays(today, 7)), title: `示范岗责任人已离岗，请确定新的责任人：${post.title}`, titleEn: `Nobody holds the post now: ${post.title}` }),
})

/** The notice is over and no objection waits: the leader decides. */
export const noticeOver = watchFor<PioneerPost>({
  cause: 'POST_NOTICE_OVER',
  type: PioneerPost,
  stands: ({ today }) => toGrantOn(today),
  opening: ({ today }, post) => ({ ...about(post), dueAt: endOf(addDays(today, 3)), title: `示范岗公示期满，待局领导授牌：${post.title}`, titleEn: `The notice is over; to be granted: ${post.title}` }),
})

/** A plaque should come back. */
export const plaqueOut = watchFor<PioneerPost>({
  cause: 'POST_PLAQUE_OUT',
  type: PioneerPost,
  stands: () => ({ sql: PLAQUE_OUT, values: [] }),
  opening: ({ today }, post) => ({ ...about(post), dueAt: later(post.plaqueDueOn!, today), title: `请收回牌匾 ${post.plaqueNo}：${post.title}`, titleEn: `Bring back plaque ${post.plaqueNo}: ${post.title}` }),
})

/** It is proposed to take the plaque back: the leader decides. */
export const revocationProposed = watchFor<PioneerPost>({
  cause: 'POST_REVOKE_PROPOSED',
  type: PioneerPost,
  stands: () => ({ sql: "(it.revokeProposedFor IS NOT NULL AND it.state IN ('GRANTED','RECTIFYING'))", values: [] }),
  opening: ({ today }, post) => ({ ...about(post), dueAt: endOf(addDays(today, 7)), title: `建议撤销示范岗（${post.revokeProposedFor}）：${post.title}`.slice(0, 200), titleEn: `To be revoked (${post.revokeProposedFor}): ${post.title}`.slice(0, 200) }),
})

/** A post rectifies by a day. */
export const rectifying = watchFor<PioneerPost>({
  cause: 'POST_RECTIFYING',
  type: PioneerPost,
  stands: () => ({ sql: "it.state = 'RECTIFYING'", values: [] }),
  opening: ({ today }, post) => ({ ...about(post), dueAt: later(post.rectifyBy ?? today, today), title: `示范岗限期整改（${post.stateReason ?? ''}）：${post.title}`.slice(0, 200), titleEn: `To rectify (${post.stateReason ?? ''}): ${post.title}`.slice(0, 200) }),
})
