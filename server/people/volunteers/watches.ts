import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { workingDaysBack } from '../../bureau/workingDays/workingDaysBack'
import { Team } from '../teams/Team'
import { Membership } from './Membership'
import { waitingDays } from './numbers'

/** A request to join a team has waited too long for its answer. */
export const joinWaiting = watchFor<Membership>({
  cause: 'JOIN_WAITING',
  type: Membership,
  stands: async ctx => ({ sql: "it.state = 'JOIN_REQUESTED' AND it.createdAt < ?", values: [await workingDaysBack(ctx, await setting(ctx, waitingDays))] }),
  opening: async (ctx, request) => {
    const team = await ctx.store.beyondReach.get(Team, request.teamId)
    return {
      kind: TaskKind.JOIN_WAITING, regionCode: team.regionCode, teamId: team.id, dueAt: endOf(ctx.today),
      title: `${team.name}有入队申请待答复`, titleEn: `A request to join ${team.name} waits for its answer`,
    }
  },
})
