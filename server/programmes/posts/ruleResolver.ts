import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { PostRuleInput } from './inputs'
import { ChecklistItem, PostRule } from './PostRule'
import { issuePostRule } from './rules'

const PostRuleList = listOf(PostRule)

/** The rules of posts, as the schema names them. */
@Resolver(() => PostRule)
export class PostRuleResolver {
  @Allow('post.read')
  @Query(() => PostRuleList, { description: 'The versions of the rules of posts, the latest first.' })
  postRules(@Ctx() ctx: Context, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PostRuleList(ctx.store.query(PostRule).orderBy('it.validFrom DESC'), page)
  }

  @Allow('post.read')
  @Query(() => PostRule, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  postRule(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<PostRule> {
    return ctx.store.get(PostRule, id)
  }

  @Allow('policy.write')
  @Mutation(() => PostRule, { description: 'Issues a new version of the rules of posts; what was submitted keeps its own. Refuses with INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  issuePostRule(@Ctx() ctx: Context, @Arg('input', () => PostRuleInput) input: PostRuleInput): Promise<PostRule> {
    return issuePostRule(ctx, input)
  }

  @FieldResolver(() => [ChecklistItem], { description: 'The items of both checklists, in their order.' })
  items(@Root() rule: PostRule, @Ctx() ctx: Context): Promise<ChecklistItem[]> {
    return ctx.store.parts(ChecklistItem, 'ruleId', rule.id, 'it.sort')
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds today.' })
  inForce(@Root() rule: PostRule, @Ctx() { today }: Context): boolean {
    return rule.holdsOn(today)
  }
}

export const PostRuleHistory = historyOf(PostRule)
