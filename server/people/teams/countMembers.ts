import type { Context } from '../../kernel/context'
import { defineTotal } from '../../kernel/totals'
import { settleTeam } from './settleTeam'
import { Team } from './Team'

/** Who counts as a member: whoever has the team for a home and has not left. */
const COUNTED = "m.kind = 'HOME' AND m.state = 'ACTIVE' AND v.state IN ('ACTIVE','PAUSED')"
const FROM = 'memberships m JOIN volunteers v ON v.id = m.volunteerId JOIN persons p ON p.id = v.personId'
/** The members of teams `it`, and the veterans among them, as the records have them now. */
export const MEMBERS = `(SELECT COUNT(*) FROM ${FROM} WHERE m.teamId = it.id AND ${COUNTED})`
export const VETERANS = `(SELECT COALESCE(SUM(p.isVeteran), 0) FROM ${FROM} WHERE m.teamId = it.id AND ${COUNTED})`

defineTotal('teams.memberCount', `SELECT it.id, it.memberCount AS kept, ${MEMBERS} AS counted FROM teams it`)
defineTotal('teams.veteranCount', `SELECT it.id, it.veteranCount AS kept, ${VETERANS} AS counted FROM teams it`)

/** Counts a team's members anew, within the act that changed them and wherever the actor's reach ends; the team's state follows the count. */
export async function countMembers(ctx: Context, teamId: string): Promise<Team> {
  const store = ctx.store.beyondReach
  const team = await store.hold(Team, teamId)
  const [row] = await store.sql(`SELECT ${MEMBERS} AS members, ${VETERANS} AS veterans FROM teams it WHERE it.id = ?`, [teamId])
  team.memberCount = Number(row!.members)
  team.veteranCount = Number(row!.veterans)
  return settleTeam(ctx, team)
}
