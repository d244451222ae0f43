import { Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql'
import { Allow, SIGNED_IN } from './access'
import { Context } from './context'
import type { Type } from './entity'
import { Forbidden, Invalid } from './errors'
import { IsNotEmpty, MaxLength } from './inputRules'
import { sealedColumnsOf, sealedTypes } from './sealed'
import { say } from './text'
import { type Pace, Paced } from './throttle'

@ArgsType()
class RevealArgs {
  @Field({ description: 'The type of the record, e.g. Person.' }) type: string
  @Field(() => ID) id: string
  @Field({ description: 'The sealed field, e.g. phone.' }) field: string
  @Field({ description: 'Why the value is needed; it stands in the audit trail.' }) @IsNotEmpty() @MaxLength(200) reason: string
}

/** How many values one account may have revealed in a minute. */
const PER_MINUTE = Number(process.env.REVEALS_PER_MINUTE ?? 20)
/** Values that leave in full are counted together for each account, whichever way they leave. */
export const REVEALING: Pace = { by: ctx => ctx.actor.id, limit: async () => ({ tries: PER_MINUTE, minutes: 1 }) }

@Resolver()
export class RevealResolver {
  /** Gives one sealed value in full, after the trail says who asked for it and why. */
  @Allow(SIGNED_IN)
  @Paced(REVEALING)
  @Mutation(() => String, { nullable: true, description: 'One sealed value, with a reason that is audited first. Refuses with NOT_FOUND, FORBIDDEN, INVALID, LIMITED.' })
  async reveal(@Ctx() ctx: Context, @Args(() => RevealArgs) { type: name, id, field, reason }: RevealArgs): Promise<string | null> {
    const type = [...sealedTypes().keys()].find(one => one.name === name) as Type | undefined
    const column = type && sealedColumnsOf(type).find(one => one.property === field)
    if (!type || !column) throw new Invalid({ field: say('没有这个加密字段。', 'There is no such sealed field.') })
    if (!reason.trim()) throw new Invalid({ reason: say('请说明查看原因。', 'Say why you need it.') })
    if (!ctx.actor.may(column.reveal)) throw new Forbidden(column.reveal)
    const entity = await ctx.store.hold(type, id)
    ctx.store.remark(name, id, (entity as { regionCode?: string }).regionCode ?? null, { action: field, note: reason })
    return (entity as unknown as Record<string, string | null>)[field] ?? null
  }
}
