import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { noticeOf, presentNotice } from '../../bureau/consentNotices/presentNotice'
import { Region } from '../../bureau/regions/Region'
import { setting } from '../../bureau/settings/defineSetting'
import { Allow, ANYONE, ReceiptOf } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { NotFound } from '../../kernel/errors'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page, search } from '../../kernel/lists'
import { SameForEverybody } from '../../kernel/publicAnswers'
import { DateTime, Day } from '../../kernel/scalars'
import { clientOf, Paced } from '../../kernel/throttle'
import { Person } from '../persons/Person'
import { teamOfResidence, TeamChoice } from '../volunteers/nearestTeams'
import { ApplicationAction, applicationWorkflow } from './applicationWorkflow'
import { applyAsVolunteer } from './applyAsVolunteer'
import { AcceptInput, ApplicationInput, VolunteerApplicationFilter } from './inputs'
import { numbers } from './numbers'
import { acceptApplication, declineApplication } from './reviewApplication'
import { VolunteerApplication } from './VolunteerApplication'

const VolunteerApplicationList = listOf(VolunteerApplication)

/** What an applicant is told: a number to ask by, and nothing of what is known. */
@ObjectType({ description: 'What an applicant is told: a number to ask by.' })
class ApplicationReceipt {
  @Field() number: string
  @Field(() => DateTime) createdAt: Date
}

/** What the public form has to show and to ask. */
@ObjectType({ description: 'What the public form has to show and to ask.' })
class ApplicationNotice {
  @Field() version: string
  @Field(() => Day, { description: 'Since when it is shown.' }) fromOn: string
  @Field() text: string
  @Field(() => Int) leastAge: number
  @Field(() => Int, { description: 'Below this age a guardian agrees as well.' }) ownConsentAge: number
}

@Resolver(() => VolunteerApplication)
export class ApplicationResolver {
  @Allow(ANYONE)
  @SameForEverybody()
  @Query(() => ApplicationNotice, { description: 'The notice that applicants agree to, in the language asked for: the present one, or an edition that somebody agreed to once. Refuses with NOT_FOUND, CONSENT_MISSING.' })
  async applicationNotice(@Ctx() ctx: Context, @Arg('version', () => String, { nullable: true }) version: string | null): Promise<ApplicationNotice> {
    const notice = version ? await noticeOf(ctx, version) : await presentNotice(ctx)
    if (!notice) throw new NotFound()
    const { edition, fromOn, textZh, textEn } = notice
    return { version: edition, fromOn, text: ctx.origin.locale === 'en' ? (textEn ?? textZh) : textZh, leastAge: await setting(ctx, numbers.leastAge), ownConsentAge: await setting(ctx, numbers.ownConsentAge) }
  }

  @Allow(ANYONE)
  @ReceiptOf('VolunteerApplication')
  @Paced({ by: ctx => clientOf(ctx.origin.ip), limit: async ctx => ({ tries: await setting(ctx, numbers.perHour), minutes: 60 }) })
  @Mutation(() => ApplicationReceipt, { description: 'Offers to serve, without an account. The answer is the same whether the applicant is known or not. Refuses with INVALID, CONSENT_MISSING, INELIGIBLE, LIMITED, IDEMPOTENCY_KEY_REUSED.' })
  applyAsVolunteer(@Ctx() ctx: Context, @Arg('input', () => ApplicationInput) input: ApplicationInput): Promise<VolunteerApplication> {
    return applyAsVolunteer(ctx, input)
  }

  @Allow('application.read')
  @Query(() => VolunteerApplicationList, { description: 'The applications within reach, the latest first.' })
  volunteerApplications(@Ctx() ctx: Context, @Arg('filter', () => VolunteerApplicationFilter, { defaultValue: {} }) filter: VolunteerApplicationFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new VolunteerApplicationList(search(ctx, VolunteerApplication, { filter }), page)
  }

  @Allow('application.read')
  @Query(() => VolunteerApplication, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  volunteerApplication(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<VolunteerApplication> {
    return ctx.store.get(VolunteerApplication, id)
  }

  @Allow('application.review')
  @Mutation(() => VolunteerApplication, { description: 'Accepts an application: the applicant is registered and asks for a team. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  acceptApplication(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => AcceptInput, { defaultValue: {} }) input: AcceptInput): Promise<VolunteerApplication> {
    return acceptApplication(ctx, id, version, input)
  }

  @Allow('application.review')
  @Mutation(() => VolunteerApplication, { description: 'Declines an application, with the reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  declineApplication(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<VolunteerApplication> {
    return declineApplication(ctx, id, version, reason)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @FieldResolver(() => TeamChoice, { nullable: true, description: 'The team of the applicant’s residence.' })
  teamOfResidence(@Root() application: VolunteerApplication, @Ctx() ctx: Context): Promise<TeamChoice | null> {
    return teamOfResidence(ctx, application.regionCode)
  }

  @FieldResolver(() => [Person], { description: 'Who within reach has the same number, or the same telephone and name.' })
  alike(@Root() application: VolunteerApplication, @Ctx() ctx: Context): Promise<Person[]> {
    const { idCardPrint, phonePrint } = application as unknown as Record<string, string | null>
    return ctx.store.query(Person).where("it.state <> 'MERGED' AND (it.idCardPrint = ? OR (it.phonePrint = ? AND it.name = ?))", idCardPrint ?? '-', phonePrint ?? '-', application.name).orderBy('it.id').limit(5).rows()
  }

  @FieldResolver(() => [ApplicationAction], { description: 'What is open to you now.' })
  openActions(@Root() application: VolunteerApplication, @Ctx() ctx: Context): ApplicationAction[] {
    return applicationWorkflow.open(application, ctx.actor)
  }
}

export const ApplicationHistory = historyOf(VolunteerApplication)
