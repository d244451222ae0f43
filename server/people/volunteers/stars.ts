import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import type { Query } from '../../kernel/query'
import type { Volunteer } from './Volunteer'

const SOURCE = '[S] 志愿服务记录办法（2012），rules.md 2.2'
const step = (star: number, hours: number, zh: string) => defineSetting({ key: `hours.star${star}`, default: hours, unit: '小时', zh: `${zh}星级志愿者的服务时长`, en: `Hours of service for ${star} star${star > 1 ? 's' : ''}`, source: SOURCE, least: 1, most: 100_000 })
const steps = [step(1, 100, '一'), step(2, 300, '二'), step(3, 600, '三'), step(4, 1000, '四'), step(5, 1500, '五')]

/** The minutes of real service that each star takes, as the bureau has them now; the first star first. */
export async function starSteps(ctx: Context): Promise<number[]> {
  return Promise.all(steps.map(async one => (await setting(ctx, one)) * 60))
}

/** How many stars so many minutes are worth. */
export const starsFor = (minutes: number, ofSteps: readonly number[]): number => ofSteps.filter(least => minutes >= least).length

/** Keeps the volunteers with any of these numbers of stars. */
export function havingStars(rows: Query<Volunteer>, stars: readonly number[], ofSteps: readonly number[]): void {
  const edges = [0, ...ofSteps, Number.MAX_SAFE_INTEGER]
  const asked = stars.filter(each => each >= 0 && each <= ofSteps.length)
  const spans = asked.map(() => '(it.totalMinutes >= ? AND it.totalMinutes < ?)')
  rows.where(spans.length > 0 ? `(${spans.join(' OR ')})` : '1=0', ...asked.flatMap(each => [edges[each]!, edges[each + 1]!]))
}
