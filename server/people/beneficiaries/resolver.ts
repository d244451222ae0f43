import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { Follows, found } from '../../kernel/follows'
import { ActorName, historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { RegionCode } from '../../kernel/scalars'
import { Person } from '../persons/Person'
import { assignCaseWorker } from './assignCaseWorker'
import { Beneficiary } from './Beneficiary'
import { BeneficiaryAction, beneficiaryWorkflow } from './beneficiaryWorkflow'
import { CaseWorker, caseWorkers } from './caseWorkers'
import { Consent } from './Consent'
import { Contact } from './Contact'
import { archiveContact, createContact, updateContact } from './contacts'
import { BeneficiaryState, ConsentPurpose, EndReason } from './enums'
import { endBeneficiary, pauseBeneficiary, reopenBeneficiary, resumeBeneficiary } from './endBeneficiary'
import { assessBeneficiary, gradeBeneficiary } from './gradeBeneficiary'
import { GradeChange } from './GradeChange'
import { AssessmentInput, BeneficiaryChange, BeneficiaryFilter, BeneficiaryInput, BeneficiarySort, ConsentInput, ContactInput, EndInput, GradeInput } from './inputs'
import { recordConsent, withdrawConsent } from './recordConsent'
import { registerBeneficiary, updateBeneficiary } from './registerBeneficiary'
import { searchBeneficiaries } from './searchBeneficiaries'

const BeneficiaryList = listOf(Beneficiary)

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @Allow('beneficiary.read')
  @Query(() => BeneficiaryList, { description: 'Those looked after, within reach.' })
  beneficiaries(@Ctx() ctx: Context, @Arg('filter', () => BeneficiaryFilter, { defaultValue: {} }) filter: BeneficiaryFilter, @Arg('sort', () => BeneficiarySort, { nullable: true }) sort: BeneficiarySort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new BeneficiaryList(searchBeneficiaries(ctx, filter, sort), page)
  }

  @Allow('beneficiary.read')
  @Query(() => Beneficiary, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  beneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Beneficiary> {
    return ctx.store.get(Beneficiary, id)
  }

  @Allow('beneficiary.register')
  @Mutation(() => Beneficiary, { description: 'Proposes somebody to be looked after. Refuses with INVALID, DUPLICATE, NOT_FOUND, WRONG_STATE, FORBIDDEN, IDEMPOTENCY_KEY_REUSED.' })
  registerBeneficiary(@Ctx() ctx: Context, @Arg('input', () => BeneficiaryInput) input: BeneficiaryInput): Promise<Beneficiary> {
    return registerBeneficiary(ctx, input)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Beneficiary, { description: 'Changes what is known of them. Refuses with INVALID, NOT_FOUND, STALE, FORBIDDEN.' })
  updateBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => BeneficiaryChange) input: BeneficiaryChange): Promise<Beneficiary> {
    return updateBeneficiary(ctx, id, version, input)
  }

  @Allow('beneficiary.grade')
  @Mutation(() => Beneficiary, { description: 'Records the assessment; with consent they then wait for a volunteer. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  assessBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => AssessmentInput) input: AssessmentInput): Promise<Beneficiary> {
    return assessBeneficiary(ctx, id, version, input)
  }

  @Allow('beneficiary.grade')
  @Mutation(() => Beneficiary, { description: 'Grades the risk anew, and with it how often they are visited. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  gradeBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => GradeInput) input: GradeInput): Promise<Beneficiary> {
    return gradeBeneficiary(ctx, id, version, input)
  }

  @Allow('beneficiary.consent')
  @Mutation(() => Beneficiary, { description: 'Records an agreement, or the legal ground in its place. Refuses with NOT_FOUND, INVALID, WRONG_STATE.' })
  recordConsent(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('input', () => ConsentInput) input: ConsentInput): Promise<Beneficiary> {
    return recordConsent(ctx, id, input)
  }

  @Allow('beneficiary.consent')
  @Mutation(() => Beneficiary, { description: 'Records that an agreement was taken back. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  withdrawConsent(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('purpose', () => ConsentPurpose, { defaultValue: ConsentPurpose.SERVICE }) purpose: ConsentPurpose, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<Beneficiary> {
    return withdrawConsent(ctx, id, version, purpose, note)
  }

  @Allow('beneficiary.assign')
  @Query(() => [CaseWorker], { description: 'The active case workers of an area, the least loaded first; of one’s own area unless said. Nothing for an area out of reach.' })
  caseWorkers(@Ctx() ctx: Context, @Arg('region', () => RegionCode, { nullable: true }) region: string | null): Promise<CaseWorker[]> {
    return caseWorkers(ctx, region ?? null)
  }

  @Allow('beneficiary.assign')
  @Mutation(() => Beneficiary, { description: 'Entrusts them to a case worker, or to nobody. Refuses with NOT_FOUND, STALE, INVALID.' })
  assignCaseWorker(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('caseWorkerId', () => ID, { nullable: true }) caseWorkerId: string | null): Promise<Beneficiary> {
    return assignCaseWorker(ctx, id, version, caseWorkerId ?? null)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Beneficiary, { description: 'Interrupts the care; nothing falls due meanwhile. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  pauseBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('note', () => String) note: string): Promise<Beneficiary> {
    return pauseBeneficiary(ctx, id, version, note)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Beneficiary, { description: 'Takes the care up again. Refuses with NOT_FOUND, STALE, WRONG_STATE.' })
  resumeBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<Beneficiary> {
    return resumeBeneficiary(ctx, id, version, note)
  }

  @Allow('beneficiary.end')
  @Mutation(() => Beneficiary, { description: 'Ends the care, with its reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  endBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => EndInput) input: EndInput): Promise<Beneficiary> {
    return endBeneficiary(ctx, id, version, input)
  }

  @Allow('beneficiary.end')
  @Mutation(() => Beneficiary, { description: 'Takes up somebody again who had left. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID.' })
  reopenBeneficiary(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('note', () => String) note: string): Promise<Beneficiary> {
    return reopenBeneficiary(ctx, id, version, note)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Contact, { description: 'Adds somebody to call. Refuses with NOT_FOUND, INVALID.' })
  createContact(@Ctx() ctx: Context, @Arg('beneficiaryId', () => ID) beneficiaryId: string, @Arg('input', () => ContactInput) input: ContactInput): Promise<Contact> {
    return createContact(ctx, beneficiaryId, input)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Contact, { description: 'Corrects somebody to call. Refuses with NOT_FOUND, STALE, INVALID.' })
  updateContact(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ContactInput) input: ContactInput): Promise<Contact> {
    return updateContact(ctx, id, version, input)
  }

  @Allow('beneficiary.write')
  @Mutation(() => Contact, { description: 'Takes somebody off the list of those to call. Refuses with NOT_FOUND, STALE.' })
  archiveContact(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Contact> {
    return archiveContact(ctx, id, version)
  }

  @Follows(() => Person, 'personId')
  person: Person

  @Follows(() => Region, 'regionCode')
  region: Region

  @Needs('caseWorkerId')
  @FieldResolver(() => String, { nullable: true, description: 'The case worker in charge, by name.' })
  async caseWorkerName(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): Promise<string | null> {
    return (await found(ActorName, ctx, beneficiary.caseWorkerId))?.name ?? null
  }

  @Needs('personId', 'person.birthYear', 'person.deceasedOn')
  @FieldResolver(() => Int, { nullable: true, description: 'Age by the year of birth.' })
  async age(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): Promise<number | null> {
    const { birthYear, deceasedOn } = beneficiary.person ?? (await ctx.store.follow(Person, beneficiary.personId))!
    return birthYear === null ? null : Number((deceasedOn ?? ctx.today).slice(0, 4)) - birthYear
  }

  @Needs('id')
  @FieldResolver(() => [Contact], { description: 'Whom to call.' })
  async contacts(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): Promise<Contact[]> {
    return (await ctx.store.parts(Contact, 'beneficiaryId', beneficiary.id)).filter(contact => !contact.archived)
  }

  @Needs('id')
  @FieldResolver(() => [GradeChange], { description: 'Every grading, the latest last.' })
  gradeChanges(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): Promise<GradeChange[]> {
    return ctx.store.parts(GradeChange, 'beneficiaryId', beneficiary.id)
  }

  @Needs('id')
  @FieldResolver(() => [Consent], { description: 'Every consent and legal ground, withdrawn ones too, the latest last.' })
  consents(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): Promise<Consent[]> {
    return ctx.store.parts(Consent, 'beneficiaryId', beneficiary.id)
  }

  @FieldResolver(() => [BeneficiaryAction], { description: 'What is open to you now.' })
  openActions(@Root() beneficiary: Beneficiary, @Ctx() ctx: Context): BeneficiaryAction[] {
    const open = beneficiaryWorkflow.open(beneficiary, ctx.actor)
    return beneficiary.state === BeneficiaryState.ENDED && beneficiary.endReason === EndReason.DIED ? [] : open
  }
}

export const BeneficiaryHistory = historyOf(Beneficiary)
