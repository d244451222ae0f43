import { RegionLevel } from '../../bureau/regions/Region'
import { regionOf, regionsByCode } from '../../bureau/regions/regionOf'
import type { Context } from '../../kernel/context'
import { monthOf } from '../../kernel/days'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { BulletinContent, BulletinRow } from './Bulletin'
import { ALL, type Figures, FIGURES, monthFigures, type PlaceFigures } from './monthFigures'

/** The banner's own row: its team belongs to no township. */
const isBanner = (code: string): boolean => code.endsWith('000000')

/** The figures of a month as they stand now, by township: what a bulletin freezes. */
export async function drawBulletin(ctx: Context, month: string): Promise<BulletinContent> {
  if (month > monthOf(ctx.today)) throw new Invalid({ month: say('这个月还没有开始。', 'The month has not begun.') })
  const found = await monthFigures(ctx, month)
  const codes = new Set([...(await townships(ctx)), ...found.flatMap(places => [...places.keys()].filter(place => place !== ALL).map(place => `${place}000`))])
  const rows = await Promise.all([...codes].sort().map(async code => ({ regionCode: code, regionName: (await regionOf(ctx, code)).name, rank: null, ...withShare(gather(found, code.slice(0, 9))) })))
  const together = { ...sum(rows), ...overall(found) }
  return { month, asOf: ctx.today, rows: ranked(rows), total: { regionCode: null, regionName: null, rank: null, ...withShare(together) } }
}

async function townships(ctx: Context): Promise<string[]> {
  const all = [...(await regionsByCode(ctx)).values()]
  return all.filter(({ level, validTo }) => level === RegionLevel.TOWNSHIP && (validTo === null || validTo >= ctx.today)).map(({ code }) => code)
}

type Numbers = Record<(typeof FIGURES)[number], number>

const gather = (found: readonly PlaceFigures[], place: string): Numbers => {
  const known: Figures = Object.assign({}, ...found.map(places => places.get(place) ?? {}))
  return Object.fromEntries(FIGURES.map(name => [name, known[name] ?? 0])) as Numbers
}
const sum = (rows: readonly Numbers[]): Numbers => Object.fromEntries(FIGURES.map(name => [name, rows.reduce((total, row) => total + row[name], 0)])) as Numbers
/** What was counted over all places at once, since somebody may have been in several. */
const overall = (found: readonly PlaceFigures[]): Figures => Object.assign({}, ...found.map(places => places.get(ALL) ?? {}))

const withShare = (numbers: Numbers): Numbers & { share: number | null } => {
  const asked = numbers.dutyDone + numbers.dutyDue + numbers.dutyMissing
  return { ...numbers, share: asked === 0 ? null : Math.round((numbers.dutyDone / asked) * 1000) / 10 }
}

/** The townships by their share, the highest first, those alike with the same place; the banner's own row behind them. */
function ranked(rows: readonly BulletinRow[]): BulletinRow[] {
  const [banner, below] = [rows.filter(row => isBanner(row.regionCode!)), rows.filter(row => !isBanner(row.regionCode!))]
  const shares = below.flatMap(({ share }) => (share === null ? [] : [share]))
  const placed = below.map(row => ({ ...row, rank: row.share === null ? null : 1 + shares.filter(share => share > row.share!).length }))
  return [...placed.sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || (one.regionCode! < other.regionCode! ? -1 : 1)), ...banner]
}
