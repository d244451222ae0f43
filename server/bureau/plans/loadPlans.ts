import type { Context } from '../../kernel/context'
import { Region } from '../regions/Region'
import { Plan, PlanTarget, TargetSubject } from './Plan'

/** Loads the plan of 2022 (奈退役军人发〔2022〕12号), where there is none yet. */
export async function loadPlans(ctx: Context): Promise<void> {
  if (await ctx.store.query(Plan).exists()) return
  const villages = await ctx.store.query(Region).where('it.needsSquad = 1').count()
  await ctx.transact('loadPlans', async inner => {
    const plan = await inner.store.save(Plan.of({
      year: 2022, title: '2022年奈曼旗退役军人志愿服务工作方案', documentNo: '奈退役军人发〔2022〕12号', issuedOn: '2022-03-28', reportDueOn: '2022-04-15', activitiesMonthly: 1, teamMinimum: 10, squadVeterans: 3,
    }))
    const targets: [TargetSubject, number, string | null][] = [
      [TargetSubject.BANNER_TEAMS, 1, '2022-03-28'],
      [TargetSubject.TOWNSHIP_TEAMS, 16, '2022-03-28'],
      [TargetSubject.VILLAGE_TEAMS, 27, '2022-04-10'],
      [TargetSubject.SQUADS, villages - 27, null],
    ]
    for (const [subject, number, dueOn] of targets) await inner.store.save(PlanTarget.of({ planId: plan.id, subject, number, dueOn }))
  })
}
