import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { foundBy } from '../../kernel/follows'
import { say } from '../../kernel/text'
import { Region, type RegionLevel } from './Region'

/** For how long, in ms, a process may trust the divisions that it read. They change once in years. */
const TRUST_MS = 60_000
let read: { byCode: Promise<Map<string, Region>>; known?: Map<string, Region>; until: number } | undefined

/** Every division by its code, read at most once a minute. */
export function regionsByCode(ctx: Context): Promise<Map<string, Region>> {
  if (!read || read.until < Date.now()) {
    const byCode = ctx.store.query(Region).orderBy('it.code').rows().then(rows => new Map(rows.map(row => [row.code, row])))
    const reading: typeof read = (read = { byCode, until: Date.now() + TRUST_MS })
    byCode.then(known => (reading.known = known), () => (read = undefined))
  }
  return read.byCode
}

/** Forgets what was read, so that a change is seen at once where it was made. */
export function forgetRegions(): void {
  read = undefined
}

/** The divisions where they need not be waited for. */
const atHand = (): Map<string, Region> | undefined => (read && read.until > Date.now() ? read.known : undefined)

const inRegister = (byCode: ReadonlyMap<string, Region>, code: string): Region => byCode.get(code) ?? Region.of({ id: code, code, name: code, pinyin: code, initials: '' })

/** The division with a code. One that is not in the register is shown by its code. */
export async function regionOf(ctx: Context, code: string): Promise<Region> {
  return inRegister(await regionsByCode(ctx), code)
}

// A list shows hundreds: what is in memory is not waited for.
foundBy(Region, (ctx, code) => {
  const known = atHand()
  return known ? inRegister(known, code) : regionOf(ctx, code)
})

/** Its name with all that it lies in, below the banner: 八仙筒镇 · 某某嘎查. */
export function fullNameOf(ctx: Context, region: Region): string | Promise<string> {
  const known = atHand()
  return known ? named(known, region) : regionsByCode(ctx).then(byCode => named(byCode, region))
}

function named(byCode: ReadonlyMap<string, Region>, region: Region): string {
  const township = region.level === 'VILLAGE' && region.parentCode ? byCode.get(region.parentCode) : undefined
  return township ? `${township.name} ${region.name}` : region.name
}

/** Refuses a code that no division of the county has, or one of another level. */
export async function mustBeRegion(ctx: Context, code: string, ...levels: RegionLevel[]): Promise<Region> {
  const region = (await regionsByCode(ctx)).get(code)
  if (!region) throw new Invalid({ regionCode: say('没有这个行政区划。', 'There is no such division.') })
  if (region.validTo && region.validTo < ctx.today) throw new Invalid({ regionCode: say('这个区划代码已停用，请选择新的区划。', 'The division’s code is no longer in use: choose the new one.') })
  if (levels.length > 0 && !levels.includes(region.level)) throw new Invalid({ regionCode: say('请选择到要求的一级（嘎查村或苏木乡镇）。', 'Choose a division of the level asked for.') })
  return region
}
