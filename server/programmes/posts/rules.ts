import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { ChecklistKind } from './enums'
import type { ChecklistItemInput, PostRuleInput } from './inputs'
import type { PioneerPost } from './PioneerPost'
import { ChecklistItem, PostRule } from './PostRule'

/**
 * The first version, with the numbers of programmes.md 4.6: [S] review reminded of 30 and 7 days before, an end 60 days before, no log for 2 months,
 * a plaque out for 15 days; [B-med] notice 5 to 7 days, a term of 2 to 3 years; [D] all other numbers. The bureau issues its own over it.
 */
export const DEFAULT_RULE = {
  name: '退役军人先锋示范岗创建管理（默认）', basis: '内退役军人发〔2021〕59号；奈曼旗《关于开展退役军人传承军魂争先锋岗位志愿服务活动的通知》（2022-11-17）；评分项目为本系统默认，待局机关核定', validFrom: '2022-01-01', validTo: null,
  checkPassMark: 80, reviewPassMark: 80, reviewRectifyMark: 60, noticeDays: 7, termMonths: 36, reviewMonth: 11, reviewAfterMonths: 6, remindEarlyDays: 30, remindLateDays: 7,
  rectifyDays: 30, expiryDays: 60, logMonths: 2, plaqueDays: 15, feedbackDays: 5,
}

/** The checklist before the grant: the six that a post has, and that nothing speaks against the employer [S: 六有; B-med: credit, safety, taxes, labour]. */
export const DEFAULT_SITE_CHECK: readonly ChecklistItemInput[] = [
  { nameZh: '退役军人在岗，岗位职责清楚', nameEn: 'Veterans are at the post and know their duties', points: 20 },
  { nameZh: '有牌匾位置和公示栏', nameEn: 'There is a place for the plaque and a notice board', points: 10 },
  { nameZh: '有服务承诺并公开', nameEn: 'The pledge is written and shown', points: 15 },
  { nameZh: '有便民服务平台和设施', nameEn: 'There is a place and what is needed to serve the public', points: 15 },
  { nameZh: '服务内容具体可行', nameEn: 'The services are concrete and can be done', points: 20 },
  { nameZh: '服务已有成效、群众评价好', nameEn: 'The service has had effect and is well spoken of', points: 10 },
  { nameZh: '单位信用良好，无重大安全、税务、劳动违法', nameEn: 'Good credit; no grave breach of safety, tax or labour law', points: 10 },
]

/** The checklist of the annual review [D]. */
export const DEFAULT_REVIEW: readonly ChecklistItemInput[] = [
  { nameZh: '退役军人在岗履职', nameEn: 'Veterans are at the post and do their duties', points: 20 },
  { nameZh: '牌匾、承诺、公示规范完好', nameEn: 'Plaque, pledge and notice are in order', points: 15 },
  { nameZh: '服务台账完整真实', nameEn: 'The log is whole and true', points: 25 },
  { nameZh: '服务人次和成效', nameEn: 'People served, and the effect', points: 20 },
  { nameZh: '群众评价，投诉及时处理', nameEn: 'What the public says; complaints dealt with in time', points: 10 },
  { nameZh: '单位守法诚信', nameEn: 'The employer keeps the law and its word', points: 10 },
]

/** Writes the first version, where there is none yet. */
export async function loadPostRules(ctx: Context): Promise<void> {
  if (await ctx.store.query(PostRule).exists()) return
  await ctx.transact('loadPostRules', inner => write(inner, PostRule.of(DEFAULT_RULE), DEFAULT_SITE_CHECK, DEFAULT_REVIEW))
}

/** The version that holds today. */
export async function ruleInForce(ctx: Context): Promise<PostRule> {
  const rule = await ctx.store.query(PostRule).where('it.validFrom <= ?', ctx.today).orderBy('it.validFrom DESC').first()
  if (!rule) throw new Refused('INELIGIBLE', say('今天没有有效的示范岗规则，请先由局管理员发布。', 'No rules of posts hold today: the bureau has to issue them first.'))
  return rule
}

/** The version that a post is judged by. */
export async function ruleOf(ctx: Context, { ruleId }: Pick<PioneerPost, 'ruleId'>): Promise<PostRule> {
  return (await ctx.store.follow(PostRule, ruleId)) ?? ctx.store.batch('PostRule.inForce', ctx.today, async () => [await ruleInForce(ctx)])
}

/** Issues a new version, from today or a day to come on; what was submitted keeps its own. */
export async function issuePostRule(ctx: Context, { siteCheck, review, clientKey: _, ...input }: PostRuleInput): Promise<PostRule> {
  const [latest] = await ctx.store.holdAll(PostRule, 'it.validFrom = (SELECT MAX(r.validFrom) FROM post_rules r)')
  if (input.validFrom < ctx.today || (latest && input.validFrom <= latest.validFrom)) throw new Invalid({ validFrom: say('新版本须自今天或以后生效，并晚于现有各版本。', 'A new version holds from today or later, and after every other.') })
  const most = (items: readonly ChecklistItemInput[]): number => items.reduce((sum, { points }) => sum + points, 0)
  if (input.checkPassMark > most(siteCheck)) throw new Invalid({ checkPassMark: say('合格分高于总分。', 'More than the checklist brings.') })
  if (input.reviewPassMark > most(review)) throw new Invalid({ reviewPassMark: say('合格分高于总分。', 'More than the checklist brings.') })
  if (input.reviewRectifyMark >= input.reviewPassMark) throw new Invalid({ reviewRectifyMark: say('整改分应低于合格分。', 'Below the mark that passes.') })
  if (input.remindLateDays >= input.remindEarlyDays) throw new Invalid({ remindLateDays: say('第二次提醒应晚于第一次。', 'Later than the first reminder.') })
  if (latest) await ctx.store.save(Object.assign(latest, { validTo: addDays(input.validFrom, -1) }))
  return write(ctx, PostRule.of({ ...input, validTo: null }), siteCheck, review)
}

async function write(ctx: Context, rule: PostRule, siteCheck: readonly ChecklistItemInput[], review: readonly ChecklistItemInput[]): Promise<PostRule> {
  await ctx.store.save(rule, { action: 'ISSUE' })
  for (const [kind, items] of [[ChecklistKind.SITE_CHECK, siteCheck], [ChecklistKind.REVIEW, review]] as const) {
    for (const [sort, { nameZh, nameEn, points }] of items.entries()) await ctx.store.save(ChecklistItem.of({ ruleId: rule.id, kind, nameZh, nameEn, points, sort }))
  }
  return rule
}
