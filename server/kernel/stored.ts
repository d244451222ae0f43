import { Column } from 'typeorm'
import { classesOf } from './classesOf'

/** Text is compared as people compare it; codes and ids byte by byte. */
const people = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_520_ci' } as const
const exact = { charset: 'ascii', collation: 'ascii_bin' } as const

interface Options {
  nullable?: boolean
  default?: string | number | boolean
}

/** What is said of columns of a type; a type has those of the types that it extends too. */
class Said<V> {
  private readonly own = new Map<Function, Map<string, V>>()
  private readonly whole = new Map<Function, ReadonlyMap<string, V>>()

  say({ constructor: type }: object, property: string | symbol, value: V): void {
    this.own.set(type, (this.own.get(type) ?? new Map<string, V>()).set(String(property), value))
  }

  of(type: Function): ReadonlyMap<string, V> {
    let whole = this.whole.get(type)
    if (!whole) this.whole.set(type, (whole = new Map(classesOf(type).reverse().flatMap(each => [...(this.own.get(each) ?? [])]))))
    return whole
  }
}

const lists = new Said<true>()
const secrets = new Said<true>()
const places = new Said<RegionColumn>()

/** How a column holds division codes: one, a list, or after the slash of a key. */
export type RegionColumn = 'one' | 'list' | 'key'

/** The columns that hold a list of codes in one value. */
export const listColumnsOf = (type: Function): ReadonlyMap<string, true> => lists.of(type)

/** The columns that hold division codes, and how. */
export const regionColumnsOf = (type: Function): ReadonlyMap<string, RegionColumn> => places.of(type)

/** The columns that hold digests of secrets: the trail says that they changed, never what they are. */
export const secretColumnsOf = (type: Function): ReadonlyMap<string, true> => secrets.of(type)

/** A column whose value the trail does not tell, only that it changed: whoever reads the trail need not know it. */
export const Untold: PropertyDecorator = (prototype, property) => secrets.say(prototype, property, true)

/** How a property is kept in its table. One word for each kind of value that the bureau keeps. */
export const Stored = {
  /** The id of another row, a ULID. */
  ref: (options: Options = {}) => Column({ type: 'char', length: 26, ...exact, ...options }),
  /** A 12-digit division code. */
  region: (options: Options = {}): PropertyDecorator => (prototype, property) => {
    places.say(prototype, property, 'one')
    Column({ type: 'char', length: 12, ...exact, ...options })(prototype, property)
  },
  /** A short list of division codes, kept as other lists of codes are. */
  regions: (length = 400, options: Options = {}): PropertyDecorator => (prototype, property) => {
    places.say(prototype, property, 'list')
    Stored.codes(length, options)(prototype, property)
  },
  /** A key whose part after the slash is a division code: what keeps one of a kind to a place. */
  regionKey: (length: number, options: Options = {}): PropertyDecorator => (prototype, property) => {
    places.say(prototype, property, 'key')
    Column({ type: 'varchar', length, ...exact, ...options })(prototype, property)
  },
  /** A value of an enum, a permission, a token: ASCII. */
  code: (length = 24, options: Options = {}) => Column({ type: 'varchar', length, ...exact, ...options }),
  /** The digest of a secret, or several: never shown, not even in the trail. */
  secret: (length: number, options: Options = {}): PropertyDecorator => (prototype, property) => {
    secrets.say(prototype, property, true)
    Column({ type: 'varchar', length, ...exact, ...options })(prototype, property)
  },
  /** Words that people write. */
  text: (length: number, options: Options = {}) => Column({ type: 'varchar', length, ...people, ...options }),
  /** More than a line of words. */
  long: (options: Options = {}) => Column({ type: 'text', ...people, ...options }),
  /** A calendar day, `YYYY-MM-DD`. */
  day: (options: Options = {}) => Column({ type: 'date', ...options }),
  /** An instant, UTC, to the millisecond. */
  instant: (options: Options = {}) => Column({ type: 'datetime', precision: 3, ...options }),
  whole: (options: Options = {}) => Column({ type: 'int', ...options }),
  flag: (options: Options = {}) => Column({ type: 'boolean', ...options }),
  /** Yuan and fen, a decimal string in memory. */
  money: (options: Options = {}) => Column({ type: 'decimal', precision: 14, scale: 2, ...options }),
  /** A short list of codes, kept comma-separated; asked with FIND_IN_SET. */
  codes: (length = 400, options: Options = {}): PropertyDecorator => (prototype, property) => {
    lists.say(prototype, property, true)
    Column({ type: 'varchar', length, ...exact, ...options })(prototype, property)
  },
  /** A document without a fixed shape. Only the audit's changes and frozen snapshots are of this kind. */
  json: (options: Options = {}) => Column({ type: 'json', ...options }),
  bytes: (length: number, options: Options = {}) => Column({ type: 'varbinary', length, ...options }),
  /** A file's content, up to 16 MB. */
  blob: (options: Options = {}) => Column({ type: 'mediumblob', ...options }),
}
