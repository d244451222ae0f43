import { setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { levelOf } from '../../kernel/regionCode'
import { Team } from '../../people/teams/Team'
import type { Activity } from './Activity'
import { numbers } from './numbers'

/** Why only the bureau may approve an activity: it is dangerous, large, or crosses a township's border. */
export type BureauReason = 'DANGEROUS' | 'LARGE' | 'BORDER'

/** The reasons for which an activity is the bureau's to approve, as it is planned now; none where the station may. */
export async function bureauReasons(ctx: Context, activity: Activity): Promise<BureauReason[]> {
  const reasons: BureauReason[] = []
  if (activity.dangerous) reasons.push('DANGEROUS')
  if (activity.capacity > (await setting(ctx, numbers.stationMost))) reasons.push('LARGE')
  const others = await ctx.store.beyondReach.query(Team).where('it.id IN (?)', activity.coTeamIds).rows()
  const townships = new Set([activity.regionCode, activity.placeRegionCode, ...others.map(team => team.regionCode)].map(code => (levelOf(code) === 'BANNER' ? code : code.slice(0, 9))))
  if (townships.size > 1) reasons.push('BORDER')
  return reasons
}
