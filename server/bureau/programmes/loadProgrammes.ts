import { insertAll } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import { PROGRAMMES, SERVICES } from './catalogue'
import { Programme } from './Programme'
import { ServiceItem } from './ServiceItem'

/** Loads the plan's programmes and their services, where there are none yet. */
export async function loadProgrammes(ctx: Context): Promise<void> {
  if (await ctx.store.query(Programme).exists()) return
  await ctx.transact('loadProgrammes', async inner => {
    await insertAll(inner, Programme, PROGRAMMES.map(([code, nameZh, nameEn, content], sort) => Programme.of({ code, nameZh, nameEn, content, regionCode: null, sort: sort + 1, active: true })))
    await insertAll(inner, ServiceItem, SERVICES.map(([programmeCode, code, nameZh, nameEn], sort) => ServiceItem.of({ programmeCode, code, nameZh, nameEn, sort, active: true })))
  })
}
