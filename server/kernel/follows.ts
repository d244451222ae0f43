import { getNamedType, type GraphQLResolveInfo, type GraphQLSchema, isListType, isNonNullType, isObjectType } from 'graphql'
import { Extensions, FieldResolver } from 'type-graphql'
import { type Asked, askedOf, sayReads } from './asked'
import type { Context } from './context'
import type { Entity, Type } from './entity'

/**
 * A field that shows the row, or the rows, that columns name. Nothing is to be coded: it is read together with its own row or batched with
 * its neighbours, and only what is asked of it. Whoever may see a row may see, masked, what it names.
 */
export function Follows(type: () => Function | [Function], keys: string | readonly string[], options: { nullable?: boolean; description?: string } = {}): PropertyDecorator {
  return (prototype, property) => {
    FieldResolver(type as never, options)(prototype, property, {})
    Extensions({ follows: typeof keys === 'string' ? [keys] : keys })(prototype, String(property), {})
  }
}

type Find = (ctx: Context, key: string) => unknown

/** The rows out of which something is shown that is no table itself: an account's name out of the account. */
interface Rows<T, R extends Entity> {
  readonly type: Type<R>
  /** What of a row it is shown out of. */
  readonly asked: Asked
  readonly shown: (row: R) => T
}

const finders = new Map<string, { find: Find; rows?: Rows<object, Entity> }>()

/**
 * Says how what columns name is found where it is no row that is read by its id: a division by its code, an account's name. Where it is shown
 * out of rows, these are read together with whatever names them.
 */
export function foundBy<T extends object, R extends Entity>(type: { name: string; prototype: T }, find: (ctx: Context, key: string) => T | null | Promise<T | null>, rows?: Rows<T, R>): void {
  finders.set(type.name, { find, rows: rows as Rows<object, Entity> | undefined })
}

/** What a column names, as `@Follows` shows it; null where it names nothing, or nothing any more. */
export async function found<T extends object>(type: { name: string; prototype: T }, ctx: Context, key: string | null): Promise<T | null> {
  return key ? ((await finders.get(type.name)!.find(ctx, key)) as T | null) : null
}

/** Gives every field that `@Follows` its resolver. What was read along with the row is at hand; the rest is batched with its neighbours. */
export function followReferences(schema: GraphQLSchema, typeNamed: (name: string) => Type | undefined): void {
  for (const owner of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(owner.getFields())) {
      const keys = field.extensions.follows as readonly [string, ...string[]] | undefined
      if (!keys) continue
      const { name } = getNamedType(field.type)
      const { find, rows } = finders.get(name) ?? {}
      const type = find ? rows?.type : typeNamed(name)
      if (!find && !type) throw new Error(`${owner.name}.${field.name} follows what is no table, and nobody says how it is found.`)
      const several = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
      sayReads(field, keys, several || !type ? undefined : { type, key: keys[0], asked: rows?.asked })
      const one = (ctx: Context, id: string, info: GraphQLResolveInfo): unknown => (find ? find(ctx, id) : ctx.store.follow(type!, id, askedOf(info)))
      field.resolve = several ? manyOf(keys, one) : oneOf(field.name, keys[0], one, rows?.shown)
    }
  }
}

type Row = Record<string, unknown>
type One = (ctx: Context, id: string, info: GraphQLResolveInfo) => unknown
type Resolve = (row: Row, args: unknown, ctx: Context, info: GraphQLResolveInfo) => unknown

function oneOf(field: string, key: string, one: One, shown?: (row: Entity) => object): Resolve {
  return (row, _, ctx, info) => {
    if (Object.hasOwn(row, field)) return shown && row[field] ? shown(row[field] as Entity) : row[field]
    const id = row[key] as string | null
    return id ? one(ctx, id, info) : null
  }
}

function manyOf(keys: readonly string[], one: One): Resolve {
  return (row, _, ctx, info) => {
    const ids = keys.flatMap(key => (row[key] as string | readonly string[] | null) ?? [])
    return ids.length === 0 ? [] : Promise.all(ids.map(id => one(ctx, id, info))).then(rows => rows.filter(each => each !== null))
  }
}
