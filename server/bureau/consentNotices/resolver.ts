import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { listOf, Order, Page, search } from '../../kernel/lists'
import { ConsentNotice } from './ConsentNotice'
import { ConsentNoticeFilter, ConsentNoticeInput } from './inputs'
import { createConsentNotice, updateConsentNotice } from './writeNotice'

const ConsentNoticeList = listOf(ConsentNotice)

@Resolver(() => ConsentNotice)
export class ConsentNoticeResolver {
  @Allow('notice.read')
  @Query(() => ConsentNoticeList, { description: 'The editions of the notice, the latest first.' })
  consentNotices(@Ctx() ctx: Context, @Arg('filter', () => ConsentNoticeFilter, { defaultValue: {} }) filter: ConsentNoticeFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const rules = { inForce: (rows: { where(sql: string, ...values: string[]): unknown }, wanted: boolean) => rows.where(wanted ? 'it.fromOn <= ?' : 'it.fromOn > ?', ctx.today) }
    return new ConsentNoticeList(search(ctx, ConsentNotice, { filter, sort: { field: 'FROM_ON', order: Order.DESC }, rules }), page)
  }

  @Allow('notice.read')
  @Query(() => ConsentNotice, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  consentNotice(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<ConsentNotice> {
    return ctx.store.get(ConsentNotice, id)
  }

  @Allow('notice.write')
  @Mutation(() => ConsentNotice, { description: 'Words the notice anew, from a day on. Refuses with INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  createConsentNotice(@Ctx() ctx: Context, @Arg('input', () => ConsentNoticeInput) input: ConsentNoticeInput): Promise<ConsentNotice> {
    return createConsentNotice(ctx, input)
  }

  @Allow('notice.write')
  @Mutation(() => ConsentNotice, { description: 'Changes a wording that has not come into force yet. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, DUPLICATE.' })
  updateConsentNotice(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ConsentNoticeInput) input: ConsentNoticeInput): Promise<ConsentNotice> {
    return updateConsentNotice(ctx, id, version, input)
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has come into force, and so is never changed.' })
  inForce(@Root() { fromOn }: ConsentNotice, @Ctx() { today }: Context): boolean {
    return fromOn <= today
  }
}

export const ConsentNoticeHistory = historyOf(ConsentNotice)
