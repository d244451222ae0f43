import { insertAll } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import { PROGRAMMES, SERVICES } from './catalogue'
import { Programme } from './Programme'
import { ServiceItem } from './ServiceItem'

/** Loads the plan's programmes where there are none yet, and of their services those that are not there: what the bureau has switched off stays so. */
export async function loadProgrammes(ctx: Context): Promise<void> {
  const known = new Set((await ctx.store.query(ServiceItem).rows()).map(item => `${item.programmeCode}/${item.code}`))
  const none = !(await ctx.store.query(Programme).exists())
  const services = SERVICES.map(([programmeCode, code, nameZh, nameEn], sort) => ServiceItem.of({ programmeCode, code, nameZh, nameEn, sort, active: true })).filter(item => !known.has(`${item.programmeCode}/${item.code}`))
  if (!none && services.length === 0) return
  await ctx.transact('loadProgrammes', async inner => {
    if (none) await insertAll(inner, Programme, PROGRAMMES.map(([code, nameZh, nameEn, content], sort) => Programme.of({ code, nameZh, nameEn, content, regionCode: null, sort: sort + 1, active: true })))
    await insertAll(inner, ServiceItem, services)
  })
}
