import { PlanTarget } from '../../bureau/plans/Plan'
import { RegionLevel } from '../../bureau/regions/Region'
import { regionsByCode } from '../../bureau/regions/regionOf'
import { setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { addDays } from '../../kernel/days'
import { numbers } from './numbers'

/** The teams that count towards a target `it` today: active, with the members they must have. */
const REACHED = "(SELECT COUNT(*) FROM team_standings s WHERE s.untilOn IS NULL AND s.state = 'ACTIVE' AND s.metMinimum = 1 AND s.tier = CASE it.subject WHEN 'BANNER_TEAMS' THEN 'BANNER' WHEN 'TOWNSHIP_TEAMS' THEN 'TOWNSHIP' WHEN 'VILLAGE_TEAMS' THEN 'VILLAGE' ELSE 'SQUAD' END)"
const WHAT = { BANNER_TEAMS: ['旗级服务队', 'banner teams'], TOWNSHIP_TEAMS: ['苏木乡镇服务队', 'township teams'], VILLAGE_TEAMS: ['嘎查村服务队', 'village teams'], SQUADS: ['小分队', 'squads'] } as const

/** A target of this year's plan is due soon, or was, and has not been reached. */
export const targetDue = watchFor<PlanTarget>({
  cause: 'PLAN_TARGET',
  type: PlanTarget,
  stands: async ctx => ({
    sql: `it.dueOn <= ? AND it.planId IN (SELECT p.id FROM plans p WHERE p.year = ?) AND ${REACHED} < it.number`,
    values: [addDays(ctx.today, await setting(ctx, numbers.targetAlertDays)), Number(ctx.today.slice(0, 4))],
  }),
  opening: async (ctx, { planId, subject, number, dueOn }) => {
    const banner = [...(await regionsByCode(ctx)).values()].find(region => region.level === RegionLevel.BANNER)
    return {
      kind: TaskKind.PLAN_TARGET, atEntity: 'Plan', atId: planId, regionCode: banner?.code ?? '000000000000', dueAt: endOf(dueOn!),
      title: `年度方案目标：${WHAT[subject][0]} ${number} 支，${dueOn} 到期，尚未达到`, titleEn: `The plan’s ${number} ${WHAT[subject][1]}, due on ${dueOn}, are not reached yet`,
    }
  },
})
