import type { DataSource } from 'typeorm'
import type { Row, Value } from './database'
import type { Entity, Type } from './entity'
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

/** What a type looks like in its table, worked out once: how to select it, bring it to life and write it. */
export class Shape<T extends Entity = Entity> {
  private static readonly known = new WeakMap<DataSource, Map<Function, Shape>>()

  readonly table: string
  private readonly columns: ColumnShape[]
  private readonly ciphers: ReadonlySet<string>
  private readonly carried: readonly Carried[]
  /** What a list reads: everything but ciphertext. */
  private readonly light: readonly ColumnShape[]

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
    this.ciphers = new Set(sealedColumnsOf(type).map(sealed => cipherColumn(sealed.property)))
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

  /** `SELECT … FROM …` for showing, with the carried rows joined; `it` is the row itself. */
  select(): string {
    const own = this.light.map(column => `it.\`${column.property}\``)
    const others = this.carried.flatMap(one => this.shapeOf(one).light.map(column => `${one.property}.\`${column.property}\` AS ${one.property}_${column.property}`))
    const joins = this.carried.map(one => ` JOIN ${this.shapeOf(one).table} ${one.property} ON ${one.property}.id = it.${one.key}`)
    return `SELECT ${[...own, ...others].join(', ')} FROM ${this.table} it${joins.join('')}`
  }

  /** `SELECT … FROM …` for an act: the row alone, ciphertext included. */
  selectWhole(): string {
    return `SELECT ${this.columns.map(column => `it.\`${column.property}\``).join(', ')} FROM ${this.table} it`
  }

  private shapeOf(one: Carried): Shape {
    return Shape.of(this.source, one.type())
  }

  /** Brings a row to life, without its ciphertext. */
  read(row: Row): T {
    const entity = this.fill(this.light, row, '')
    for (const one of this.carried) {
      const { light, type } = this.shapeOf(one)
      Object.defineProperty(entity, one.property, { value: this.shapeOf(one).fill(light, row, `${one.property}_`), enumerable: false, writable: true })
      void type
    }
    return entity
  }

  /** Brings a whole row to life, for an act. */
  readWhole(row: Row): T {
    return this.fill(this.columns, row, '')
  }

  private fill(columns: readonly ColumnShape[], row: Row, prefix: string): T {
    const entity = Object.create(this.type.prototype as object) as Record<string, unknown>
    for (const { property, kind } of columns) entity[property] = fromDatabase(kind, row[prefix + property])
    return entity as unknown as T
  }

  /** The values of every column as they stand, to compare with later. */
  snapshot(entity: T): Row {
    return Object.fromEntries(this.columns.map(({ property, kind }) => [property, toDatabase(kind, this.valueOf(entity, property))]))
  }

  /** Seals what was set, and tells which columns differ from the snapshot. */
  changes(entity: T, before: Row | undefined): { columns: string[]; values: Value[]; sealed: Set<string> } {
    const sealed = new Set<string>()
    const holder = entity as unknown as Record<string, unknown>
    for (const { property } of sealedColumnsOf(this.type)) {
      const plain = sealedChange(entity, property)
      if (plain === undefined) continue
      holder[cipherColumn(property)] = plain === null ? null : seal(plain, placeOf(this.type, entity.id, property))
      sealed.add(property)
    }
    const columns: string[] = []
    const values: Value[] = []
    for (const { property, kind } of this.columns) {
      const value = toDatabase(kind, this.valueOf(entity, property))
      if (before && same(before[property], value)) continue
      columns.push(property)
      values.push(value)
    }
    return { columns, values, sealed }
  }

  isCipher(property: string): boolean {
    return this.ciphers.has(property)
  }

  private valueOf(entity: T, property: string): unknown {
    return (entity as unknown as Record<string, unknown>)[property]
  }
}

function fromDatabase(kind: Kind, value: unknown): unknown {
  if (kind === 'list') return value ? String(value).split(',') : []
  if (value === null || value === undefined) return null
  if (kind === 'flag') return value === true || value === 1
  return kind === 'json' && typeof value === 'string' ? JSON.parse(value) : value
}

function toDatabase(kind: Kind, value: unknown): Value {
  if (kind === 'list') return Array.isArray(value) ? value.join(',') : ''
  if (value === undefined || value === null) return null
  return kind === 'json' ? JSON.stringify(value) : (value as Value)
}

function same(before: unknown, after: unknown): boolean {
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime()
  if (Buffer.isBuffer(before) && Buffer.isBuffer(after)) return before.equals(after)
  if (typeof before === 'boolean' || typeof after === 'boolean') return Boolean(before) === Boolean(after) && (before === null) === (after === null)
  return before === after
}
