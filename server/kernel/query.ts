import type { Condition } from './access'
import type { Asked } from './asked'
import type { Row, Value } from './database'
import type { Entity } from './entity'
import type { Reading, Shape } from './shape'

/** So many rows are sorted sooner than the engine walks through an order until it has met enough of them. */
const SOON_SORTED = 6000
/** And of so many plain conditions soon find theirs, whether an index serves or not. */
const SOON_SEARCHED = 100_000

/** How a question reaches the database: an answer's rows by the names of their columns, or as bare values in the order of the columns. */
export interface Send {
  rows(sql: string, values: readonly Value[]): Promise<Row[]>
  values(sql: string, values: readonly Value[]): Promise<unknown[][]>
  /** As `values`, together with what else is soon answered. */
  along(sql: string, values: readonly Value[]): Promise<unknown[][]>
  /** Null where the answer takes longer than so many milliseconds. */
  rowsWithin(milliseconds: number, sql: string, values: readonly Value[]): Promise<Row[] | null>
  /** About how many rows a table has. */
  sizeOf(table: string): number
}

/** A question for rows of one type, `it`. Conditions are joined by AND; rows that the type carries are joined under their property's name. */
export class Query<T extends Entity> {
  /** By any of which rows come within reach; none where that is not asked. */
  private ways: readonly Condition[] = []
  private readonly conditions: string[] = []
  private readonly given: Value[] = []
  /** What its conditions leave of a table, as far as they know. */
  private readonly leaves: NonNullable<Condition['leaves']>[] = []
  private readonly order: string[] = []
  /** How many conditions only compare values, and how the rows are counted without them where that is kept; as long as there is no further condition. */
  private plain: { conditions: number; kept: Statement | null } | undefined
  /** The column by which the order begins, where rows without a value come last. */
  private last: string | undefined
  private asIndex = false
  private size = 0
  private skip = 0

  constructor(
    private readonly shape: Shape<T>,
    private readonly send: Send,
  ) {}

  /** Keeps the rows that come by any of these ways. */
  within(ways: readonly Condition[]): this {
    this.ways = ways
    return this
  }

  /** Adds a condition; `?` takes the values in turn, `IN (?)` takes a list. */
  where(sql: string, ...values: (Value | readonly string[])[]): this {
    if (values.some(value => Array.isArray(value) && value.length === 0)) this.conditions.push('1=0')
    else {
      this.conditions.push(sql)
      this.given.push(...(values as Value[]))
    }
    return this
  }

  /** Adds a condition that is known by itself. */
  whereIs({ sql, values, leaves }: Condition): this {
    if (leaves) this.leaves.push(leaves)
    return this.where(sql, ...values)
  }

  has(property: string): boolean {
    return this.shape.has(property)
  }

  orderBy(sql: string): this {
    this.order.push(...sql.split(/,\s*(?![^(]*\))/))
    return this
  }

  /** Says that an index has these rows in this order: they are read as they come, instead of first which they are. */
  asIndexed(): this {
    this.asIndex = true
    return this
  }

  page(number: number, size: number): this {
    this.size = Math.trunc(size)
    this.skip = Math.trunc((number - 1) * size)
    return this
  }

  limit(size: number): this {
    return this.page(1, size)
  }

  /** An order in which rows without a value come last, whichever way it goes. */
  orderLast(column: string, order: 'ASC' | 'DESC'): this {
    // Without a value comes last by itself where the order descends; where it ascends each part has an order that an index can have.
    if (order === 'ASC') this.last = column
    return this.orderBy(order === 'ASC' ? `(${column} IS NULL), ${column} ASC` : `${column} DESC`)
  }

  /** The rows for showing: whole, or only what is asked of them. */
  async rows(asked: Asked | null = null): Promise<T[]> {
    const reading = this.shape.reading(asked)
    if (!asked || !this.size || speaksOfOthers(this.order)) return this.read(reading, this.select(reading))
    const [valued, without] = this.halves
    if (!without) return this.read(reading, this.asIndex ? this.select(reading) : this.aPage(reading, [valued]))
    // Most pages are full before the first row without a value, and where those come all by themselves an index has their order.
    const first = await this.read(reading, this.aPage(reading, [valued]))
    if (first.length === this.size) return first
    if (first.length === 0 && this.skip > 0) return this.read(reading, this.aPage(reading, [valued, without]))
    const others = await this.read(reading, this.aPage(reading, [without], { size: this.size - first.length, skip: 0 }))
    // One that has lost its value since was among the first.
    return [...first, ...others.filter(({ id }) => first.every(row => row.id !== id))]
  }

  async first(asked: Asked | null = null): Promise<T | null> {
    const reading = this.shape.reading(asked)
    return (await this.read(reading, this.limit(1).select(reading)))[0] ?? null
  }

  async count(): Promise<number> {
    return this.numberOf(this.countingAll())
  }

  private async numberOf(statement: Statement): Promise<number> {
    return Number((await this.answer(statement))[0]?.[0] ?? 0)
  }

  /** What is soon answered goes with what else is read; what may take its time has a connection of its own, and ends alone where that is too long. */
  private answer([sql, values]: Statement): Promise<unknown[][]> {
    return this.isSoonAnswered ? this.send.along(sql, values) : this.send.values(sql, values)
  }

  private get isSoonAnswered(): boolean {
    return this.countingKept !== null || this.asIndex || (this.isPlain && this.isOfFewer(SOON_SEARCHED))
  }

  /** Whether its table has fewer rows, and they come by one way. */
  private isOfFewer(than: number): boolean {
    return this.ways.length <= 1 && this.send.sizeOf(this.shape.table) < than
  }

  private get isPlain(): boolean {
    return this.plain?.conditions === this.conditions.length
  }

  private countingAll(): Statement {
    return this.countingKept ?? [`SELECT COUNT(*) AS n${this.from()}${this.condition()}`, this.values]
  }

  private get countingKept(): Statement | null {
    return this.isPlain ? this.plain!.kept : null
  }

  /** How many rows there are; beyond a bound it need not be told how many more. */
  async countUpTo(most: number): Promise<number> {
    return this.numberOf(this.counting(most))
  }

  /** As `countUpTo`; null where even that takes longer than so many milliseconds. */
  async countWithin(milliseconds: number, most: number): Promise<number | null> {
    if (this.isSoonAnswered) return this.numberOf(this.counting(most))
    const rows = await this.send.rowsWithin(milliseconds, ...this.counting(most))
    return rows && Number(rows[0]?.n ?? 0)
  }

  private counting(most: number): Statement {
    // What cannot be much more than the bound is sooner counted to its end: a bound has the rows written down before they are counted.
    if (this.isSoonAnswered || this.isOfFewer(most)) return this.countingAll()
    // By each way those that came by none before, so that an index of each may serve.
    const ways = this.ways.map((way, n) => [way, ...this.ways.slice(0, n).map(other => ({ sql: `(${other.sql}) IS NOT TRUE`, values: other.values }))].reduce(both))
    const arms = (ways.length > 0 ? ways.map(way => [way]) : [[]]).map(by => ({ sql: `SELECT 1${this.from()}${this.condition(by)} LIMIT ${Math.trunc(most)}`, values: this.valuesBy(by) }))
    const all = arms.length === 1 ? arms[0]!.sql : `${arms.map(arm => `(${arm.sql})`).join(' UNION ALL ')} LIMIT ${Math.trunc(most)}`
    return [`SELECT COUNT(*) AS n FROM (${all}) counted`, arms.flatMap(arm => arm.values)]
  }

  /** Says that its conditions so far only compare values, and how such rows are counted from what is kept of them, if they are. */
  plainly(kept: Statement | null): this {
    this.plain = { conditions: this.conditions.length, kept }
    return this
  }

  /** How many rows there are under each value of an expression, the most first. */
  async tally(by: string): Promise<{ key: string; count: number }[]> {
    const rows = await this.send.rows(`SELECT ${by} AS k, COUNT(*) AS n${this.from([by])}${this.condition()} GROUP BY k ORDER BY n DESC, k`, this.values)
    return rows.map(row => ({ key: String(row.k ?? ''), count: Number(row.n) }))
  }

  async exists(): Promise<boolean> {
    const rows = await this.send.rows(`SELECT 1 FROM ${this.shape.table} it${this.condition()} LIMIT 1`, this.values)
    return rows.length > 0
  }

  async ids(): Promise<string[]> {
    const rows = await this.send.values(`SELECT it.id${this.from(this.order)}${this.rest()}`, this.values)
    return rows.map(([id]) => id as string)
  }

  /** The one row with its ciphertext, locked if asked. */
  async whole(lock: boolean): Promise<T | null> {
    return (await this.limit(1).allWhole(lock))[0] ?? null
  }

  allWhole(lock: boolean): Promise<T[]> {
    const reading = this.shape.whole
    return this.read(reading, [`SELECT ${reading.columns} FROM ${this.shape.table} it${this.rest()}${lock ? ' FOR UPDATE' : ''}`, this.values])
  }

  private async read(reading: Reading<T>, statement: Statement): Promise<T[]> {
    return (await this.answer(statement)).map(row => reading.read(row))
  }

  private select(reading: Reading<T>): Statement {
    const others = reading.carries || !speaksOfOthers([...this.spoken, ...this.order]) ? '' : this.shape.joins
    return [`SELECT ${reading.columns} FROM ${this.shape.table} it${others}${reading.joins}${this.rest()}`, this.values]
  }

  /** A page in one statement: first which rows, which an index may tell alone, then what is asked of those few. */
  private aPage(reading: Reading<T>, halves: readonly Half[], span = this.span): Statement {
    const [which, values] = this.whichRows(halves, span)
    return [`SELECT STRAIGHT_JOIN ${reading.columns} FROM (${which}) page JOIN ${this.shape.table} it ON it.id = page.id${reading.joins} ORDER BY ${this.order.join(', ')}`, values]
  }

  /** All rows at once, or where those without a value come last, the others and those: each half has an order that an index can have. */
  private get halves(): [Half, Half?] {
    if (!this.last || this.isSoonSorted) return [{ sql: null, order: this.order }]
    return [{ sql: `${this.last} IS NOT NULL`, order: this.order.slice(1) }, { sql: `${this.last} IS NULL`, order: this.order.slice(2) }]
  }

  /** Whether its rows are known to be few. */
  private get isSoonSorted(): boolean {
    const [way, ...others] = this.ways
    const leaves = way?.leaves && others.length === 0 ? [way.leaves, ...this.leaves] : this.leaves
    const rows = this.send.sizeOf(this.shape.table)
    return leaves.some(leave => leave(rows) < SOON_SORTED)
  }

  /** The ids of the page. Where its rows come by several ways, or out of both halves, each part has an order of its own; the page is the first of them all. */
  private whichRows(halves: readonly Half[], span: Span): Statement {
    const parts = (this.ways.length > 1 ? this.ways.map(way => [way]) : [this.ways]).flatMap(by => halves.map(half => ({ by, ...half })))
    const from = this.from(this.order)
    const [only] = parts
    if (only && parts.length === 1) return [`SELECT it.id${from}${this.condition(only.by, only.sql ? [only.sql] : [])} ORDER BY ${only.order.join(', ')}${spanned(span)}`, this.valuesBy(only.by)]
    const [terms, directions] = [this.order.map(sql => sql.replace(DIRECTION, '')), this.order.map(sql => DIRECTION.exec(sql)?.[1] ?? 'ASC')]
    const columns = terms.map((sql, n) => `, ${sql} AS k${n}`).join('')
    const arms = parts.map(({ by, sql, order }) => `(SELECT it.id${columns}${from}${this.condition(by, sql ? [sql] : [])} ORDER BY ${order.join(', ')} LIMIT ${span.skip + span.size})`)
    return [`SELECT either.id FROM (${arms.join(' UNION ')}) either ORDER BY ${directions.map((direction, n) => `either.k${n} ${direction}`).join(', ')}${spanned(span)}`, parts.flatMap(({ by }) => this.valuesBy(by))]
  }

  /** The table, with the carried rows only where a condition, or what else is said, speaks of them. */
  private from(more: readonly string[] = []): string {
    return ` FROM ${this.shape.table} it${speaksOfOthers([...this.spoken, ...more]) ? this.shape.joins : ''}`
  }

  private get spoken(): string[] {
    return [...this.ways.map(({ sql }) => sql), ...this.conditions]
  }

  /** What rows must be, coming by any of these ways. */
  private condition(by: readonly Condition[] = this.ways, further: readonly string[] = []): string {
    const ways = by.map(({ sql }) => `(${sql})`)
    const all = [...(ways.length > 1 ? [`(${ways.join(' OR ')})`] : ways), ...this.conditions, ...further]
    return all.length ? ` WHERE ${all.join(' AND ')}` : ''
  }

  private valuesBy(by: readonly Condition[]): Value[] {
    return [...by.flatMap(({ values }) => values), ...this.given]
  }

  private get values(): Value[] {
    return this.valuesBy(this.ways)
  }

  private rest(): string {
    return this.condition() + (this.order.length ? ` ORDER BY ${this.order.join(', ')}` : '') + spanned(this.span)
  }

  private get span(): Span {
    return { size: this.size, skip: this.skip }
  }
}

/** A part of the rows with an order of its own. */
interface Half {
  readonly sql: string | null
  readonly order: readonly string[]
}

/** Which of the rows in order are meant; a size of 0 means all. */
interface Span {
  readonly size: number
  readonly skip: number
}

const spanned = ({ size, skip }: Span): string => (size ? ` LIMIT ${size} OFFSET ${skip}` : '')

const both = (one: Condition, other: Condition): Condition => ({ sql: `(${one.sql}) AND ${other.sql}`, values: [...one.values, ...other.values] })
const DIRECTION = / (ASC|DESC)$/i

export type Statement = [sql: string, values: readonly Value[]]

/** Whether pieces of SQL speak of rows beside `it`. */
const speaksOfOthers = (pieces: readonly string[]): boolean => pieces.some(sql => /\b(?!it\b)[a-z]\w*\.[\w`]/i.test(sql.replace(/\(SELECT[\s\S]*\)/gi, '')))
