import { Plan } from '../../bureau/plans/Plan'
import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { MinimumBasis, TeamTier } from './Team'

/** The numbers of teams that the bureau may set. */
export const numbers = {
  teamMinimum: defineSetting({ key: 'team.memberMin', default: 10, unit: '人', zh: '志愿服务队最低人数（当年无方案时）', en: 'Members a team must have, where no plan says it', source: '[S] plan 2022', least: 1, most: 200 }),
  squadMinimum: defineSetting({ key: 'team.squadVeteranMin', default: 3, unit: '人', zh: '小分队最低退役军人数（当年无方案时）', en: 'Veterans a squad must have, where no plan says it', source: '[S] plan 2022', least: 1, most: 200 }),
  rectifyDays: defineSetting({ key: 'team.rectifyDays', default: 30, unit: '天', zh: '队伍整改期限', en: 'Days in which a team is to be as it must be again', source: '[D] programmes.md 4.1', least: 1, most: 365 }),
  leaderDays: defineSetting({ key: 'team.leaderDays', default: 15, unit: '天', zh: '队长空缺多久内补齐', en: 'Days in which a missing leader is to be replaced', source: '[D] programmes.md 4.1', least: 1, most: 180 }),
  exemptionAlertDays: defineSetting({ key: 'team.exemptionAlertDays', default: 30, unit: '天', zh: '人数豁免到期前多少天提醒', en: 'Days before an exemption ends that it is announced', source: '[D] programmes.md 4.1', least: 1, most: 180 }),
  targetAlertDays: defineSetting({ key: 'plan.targetAlertDays', default: 14, unit: '天', zh: '方案目标到期前多少天提醒', en: 'Days before a target of the plan is due that it is announced', source: '[D] programmes.md 4.13', least: 1, most: 120 }),
  mostDeputies: defineSetting({ key: 'team.mostDeputies', default: 3, unit: '人', zh: '一支队伍最多副队长', en: 'Deputies that a team has at most', source: '[D]', least: 0, most: 4 }),
} as const

/** How many a team of a tier must have, and whether all count or only the veterans: by the latest plan, or the settings where there is none. */
export async function minimumOf(ctx: Context, tier: TeamTier): Promise<{ memberMin: number; minBasis: MinimumBasis }> {
  const plan = await ctx.store.query(Plan).where('it.year <= ?', Number(ctx.today.slice(0, 4))).orderBy('it.year DESC').first()
  if (tier === TeamTier.SQUAD) return { memberMin: plan?.squadVeterans ?? (await setting(ctx, numbers.squadMinimum)), minBasis: MinimumBasis.VETERAN }
  return { memberMin: plan?.teamMinimum ?? (await setting(ctx, numbers.teamMinimum)), minBasis: MinimumBasis.ALL }
}
