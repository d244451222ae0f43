import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { regionOf } from '../../bureau/regions/regionOf'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { activateTeam, exemptTeam } from './activateTeam'
import { createTeam } from './createTeam'
import { TeamChange, TeamFilter, TeamInput, TeamSort } from './inputs'
import { moveTeam } from './moveTeam'
import { raiseSquad } from './raiseSquad'
import { searchTeams } from './searchTeams'
import { IS_LED, Team, TeamTier } from './Team'
import { TeamStanding } from './TeamStanding'
import { TeamAction, teamWorkflow } from './teamWorkflow'
import { updateTeam } from './updateTeam'

const TeamList = listOf(Team)

@Resolver(() => Team)
export class TeamResolver {
  @Allow('team.read')
  @Query(() => TeamList, { description: 'The teams within reach.' })
  teams(@Ctx() ctx: Context, @Arg('filter', () => TeamFilter, { defaultValue: {} }) filter: TeamFilter, @Arg('sort', () => TeamSort, { nullable: true }) sort: TeamSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new TeamList(searchTeams(ctx, filter, sort), page)
  }

  @Allow('team.read')
  @Query(() => Team, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  team(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Team> {
    return ctx.store.get(Team, id)
  }

  @Allow('team.write')
  @Mutation(() => Team, { description: 'Puts a team in preparation. Refuses with INVALID, DUPLICATE, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.' })
  createTeam(@Ctx() ctx: Context, @Arg('input', () => TeamInput) input: TeamInput): Promise<Team> {
    return createTeam(ctx, input)
  }

  @Allow('team.write')
  @Mutation(() => Team, { description: 'Changes name, leader, deputies, parent or minimum. Refuses with INVALID, NOT_FOUND, STALE.' })
  updateTeam(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => TeamChange) input: TeamChange): Promise<Team> {
    return updateTeam(ctx, id, version, input)
  }

  @Allow('team.found')
  @Mutation(() => Team, { description: 'Activates a team led by an active veteran of its own, with its minimum or an exemption. Refuses with NOT_FOUND, STALE, WRONG_STATE, INELIGIBLE, INVALID.' })
  activateTeam(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('exemptUntil', () => Day, { nullable: true }) exemptUntil: string | null, @Arg('exemptReason', () => String, { nullable: true }) exemptReason: string | null): Promise<Team> {
    return activateTeam(ctx, id, version, exemptUntil ? { until: exemptUntil, reason: exemptReason ?? '' } : null)
  }

  @Allow('team.found')
  @Mutation(() => Team, { description: 'Lets a team be below its minimum until a day, for a reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INELIGIBLE, INVALID.' })
  exemptTeam(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('exemptUntil', () => Day) until: string, @Arg('exemptReason', () => String) reason: string): Promise<Team> {
    return exemptTeam(ctx, id, version, { until, reason })
  }

  @Allow('team.found')
  @Mutation(() => Team, { description: 'Makes a squad the team of its village, where a station was founded. Refuses with NOT_FOUND, STALE, WRONG_STATE, INELIGIBLE, INVALID, DUPLICATE.' })
  raiseSquad(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('name', () => String) name: string): Promise<Team> {
    return raiseSquad(ctx, id, version, name)
  }

  @Allow('team.found')
  @Mutation(() => Team, { description: 'Moves a team to another state, with a reason. Refuses with NOT_FOUND, STALE, WRONG_STATE, INELIGIBLE, INVALID.' })
  moveTeam(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('action', () => TeamAction) action: TeamAction, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<Team> {
    return moveTeam(ctx, id, version, action, note)
  }

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Team, 'parentId', { nullable: true })
  parent: Team | null

  @FieldResolver(() => Boolean, { description: 'Whether it has the members it must have.' })
  meetsMinimum(@Root() team: Team): boolean {
    return team.meetsMinimum()
  }

  @FieldResolver(() => Boolean, { description: 'Whether an active veteran of its own leads it.' })
  led(@Root() team: Team, @Ctx() ctx: Context): Promise<boolean> {
    return ctx.store.batch('Team.led', team.id, async ids => {
      const rows = await ctx.store.sql(`SELECT it.id FROM teams it WHERE it.id IN (${ids.map(() => '?').join(',')}) AND ${IS_LED}`, [...ids])
      const led = new Set(rows.map(row => row.id as string))
      return ids.map(id => led.has(id))
    })
  }

  @FieldResolver(() => [TeamStanding], { description: 'What it was, period by period, the latest last.' })
  standings(@Root() team: Team, @Ctx() ctx: Context): Promise<TeamStanding[]> {
    return ctx.store.parts(TeamStanding, 'teamId', team.id, 'it.sinceOn, it.id')
  }

  @FieldResolver(() => [TeamAction], { description: 'What is open to you now.' })
  async openActions(@Root() team: Team, @Ctx() ctx: Context): Promise<TeamAction[]> {
    const raisable = team.tier === TeamTier.SQUAD && (await regionOf(ctx, team.regionCode)).hasStation
    return teamWorkflow.open(team, ctx.actor).filter(action => (action !== TeamAction.RAISE || raisable) && (action !== TeamAction.EXEMPT || !team.meetsMinimum()) && (action !== TeamAction.RESTORE || team.meetsMinimum() || team.isExempt(ctx.today)))
  }
}

export const TeamHistory = historyOf(Team)
