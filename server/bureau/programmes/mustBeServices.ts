import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { ProgrammeCode } from './ProgrammeCode'
import { ServiceItem } from './ServiceItem'

let known: { codes: Set<string>; until: number } | undefined

/** Refuses services that the programme's catalogue does not offer. The catalogue is read at most once a minute. */
export async function mustBeServices(ctx: Context, programme: ProgrammeCode, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  if (!known || known.until < Date.now()) {
    const items = await ctx.store.query(ServiceItem).where('it.active = 1').rows()
    known = { codes: new Set(items.map(item => `${item.programmeCode}/${item.code}`)), until: Date.now() + 60_000 }
  }
  const strange = codes.filter(code => !known!.codes.has(`${programme}/${code}`))
  if (strange.length > 0) throw new Invalid({ services: say(`该项目没有这些服务：${strange.join('、')}。`, `The programme does not offer: ${strange.join(', ')}.`) })
}
