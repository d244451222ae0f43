import type { Context } from '../../kernel/context'
import type { Person } from '../persons/Person'
import type { VolunteerChange } from './inputs'
import { requestFirstTeams } from './memberships'
import { newVolunteer, nextNumbers } from './registerVolunteer'
import { type Volunteer, VolunteerSource } from './Volunteer'

/** Somebody new to the registry, whom the validators have passed, and what is said of them as a volunteer. */
export interface Newcomer {
  person: Person
  volunteer: VolunteerChange
  teamId: string | null
}

/**
 * Registers many newcomers at once, in their order, by the rules by which one is registered; for sheets. Where one of them
 * must be refused, by a unique number or by a team, all are: the caller then goes on one by one.
 */
export async function registerVolunteers(ctx: Context, newcomers: readonly Newcomer[]): Promise<Volunteer[]> {
  await ctx.store.saveNew(newcomers.map(one => one.person))
  const numbers = new Map<string, string[]>()
  for (const [banner, many] of countByBanner(newcomers)) numbers.set(banner, await nextNumbers(ctx, banner, many))
  const volunteers = newcomers.map(({ person, volunteer }) => newVolunteer(ctx, person, numbers.get(bannerOf(person))!.shift()!, volunteer, VolunteerSource.SHEET))
  await ctx.store.saveNew(volunteers)
  await requestFirstTeams(ctx, newcomers.flatMap(({ teamId }, index) => (teamId ? [{ volunteer: volunteers[index]!, teamId }] : [])))
  return volunteers
}

const bannerOf = (person: Person): string => person.regionCode.slice(0, 6)

/** How many numbers each banner is to give, the banners always in the same order so that two sheets do not wait for each other. */
function countByBanner(newcomers: readonly Newcomer[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { person } of newcomers) counts.set(bannerOf(person), (counts.get(bannerOf(person)) ?? 0) + 1)
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
}
