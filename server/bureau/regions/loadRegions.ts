import { insertAll } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import { seldom } from '../../kernel/seldom'
import aliases from './data/aliases.json'
import { counties } from './data'
import { forgetRegions } from './regionOf'
import { Region, RegionKind, RegionLevel } from './Region'

/** The county that this installation serves, by its 6-digit code; its divisions are in `data/`. */
const COUNTY = process.env.COUNTY ?? '150525'

/** Loads the county's divisions where there are none yet. */
export async function loadRegions(ctx: Context, county6 = COUNTY): Promise<void> {
  if (await ctx.store.query(Region).exists()) return
  const data = counties[county6 as keyof typeof counties]
  if (!data) throw new Error(`The divisions of ${county6} are not at hand: run node server/bureau/regions/data/fetchRegions.mjs ${county6}.`)
  const { county, townships, villages, codes } = data
  const other = (aliases as { names: Record<string, string[]> }).names
  const make = (unit: { code: string; name: string; kind: string }, level: RegionLevel, parentCode: string | null): Region => {
    const syllables = seldom.pinyin(unit.name, { toneType: 'none', type: 'array', v: true })
    const [full, initials] = [syllables.join(''), syllables.map(syllable => syllable.charAt(0)).join('')]
    return Region.of({
      code: unit.code, name: unit.name, level, kind: unit.kind as RegionKind, parentCode, pinyin: full.slice(0, 120), initials: initials.slice(0, 40), aliases: other[unit.code]?.join(',') ?? null, validFrom: codes.asOf, validTo: null, predecessorCode: null,
      needsSquad: level === RegionLevel.VILLAGE && (unit.kind === 'VILLAGE' || unit.kind === 'GACHA'), hasStation: level !== RegionLevel.VILLAGE,
    })
  }
  await ctx.transact('loadRegions', inner =>
    insertAll(inner, Region, [
      make({ ...county, kind: 'BANNER' }, RegionLevel.BANNER, null),
      ...townships.map(township => make(township, RegionLevel.TOWNSHIP, county.code)),
      ...villages.map(village => make(village, RegionLevel.VILLAGE, `${village.code.slice(0, 9)}000`)),
    ]),
  )
  forgetRegions()
}
