import { setting } from '../../bureau/settings/defineSetting'
import { watchOne } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import type { Remark } from '../../kernel/store'
import { numbers } from './numbers'
import { RectifyCause, type Team, TeamState } from './Team'
import { TeamAction } from './teamWorkflow'
import { TeamStanding } from './TeamStanding'
import { teamWatches } from './watches'

/**
 * Saves a team that an act holds, and brings it in line with its own facts: below its minimum without an exemption it rectifies
 * by itself, and is active again by itself once the minimum is met, because the cause is a count and a state must not outlive its
 * cause. What the bureau put there by its own judgement, the bureau takes back. Writes down the standing, opens and closes tasks.
 */
export async function settleTeam(ctx: Context, team: Team, remark: Remark = {}): Promise<Team> {
  const store = ctx.store.beyondReach
  await store.save(team, remark)
  const short = !team.meetsMinimum() && !team.isExempt(ctx.today)
  if (short && team.state === TeamState.ACTIVE) {
    Object.assign(team, { state: TeamState.RECTIFYING, rectifyCause: RectifyCause.BELOW_MINIMUM, rectifyBy: addDays(ctx.today, await setting(ctx, numbers.rectifyDays)) })
    await store.save(team, { action: TeamAction.RECTIFY })
  } else if (!short && team.state === TeamState.RECTIFYING && team.rectifyCause === RectifyCause.BELOW_MINIMUM) {
    Object.assign(team, { state: TeamState.ACTIVE, rectifyCause: null, rectifyBy: null })
    await store.save(team, { action: TeamAction.RESTORE })
  }
  await keepStanding(ctx, team)
  for (const watch of teamWatches) await watchOne(ctx, watch, team.id)
  return team
}

/** Ends the running period where something of it has changed, and begins the next; several changes of one day are one. */
async function keepStanding(ctx: Context, team: Team): Promise<void> {
  const store = ctx.store.beyondReach
  const { tier, regionCode, state, memberCount, veteranCount, needsMonthly } = team
  const facts = { tier, regionCode, state, memberCount, veteranCount, needsMonthly, metMinimum: team.meetsMinimum() }
  const [running] = await store.holdAll(TeamStanding, 'it.teamId = ? AND it.untilOn IS NULL', team.id)
  if (running && (Object.keys(facts) as (keyof typeof facts)[]).every(key => running[key] === facts[key])) return
  if (running && running.sinceOn === ctx.today) {
    await store.save(Object.assign(running, facts))
    return
  }
  if (running) await store.save(Object.assign(running, { untilOn: ctx.today }))
  await store.save(TeamStanding.of({ teamId: team.id, ...facts, sinceOn: ctx.today, untilOn: null }))
}
