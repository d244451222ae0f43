import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow, ANYONE } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { Paced } from '../../kernel/throttle'
import { Volunteer } from '../volunteers/Volunteer'
import { Certificate, CertificateState } from './Certificate'
import { CertificateAction, certificateWorkflow } from './certificateWorkflow'
import { approveCertificate, rejectCertificate } from './decideCertificate'
import { CertificateApproval, CertificateFilter, CertificateInput, CertificateSealing, CertificateSort } from './inputs'
import { requestCertificate } from './requestCertificate'
import { issueCertificate, revokeCertificate } from './sealCertificate'
import { searchCertificates } from './searchCertificates'
import { CHECKING, verifyCertificate } from './verifyCertificate'

const CertificateList = listOf(Certificate)

/** What anybody who holds the paper may learn of it: no name. */
@ObjectType({ description: 'What anybody who holds the paper may learn of it: no name.' })
class CertificateCheck {
  @Field() number: string
  @Field(() => Day) from: string
  @Field(() => Day) to: string
  @Field(() => Int) minutes: number
  @Field(() => CertificateState) state: CertificateState
  @Field(() => Day, { nullable: true }) sealedOn: string | null
}

@Resolver(() => Certificate)
export class CertificateResolver {
  @Allow('certificate.read')
  @Query(() => CertificateList, { description: 'The certificates within reach.' })
  certificates(@Ctx() ctx: Context, @Arg('filter', () => CertificateFilter, { defaultValue: {} }) filter: CertificateFilter, @Arg('sort', () => CertificateSort, { nullable: true }) sort: CertificateSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new CertificateList(searchCertificates(ctx, filter, sort), page)
  }

  @Allow('certificate.read')
  @Query(() => Certificate, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  certificate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Certificate> {
    return ctx.store.get(Certificate, id)
  }

  @Allow(ANYONE)
  @Paced(CHECKING)
  @Query(() => CertificateCheck, { nullable: true, description: 'Checks a paper by its number and check code; null where they do not fit. Refuses with LIMITED.' })
  async verifyCertificate(@Ctx() ctx: Context, @Arg('number', () => String) number: string, @Arg('checkCode', () => String) checkCode: string): Promise<CertificateCheck | null> {
    const found = await verifyCertificate(ctx, number, checkCode)
    return found && { number: found.number!, from: found.from, to: found.to, minutes: found.content!.minutes, state: found.state, sealedOn: found.sealedOn }
  }

  @Allow('certificate.request')
  @Mutation(() => Certificate, { description: 'Asks for a record of service over a span of days. Refuses with NOT_FOUND, INVALID, DUPLICATE, IDEMPOTENCY_KEY_REUSED.' })
  requestCertificate(@Ctx() ctx: Context, @Arg('input', () => CertificateInput) input: CertificateInput): Promise<Certificate> {
    return requestCertificate(ctx, input)
  }

  @Allow('certificate.approve')
  @Mutation(() => Certificate, { description: 'Approves what somebody else asked for; what the ledger says now is frozen. Refuses with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, INELIGIBLE, INVALID.' })
  approveCertificate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => CertificateApproval) input: CertificateApproval): Promise<Certificate> {
    return approveCertificate(ctx, id, version, input)
  }

  @Allow('certificate.approve')
  @Mutation(() => Certificate, { description: 'Turns a request down. Refuses with NOT_FOUND, STALE, WRONG_STATE, SELF_APPROVAL, INVALID.' })
  rejectCertificate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Certificate> {
    return rejectCertificate(ctx, id, version, reason)
  }

  @Allow('certificate.seal')
  @Mutation(() => Certificate, { description: 'Says that the paper has been sealed and given out. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  issueCertificate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => CertificateSealing) input: CertificateSealing): Promise<Certificate> {
    return issueCertificate(ctx, id, version, input)
  }

  @Allow('certificate.seal')
  @Mutation(() => Certificate, { description: 'Revokes a paper that should not stand. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  revokeCertificate(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Certificate> {
    return revokeCertificate(ctx, id, version, reason)
  }

  @FieldResolver(() => Volunteer)
  async volunteer(@Root() certificate: Certificate, @Ctx() ctx: Context): Promise<Volunteer> {
    return (await ctx.store.follow(Volunteer, certificate.volunteerId))!
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @FieldResolver(() => [CertificateAction], { description: 'What is open to you now.' })
  openActions(@Root() certificate: Certificate, @Ctx() { actor, today }: Context): CertificateAction[] {
    const decides = [CertificateAction.APPROVE, CertificateAction.REJECT]
    return certificateWorkflow.open(certificate, actor).filter(action => (decides.includes(action) ? !certificate.isOwnOf(actor) : action !== CertificateAction.ISSUE || !certificate.isOnDisplay(today)))
  }
}

export const CertificateHistory = historyOf(Certificate)
