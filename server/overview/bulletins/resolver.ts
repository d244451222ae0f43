import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { Matches } from '../../kernel/inputRules'
import { type FilterRules, listOf, Page, search } from '../../kernel/lists'
import { Bulletin, BulletinContent, BulletinState } from './Bulletin'
import { drawBulletin } from './drawBulletin'
import { BulletinFilter, CorrectBulletinInput, IssueBulletinInput, MONTH } from './inputs'
import { correctBulletin, issueBulletin } from './issueBulletin'

const BulletinList = listOf(Bulletin)

/** Bulletins `it` in whose place another stands. */
const CORRECTED = 'EXISTS (SELECT 1 FROM bulletins later WHERE later.correctsId = it.id)'
const rules: FilterRules<BulletinFilter> = {
  year: (rows, year) => rows.where('it.month LIKE ?', `${year}-%`),
  state: (rows, states) => states.length === 1 && rows.where(states[0] === BulletinState.CORRECTED ? CORRECTED : `NOT ${CORRECTED}`),
}

@ArgsType()
class MonthAsked {
  @Field({ description: 'YYYY-MM; not one to come.' }) @Matches(MONTH) month: string
}

@Resolver(() => Bulletin)
export class BulletinResolver {
  @Allow('bulletin.read')
  @Query(() => BulletinList, { description: 'The bulletins that were issued, the latest first. Everybody in the house reads all of each.' })
  bulletins(@Ctx() ctx: Context, @Arg('filter', () => BulletinFilter, { defaultValue: {} }) filter: BulletinFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new BulletinList(search(ctx, Bulletin, { filter, rules }), page)
  }

  @Allow('bulletin.read')
  @Query(() => Bulletin, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  bulletin(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Bulletin> {
    return ctx.store.get(Bulletin, id)
  }

  @Allow('bulletin.issue')
  @Query(() => BulletinContent, { description: 'What the bulletin of a month would say now. Refuses with INVALID.' })
  bulletinDraft(@Ctx() ctx: Context, @Args(() => MonthAsked) { month }: MonthAsked): Promise<BulletinContent> {
    return drawBulletin(ctx, month)
  }

  @Allow('bulletin.issue')
  @Mutation(() => Bulletin, { description: 'Issues the bulletin of a month, its figures frozen. Refuses with INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  issueBulletin(@Ctx() ctx: Context, @Arg('input', () => IssueBulletinInput) input: IssueBulletinInput): Promise<Bulletin> {
    return issueBulletin(ctx, input)
  }

  @Allow('bulletin.issue')
  @Mutation(() => Bulletin, { description: 'Issues a month’s figures anew in place of a bulletin that was wrong. Refuses with NOT_FOUND, INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  correctBulletin(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('input', () => CorrectBulletinInput) input: CorrectBulletinInput): Promise<Bulletin> {
    return correctBulletin(ctx, id, input)
  }

  @FieldResolver(() => BulletinState)
  async state(@Root() bulletin: Bulletin, @Ctx() ctx: Context): Promise<BulletinState> {
    return (await this.correctedBy(bulletin, ctx)) ? BulletinState.CORRECTED : BulletinState.STANDING
  }

  @FieldResolver(() => Bulletin, { nullable: true, description: 'The one in whose place it stands.' })
  corrects(@Root() bulletin: Bulletin, @Ctx() { store }: Context): Promise<Bulletin | null> {
    return store.follow(Bulletin, bulletin.correctsId)
  }

  @FieldResolver(() => Bulletin, { nullable: true, description: 'The one that stands in its place.' })
  async correctedBy(@Root() { id }: Bulletin, @Ctx() { store }: Context): Promise<Bulletin | null> {
    return (await store.parts(Bulletin, 'correctsId', id))[0] ?? null
  }
}

export const BulletinHistory = historyOf(Bulletin)
