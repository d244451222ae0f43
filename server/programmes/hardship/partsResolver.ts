import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Guarded } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { picturesOf } from '../../kernel/files'
import { Follows, found } from '../../kernel/follows'
import { ActorName } from '../../kernel/history'
import { isOpened, openedParts } from '../../kernel/opened'
import { Day, Decimal } from '../../kernel/scalars'
import { CaseContact } from './CaseContact'
import { CaseObjection } from './CaseObjection'
import { CaseSnapshot } from './CaseSnapshot'
import { CaseTransfer } from './CaseTransfer'
import { CaseState, MemberRelation } from './enums'
import { ExclusionCheck } from './ExclusionCheck'
import { type FrozenCase, thaw } from './freezeCase'
import { HardshipCase } from './HardshipCase'
import { HouseholdEconomy, HouseholdMember } from './Household'
import { Investigation } from './Investigation'

const NULL = 'Null where the case was not opened by `hardshipCase`.'

@ObjectType({ description: 'Somebody of the household as it stood at a decision.' })
class FrozenMember {
  @Field() name: string
  @Field(() => MemberRelation) relation: MemberRelation
  @Field(() => Int, { nullable: true }) age: number | null
  @Field(() => String, { nullable: true }) health: string | null
  @Field(() => String, { nullable: true }) work: string | null
}

@ObjectType({ description: 'How the household lived as it stood at a decision.' })
class FrozenEconomy {
  @Field(() => Day) askedOn: string
  @Field(() => Decimal, { nullable: true }) income: string | null
  @Field(() => String, { nullable: true }) incomeFrom: string | null
  @Field(() => Decimal, { nullable: true }) spending: string | null
  @Field(() => Decimal, { nullable: true }) medicalSpending: string | null
  @Field(() => String, { nullable: true }) housing: string | null
  @Field(() => String, { nullable: true }) otherAid: string | null
}

@ObjectType({ description: 'The household and the case as they stood at a decision; later changes do not change it.' })
class CaseSnapshotView {
  @Field(() => ID) id: string
  @Field(() => CaseState, { description: 'APPROVED or REFUSED.' }) outcome: CaseState
  @Field(() => Day) decidedOn: string
  @Field(() => Int) round: number
  @Field(() => ActorName, { nullable: true }) decider: ActorName | null
  @Field(() => String, { nullable: true }) causeText: string | null
  @Field(() => String, { nullable: true }) decisionReason: string | null
  @Field(() => Decimal, { nullable: true }) approvedAmount: string | null
  @Field(() => [FrozenMember]) members: FrozenCase['members']
  @Field(() => FrozenEconomy, { nullable: true }) economy: FrozenCase['economy']
}

/** What hangs on a case, for whoever opened it. */
@Resolver(() => HardshipCase)
export class CasePartsResolver {
  @FieldResolver(() => [HouseholdMember], { nullable: true, description: `Who lives there. ${NULL}` })
  async household(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<HouseholdMember[] | null> {
    const members = await openedParts(ctx, one, HouseholdMember, 'caseId')
    return members?.filter(member => !member.gone) ?? null
  }

  @FieldResolver(() => HouseholdEconomy, { nullable: true, description: `How they live. ${NULL}` })
  async economy(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<HouseholdEconomy | null> {
    return (await openedParts(ctx, one, HouseholdEconomy, 'caseId'))?.[0] ?? null
  }

  @FieldResolver(() => [Investigation], { nullable: true, description: `The looks at home, the first one first. ${NULL}` })
  investigations(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<Investigation[] | null> {
    return openedParts(ctx, one, Investigation, 'caseId')
  }

  @FieldResolver(() => [CaseContact], { nullable: true, description: `Contacts, the first one first. ${NULL}` })
  contacts(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<CaseContact[] | null> {
    return openedParts(ctx, one, CaseContact, 'caseId')
  }

  @FieldResolver(() => [CaseObjection], { nullable: true, description: `Objections, the first one first. ${NULL}` })
  objections(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<CaseObjection[] | null> {
    return openedParts(ctx, one, CaseObjection, 'caseId')
  }

  @FieldResolver(() => [CaseTransfer], { nullable: true, description: `Transfers, the first one first. ${NULL}` })
  transfers(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<CaseTransfer[] | null> {
    return openedParts(ctx, one, CaseTransfer, 'caseId')
  }

  @Guarded('case.exclusion')
  @FieldResolver(() => [ExclusionCheck], { nullable: true, description: `Grounds of exclusion that were looked up; for reviewers alone. ${NULL}` })
  exclusionChecks(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<ExclusionCheck[] | null> {
    return openedParts(ctx, one, ExclusionCheck, 'caseId')
  }

  @FieldResolver(() => [CaseSnapshotView], { nullable: true, description: `What stood at each decision, the first one first. ${NULL}` })
  async snapshots(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<CaseSnapshotView[] | null> {
    const snapshots = await openedParts(ctx, one, CaseSnapshot, 'caseId')
    return snapshots && Promise.all(snapshots.map(async snapshot => {
      const { case: frozen, members, economy } = thaw(snapshot)
      const { causeText, decisionReason, approvedAmount } = frozen
      return { id: snapshot.id, outcome: snapshot.outcome, decidedOn: snapshot.decidedOn, round: snapshot.round, decider: await found(ActorName, ctx, snapshot.deciderId), causeText, decisionReason, approvedAmount, members, economy }
    }))
  }

  @Follows(() => ActorName, 'transferToId', { nullable: true, description: 'The worker whom a transfer waits for.' })
  transferTo: ActorName | null

  @Follows(() => Region, 'transferRegion', { nullable: true, description: 'The division that a transfer waits for.' })
  transferToRegion: Region | null

  @FieldResolver(() => [ActorName], { nullable: true, description: `Who is related, and decides nothing in it. ${NULL}` })
  async recused(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<ActorName[] | null> {
    if (!isOpened(one)) return null
    return (await Promise.all(one.recusedIds.map(id => found(ActorName, ctx, id)))).filter(each => each !== null)
  }
}

@Resolver(() => Investigation)
export class InvestigationResolver {
  @Follows(() => [ActorName], 'investigatorIds')
  investigators: ActorName[]

  @FieldResolver(() => [ID], { description: 'Its pictures, to be read at /files/:id.' })
  photoIds(@Root() look: Investigation, @Ctx() ctx: Context): Promise<string[]> {
    return picturesOf(ctx, look)
  }
}

@Resolver(() => CaseContact)
export class CaseContactResolver {
  @Follows(() => ActorName, 'madeById', { nullable: true })
  madeBy: ActorName | null
}

@Resolver(() => CaseObjection)
export class CaseObjectionResolver {
  @Follows(() => ActorName, 'answeredById', { nullable: true })
  answeredBy: ActorName | null
}

@Resolver(() => CaseTransfer)
export class CaseTransferResolver {
  @Follows(() => ActorName, 'fromOwnerId', { nullable: true })
  from: ActorName | null

  @Follows(() => ActorName, 'toAccountId', { nullable: true })
  to: ActorName | null

  @FieldResolver(() => Region, { nullable: true })
  toRegion(@Root() transfer: CaseTransfer, @Ctx() ctx: Context): Promise<Region> | null {
    return transfer.toRegion ? regionOf(ctx, transfer.toRegion) : null
  }

  @Follows(() => ActorName, 'answeredById', { nullable: true })
  answeredBy: ActorName | null
}

@Resolver(() => ExclusionCheck)
export class ExclusionCheckResolver {
  @Follows(() => ActorName, 'checkedById', { nullable: true })
  checkedBy: ActorName | null
}
