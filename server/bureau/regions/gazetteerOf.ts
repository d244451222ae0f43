import type { Context } from '../../kernel/context'
import { Gazetteer } from './Gazetteer'
import type { Region } from './Region'
import { regionsByCode } from './regionOf'

/** The county's divisions by name, for reading the places of a sheet. */
export async function gazetteerOf(ctx: Context): Promise<Gazetteer<Region>> {
  const regions = [...(await regionsByCode(ctx)).values()]
  return new Gazetteer(regions, Object.fromEntries(regions.flatMap(region => (region.aliases ? [[region.code, region.aliases.split(',')]] : []))))
}
