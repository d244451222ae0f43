import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { workingDaysBack } from '../../bureau/workingDays/workingDaysBack'
import { addDays } from '../../kernel/days'
import { Team } from '../teams/Team'
import { Membership } from './Membership'
import { waitingDays } from './numbers'
import { Volunteer } from './Volunteer'

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

/** A pause has come to the end that was named for it: somebody asks whether the volunteer comes back (条例 25: nobody is put back to serve unasked). */
export const pauseOver = watchFor<Volunteer>({
  cause: 'PAUSE_OVER',
  type: Volunteer,
  stands: ctx => ({ sql: "it.state = 'PAUSED' AND it.pausedUntil < ?", values: [ctx.today] }),
  opening: (ctx, volunteer) => ({
    kind: TaskKind.PAUSE_OVER, regionCode: volunteer.regionCode, teamId: volunteer.teamId, personId: volunteer.personId, dueAt: endOf(addDays(ctx.today, 3)),
    title: `暂停服务至 ${volunteer.pausedUntil} 已到期，请问本人是否恢复`, titleEn: `A pause until ${volunteer.pausedUntil} is over: ask whether they come back`,
  }),
})
