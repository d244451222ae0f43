import { type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { inDivision } from './access'
import { type Asked, AskedHere } from './asked'
import type { Entity, Type } from './entity'
import type { Context } from './context'
import { Max, Min } from './inputRules'
import { countKept } from './keptTotals'
import { LIMITS } from './limits'
import type { Query, Statement } from './query'
import { fingerprint, printColumn, sealedColumnsOf } from './sealed'
import { matching } from './searchTokens'
import { listColumnsOf } from './stored'

export enum Order {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(Order, { name: 'Order' })

/** Which part of a list is asked for. */
@InputType('Page')
export class Page {
  @Field(() => Int, { defaultValue: 1 }) @Min(1) @Max(100_000) number: number = 1
  @Field(() => Int, { defaultValue: 25, description: `At most ${LIMITS.page}.` }) @Min(1) @Max(LIMITS.page) size: number = 25
}

/** So many rows a total tells at most: beyond them nobody counts on, nor for longer than so many milliseconds, whatever was asked for. */
export const MOST = 100_000
const COUNTING_MS = 2000

interface Counted {
  total: number
  more: boolean
}

/** A page of a type, `<Type>List { items, total, more }`, its rows as they are or as `show` has them. What is not asked for is not counted. */
export function listOf<T extends Entity, R extends object = T>(type: ClassType<R>, show?: (row: T) => R): new (query: Query<T>, page: Page) => ListOf<R> {
  @ObjectType(`${type.name}List`)
  class List {
    private shown: Promise<T[]> | undefined
    private counting: Promise<Counted> | undefined

    constructor(
      private readonly query: Query<T>,
      private readonly page: Page,
    ) {}

    @Field(() => [type])
    async items(@AskedHere() asked?: Asked): Promise<R[]> {
      this.shown = this.query.page(this.page.number, this.page.size).rows(show ? null : asked)
      const rows = await this.shown
      return show ? rows.map(show) : (rows as Entity[] as R[])
    }

    @Field(() => Int, { description: 'How many there are; where there may be more, how many there are at least.' })
    async total(): Promise<number> {
      return (await this.counted()).total
    }

    @Field(() => Boolean, { description: 'Whether there may be more than the total says: it goes no further than 100,000.' })
    async more(): Promise<boolean> {
      return (await this.counted()).more
    }

    private counted(): Promise<Counted> {
      return (this.counting ??= this.count())
    }

    private async count(): Promise<Counted> {
      const found = await this.query.countWithin(COUNTING_MS, MOST + 1)
      if (found !== null) return { total: Math.min(found, MOST), more: found > MOST }
      // What cannot be counted in time is at least what this page shows; a page that is not full is the last one.
      const { number, size } = this.page
      const rows = this.shown ? (await this.shown).length : 0
      return { total: rows > 0 ? (number - 1) * size + rows : 0, more: rows === 0 || rows === size }
    }
  }
  return List as unknown as new (query: Query<T>, page: Page) => ListOf<R>
}

export interface ListOf<R> {
  items(asked?: Asked): Promise<R[]>
  total(): Promise<number>
  more(): Promise<boolean>
}

/** A filter that is not a plain comparison: it adds its own condition. */
export type FilterRules<F> = { [K in keyof F]?: (query: Query<never>, value: NonNullable<F[K]>, ctx: Context) => unknown }

const further = new Map<Type, object>()

/** Lets a module above say what those fields of a type's filter mean that speak of its own records. */
export function addFilterRules<F extends object>(type: Type, rules: FilterRules<F>): void {
  further.set(type, { ...further.get(type), ...rules })
}

interface Search<F> {
  filter: F
  sort?: { field: string; order: Order } | null
  /** What the sort's fields mean in SQL; a field not named is a column of its own name in camel case. */
  sorts?: Readonly<Record<string, string>>
  /** The fields in whose order rows without a value come last. */
  last?: readonly string[]
  rules?: FilterRules<F>
  /** Which findable record `q` looks for, and the column that names it. */
  find?: { kind: string; column: string }
}

/**
 * Rows of a type within reach, by convention: a value equals; a list is any of; `…From` and `…To` are an inclusive range;
 * `region` is a division's subtree; `q` finds by name, pinyin and number; a sealed column is found by its fingerprint;
 * `before` is a feed's next page. The order ends with `id`.
 */
export function search<T extends Entity, F extends object>(ctx: Context, type: Type<T>, { filter, sort, sorts = {}, last = [], rules = {}, find }: Search<F>): Query<T> {
  const query = ctx.store.query(type)
  const rule = (name: string): Rule<T> | undefined => (rules[name as keyof F] ?? (further.get(type) as FilterRules<F> | undefined)?.[name as keyof F]) as Rule<T> | undefined
  const given = (Object.entries(filter) as [string, unknown][]).filter(([, value]) => value !== undefined && value !== null)
  const sealed = new Set(sealedColumnsOf(type).filter(column => column.find).map(column => column.property))
  for (const [name, value] of given) {
    const own = rule(name)
    if (own) own(query, value, ctx)
    else if (name === 'q') matching(query, find?.kind ?? type.name, find?.column ?? 'it.id', String(value))
    else if (name === 'region') query.whereIs(inDivision(String(value)))
    else if (name === 'ids') query.whereIs({ sql: 'it.id IN (?)', values: [value as string[]], leaves: () => (value as string[]).length })
    else if (name === 'before') query.where('it.id < ?', String(value))
    else compare(query, type, name, value, sealed)
  }
  if (!given.some(([name]) => rule(name))) query.plainly(countFor(ctx, type, given))
  const order = sort?.order ?? Order.DESC
  const by = sort && (sorts[sort.field] ?? `it.${camel(sort.field)}`)
  // An id begins with the time at which its row was made: the order of ids is that order already.
  if (by && by !== 'it.createdAt') void (last.includes(sort.field) ? query.orderLast(by, order) : query.orderBy(`${by} ${order}`))
  return query.orderBy(`it.id ${order}`)
}

type Rule<T extends Entity> = (query: Query<T>, value: unknown, ctx: Context) => unknown

/** How the rows of a filter are counted where it asks for no more than a division and some values. */
function countFor(ctx: Context, type: Type, given: readonly (readonly [name: string, value: unknown])[]): Statement | null {
  const values = new Map<string, readonly string[]>()
  for (const [name, value] of given) {
    if (name === 'region') continue
    const any = [value].flat()
    if (any.length === 0 || !any.every(each => typeof each === 'string')) return null
    values.set(name, any)
  }
  return countKept(ctx.actor, type, (given.find(([name]) => name === 'region')?.[1] as string | undefined) ?? null, values)
}

function compare<T extends Entity>(query: Query<T>, type: Type<T>, name: string, value: unknown, sealed: ReadonlySet<string>): void {
  const range = /^(.+)(From|To)$/.exec(name)
  const column = range && !query.has(name) ? range[1]! : sealed.has(name) ? printColumn(name) : name
  if (!query.has(column)) throw new Error(`${type.name} cannot be filtered by ${name}.`)
  if (sealed.has(name)) query.where(`it.${column} = ?`, fingerprint(String(value)))
  else if (listColumnsOf(type).has(column)) anyOf(query, column, Array.isArray(value) ? (value as string[]) : [String(value)])
  else if (Array.isArray(value)) query.where(`it.${column} IN (?)`, value as string[])
  else if (range && !query.has(name)) query.where(`it.${column} ${range[2] === 'From' ? '>=' : '<='} ?`, value as string)
  else query.where(`it.${column} = ?`, value as string)
}

function anyOf<T extends Entity>(query: Query<T>, column: string, codes: readonly string[]): void {
  if (codes.length === 0) query.where('1=0')
  else query.where(`(${codes.map(() => `FIND_IN_SET(?, it.${column}) > 0`).join(' OR ')})`, ...codes)
}

const camel = (name: string): string => name.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
