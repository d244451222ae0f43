import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page, search } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { SquadInput, SquadProposalFilter } from './inputs'
import { moveSquad } from './moveSquad'
import { proposeSquad } from './proposeSquad'
import { SquadProposal } from './SquadProposal'
import { isBarred, SquadAction, squadWorkflow } from './squadWorkflow'
import { Team } from './Team'
import { explainVillage, type VillageGap, villagesWithout } from './villagesWithout'
import { VillageNote } from './VillageNote'

const SquadProposalList = listOf(SquadProposal)

@Resolver(() => SquadProposal)
export class SquadResolver {
  @Allow('team.read')
  @Query(() => SquadProposalList, { description: 'The proposals of squads within reach, the latest first.' })
  squadProposals(@Ctx() ctx: Context, @Arg('filter', () => SquadProposalFilter, { defaultValue: {} }) filter: SquadProposalFilter, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new SquadProposalList(search(ctx, SquadProposal, { filter }), page)
  }

  @Allow('team.read')
  @Query(() => SquadProposal, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  squadProposal(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<SquadProposal> {
    return ctx.store.get(SquadProposal, id)
  }

  @Allow('squad.propose')
  @Mutation(() => SquadProposal, { description: 'A village proposes a squad of its own. Refuses with INVALID, INELIGIBLE, DUPLICATE, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.' })
  proposeSquad(@Ctx() ctx: Context, @Arg('input', () => SquadInput) input: SquadInput): Promise<SquadProposal> {
    return proposeSquad(ctx, input)
  }

  @Allow('team.read')
  @Mutation(() => SquadProposal, { description: 'Checks, decides or takes back a proposal; approved it becomes a team in preparation. Refuses with NOT_FOUND, STALE, FORBIDDEN, WRONG_STATE, SELF_APPROVAL, INELIGIBLE, INVALID, DUPLICATE.' })
  moveSquad(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('action', () => SquadAction) action: SquadAction, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<SquadProposal> {
    return moveSquad(ctx, id, version, action, note ?? null)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Team, 'teamId', { nullable: true })
  team: Team | null

  @FieldResolver(() => [SquadAction], { description: 'What is open to you now.' })
  openActions(@Root() proposal: SquadProposal, @Ctx() ctx: Context): SquadAction[] {
    return squadWorkflow.open(proposal, ctx.actor).filter(action => !isBarred(proposal, action, ctx.actor))
  }
}

/** A village with neither team nor squad. */
@ObjectType({ description: 'A village with neither team nor squad.' })
class VillageWithout {
  @Field(() => Region) region: Region
  @Field(() => String, { nullable: true, description: 'Why, in the station’s words.' }) reason: string | null
  @Field(() => Day, { nullable: true }) notedOn: string | null
}

@ArgsType()
class ExplainArgs {
  @Field(() => RegionCode) regionCode: string
  @Field() @MaxLength(200) reason: string
}

@Resolver()
export class VillageResolver {
  @Allow('team.read')
  @Query(() => [VillageWithout], { description: 'The villages within reach with neither team nor squad.' })
  async villagesWithout(@Ctx() ctx: Context, @Arg('region', () => RegionCode, { nullable: true }) region: string | null): Promise<VillageWithout[]> {
    const gaps = await villagesWithout(ctx, region ?? null)
    return Promise.all(gaps.map(async ({ regionCode, reason, notedOn }: VillageGap) => ({ region: await regionOf(ctx, regionCode), reason, notedOn })))
  }

  @Allow('team.write')
  @Mutation(() => VillageNote, { description: 'Says why a village has neither team nor squad. Refuses with NOT_FOUND, INVALID.' })
  explainVillage(@Ctx() ctx: Context, @Args(() => ExplainArgs) { regionCode, reason }: ExplainArgs): Promise<VillageNote> {
    return explainVillage(ctx, regionCode, reason)
  }
}

export const SquadHistory = historyOf(SquadProposal)
