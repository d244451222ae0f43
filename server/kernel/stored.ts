import { Column } from 'typeorm'

/** Text is compared as people compare it; codes and ids byte by byte. */
const people = { charset: 'utf8mb4', collation: 'utf8mb4_unicode_520_ci' } as const
const exact = { charset: 'ascii', collation: 'ascii_bin' } as const

interface Options {
  nullable?: boolean
  default?: string | number | boolean
}

const lists = new Map<Function, Set<string>>()
const secrets = new Map<Function, Set<string>>()
const places = new Map<Function, Map<string, RegionColumn>>()

/** How a column holds division codes: one, a list, or after the slash of a key. */
export type RegionColumn = 'one' | 'list' | 'key'

/** The columns that hold a list of codes in one value. */
export const listColumnsOf = (type: Function): ReadonlySet<string> => lists.get(type) ?? new Set()

/** The columns that hold division codes, and how. */
export const regionColumnsOf = (type: Function): ReadonlyMap<string, RegionColumn> => places.get(type) ?? new Map()

/** The columns that hold digests of secrets: the trail says that they changed, never what they are. */
export const secretColumnsOf = (type: Function): ReadonlySet<string> => secrets.get(type) ?? new Set()

function note(kinds: Map<Function, Set<string>>, prototype: object, property: string | symbol): void {
  const known = kinds.get(prototype.constructor) ?? new Set<string>()
  kinds.set(prototype.constructor, known.add(String(property)))
}

function place(prototype: object, property: string | symbol, how: RegionColumn): void {
  places.set(prototype.constructor, (places.get(prototype.constructor) ?? new Map<string, RegionColumn>()).set(String(property), how))
}

/** A column whose value the trail does not tell, only that it changed: whoever reads the trail need not know it. */
export const Untold: PropertyDecorator = (prototype, property) => note(secrets, prototype, property)

/** How a property is kept in its table. One word for each kind of value that the bureau keeps. */
export const Stored = {
  /** The id of another row, a ULID. */
  ref: (options: Options = {}) => Column({ type: 'char', length: 26, ...exact, ...options }),
  /** A 12-digit division code. */
  region: (options: Options = {}): PropertyDecorator => (prototype, property) => {
    place(prototype, property, 'one')
    Column({ type: 'char', length: 12, ...exact, ...options })(prototype, property)
  },
  /** A short list of division codes, kept as other lists of codes are. */
  regions: (length = 400, options: Options = {}): PropertyDecorator => (prototype, property) => {
    place(prototype, property, 'list')
    Stored.codes(length, options)(prototype, property)
  },
  /** A key whose part after the slash is a division code: what keeps one of a kind to a place. */
  regionKey: (length: number, options: Options = {}): PropertyDecorator => (prototype, property) => {
    place(prototype, property, 'key')
    Column({ type: 'varchar', length, ...exact, ...options })(prototype, property)
  },
  /** A value of an enum, a permission, a token: ASCII. */
  code: (length = 24, options: Options = {}) => Column({ type: 'varchar', length, ...exact, ...options }),
  /** The digest of a secret, or several: never shown, not even in the trail. */
  secret: (length: number, options: Options = {}): PropertyDecorator => (prototype, property) => {
    note(secrets, prototype, property)
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
    note(lists, prototype, property)
    Column({ type: 'varchar', length, ...exact, ...options })(prototype, property)
  },
  /** A document without a fixed shape. Only the audit's changes and frozen snapshots are of this kind. */
  json: (options: Options = {}) => Column({ type: 'json', ...options }),
  bytes: (length: number, options: Options = {}) => Column({ type: 'varbinary', length, ...options }),
  /** A file's content, up to 16 MB. */
  blob: (options: Options = {}) => Column({ type: 'mediumblob', ...options }),
}
