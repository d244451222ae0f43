import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { workingDaysBack } from '../../bureau/workingDays/workingDaysBack'
import { waitingDays } from '../volunteers/numbers'
import { VolunteerApplication } from './VolunteerApplication'

/** An application has waited too long for its answer. */
export const applicationWaiting = watchFor<VolunteerApplication>({
  cause: 'APPLICATION_WAITING',
  type: VolunteerApplication,
  stands: async ctx => ({ sql: "it.state = 'RECEIVED' AND it.createdAt < ?", values: [await workingDaysBack(ctx, await setting(ctx, waitingDays))] }),
  opening: (ctx, { regionCode, number }) => ({
    kind: TaskKind.APPLICATION_WAITING, regionCode, dueAt: endOf(ctx.today), title: `志愿者申请 ${number} 待审核`, titleEn: `The application ${number} waits for its answer`,
  }),
})
