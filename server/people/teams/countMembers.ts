import type { Context } from '../../kernel/context'
import { Team } from './Team'

/** Counts a team's members anew, within the act that changed them, and wherever the actor's reach ends. */
export async function countMembers(ctx: Context, teamId: string): Promise<void> {
  const store = ctx.store.beyondReach
  const team = await store.hold(Team, teamId)
  const [row] = await store.sql(
    "SELECT COUNT(*) AS members, COALESCE(SUM(p.isVeteran), 0) AS veterans FROM memberships m JOIN volunteers v ON v.id = m.volunteerId JOIN persons p ON p.id = v.personId WHERE m.teamId = ? AND m.kind = 'HOME' AND m.state = 'ACTIVE' AND v.state IN ('ACTIVE','PAUSED')",
    [teamId],
  )
  team.memberCount = Number(row?.members ?? 0)
  team.veteranCount = Number(row?.veterans ?? 0)
  await store.save(team)
}
