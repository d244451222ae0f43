import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { addDays } from '../../kernel/days'
import { numbers } from './numbers'
import { AT_WORK, IS_LED, MEETS_MINIMUM, RectifyCause, Team } from './Team'

const shortOf = ({ memberMin, minBasis, memberCount, veteranCount }: Team): [have: number, must: number] => [minBasis === 'VETERAN' ? veteranCount : memberCount, memberMin]

/** A team has too few members, and no exemption: it is to find more by the day it was given. */
export const belowMinimum = watchFor<Team>({
  cause: 'BELOW_MINIMUM',
  type: Team,
  stands: () => ({ sql: 'it.state = ? AND it.rectifyCause = ?', values: ['RECTIFYING', RectifyCause.BELOW_MINIMUM] }),
  opening: (ctx, team) => {
    const [have, must] = shortOf(team)
    return {
      kind: TaskKind.TEAM_BELOW_MINIMUM, regionCode: team.regionCode, teamId: team.id, dueAt: endOf(team.rectifyBy ?? ctx.today),
      title: `${team.name}人数不足（${have}/${must}），请在期限内补足`, titleEn: `${team.name} has ${have} of the ${must} it must have`,
    }
  },
})

/** A team at work is led by nobody who may lead it. */
export const leaderless = watchFor<Team>({
  cause: 'NO_LEADER',
  type: Team,
  stands: () => ({ sql: `${AT_WORK} AND NOT ${IS_LED}`, values: [] }),
  opening: async (ctx, team) => ({
    kind: TaskKind.TEAM_NO_LEADER, regionCode: team.regionCode, teamId: team.id, dueAt: endOf(addDays(ctx.today, await setting(ctx, numbers.leaderDays))),
    title: `${team.name}没有在岗的队长，请推选`, titleEn: `${team.name} has no leader on duty: choose one`,
  }),
})

/** An exemption ends soon, and the team still needs it. */
export const exemptionEnding = watchFor<Team>({
  cause: 'EXEMPTION_ENDING',
  type: Team,
  stands: async ctx => ({ sql: `it.state = 'ACTIVE' AND it.exemptUntil BETWEEN ? AND ? AND NOT (${MEETS_MINIMUM})`, values: [ctx.today, addDays(ctx.today, await setting(ctx, numbers.exemptionAlertDays))] }),
  opening: (_, team) => ({
    kind: TaskKind.EXEMPTION_ENDING, regionCode: team.regionCode, teamId: team.id, dueAt: endOf(team.exemptUntil!),
    title: `${team.name}的人数豁免 ${team.exemptUntil} 到期`, titleEn: `The exemption of ${team.name} ends on ${team.exemptUntil}`,
  }),
})

/** What is watched of a team. */
export const teamWatches = [belowMinimum, leaderless, exemptionEnding] as const
