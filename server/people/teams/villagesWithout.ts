import { RegionLevel } from '../../bureau/regions/Region'
import { mustBeRegion } from '../../bureau/regions/regionOf'
import { reachOf } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { prefixOf } from '../../kernel/regionCode'
import { say } from '../../kernel/text'
import { Team } from './Team'
import { VillageNote } from './VillageNote'

/** The villages of which the plan asks a team or a squad, as rows `it` that lie somewhere. */
export const VILLAGES = "(SELECT r.code AS regionCode, r.hasStation FROM regions r WHERE r.level = 'VILLAGE' AND (r.needsSquad = 1 OR r.hasStation = 1)) it"

/** A village with neither team nor squad, and the reason if the station has given one. */
export interface VillageGap {
  regionCode: string
  reason: string | null
  notedOn: string | null
}

/** The villages within reach with neither team nor squad now, in the order of their codes. */
export async function villagesWithout(ctx: Context, region: string | null): Promise<VillageGap[]> {
  const reach = reachOf(ctx.actor, Team)
  if (ctx.actor.reach.kind !== 'banner' && ctx.actor.reach.kind !== 'region') return []
  const rows = await ctx.store.sql(
    `SELECT it.regionCode, n.reason, n.notedOn FROM ${VILLAGES} LEFT JOIN village_notes n ON n.regionCode = it.regionCode
      WHERE ${reach.sql} AND it.regionCode LIKE ? AND NOT EXISTS (SELECT 1 FROM teams t WHERE t.regionCode = it.regionCode AND t.tier IN ('VILLAGE','SQUAD') AND t.state <> 'DISBANDED') ORDER BY it.regionCode`,
    [...reach.values, region ? `${prefixOf(region)}%` : '%'],
  )
  return rows as unknown as VillageGap[]
}

/** A station says why a village has neither team nor squad. */
export async function explainVillage(ctx: Context, regionCode: string, reason: string): Promise<VillageNote> {
  await mustBeRegion(ctx, regionCode, RegionLevel.VILLAGE)
  const words = reason.trim()
  if (!words) throw new Invalid({ reason: say('请写明原因。', 'Say why.') })
  const [note] = await ctx.store.holdAll(VillageNote, 'it.regionCode = ?', regionCode)
  return ctx.store.save(Object.assign(note ?? VillageNote.of({ regionCode }), { reason: words, notedOn: ctx.today }))
}
