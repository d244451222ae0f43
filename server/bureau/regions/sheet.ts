import type { AskedBy, SheetColumn } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { regionsByCode, regionOf } from './regionOf'

/** Where a record of a list lies: the township and the village, a column each. */
export function placeColumns<T extends { regionCode: string }>(key = 'region.name'): SheetColumn<T>[] {
  return [
    { key: 'region.township', title: say('苏木乡镇', 'Township'), width: 16, value: async ({ regionCode }, ctx) => (await regionsByCode(ctx)).get(`${regionCode.slice(0, 9)}000`)?.name ?? null },
    { key, title: say('所在地', 'Place'), width: 18, value: async ({ regionCode }, ctx) => (await regionOf(ctx, regionCode)).name },
  ]
}

/** How a filter by division is said. */
export const askedByRegion: AskedBy = { title: say('所在地', 'Place'), say: async (ctx, code) => (await regionOf(ctx, code)).name }
