import type { DataSource } from 'typeorm'
import type { Asked } from './asked'
import type { Row, Value } from './database'
import type { Entity, Type } from './entity'
import { type Made, makerOf } from './maker'
import { cipherColumn, seal, sealedChange, sealedColumnsOf } from './sealed'
import { placeOf } from './sealed'
import { listColumnsOf } from './stored'

type Kind = 'plain' | 'flag' | 'json' | 'list'

interface ColumnShape {
  property: string
  kind: Kind
}

/** A row that another row always shows with it: a volunteer is shown with its person. */
interface Carried {
  property: string
  type: () => Type
  key: string
}

const carried = new Map<Function, Carried[]>()

/** Loads the named row together with this one whenever it is read for showing. */
export function Carries(type: () => Type, key: string): PropertyDecorator {
  return (prototype, property) => {
    const owner = prototype.constructor
    carried.set(owner, [...(carried.get(owner) ?? []), { property: String(property), type, key }])
  }
}

/** What one statement selects and joins. */
interface Sql {
  joins: string[]
  places: string[]
}

/** What is read of one row: its columns stand in the statement's answer from `at` on; the rows beside it by the name under which it holds them. */
interface Part {
  type: Type
  columns: readonly ColumnShape[]
  beside: { name: string; carried: boolean; part: Part }[]
  sql: Sql
  at: number
  unread?: readonly string[]
}

/** How many ways of reading a type are kept in mind. */
const READINGS = 500

/** One way of reading rows, worked out once: the columns and joins of a statement, and how its answer comes to life. */
export class Reading<T extends Entity> {
  readonly columns: string
  readonly joins: string
  /** Whether the rows that it carries are joined under their own names. */
  readonly carries: boolean
  readonly read: (row: readonly unknown[]) => T

  constructor(part: Part) {
    this.columns = part.sql.places.join(', ')
    this.joins = part.sql.joins.join('')
    this.carries = part.beside.some(one => one.carried)
    this.read = filler(part) as (row: readonly unknown[]) => T
  }
}

type Fill = (row: readonly unknown[]) => object

/** Brings one row to life out of a statement's answer. A column that was not read says so when it is asked for, instead of looking empty. */
function filler({ type, columns, beside, at, unread }: Part): Fill {
  const Row = makerOf<readonly unknown[]>(
    [
      ...columns.map(({ property, kind }, n): Made => [property, kind === 'plain' ? `given[${at + n}]` : `from.${kind}(given[${at + n}])`]),
      ...beside.map(({ name, part }, n): Made => [name, `given[${part.at + part.columns.findIndex(column => column.property === 'id')}] === null ? null : fills[${n}](given)`]),
    ],
    { from: FROM_DATABASE, fills: beside.map(({ part }) => filler(part)) },
  )
  Row.prototype = unread ? partial(type, unread) : type.prototype
  return row => new Row(row)
}

function partial({ prototype, name }: Type, unread: readonly string[]): object {
  const partly = Object.create(prototype as object) as object
  for (const property of unread) {
    if (Object.getOwnPropertyDescriptor(prototype, property)?.get) continue
    Object.defineProperty(partly, property, {
      get: () => { throw new Error(`${name}.${property} was not read: the field that needs it has to say so with @Needs.`) },
      set(this: object, value: unknown) { Object.defineProperty(this, property, { value, enumerable: true, writable: true, configurable: true }) },
    })
  }
  return partly
}

/** What a type looks like in its table, worked out once: how to select it, bring it to life and write it. */
export class Shape<T extends Entity = Entity> {
  private static readonly known = new WeakMap<DataSource, Map<Function, Shape>>()

  readonly table: string
  private readonly columns: ColumnShape[]
  private readonly sealed: readonly string[]
  private readonly ciphers: ReadonlySet<string>
  /** The columns of each unique index but the id's. */
  private readonly unique: readonly (readonly string[])[]
  private readonly carried: readonly Carried[]
  /** What a list reads: everything but ciphertext. */
  private readonly light: readonly ColumnShape[]
  private readonly readings = new Map<string, Reading<T>>()
  private wholeReading: Reading<T> | undefined
  private inserting: string | undefined
  private Snapshot: (new (entity: object) => Row) | undefined

  private constructor(
    private readonly source: DataSource,
    readonly type: Type<T>,
  ) {
    const metadata = source.getMetadata(type)
    const codes = listColumnsOf(type)
    this.table = metadata.tableName
    this.columns = metadata.columns.map(column => ({
      property: column.propertyName,
      kind: codes.has(column.propertyName) ? 'list' : column.type === 'json' ? 'json' : column.type === 'boolean' || column.type === Boolean ? 'flag' : 'plain',
    }))
    this.sealed = sealedColumnsOf(type).map(({ property }) => property)
    this.ciphers = new Set(this.sealed.map(cipherColumn))
    this.unique = [...metadata.indices.filter(index => index.isUnique), ...metadata.uniques].map(index => index.columns.map(column => column.propertyName))
    this.light = this.columns.filter(column => !this.ciphers.has(column.property))
    this.carried = carried.get(type) ?? []
  }

  static of<T extends Entity>(source: DataSource, type: Type<T>): Shape<T> {
    let shapes = Shape.known.get(source)
    if (!shapes) Shape.known.set(source, (shapes = new Map()))
    let shape = shapes.get(type)
    if (!shape) shapes.set(type, (shape = new Shape(source, type) as unknown as Shape))
    return shape as unknown as Shape<T>
  }

  has(property: string): boolean {
    return this.columns.some(column => column.property === property)
  }

  /** How rows are read for showing: what is asked of them, or else every column with the rows that they carry. Never ciphertext. */
  reading(asked: Asked | null = null): Reading<T> {
    const key = asked?.key ?? ''
    let reading = this.readings.get(key)
    if (!reading) {
      if (this.readings.size >= READINGS) this.readings.clear()
      this.readings.set(key, (reading = new Reading(this.partOf(asked, 'it', { joins: [], places: [] }))))
    }
    return reading
  }

  /** How rows are read for an act: the row alone, ciphertext included. */
  get whole(): Reading<T> {
    return (this.wholeReading ??= new Reading({ type: this.type, columns: this.columns, beside: [], sql: { joins: [], places: this.columns.map(({ property }) => `it.\`${property}\``) }, at: 0 }))
  }

  /** The rows that it carries, joined under their property's name. */
  get joins(): string {
    return this.carried.map(one => ` JOIN ${this.shapeOf(one).table} ${one.property} ON ${one.property}.id = it.${one.key}`).join('')
  }

  private shapeOf(one: Carried): Shape {
    return Shape.of(this.source, one.type())
  }

  /** What is read of one row, under an alias, and of the rows beside it. */
  private partOf(asked: Asked | null, alias: string, sql: Sql): Part {
    const properties = asked?.properties ? new Set(asked.properties) : null
    for (const property of properties ?? []) if (!this.has(property)) throw new Error(`${this.type.name} has no column ${property}: @Needs names columns.`)
    const columns = properties ? this.light.filter(column => properties.has(column.property)) : this.light
    const part: Part = { type: this.type, columns, beside: [], sql, at: sql.places.length }
    sql.places.push(...columns.map(({ property }) => `${alias}.\`${property}\``))
    for (const one of this.carried) {
      const along = asked?.along.get(one.property)?.asked
      if (along || !properties) part.beside.push({ name: one.property, carried: alias === 'it', part: this.beside(this.shapeOf(one), one.key, properties ? along! : null, alias, alias === 'it' ? one.property : '', sql) })
    }
    for (const [name, { reference, asked: along }] of asked?.along ?? []) {
      if (this.carried.some(one => one.property === name)) continue
      if (!reference) throw new Error(`${this.type.name} carries no ${name}: @Needs names columns of rows that it carries.`)
      // What is read whole is fetched once for all that name it.
      if (along.properties) part.beside.push({ name, carried: false, part: this.beside(Shape.of(this.source, reference.type), reference.key, along, alias, '', sql) })
    }
    const read = new Set(part.beside.map(({ name }) => name))
    if (properties) part.unread = [...this.light, ...this.carried].map(({ property }) => property).filter(property => !properties.has(property) && !read.has(property))
    return part
  }

  private beside(shape: Shape, key: string, asked: Asked | null, from: string, name: string, sql: Sql): Part {
    const alias = name || `r${sql.joins.length}`
    sql.joins.push(`${name ? '' : ' LEFT'} JOIN ${shape.table} ${alias} ON ${alias}.id = ${from}.\`${key}\``)
    return shape.partOf(asked, alias, sql)
  }

  /** The values of every column as they stand, to compare with later. */
  snapshot(entity: T): Row {
    this.Snapshot ??= makerOf<object, Row>(this.columns.map(({ property, kind }): Made => [property, `toDatabase(${JSON.stringify(kind)}, given[${JSON.stringify(property)}])`]), { toDatabase })
    return new this.Snapshot(entity)
  }

  /** Seals what was set, and tells which columns differ from the snapshot. */
  changes(entity: T, before: Row | undefined): { columns: string[]; sealed: Set<string> } {
    const sealed = new Set<string>()
    const holder = entity as unknown as Record<string, unknown>
    for (const property of this.sealed) {
      const plain = sealedChange(entity, property)
      if (plain === undefined) continue
      holder[cipherColumn(property)] = plain === null ? null : seal(plain, placeOf(this.type, entity.id, property))
      sealed.add(property)
    }
    const columns: string[] = []
    for (const { property, kind } of this.columns) {
      if (!before || !same(before[property], toDatabase(kind, this.valueOf(entity, property)))) columns.push(property)
    }
    return { columns, sealed }
  }

  /** The statement that writes one new row, its values in the order of a snapshot. */
  get insertion(): string {
    return (this.inserting ??= `INSERT INTO ${this.table} (${this.columns.map(({ property }) => `\`${property}\``).join(',')}) VALUES (${this.columns.map(() => '?').join(',')})`)
  }

  /** Whether a unique index may refuse the row, of which these columns changed, or all. One that lacks a value is never refused. */
  mayCollide(row: Row, changed: readonly string[] | null): boolean {
    return this.unique.some(columns => (!changed || columns.some(column => changed.includes(column))) && columns.every(column => row[column] !== null))
  }

  isCipher(property: string): boolean {
    return this.ciphers.has(property)
  }

  private valueOf(entity: T, property: string): unknown {
    return (entity as unknown as Record<string, unknown>)[property]
  }
}

const FROM_DATABASE: Readonly<Record<Exclude<Kind, 'plain'>, (value: unknown) => unknown>> = {
  list: value => (value ? String(value).split(',') : []),
  flag: value => (value === null ? null : value === true || value === 1),
  json: value => (typeof value === 'string' ? JSON.parse(value) : value) as unknown,
}

function toDatabase(kind: Kind, value: unknown): Value {
  if (kind === 'list') return Array.isArray(value) ? value.join(',') : ''
  if (value === undefined || value === null) return null
  if (kind === 'json') return JSON.stringify(value)
  // A text that was cut in the middle of a character could neither be kept nor be known again by its line in the trail.
  return typeof value === 'string' ? value.toWellFormed() : (value as Value)
}

function same(before: unknown, after: unknown): boolean {
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime()
  if (Buffer.isBuffer(before) && Buffer.isBuffer(after)) return before.equals(after)
  if (typeof before === 'boolean' || typeof after === 'boolean') return Boolean(before) === Boolean(after) && (before === null) === (after === null)
  return before === after
}
