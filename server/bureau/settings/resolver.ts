import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Invalid, NotFound, Stale } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { forgetSettings, knownSettings, type SettingDefinition, settingNamed } from './defineSetting'
import { Setting } from './Setting'

/** A number of the bureau's rules: what it is now, what it was meant to be, and where that comes from. */
@ObjectType()
class SettingView {
  @Field() id: string
  @Field() key: string
  @Field({ description: 'What it means, in Chinese.' }) zh: string
  @Field({ description: 'What it means, in English.' }) en: string
  @Field(() => Int) value: number
  @Field(() => Int) default: number
  @Field() unit: string
  @Field(() => Int) least: number
  @Field(() => Int) most: number
  @Field({ description: '[S] read in a source, [B] background knowledge, [D] our own default.' }) source: string
  @Field(() => Int, { description: '0 while it is the default.' }) version: number
}

@ObjectType('SettingList')
class SettingList {
  @Field(() => [SettingView]) items: SettingView[]
  @Field(() => Int) total: number
}

const view = (definition: SettingDefinition, row: Setting | undefined): SettingView => ({ id: definition.key, value: definition.default, version: 0, ...definition, ...(row && { value: row.value, version: row.version }) })

@Resolver()
export class SettingResolver {
  @Allow('setting.read')
  @Query(() => SettingList, { description: 'Every number of a rule, as it is now.' })
  async settings(@Ctx() ctx: Context): Promise<SettingList> {
    const rows = new Map((await ctx.store.query(Setting).rows()).map(row => [row.key, row]))
    const items = knownSettings().map(definition => view(definition, rows.get(definition.key)))
    return { items, total: items.length }
  }

  @Allow('setting.write')
  @Mutation(() => SettingView, { description: 'Sets a number of a rule; it holds within five seconds everywhere. Refuses with NOT_FOUND, STALE, INVALID.' })
  async updateSetting(@Ctx() ctx: Context, @Arg('key', () => String) key: string, @Arg('version', () => Int) version: number, @Arg('value', () => Int) value: number): Promise<SettingView> {
    const definition = settingNamed(key)
    if (!definition) throw new NotFound()
    if (value < definition.least || value > definition.most) throw new Invalid({ value: say(`应在 ${definition.least} 到 ${definition.most} 之间。`, `Between ${definition.least} and ${definition.most}.`) })
    const [row] = await ctx.store.holdAll(Setting, 'it.`key` = ?', key)
    if ((row?.version ?? 0) !== version) throw new Stale(row?.version ?? 0, ['value'])
    const saved = await ctx.store.save(Object.assign(row ?? Setting.of({ key }), { value }))
    forgetSettings()
    return view(definition, saved)
  }
}
