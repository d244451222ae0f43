import type { Context } from '../../kernel/context'
import { parentOf, prefixOf } from '../../kernel/regionCode'
import { countClashes, countPlaced, placedColumns, type Placed, type Recoding } from '../../kernel/recode'
import { say, type Text } from '../../kernel/text'
import { Region } from './Region'

/** How many rows of a kind carry a code. */
export interface Carried {
  entity: string
  count: number
}

/** What a new code would mean: which rows, how many divisions, and what stands in the way. */
export interface Preview {
  carried: Carried[]
  divisions: number
  /** The division that has the code now, and of which this one would become a part. */
  target: Region | null
  obstacles: Text[]
}

/** What carries division codes beside the register of divisions itself. */
export const carriers = (ctx: Context): Placed[] => placedColumns(ctx.database).filter(({ type }) => type.name !== Region.name)

export const recodingOf = (fromCode: string, toCode: string): Recoding => ({ from: prefixOf(fromCode), to: prefixOf(toCode) })

/** Counts what carries a division's code, and tells what stands against giving it another. */
export async function previewRecoding(ctx: Context, region: Region, newCode: string): Promise<Preview> {
  const recoding = recodingOf(region.code, newCode)
  const obstacles: Text[] = []
  const counts = new Map<string, number>()
  for (const placed of carriers(ctx)) {
    counts.set(placed.type.name, (counts.get(placed.type.name) ?? 0) + (await countPlaced(ctx, placed, recoding)))
    if ((await countClashes(ctx, placed, recoding)) > 0) obstacles.push(say(`两地都有只能有一个的记录（${placed.type.name}），请先处理其中一个。`, `Both places have a record of which there may be one only (${placed.type.name}): settle one first.`))
  }
  const rows = await ctx.store.query(Region).where('it.code LIKE ? OR it.code LIKE ? OR it.code = ?', `${recoding.from}%`, `${recoding.to}%`, parentOf(newCode) ?? newCode).rows()
  const byCode = new Map(rows.map(row => [row.code, row]))
  const within = rows.filter(row => row.code.startsWith(recoding.from) && row.validTo === null)
  const parent = byCode.get(parentOf(newCode) ?? '')
  if (!parent || parent.validTo !== null) obstacles.push(say('新代码的上级区划不存在或已停用。', 'The division above the new code does not stand.'))
  const standing = byCode.get(newCode)
  if (standing?.validTo) obstacles.push(say('这个代码曾经使用、现已停用。', 'The code was in use before, and has ended.'))
  const taken = within.filter(row => row.code !== region.code && byCode.has(recoding.to + row.code.slice(recoding.from.length)))
  if (taken.length > 0) obstacles.push(say(`下级区划的新代码已被占用：${taken.map(row => row.name).join('、')}。`, `Codes of divisions within are taken: ${taken.map(row => row.code).join(', ')}.`))
  return { carried: [...counts].map(([entity, count]) => ({ entity, count })).filter(({ count }) => count > 0), divisions: within.length, target: standing && !standing.validTo ? standing : null, obstacles }
}
