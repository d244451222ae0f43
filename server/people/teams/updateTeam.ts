import { Station } from '../../bureau/stations/Station'
import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import type { TeamChange } from './inputs'
import { numbers } from './numbers'
import { settleTeam } from './settleTeam'
import { Team, TeamState } from './Team'

/** Changes a team's name, leader, deputies, parent, station or minimum. */
export async function updateTeam(ctx: Context, id: string, version: number, input: TeamChange): Promise<Team> {
  const team = await ctx.store.hold(Team, id, version)
  await writeTeam(ctx, team, input)
  return settleTeam(ctx, team)
}

/** Lays what a form says onto a team. */
export async function writeTeam(ctx: Context, team: Team, input: TeamChange): Promise<void> {
  if (input.name !== undefined) {
    if (!input.name?.trim()) throw new Invalid({ name: say('请填写队名。', 'Give the team a name.') })
    team.name = input.name.trim()
  }
  if (input.memberMin) team.memberMin = input.memberMin
  if (input.minBasis) team.minBasis = input.minBasis
  if (input.foundedOn !== undefined) {
    if (input.foundedOn && input.foundedOn > ctx.today) throw new Invalid({ foundedOn: say('成立日期不能晚于今天。', 'Not after today.') })
    team.foundedOn = input.foundedOn
  }
  if (typeof input.hasFlag === 'boolean') team.hasFlag = input.hasFlag
  if (typeof input.needsMonthly === 'boolean' && input.needsMonthly !== team.needsMonthly) {
    // The station that sees to the duty does not excuse from it.
    ctx.actor.mustBeAllowed('team.found')
    team.needsMonthly = input.needsMonthly
  }
  if (input.stationId !== undefined) await writeStation(ctx, team, input.stationId)
  if (input.parentId !== undefined) await writeParent(ctx, team, input.parentId)
  if (input.leaderId !== undefined) await writeLeader(ctx, team, input.leaderId)
  if (input.deputyIds !== undefined) await writeDeputies(ctx, team, input.deputyIds ?? [])
}

async function writeStation(ctx: Context, team: Team, stationId: string | null): Promise<void> {
  const station = stationId ? await ctx.store.beyondReach.query(Station).where('it.id = ?', stationId).first() : null
  if (stationId && (!station || !isWithin(team.regionCode, station.regionCode))) throw new Invalid({ stationId: say('服务站应在本队所在地或其上级。', 'The station’s division must contain the team’s.') })
  team.stationId = stationId
}

async function writeParent(ctx: Context, team: Team, parentId: string | null): Promise<void> {
  const parent = parentId ? await ctx.store.beyondReach.query(Team).where('it.id = ?', parentId).first() : null
  const fits = parent && parent.id !== team.id && parent.state !== TeamState.DISBANDED && parent.tier !== team.tier && isWithin(team.regionCode, parent.regionCode)
  if (parentId && !fits) throw new Invalid({ parentId: say('上级队伍应在上级行政区划内。', 'The parent’s division must contain this team’s.') })
  team.parentId = parentId
}

async function writeLeader(ctx: Context, team: Team, leaderId: string | null): Promise<void> {
  if (leaderId && !(await membersAmong(ctx, team, [leaderId], 'p.isVeteran = 1'))) throw new Invalid({ leaderId: say('队长须是本队在岗的退役军人志愿者。', 'The leader must be an active veteran of the team.') })
  team.leaderId = leaderId
  team.deputyIds = team.deputyIds.filter(id => id !== leaderId)
}

async function writeDeputies(ctx: Context, team: Team, given: readonly string[]): Promise<void> {
  const deputies = [...new Set(given)]
  const most = await setting(ctx, numbers.mostDeputies)
  if (deputies.length > most) throw new Invalid({ deputyIds: say(`副队长最多 ${most} 人。`, `At most ${most} deputies.`) })
  if (team.leaderId && deputies.includes(team.leaderId)) throw new Invalid({ deputyIds: say('队长不能兼任副队长。', 'The leader is not a deputy as well.') })
  if (deputies.length > 0 && !(await membersAmong(ctx, team, deputies))) throw new Invalid({ deputyIds: say('副队长应是本队在岗队员。', 'Deputies are active members of the team.') })
  team.deputyIds = deputies
}

/** Whether all of these volunteers are active home members of the team, and more where it is asked. */
async function membersAmong(ctx: Context, team: Team, ids: readonly string[], more = '1=1'): Promise<boolean> {
  const marks = ids.map(() => '?').join(',')
  const [row] = await ctx.store.sql(`SELECT COUNT(*) AS n FROM volunteers v JOIN persons p ON p.id = v.personId WHERE v.id IN (${marks}) AND v.teamId = ? AND v.state = 'ACTIVE' AND ${more}`, [...ids, team.id])
  return Number(row!.n) === ids.length
}
