import type { Actor } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Forbidden, Refused, type Refusal, WrongState } from '../../kernel/errors'
import { say, type Text } from '../../kernel/text'
import { VETERAN_WORKS } from '../../people/employers/Employment'
import type { PioneerPost } from './PioneerPost'
import { PostAction as A, postWorkflow } from './postWorkflow'

/** What the records about a post say today, by which its actions are open or not. */
export interface PostFacts {
  today: string
  /** Veterans who work for its employer now. */
  veterans: number
  /** Of the post's present holders, those who are veterans and work there now. */
  holders: number
  openObjections: number
  /** The review that waits to be held. */
  reviewId: string | null
  /** Days before its end from which a grant may be renewed. */
  expiryDays: number
}

const AT_WORK = `EXISTS (SELECT 1 FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = it.employerId AND e.personId = h.personId AND ${VETERAN_WORKS})`
const FACTS = `SELECT it.id,
  (SELECT COUNT(DISTINCT e.personId) FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = it.employerId AND ${VETERAN_WORKS}) AS veterans,
  (SELECT COUNT(DISTINCT h.personId) FROM post_holders h WHERE h.postId = it.id AND h.\`to\` IS NULL AND ${AT_WORK}) AS holders,
  (SELECT COUNT(*) FROM post_objections o WHERE o.postId = it.id AND o.state = 'OPEN') AS objections,
  (SELECT MIN(r.id) FROM post_reviews r WHERE r.postId = it.id AND r.state = 'DUE') AS reviewId,
  COALESCE((SELECT u.expiryDays FROM post_rules u WHERE u.id = it.ruleId), 0) AS expiryDays
  FROM pioneer_posts it WHERE it.id IN (?)`

/** The facts of posts, batched over a list. */
export function factsOf({ store, today }: Context, { id }: PioneerPost): Promise<PostFacts> {
  return store.batch('PioneerPost.facts', id, async ids => {
    const rows = new Map((await store.sql(FACTS, [ids])).map(row => [row.id as string, row]))
    return ids.map(one => {
      const row = rows.get(one)
      return { today, veterans: Number(row?.veterans ?? 0), holders: Number(row?.holders ?? 0), openObjections: Number(row?.objections ?? 0), reviewId: (row?.reviewId as string | null) ?? null, expiryDays: Number(row?.expiryDays ?? 0) }
    })
  })
}

const no = (rule: string, text: Text): Refusal => new Refused('INELIGIBLE', text, { rule })
const noVeteran = (): Refusal => no('VETERAN', say('该单位目前没有登记在职的退役军人。', 'No veteran is noted as working there now.'))
const noHolder = (): Refusal => no('HOLDER', say('请先填写在岗的退役军人。', 'Name the veterans at the post first.'))
const own = (): Refusal => new Refused('SELF_APPROVAL', say('申报、推荐或核查过该岗的人不能办理，请由他人办理。', 'Whoever applied for, recommended or checked it leaves this to somebody else.'))

/** What the rules speak of: a list of posts reads these columns for its buttons, and a rule that spoke of another would fail there. */
export const RULE_COLUMNS = [
  'state', 'createdById', 'appliedById', 'recommendedById', 'inspectorIds', 'passed', 'noticeTo', 'validTo', 'revokeProposedFor', 'plaqueNo', 'plaqueReturnedOn',
] as const satisfies readonly (keyof PioneerPost)[]

/** What keeps an action from an actor though the state allows it; null where nothing does. The buttons and the acts ask exactly this. */
export function barTo(action: A, post: PioneerPost, actor: Actor, facts: PostFacts): Refusal | null {
  const staffed = (): Refusal | null => (facts.veterans === 0 ? noVeteran() : facts.holders === 0 ? noHolder() : null)
  switch (action) {
    case A.SUBMIT:
    case A.RECOMMEND:
      return staffed()
    case A.INSPECT:
      return post.createdById === actor.id || post.appliedById === actor.id || post.recommendedById === actor.id ? own() : staffed()
    case A.PUBLISH_NOTICE:
      return post.passed ? staffed() : no('SCORE', say('现场核查未达到合格分，请退回或不予通过。', 'The site check did not reach the mark: return or reject it.'))
    case A.ANSWER_OBJECTION:
      return facts.openObjections > 0 ? null : new WrongState(post.state, [], say('没有待答复的异议。', 'No objection waits for an answer.'))
    case A.GRANT:
      if (post.wasBroughtBy(actor)) return own()
      if (post.noticeTo === null || facts.today <= post.noticeTo) return no('NOTICE', say(`公示到 ${post.noticeTo} 为止，期满后才能授牌。`, `The notice hangs until ${post.noticeTo}; it is granted after that.`))
      if (facts.openObjections > 0) return no('OBJECTION', say('还有异议没有答复，不能授牌。', 'An objection is not answered yet.'))
      return staffed()
    case A.REVIEW:
      if (!facts.reviewId) return new WrongState(post.state, [], say('没有待办的年审。', 'No review is due.'))
      return post.appliedById === actor.id ? own() : null
    case A.CONFIRM_RECTIFIED:
      if (post.revokeProposedFor && !actor.may('post.grant')) return new Forbidden('post.grant')
      return staffed()
    case A.RENEW:
      if (post.wasBroughtBy(actor)) return own()
      if (facts.today < addDays(post.validTo!, -facts.expiryDays)) return no('EARLY', say(`到期前 ${facts.expiryDays} 天内才能续期。`, `It may be renewed within ${facts.expiryDays} days of its end.`))
      if (facts.today > post.validTo!) return no('LATE', say('已经到期，请重新申报。', 'It has ended: apply anew.'))
      if (facts.reviewId) return no('REVIEW', say('年审还没有完成，不能续期。', 'Its review is not held yet.'))
      return staffed()
    case A.RETURN_PLAQUE:
      return post.owesPlaque() ? null : new WrongState(post.state, [], say('没有待收回的牌匾。', 'No plaque is out.'))
    default:
      return null
  }
}

/** The actions open to the actor now, by state, role and what the records say. */
export async function openOn(ctx: Context, post: PioneerPost): Promise<A[]> {
  const open = postWorkflow.open(post, ctx.actor)
  if (open.length === 0) return open
  const facts = await factsOf(ctx, post)
  return open.filter(action => barTo(action, post, ctx.actor, facts) === null)
}

/** Refuses what is not open to the actor now. The facts are read anew: the act may have changed them. */
export async function mustBeOpen(ctx: Context, post: PioneerPost, action: A): Promise<PostFacts> {
  postWorkflow.mustBeOpen(post, action, ctx.actor)
  ctx.store.clear()
  const facts = await factsOf(ctx, post)
  const bar = barTo(action, post, ctx.actor, facts)
  if (bar) throw bar
  return facts
}
