import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Region } from '../../bureau/regions/Region'
import { setting } from '../../bureau/settings/defineSetting'
import { Allow } from '../../kernel/access'
import { Needs } from '../../kernel/asked'
import { Context } from '../../kernel/context'
import { ageOn } from '../../kernel/days'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { listOf, Page } from '../../kernel/lists'
import { Day } from '../../kernel/scalars'
import { Person } from '../persons/Person'
import { SquadProposal } from '../teams/SquadProposal'
import { Team } from '../teams/Team'
import { ActivateVolunteerInput, VolunteerChange, VolunteerFilter, VolunteerInput, VolunteerSort } from './inputs'
import { Membership } from './Membership'
import { activateVolunteer, moveVolunteer, recordScreening, updateVolunteer } from './moveVolunteer'
import { TeamChoice, teamOfResidence } from './nearestTeams'
import { maxLoad } from './numbers'
import { registerVolunteer } from './registerVolunteer'
import { searchVolunteers } from './searchVolunteers'
import { starsFor, starSteps } from './stars'
import { Volunteer } from './Volunteer'
import { openOn, VolunteerAction } from './volunteerWorkflow'

const VolunteerList = listOf(Volunteer)
const MOVES = 'Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, FORBIDDEN.'

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Allow('volunteer.read')
  @Query(() => VolunteerList, { description: 'The volunteers within reach.' })
  async volunteers(@Ctx() ctx: Context, @Arg('filter', () => VolunteerFilter, { defaultValue: {} }) filter: VolunteerFilter, @Arg('sort', () => VolunteerSort, { nullable: true }) sort: VolunteerSort | null, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new VolunteerList(await searchVolunteers(ctx, filter, sort), page)
  }

  @Allow('volunteer.read')
  @Query(() => Volunteer, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  volunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Volunteer> {
    return ctx.store.get(Volunteer, id)
  }

  @Allow('volunteer.register')
  @Mutation(() => Volunteer, { description: 'Registers somebody who offers to serve. Refuses with INVALID, DUPLICATE, NOT_FOUND, WRONG_STATE, IDEMPOTENCY_KEY_REUSED.' })
  registerVolunteer(@Ctx() ctx: Context, @Arg('input', () => VolunteerInput) input: VolunteerInput): Promise<Volunteer> {
    return registerVolunteer(ctx, input)
  }

  @Allow('volunteer.write')
  @Mutation(() => Volunteer, { description: 'Changes what a volunteer offers and wishes. Refuses with INVALID, DUPLICATE, NOT_FOUND, STALE.' })
  updateVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => VolunteerChange) input: VolunteerChange): Promise<Volunteer> {
    return updateVolunteer(ctx, id, version, input)
  }

  @Allow('volunteer.activate')
  @Mutation(() => Volunteer, { description: 'Makes a volunteer active: identity checked, in a team, agreed to the notice. Refuses with NOT_FOUND, STALE, WRONG_STATE, INELIGIBLE, INVALID, DUPLICATE.' })
  activateVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ActivateVolunteerInput, { defaultValue: {} }) input: ActivateVolunteerInput): Promise<Volunteer> {
    return activateVolunteer(ctx, id, version, input)
  }

  @Allow('volunteer.pause')
  @Mutation(() => Volunteer, { description: `Lets a volunteer pause; their pairings wait to be handed over. A leader pauses members of the team, and says until when. ${MOVES}` })
  pauseVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string, @Arg('pausedUntil', () => Day, { nullable: true }) pausedUntil: string | null): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.PAUSE, reason, pausedUntil)
  }

  @Allow('volunteer.pause')
  @Mutation(() => Volunteer, { description: `A paused volunteer is back. ${MOVES}` })
  resumeVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.RESUME, null)
  }

  @Allow('volunteer.write')
  @Mutation(() => Volunteer, { description: `A volunteer leaves; their pairings wait to be handed over. ${MOVES}` })
  withdrawVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.WITHDRAW, reason)
  }

  @Allow('volunteer.register')
  @Mutation(() => Volunteer, { description: `A volunteer who had left comes back, to be activated anew. ${MOVES}` })
  readmitVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.READMIT, null)
  }

  @Allow('volunteer.block')
  @Mutation(() => Volunteer, { description: `Bars somebody from serving, with the reason. ${MOVES}` })
  blockVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.BLOCK, reason)
  }

  @Allow('volunteer.block')
  @Mutation(() => Volunteer, { description: `Lifts a bar, with the reason; the volunteer is then activated anew. ${MOVES}` })
  unblockVolunteer(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<Volunteer> {
    return moveVolunteer(ctx, id, version, VolunteerAction.UNBLOCK, reason)
  }

  @Allow('volunteer.activate')
  @Mutation(() => Volunteer, { description: 'Records that the background was looked into. Refuses with NOT_FOUND, STALE, INVALID.' })
  recordScreening(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('screenedOn', () => Day) screenedOn: string, @Arg('note', () => String, { nullable: true }) note: string | null): Promise<Volunteer> {
    return recordScreening(ctx, id, version, screenedOn, note)
  }

  @Follows(() => Person, 'personId')
  person: Person

  @Follows(() => Region, 'regionCode')
  region: Region

  @Follows(() => Team, 'teamId', { nullable: true, description: 'The home team.' })
  team: Team | null

  @Needs('regionCode')
  @FieldResolver(() => TeamChoice, { nullable: true, description: 'The team of the volunteer’s residence: the village’s own, else the township’s.' })
  teamOfResidence(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<TeamChoice | null> {
    return teamOfResidence(ctx, volunteer.regionCode)
  }

  @Needs('maxLoad')
  @FieldResolver(() => Int, { description: 'How many elders the volunteer takes on at most: their own wish, within the bureau’s setting.' })
  async loadLimit(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<number> {
    const most = await setting(ctx, maxLoad)
    return Math.min(volunteer.maxLoad ?? most, most)
  }

  @Needs('totalMinutes')
  @FieldResolver(() => Int, { description: 'One to five stars, by confirmed hours; 0 is without.' })
  async stars(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<number> {
    return starsFor(volunteer.totalMinutes, await starSteps(ctx))
  }

  @Needs('personId', 'person.birthYear')
  @FieldResolver(() => Boolean, { description: 'Whether the volunteer is of age, by the year of birth where the day is sealed.' })
  async adult(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<boolean> {
    const person = volunteer.person ?? (await ctx.store.follow(Person, volunteer.personId))!
    return person.birthYear !== null && ageOn(`${person.birthYear}-12-31`, ctx.today) >= 18
  }

  @Needs('id')
  @FieldResolver(() => [Membership], { description: 'Every period in a team, the latest last.' })
  memberships(@Root() volunteer: Volunteer, @Ctx() ctx: Context): Promise<Membership[]> {
    return ctx.store.parts(Membership, 'volunteerId', volunteer.id)
  }

  @FieldResolver(() => [VolunteerAction], { description: 'What is open to you now.' })
  openActions(@Root() volunteer: Volunteer, @Ctx() ctx: Context): VolunteerAction[] {
    return openOn(volunteer, ctx.actor)
  }
}

@Resolver(() => Team)
export class TeamLeaderResolver {
  @Follows(() => Volunteer, 'leaderId', { nullable: true })
  leader: Volunteer | null

  @FieldResolver(() => [Volunteer], { description: 'The members who stand in for the leader.' })
  deputies(@Root() team: Team, @Ctx() ctx: Context): Promise<Volunteer[]> {
    return volunteersOf(ctx, team.deputyIds)
  }
}

@Resolver(() => SquadProposal)
export class SquadPeopleResolver {
  @Follows(() => Volunteer, 'leaderId', { nullable: true, description: 'Who is to lead it.' })
  leader: Volunteer | null

  @FieldResolver(() => [Volunteer], { description: 'Who is to join it.' })
  members(@Root() proposal: SquadProposal, @Ctx() ctx: Context): Promise<Volunteer[]> {
    return volunteersOf(ctx, proposal.memberIds)
  }
}

async function volunteersOf(ctx: Context, ids: readonly string[]): Promise<Volunteer[]> {
  const found = await Promise.all(ids.map(id => ctx.store.follow(Volunteer, id)))
  return found.filter(each => each !== null)
}

export const VolunteerHistory = historyOf(Volunteer)
