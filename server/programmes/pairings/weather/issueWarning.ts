import { Field, InputType } from 'type-graphql'
import { mustBeRegion } from '../../../bureau/regions/regionOf'
import { setting } from '../../../bureau/settings/defineSetting'
import type { Context } from '../../../kernel/context'
import { Invalid, NotFound } from '../../../kernel/errors'
import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, IsOptional, MaxLength } from '../../../kernel/inputRules'
import { isWithin } from '../../../kernel/regionCode'
import { DateTime, RegionCode } from '../../../kernel/scalars'
import { say, type Text } from '../../../kernel/text'
import { numbers } from '../numbers'
import { tellElders } from './tellElders'
import { WarningState, WeatherKind, WeatherLevel, WeatherWarning } from './WeatherWarning'

const DAY_MS = 86_400_000

@InputType()
export class WeatherWarningInput {
  @Field(() => WeatherKind) kind: WeatherKind
  @Field(() => WeatherLevel) level: WeatherLevel
  @Field(() => [RegionCode], { description: 'Where: divisions within your reach.' }) @ArrayNotEmpty() @ArrayMaxSize(30) regionCodes: string[]
  @Field(() => DateTime) startsAt: Date
  @Field(() => DateTime) endsAt: Date
  @Field({ description: 'What was announced, and what to look to.' }) @IsNotEmpty() @MaxLength(500) text: string
  @Field(() => String, { nullable: true, description: 'Sent again with the same key, the act happens once.' }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** Gives a weather warning: every elder at high risk in its divisions gets somebody to look in, the volunteer where there is one, else the station. */
export async function issueWarning(ctx: Context, { kind, level, regionCodes, startsAt, endsAt, text }: WeatherWarningInput): Promise<WeatherWarning> {
  await mustBeTimely(ctx, startsAt, endsAt)
  if (!text.trim()) throw new Invalid({ text: say('请填写预警内容。', 'Say what was announced.') })
  for (const code of regionCodes) {
    await mustBeRegion(ctx, code)
    const { kind: reach, regionCode } = ctx.actor.reach
    if (reach !== 'banner' && !(regionCode && isWithin(code, regionCode))) throw new NotFound()
  }
  const warning = WeatherWarning.of({ kind, level, state: WarningState.STANDING, regionCodes: widest(regionCodes), startsAt, endsAt, text: text.trim(), closedAt: null, issuedById: ctx.actor.id })
  await ctx.store.save(warning, { action: 'ISSUE', note: warning.text })
  await tellElders(ctx, warning)
  return warning
}

async function mustBeTimely(ctx: Context, startsAt: Date, endsAt: Date): Promise<void> {
  const most = await setting(ctx, numbers.warningDays)
  const wrong: Record<string, Text> = {}
  if (endsAt <= startsAt) wrong.endsAt = say('结束时间应晚于开始时间。', 'The end must come after the start.')
  else if (endsAt <= ctx.now) wrong.endsAt = say('预警已经过期。', 'The warning is over already.')
  else if (endsAt.getTime() - startsAt.getTime() > most * DAY_MS) wrong.endsAt = say(`一次预警最长 ${most} 天。`, `A warning lasts ${most} days at most.`)
  if (Math.abs(startsAt.getTime() - ctx.now.getTime()) > most * DAY_MS) wrong.startsAt = say(`开始时间应在前后 ${most} 天之内。`, `The start lies within ${most} days from now.`)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}

/** The divisions once each, without those that lie within another. */
function widest(codes: readonly string[]): string[] {
  const once = [...new Set(codes)].sort()
  return once.filter(code => !once.some(other => other !== code && isWithin(code, other)))
}
