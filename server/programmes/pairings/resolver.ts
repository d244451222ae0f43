import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { type Asked, AskedHere, Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { picturesOf } from '../../kernel/files'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Region } from '../../bureau/regions/Region'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { Volunteer } from '../../people/volunteers/Volunteer'
import { activatePairing } from './activatePairing'
import { acceptPairing, declinePairing } from './answerPairing'
import { changeHelpers } from './changeHelpers'
import { coverage, TownshipCoverage } from './coverage'
import { daysOverdue, isDueSoon, isOverdue } from './dueRule'
import { endPairing } from './endPairing'
import { handOverPairing } from './handOverPairing'
import { ActivatePairingInput, AgreementInput, EndPairingInput, HandOverPairingInput, PairElderInput, PairingFilter, PairingSort } from './inputs'
import { keepAgreement } from './keepAgreement'
import { pairElder } from './pairElder'
import { LIVE, Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'
import { pausePairing, resumePairing } from './pausePairing'
import { searchPairings } from './searchPairings'
import { suggestVolunteers, Suggestions } from './suggestVolunteers'
import { Visit } from './Visit'
import { VisitList } from './visitResolver'

const PairingList = listOf(Pairing)
const CHANGE = 'NOT_FOUND, FORBIDDEN, STALE, WRONG_STATE, INVALID'

/** Which pairing, in the version that was read. */
@ArgsType()
class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

/** As `Which`, with a remark. */
@ArgsType()
class WhichNoted extends Which {
  @Field(() => String, { nullable: true }) @MaxLength(300) note?: string | null
}

/** Pairings, as the schema names them. */
@Resolver(() => Pairing)
export class PairingResolver {
  @Allow('pairing.read')
  @Query(() => PairingList)
  pairings(@Ctx() ctx: Context, @Arg('filter', () => PairingFilter, { defaultValue: {} }) filter: PairingFilter, @Arg('sort', () => PairingSort, { nullable: true }) sort: PairingSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new PairingList(searchPairings(ctx, filter, sort), page)
  }

  @Allow('pairing.read')
  @Query(() => Pairing, { nullable: true })
  pairing(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @AskedHere() asked: Asked) {
    return ctx.store.get(Pairing, id, asked)
  }

  @Allow('pairing.suggest')
  @Query(() => Suggestions, { description: 'Whom to ask for an elder, ranked, with the reasons in words; and why others are not offered. Refuses with NOT_FOUND, CONSENT_MISSING, INVALID.' })
  suggestVolunteers(@Ctx() ctx: Context, @Arg('for', () => ID) beneficiaryId: string, @Arg('programme', () => ProgrammeCode) programme: ProgrammeCode, @Arg('most', () => Int, { defaultValue: 10 }) most: number) {
    return suggestVolunteers(ctx, beneficiaryId, programme, Math.max(1, Math.min(most, 50)))
  }

  @Allow('pairing.read')
  @Query(() => [TownshipCoverage], { description: 'By township: elders, those with a volunteer and without, and what is overdue.' })
  coverage(@Ctx() ctx: Context, @Arg('region', () => RegionCode, { nullable: true }) region: string | null, @Arg('programme', () => ProgrammeCode, { nullable: true }) programme: ProgrammeCode | null) {
    return coverage(ctx, region ?? null, programme ?? null)
  }

  @Allow('pairing.propose')
  @Mutation(() => Pairing, { description: 'Proposes a volunteer for an elder. Refuses with NOT_FOUND, CONSENT_MISSING, WRONG_STATE, INELIGIBLE, OVER_CAPACITY, DUPLICATE, INVALID.' })
  pairElder(@Ctx() ctx: Context, @Arg('input', () => PairElderInput) input: PairElderInput) {
    return pairElder(ctx, input)
  }

  @Allow('pairing.accept')
  @Mutation(() => Pairing, { description: `The volunteer says yes. Refuses with ${CHANGE}, INELIGIBLE.` })
  acceptPairing(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which) {
    return acceptPairing(ctx, id, version)
  }

  @Allow('pairing.accept')
  @Mutation(() => Pairing, { description: `The volunteer says no; it counts against nobody. Refuses with ${CHANGE}.` })
  declinePairing(@Ctx() ctx: Context, @Args(() => WhichNoted) { id, version, note }: WhichNoted) {
    return declinePairing(ctx, id, version, note ?? null)
  }

  @Allow('pairing.activate')
  @Mutation(() => Pairing, { description: `The first visit was made with somebody along; the clock runs. Refuses with ${CHANGE}, CONSENT_MISSING, INELIGIBLE, OVERLAP.` })
  activatePairing(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => ActivatePairingInput) input: ActivatePairingInput) {
    return activatePairing(ctx, id, version, input)
  }

  @Allow('pairing.activate')
  @Mutation(() => Pairing, { description: `Writes down the agreement anew, and puts pictures of the signed paper beside it. Refuses with ${CHANGE}.` })
  keepAgreement(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => AgreementInput) input: AgreementInput) {
    return keepAgreement(ctx, id, version, input)
  }

  @Allow('pairing.pause')
  @Mutation(() => Pairing, { description: `Visits rest; the days do not count. Refuses with ${CHANGE}.` })
  pausePairing(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('reason', () => String) reason: string) {
    return pausePairing(ctx, id, version, reason)
  }

  @Allow('pairing.pause')
  @Mutation(() => Pairing, { description: `Visits go on. Refuses with ${CHANGE}, CONSENT_MISSING, INELIGIBLE.` })
  resumePairing(@Ctx() ctx: Context, @Args(() => WhichNoted) { id, version, note }: WhichNoted) {
    return resumePairing(ctx, id, version, note ?? null)
  }

  @Allow('pairing.handOver')
  @Mutation(() => Pairing, { description: `Ends a pairing and proposes another volunteer, in one act; the answer is the new one. Refuses with ${CHANGE}, CONSENT_MISSING, INELIGIBLE, OVER_CAPACITY.` })
  handOverPairing(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => HandOverPairingInput) input: HandOverPairingInput) {
    return handOverPairing(ctx, id, version, input)
  }

  @Allow('pairing.end')
  @Mutation(() => Pairing, { description: `Ends a pairing, with its reason. Refuses with ${CHANGE}.` })
  endPairing(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('input', () => EndPairingInput) input: EndPairingInput) {
    return endPairing(ctx, id, version, input)
  }

  @Allow('pairing.propose')
  @Mutation(() => Pairing, { description: `Says who helps in a pairing. Refuses with ${CHANGE}, INELIGIBLE, OVER_CAPACITY.` })
  changeHelpers(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('helperIds', () => [ID]) helperIds: string[]) {
    return changeHelpers(ctx, id, version, helperIds)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Beneficiary, 'beneficiaryId')
  beneficiary: Beneficiary

  @Follows(() => [Volunteer], ['volunteerId', 'helperIds'], { description: 'The main volunteer first, then the helpers.' })
  volunteers: Volunteer[]

  @Follows(() => Visit, 'lastVisitId', { nullable: true, description: 'The last visit that was made.' })
  lastVisit: Visit | null

  @Follows(() => Pairing, 'predecessorId', { nullable: true, description: 'The pairing that was handed over to this one.' })
  predecessor: Pairing | null

  @Needs('id')
  @FieldResolver(() => [ID], { description: 'Pictures of the signed agreement, to be read at /files/:id.' })
  agreementIds(@Root() pairing: Pairing, @Ctx() ctx: Context) {
    return picturesOf(ctx, pairing)
  }

  @Needs('state', 'nextVisitOn')
  @FieldResolver(() => Boolean, { description: 'The due day has passed.' })
  overdue(@Root() pairing: Pairing, @Ctx() ctx: Context): boolean {
    return isOverdue(pairing, ctx.today)
  }

  @Needs('state', 'nextVisitOn', 'soonOn')
  @FieldResolver(() => Boolean, { description: 'Not overdue, but within the last part of the period.' })
  dueSoon(@Root() pairing: Pairing, @Ctx() ctx: Context): boolean {
    return isDueSoon(pairing, ctx.today)
  }

  @Needs('state', 'nextVisitOn')
  @FieldResolver(() => Int)
  daysOverdue(@Root() pairing: Pairing, @Ctx() ctx: Context): number {
    return daysOverdue(pairing, ctx.today)
  }

  @Needs('id')
  @FieldResolver(() => VisitList, { description: 'Its visits, latest first.' })
  visits(@Root() pairing: Pairing, @Ctx() ctx: Context, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    const query = ctx.store.beyondReach.query(Visit).where('it.pairingId = ?', pairing.id).orderBy('it.standsOn DESC, it.id DESC').asIndexed()
    return new VisitList(query, page)
  }

  @Needs('state', 'volunteerId')
  @FieldResolver(() => [PairingAction])
  openActions(@Root() pairing: Pairing, @Ctx() { actor }: Context): PairingAction[] {
    const own: PairingAction[] = [PairingAction.ACCEPT, PairingAction.DECLINE]
    return pairingWorkflow.open(pairing, actor).filter(action => !own.includes(action) || actor.reach.volunteerId === pairing.volunteerId)
  }
}

/** What this module adds to an elder. */
@Resolver(() => Beneficiary)
export class BeneficiaryPairingsResolver {
  @Needs('id')
  @FieldResolver(() => [Pairing], { description: 'Pairings of the elder within reach, latest first.' })
  async pairings(@Root() elder: Beneficiary, @Ctx() ctx: Context): Promise<Pairing[]> {
    return ctx.store.batch('Beneficiary.pairings', elder.id, async ids => {
      const rows = await ctx.store.query(Pairing).where('it.beneficiaryId IN (?)', ids).orderBy('it.id DESC').rows()
      return ids.map(id => rows.filter(row => row.beneficiaryId === id))
    })
  }

  @Needs('id')
  @FieldResolver(() => Day, { nullable: true, description: 'When the next visit is due; null while none is.' })
  async nextVisitOn(@Root() elder: Beneficiary, @Ctx() ctx: Context): Promise<string | null> {
    return ctx.store.batch('Beneficiary.nextVisitOn', elder.id, async ids => {
      const rows = await ctx.store.sql("SELECT beneficiaryId, MIN(nextVisitOn) AS due FROM pairings WHERE beneficiaryId IN (?) AND state = 'ACTIVE' GROUP BY beneficiaryId", [ids])
      const due = new Map(rows.map(row => [row.beneficiaryId as string, row.due as string | null]))
      return ids.map(id => due.get(id) ?? null)
    })
  }
}

/** What this module adds to a volunteer. */
@Resolver(() => Volunteer)
export class VolunteerPairingsResolver {
  @Needs('id')
  @FieldResolver(() => [Pairing], { description: 'Live pairings of the volunteer as the main one, within reach.' })
  async pairings(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Pairing[]> {
    return ctx.store.batch('Volunteer.pairings', volunteer.id, async ids => {
      const rows = await ctx.store.query(Pairing).where('it.volunteerId IN (?) AND it.state IN (?)', ids, [...LIVE]).orderBy('it.id').rows()
      return ids.map(id => rows.filter(row => row.volunteerId === id))
    })
  }
}

export const PairingHistory = historyOf(Pairing)
