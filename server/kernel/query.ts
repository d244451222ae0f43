import type { Row, Value } from './database'
import type { Entity } from './entity'
import type { Shape } from './shape'

type Send = (sql: string, values: readonly Value[]) => Promise<Row[]>

/** A question for rows of one type, `it`. Conditions are joined by AND; rows that the type carries are joined under their property's name. */
export class Query<T extends Entity> {
  private readonly conditions: string[] = []
  private readonly values: Value[] = []
  private order: string[] = []
  private span = ''

  constructor(
    private readonly shape: Shape<T>,
    private readonly send: Send,
  ) {}

  /** Adds a condition; `?` takes the values in turn, `IN (?)` takes a list. */
  where(sql: string, ...values: (Value | readonly string[])[]): this {
    if (values.some(value => Array.isArray(value) && value.length === 0)) this.conditions.push('1=0')
    else {
      this.conditions.push(sql)
      this.values.push(...(values as Value[]))
    }
    return this
  }

  has(property: string): boolean {
    return this.shape.has(property)
  }

  orderBy(sql: string): this {
    this.order.push(sql)
    return this
  }

  page(number: number, size: number): this {
    this.span = ` LIMIT ${Math.trunc(size)} OFFSET ${Math.trunc((number - 1) * size)}`
    return this
  }

  limit(size: number): this {
    return this.page(1, size)
  }

  async rows(): Promise<T[]> {
    const rows = await this.send(this.shape.select() + this.rest(), this.values)
    return rows.map(row => this.shape.read(row))
  }

  async first(): Promise<T | null> {
    return (await this.limit(1).rows())[0] ?? null
  }

  async count(): Promise<number> {
    const [row] = await this.send(`SELECT COUNT(*) AS n${this.from(this.conditions)}${this.condition()}`, this.values)
    return Number(row?.n ?? 0)
  }

  /** How many rows there are under each value of an expression, the most first. */
  async tally(by: string): Promise<{ key: string; count: number }[]> {
    const rows = await this.send(`SELECT ${by} AS k, COUNT(*) AS n${this.from([...this.conditions, by])}${this.condition()} GROUP BY k ORDER BY n DESC, k`, this.values)
    return rows.map(row => ({ key: String(row.k ?? ''), count: Number(row.n) }))
  }

  async exists(): Promise<boolean> {
    const rows = await this.send(`SELECT 1 FROM ${this.shape.table} it${this.condition()} LIMIT 1`, this.values)
    return rows.length > 0
  }

  async ids(): Promise<string[]> {
    const rows = await this.send(`SELECT it.id${this.from([...this.conditions, ...this.order])}${this.rest()}`, this.values)
    return rows.map(row => row.id as string)
  }

  /** The one row with its ciphertext, locked if asked. */
  async whole(lock: boolean): Promise<T | null> {
    return (await this.limit(1).allWhole(lock))[0] ?? null
  }

  async allWhole(lock: boolean): Promise<T[]> {
    const rows = await this.send(`${this.shape.selectWhole()}${this.rest()}${lock ? ' FOR UPDATE' : ''}`, this.values)
    return rows.map(row => this.shape.readWhole(row))
  }

  /** The table, with the carried rows only where a condition or the order speaks of them. */
  private from(spoken: readonly string[]): string {
    const joined = spoken.some(sql => /\b(?!it\b)[a-z]\w*\.[\w`]/i.test(sql.replace(/\(SELECT[\s\S]*\)/gi, '')))
    return joined ? this.shape.select().replace(/^SELECT .*? FROM /, ' FROM ') : ` FROM ${this.shape.table} it`
  }

  private condition(): string {
    return this.conditions.length ? ` WHERE ${this.conditions.join(' AND ')}` : ''
  }

  private rest(): string {
    return this.condition() + (this.order.length ? ` ORDER BY ${this.order.join(', ')}` : '') + this.span
  }
}
