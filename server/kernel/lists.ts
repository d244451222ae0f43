import { Max, Min } from 'class-validator'
import { type ClassType, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { Entity, Type } from './entity'
import type { Context } from './context'
import type { Query } from './query'
import { prefixOf } from './regionCode'
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
  @Field(() => Int, { defaultValue: 25, description: 'At most 100.' }) @Min(1) @Max(100) size: number = 25
}

/** A page of a type, `<Type>List { items, total }`. `total` is counted only when it is asked for. */
export function listOf<T extends Entity>(type: ClassType<T>): new (query: Query<T>, page: Page) => ListOf<T> {
  @ObjectType(`${type.name}List`)
  class List {
    constructor(
      private readonly query: Query<T>,
      private readonly page: Page,
    ) {}

    @Field(() => [type])
    items(): Promise<T[]> {
      return this.query.page(this.page.number, this.page.size).rows()
    }

    @Field(() => Int)
    total(): Promise<number> {
      return this.query.count()
    }
  }
  return List
}

export interface ListOf<T> {
  items(): Promise<T[]>
  total(): Promise<number>
}

/** A filter that is not a plain comparison: it adds its own condition. */
export type FilterRules<F> = { [K in keyof F]?: (query: Query<never>, value: NonNullable<F[K]>, ctx: Context) => unknown }

const further = new Map<Type, object>()

/** Lets a module above say what those fields of a type's filter mean that speak of its own records. */
export function addFilterRules<F extends object>(type: Type, rules: FilterRules<F>): void {
  further.set(type, { ...further.get(type), ...rules })
}

interface Asked<F> {
  filter: F
  sort?: { field: string; order: Order } | null
  /** What the sort's fields mean in SQL; a field not named is a column of its own name in camel case. */
  sorts?: Readonly<Record<string, string>>
  rules?: FilterRules<F>
  /** Which findable record `q` looks for, and the column that names it. */
  find?: { kind: string; column: string }
}

/**
 * Rows of a type within reach, by convention: a value equals; a list is any of; `…From` and `…To` are an inclusive range;
 * `region` is a division's subtree; `q` finds by name, pinyin and number; a sealed column is found by its fingerprint;
 * `before` is a feed's next page. The order ends with `id`.
 */
export function search<T extends Entity, F extends object>(ctx: Context, type: Type<T>, { filter, sort, sorts = {}, rules = {}, find }: Asked<F>): Query<T> {
  const query = ctx.store.query(type)
  const sealed = new Set(sealedColumnsOf(type).filter(column => column.find).map(column => column.property))
  for (const [name, value] of Object.entries(filter) as [string & keyof F, unknown][]) {
    if (value === undefined || value === null) continue
    const rule = (rules[name] ?? (further.get(type) as FilterRules<F> | undefined)?.[name]) as ((query: Query<T>, value: unknown, ctx: Context) => unknown) | undefined
    if (rule) rule(query, value, ctx)
    else if (name === 'q') matching(query, find?.kind ?? type.name, find?.column ?? 'it.id', String(value))
    else if (name === 'region') query.where('it.regionCode LIKE ?', `${prefixOf(String(value))}%`)
    else if (name === 'before') query.where('it.id < ?', String(value))
    else compare(query, type, name, value, sealed)
  }
  const order = sort?.order ?? Order.DESC
  if (sort) query.orderBy(`${sorts[sort.field] ?? `it.${camel(sort.field)}`} ${order}`)
  return query.orderBy(`it.id ${order}`)
}

function compare<T extends Entity>(query: Query<T>, type: Type<T>, name: string, value: unknown, sealed: ReadonlySet<string>): void {
  const range = /^(.+)(From|To)$/.exec(name)
  const column = name === 'ids' ? 'id' : range && !query.has(name) ? range[1]! : sealed.has(name) ? printColumn(name) : name
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
