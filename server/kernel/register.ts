import { Arg, type ClassType, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import { Allow } from './access'
import { Context } from './context'
import type { Entity, Type, Values } from './entity'
import { type FilterRules, listOf, Page, search } from './lists'

interface Register<T, F, S> {
  /** Camel case singular, and its plural. */
  name: string
  plural: string
  filter: ClassType<F & object>
  sort: ClassType<S & object>
  input: ClassType<object>
  rules?: FilterRules<F>
  sorts?: Readonly<Record<string, string>>
  /** What a written record must hold to; throws a refusal. */
  check?: (ctx: Context, entity: T) => Promise<void> | void
}

/**
 * The plain fields of a register: a table people keep up by hand, whose writes mean nothing beyond themselves.
 * The moment a write means something, give it an act of its own instead.
 */
export function registerOf<T extends Entity, F extends object, S extends object>(type: ClassType<T>, { name, plural, filter, sort, input, rules, sorts, check }: Register<T, F, S>) {
  const List = listOf(type)
  const kind = type as unknown as Type<T>

  @Resolver()
  class RegisterResolver {
    @Allow(`${name}.read`)
    @Query(() => List, { name: plural })
    many(
      @Ctx() ctx: Context,
      @Arg('filter', () => filter, { defaultValue: {} }) by: F,
      @Arg('sort', () => sort, { nullable: true }) order: never,
      @Arg('page', () => Page, { defaultValue: {} }) page: Page,
    ) {
      return new List(search(ctx, kind, { filter: by, sort: order, rules, sorts }), page)
    }

    @Allow(`${name}.read`)
    @Query(() => type, { name, nullable: true })
    one(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
      return ctx.store.get(kind, id)
    }

    @Allow(`${name}.write`)
    @Mutation(() => type, { name: `create${type.name}`, description: 'Adds one to the register. Refuses with INVALID, NOT_FOUND, DUPLICATE.' })
    async create(@Ctx() ctx: Context, @Arg('input', () => input) values: object) {
      const { clientKey: _, ...rest } = values as { clientKey?: string }
      const entity = (kind as unknown as { of(values: Partial<Values<T>>): T }).of(rest as Partial<Values<T>>)
      await check?.(ctx, entity)
      return ctx.store.save(entity)
    }

    @Allow(`${name}.write`)
    @Mutation(() => type, { name: `update${type.name}`, description: 'Changes one of the register; what is not given stays. Refuses with INVALID, NOT_FOUND, STALE, DUPLICATE.' })
    async update(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => input) values: object) {
      const entity = await ctx.store.hold(kind, id, version)
      for (const [property, value] of Object.entries(values)) if (value !== undefined && property !== 'clientKey') (entity as unknown as Record<string, unknown>)[property] = value
      await check?.(ctx, entity)
      return ctx.store.save(entity)
    }
  }
  return RegisterResolver
}
