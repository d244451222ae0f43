import { insertAll } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import { Region, RegionLevel } from '../regions/Region'
import { forgetRegions } from '../regions/regionOf'
import { Station, StationKind } from './Station'

/** How many villages have a station, by the plan of 2022, section 三. Which ones, the bureau marks; until then every fourteenth stands for them. */
const VILLAGE_STATIONS = 27

/** Founds the centre, the townships' stations and the villages', where there are none yet. */
export async function loadStations(ctx: Context): Promise<void> {
  if (await ctx.store.query(Station).exists()) return
  const regions = await ctx.store.query(Region).orderBy('it.code').rows()
  const villages = regions.filter(region => region.needsSquad)
  const step = Math.floor(villages.length / VILLAGE_STATIONS)
  const chosen = Array.from({ length: VILLAGE_STATIONS }, (_, n) => villages[n * step]!)
  const plain = (name: string): string => name.replace(/(村民委员会|村委会)$/, '村')
  const make = (region: Region): Station =>
    Station.of({ name: `${plain(region.name)}退役军人服务${region.level === RegionLevel.BANNER ? '中心' : '站'}`, kind: region.level === RegionLevel.BANNER ? StationKind.CENTRE : StationKind.STATION, regionCode: region.code, officePhone: null, place: null })
  await ctx.transact('loadStations', async inner => {
    await insertAll(inner, Station, [...regions.filter(region => region.level !== RegionLevel.VILLAGE), ...chosen].map(make))
    for (const region of await inner.store.holdAll(Region, 'it.code IN (?)', chosen.map(each => each.code))) {
      region.hasStation = true
      await inner.store.save(region)
    }
  })
  forgetRegions()
}
