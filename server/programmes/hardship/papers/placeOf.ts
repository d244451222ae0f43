import { regionsByCode } from '../../../bureau/regions/regionOf'
import type { Context } from '../../../kernel/context'

/** The names of a case's township and village; the village is empty where it is not known. */
export async function placeOf(ctx: Context, regionCode: string): Promise<{ township: string; village: string }> {
  const byCode = await regionsByCode(ctx)
  return { township: byCode.get(`${regionCode.slice(0, 9)}000`)?.name ?? '', village: regionCode.endsWith('000') ? '' : (byCode.get(regionCode)?.name ?? '') }
}
