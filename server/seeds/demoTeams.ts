import { addDays } from '../kernel/days'
import { idAt } from '../kernel/entity'
import { counties } from '../bureau/regions/data'
import { SquadProposal, SquadState } from '../people/teams/SquadProposal'
import { MinimumBasis, RectifyCause, Team, TeamState, TeamTier } from '../people/teams/Team'
import { TeamStanding } from '../people/teams/TeamStanding'
import { VillageNote } from '../people/teams/VillageNote'
import { Membership, MembershipKind, MembershipState } from '../people/volunteers/Membership'
import { type Volunteer, VolunteerState } from '../people/volunteers/Volunteer'
import type { DemoPeople, Making } from './demoPeople'
import type { Random } from './random'

const county = counties['150525']
const SQUADS = 18
/** Where somebody waits for an answer, so that the demo's station and leader have something to do. */
const DEMO_TOWNSHIP = '150525101'
const REASONS = ['退役军人不足三人，正在摸排', '退役军人多在外务工，春节后再组织', '正在推选牵头人', '并入邻村队伍参加活动'] as const

const at = (day: string, hour = 9): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`)
const made = (instant: Date) => ({ id: idAt(instant), createdAt: instant, updatedAt: instant })
const short = (name: string): string => name.replace(/(村民委员会|村委会)$/, '村').replace(/(居民委员会|居委会)$/, '')
export const villagesOf = (township: string) => county.villages.filter(village => village.code.startsWith(township.slice(0, 9)))

/** One team of the banner, one a township, one a village with a station, and some squads. */
export function makeTeams({ teams }: DemoPeople, { random, today, stationVillages }: Making): void {
  const make = (tier: TeamTier, regionCode: string, name: string, parentId: string | null): Team => {
    const foundedOn = addDays(today, -random.int(400, 900))
    const squad = tier === TeamTier.SQUAD
    const team = Team.of({
      ...made(at(foundedOn)), code: squad ? `${regionCode}-S1` : `${regionCode}-${tier.charAt(0)}`, name, tier, regionCode, parentId, stationId: null, leaderId: null, deputyIds: [],
      memberMin: squad ? 3 : 10, minBasis: squad ? MinimumBasis.VETERAN : MinimumBasis.ALL, exemptUntil: null, exemptReason: null, state: TeamState.ACTIVE, rectifyCause: null, rectifyBy: null, foundedOn, memberCount: 0, veteranCount: 0,
      place: squad ? null : `${tier}/${regionCode}`,
    })
    teams.push(team)
    return team
  }
  const banner = make(TeamTier.BANNER, county.county.code, '奈曼旗退役军人志愿服务队', null)
  for (const township of county.townships) {
    const parent = make(TeamTier.TOWNSHIP, township.code, `${township.name}退役军人志愿服务队`, banner.id)
    for (const village of villagesOf(township.code)) {
      if (stationVillages.includes(village.code)) make(TeamTier.VILLAGE, village.code, `${short(village.name)}退役军人志愿服务队`, parent.id)
    }
  }
  const free = county.villages.filter(village => !stationVillages.includes(village.code))
  for (const village of random.some(free, SQUADS)) make(TeamTier.SQUAD, village.code, `${short(village.name)}志愿服务小分队`, teams.find(team => team.regionCode === `${village.code.slice(0, 9)}000`)?.id ?? null)
}

/** How many seats a team has: most have what they must, every ninth has lost some, squads have four. */
export const seatsOf = (team: Team, n: number): number => (team.tier === TeamTier.SQUAD ? 4 : n % 9 === 5 ? 8 : 11)

/** Every team knows how many it has, is led by one of its veterans but for a few, and remembers what it was. */
export function leadTeams(people: DemoPeople, { random, today }: Making): void {
  const veterans = new Set(people.persons.filter(person => person.isVeteran).map(person => person.id))
  people.teams.forEach((team, n) => {
    const members = people.volunteers.filter(volunteer => volunteer.teamId === team.id && volunteer.state !== VolunteerState.WITHDRAWN)
    const candidates = members.filter(volunteer => veterans.has(volunteer.personId) && volunteer.state === VolunteerState.ACTIVE)
    team.memberCount = members.length
    team.veteranCount = members.filter(volunteer => veterans.has(volunteer.personId)).length
    const leader = n % 17 === 8 || candidates.length === 0 ? null : random.pick(candidates)
    team.leaderId = leader?.id ?? null
    team.deputyIds = random.some(members.filter(volunteer => volunteer !== leader && volunteer.state === VolunteerState.ACTIVE), team.tier === TeamTier.SQUAD ? 0 : 1).map(volunteer => volunteer.id)
    people.standings.push(...pastOf(team, n, random, today))
  })
}

/** A year ago the members came; the team began to work some time after; a team that is short now has been so for some weeks. */
function pastOf(team: Team, n: number, random: Random, today: string): TeamStanding[] {
  const begun = addDays(today, team.tier === TeamTier.BANNER || team.tier === TeamTier.TOWNSHIP ? -360 : -random.int(30, 350))
  const fallen = addDays(today, -random.int(5, 25))
  const { memberCount, veteranCount, memberMin } = team
  if (!team.meetsMinimum()) fall(team, n, fallen)
  const met = { memberCount: Math.max(memberCount, memberMin), veteranCount: Math.max(veteranCount, team.minBasis === MinimumBasis.VETERAN ? memberMin : 0), metMinimum: true }
  const now = { memberCount, veteranCount, metMinimum: team.meetsMinimum() }
  const stages: [day: string, state: TeamState, facts: typeof met][] = [
    [team.foundedOn!, TeamState.PREPARING, { memberCount: 0, veteranCount: 0, metMinimum: false }],
    [addDays(today, -365), TeamState.PREPARING, team.meetsMinimum() ? now : met],
    [begun, TeamState.ACTIVE, team.meetsMinimum() ? now : met],
    ...(team.meetsMinimum() ? [] : [[fallen, team.state, now] as [string, TeamState, typeof met]]),
  ]
  return stages.map(([sinceOn, state, facts], stage) => TeamStanding.of({ ...made(at(sinceOn, 9 + stage)), teamId: team.id, tier: team.tier, regionCode: team.regionCode, sinceOn, untilOn: stages[stage + 1]?.[0] ?? null, state, ...facts }))
}

/** A team below its minimum rectifies, or is exempt for a while. */
function fall(team: Team, n: number, day: string): void {
  if (n % 2 === 0) Object.assign(team, { exemptUntil: addDays(day, 40), exemptReason: '队员冬季外出务工，返乡后补足' })
  else Object.assign(team, { state: TeamState.RECTIFYING, rectifyCause: RectifyCause.BELOW_MINIMUM, rectifyBy: addDays(day, 30) })
}

/** Who waits for an answer: newcomers who ask to join, members who ask to change teams; and who supports another team beside their own. */
export function makeRequests(people: DemoPeople, { random, today }: Making): void {
  const request = (volunteer: Volunteer, team: Team, day: string, more: Partial<Membership>): void => {
    people.memberships.push(Membership.of({
      ...made(at(day, random.int(8, 17))), volunteerId: volunteer.id, teamId: team.id, regionCode: volunteer.regionCode, kind: MembershipKind.HOME, state: MembershipState.JOIN_REQUESTED, from: null, to: null, reason: null, wish: null, fromTeamId: null, live: `HOME/${volunteer.id}`, ...more,
    }))
  }
  const townshipTeam = (regionCode: string): Team | undefined => people.teams.find(team => team.tier === TeamTier.TOWNSHIP && team.regionCode.slice(0, 9) === regionCode.slice(0, 9))
  for (const volunteer of people.volunteers.filter(each => each.state === VolunteerState.PENDING)) {
    const team = townshipTeam(volunteer.regionCode)
    if (team && random.chance(0.8)) request(volunteer, team, addDays(today, -random.int(0, 9)), {})
  }
  const settled = people.volunteers.filter(each => each.state === VolunteerState.ACTIVE && each.teamId)
  const near = settled.filter(each => each.regionCode.startsWith(DEMO_TOWNSHIP) && townshipTeam(each.regionCode)?.id !== each.teamId)
  for (const volunteer of [...random.some(near, 2), ...random.some(settled, 3)]) {
    const team = townshipTeam(volunteer.regionCode)
    if (!team || team.id === volunteer.teamId || people.memberships.some(each => each.live === `TRANSFER/${volunteer.id}`)) continue
    request(volunteer, team, addDays(today, -random.int(1, 8)), { wish: random.pick(['搬到镇上居住', '离镇队活动地点更近', '有驾驶特长，想参加镇队']), fromTeamId: volunteer.teamId, live: `TRANSFER/${volunteer.id}` })
  }
  for (const team of people.teams.filter(each => each.regionCode.startsWith(DEMO_TOWNSHIP) && each.tier === TeamTier.VILLAGE)) {
    const outsider = settled.find(each => each.teamId !== team.id && each.regionCode.startsWith(DEMO_TOWNSHIP) && !people.memberships.some(other => other.live === `${each.id}/${team.id}`))
    if (outsider) request(outsider, team, addDays(today, -2), { kind: MembershipKind.SUPPORT, wish: '愿意协助村队开展走访', live: `${outsider.id}/${team.id}` })
  }
  for (const volunteer of random.some(settled, 12)) {
    const team = townshipTeam(volunteer.regionCode)
    if (team && team.id !== volunteer.teamId && !people.memberships.some(each => each.live === `${volunteer.id}/${team.id}`)) request(volunteer, team, addDays(today, -120), { kind: MembershipKind.SUPPORT, state: MembershipState.ACTIVE, from: addDays(today, -118), live: `${volunteer.id}/${team.id}` })
  }
}

/** Villages that ask for a squad, at each stage, and the reasons why others have none. */
export function makeSquadWishes(people: DemoPeople, { random, today, stationVillages }: Making): { proposals: SquadProposal[]; notes: VillageNote[] } {
  const taken = new Set([...stationVillages, ...people.teams.map(team => team.regionCode)])
  const free = county.villages.filter(village => !taken.has(village.code))
  const states = [SquadState.PROPOSED, SquadState.CHECKED, SquadState.PROPOSED, SquadState.CHECKED, SquadState.DECLINED]
  const villages = [...free.filter(village => village.code.startsWith(DEMO_TOWNSHIP)).slice(0, 2), ...random.some(free.filter(village => !village.code.startsWith(DEMO_TOWNSHIP)), 3)]
  const proposals = villages.flatMap((village, n) => {
    const near = people.volunteers.filter(each => each.state === VolunteerState.ACTIVE && each.category === 'VETERAN' && each.regionCode.slice(0, 9) === village.code.slice(0, 9) && !people.teams.some(team => team.leaderId === each.id))
    const members = random.some(near, 3)
    if (members.length < 3) return []
    const state = states[n]!
    return [SquadProposal.of({
      ...made(at(addDays(today, -random.int(2, 12)))), regionCode: village.code, name: `${short(village.name)}志愿服务小分队`, leaderId: members[0]!.id, memberIds: members.map(each => each.id), reason: '村里没有服务站，退役军人愿意牵头', state,
      decision: state === SquadState.DECLINED ? '与邻村小分队合并组织更合适' : state === SquadState.CHECKED ? '情况属实' : null, proposedById: 'SYSTEM', checkedById: null, teamId: null, openIn: state === SquadState.DECLINED ? null : village.code,
    })]
  })
  const notes = random.some(free, 60).map(village => VillageNote.of({ ...made(at(addDays(today, -random.int(10, 90)))), regionCode: village.code, reason: random.pick(REASONS), notedOn: addDays(today, -random.int(10, 90)) }))
  return { proposals, notes }
}
