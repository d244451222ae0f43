import { Field, InputType } from 'type-graphql'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Invalid, WrongState } from '../../kernel/errors'
import { IsNotEmpty, IsOptional, MaxLength } from '../../kernel/inputRules'
import { levelOf, parentOf, prefixOf } from '../../kernel/regionCode'
import { Day, RegionCode } from '../../kernel/scalars'
import { say, type Text } from '../../kernel/text'
import { MoveState, RegionMove } from './RegionMove'
import { previewRecoding } from './previewRecoding'
import { Region } from './Region'
import { forgetRegions } from './regionOf'

@InputType()
export class RecodeRegionInput {
  @Field(() => RegionCode) newCode: string
  @Field(() => Day, { description: 'From which day on.' }) effectiveOn: string
  @Field(() => Boolean, { defaultValue: false, description: 'Set where the division becomes a part of the one that has the code already.' }) merge: boolean = false
  @Field(() => String, { nullable: true, description: 'Another name from then on.' }) @IsOptional() @MaxLength(60) name?: string | null
  @Field({ description: 'The document or reason.' }) @IsNotEmpty() @MaxLength(300) reason: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

const YEAR = 366

/**
 * Gives a division a new code from a day on: another number, another township over it, or the code of the division that it
 * becomes a part of. The old code is kept with its last day; what carries it is rewritten from that day on, a part at a time.
 */
export async function recodeRegion(ctx: Context, id: string, version: number, input: RecodeRegionInput): Promise<RegionMove> {
  const region = await ctx.store.hold(Region, id, version)
  await mustBeRecodable(ctx, region, input)
  const { newCode, effectiveOn, merge, reason } = input
  const move = RegionMove.of({ regionId: id, fromCode: region.code, toCode: newCode, merges: merge, effectiveOn, state: MoveState.PLANNED, records: null, reason, doneAt: null })
  await renew(ctx, region, input)
  await ctx.store.save(move, { action: 'RECODE', note: reason })
  forgetRegions()
  ctx.emit('region.recoded', { moveId: move.id })
  return move
}

async function mustBeRecodable(ctx: Context, region: Region, { newCode, effectiveOn, merge, reason }: RecodeRegionInput): Promise<void> {
  if (region.validTo) throw new WrongState('CLOSED', [], say('这个区划代码已经停用或已安排停用。', 'The division’s code has ended, or its end is planned.'))
  const wrong: Record<string, Text> = {}
  if (region.level === 'BANNER') wrong.newCode = say('旗的代码不能在这里更改。', 'The banner’s code is not changed here.')
  else if (newCode === region.code || levelOf(newCode) !== levelOf(region.code) || newCode.slice(0, 6) !== region.code.slice(0, 6)) wrong.newCode = say('新代码应为本旗同一级的另一个代码。', 'Another code of the same level in this banner.')
  if (effectiveOn <= region.validFrom || effectiveOn > addDays(ctx.today, YEAR)) wrong.effectiveOn = say(`生效日应在 ${region.validFrom} 之后、一年之内。`, `After ${region.validFrom}, and within a year.`)
  if (!reason.trim()) wrong.reason = say('请填写依据。', 'State the document or reason.')
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const { obstacles, target } = await previewRecoding(ctx, region, newCode)
  const [first] = obstacles
  if (first) throw new Invalid({ newCode: first })
  if (target && !merge) throw new Invalid({ newCode: say(`该代码是“${target.name}”的，如确为合并请勾选“并入”。`, `The code is that of ${target.name}: say that the two become one, if they do.`) })
  if (!target && merge) throw new Invalid({ newCode: say('没有这个代码的区划，不能并入。', 'No division has the code to become a part of.') })
}

/** Ends the division and what lies in it under the old codes, and begins them under the new ones. */
async function renew(ctx: Context, region: Region, { newCode, effectiveOn, merge, name }: RecodeRegionInput): Promise<void> {
  const [from, to] = [prefixOf(region.code), prefixOf(newCode)]
  const within = await ctx.store.holdAll(Region, 'it.code LIKE ? AND it.validTo IS NULL', `${from}%`)
  for (const old of within) {
    old.validTo = addDays(effectiveOn, -1)
    await ctx.store.save(old, { action: 'RECODE' })
    const code = to + old.code.slice(from.length)
    if (merge && code === newCode) continue
    const renamed = old.code === region.code && name?.trim() ? name.trim() : old.name
    const { level, kind, pinyin, initials, needsSquad, hasStation } = old
    const aliases = renamed === old.name ? old.aliases : [...new Set([...(old.aliases?.split(',') ?? []), old.name])].join(',').slice(0, 200)
    await ctx.store.save(Region.of({ code, name: renamed, level, kind, parentCode: parentOf(code), pinyin, initials, aliases, validFrom: effectiveOn, validTo: null, predecessorCode: old.code, needsSquad, hasStation }), { action: 'RECODE' })
  }
}
