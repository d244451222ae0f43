import mysql from 'mysql2'
import type { Pool, PoolConnection } from 'mysql2'

export type Row = Record<string, unknown>
export type Values = readonly unknown[]

export interface Region {
  code: string
  name: string
  level: string
  parentCode: string | null
}

/** What a hand-written answer has at hand: the pool, and what a good engineer would keep in memory. */
export class Limit {
  statements = 0
  regions = new Map<string, Region>()
  /** What pioneer posts may offer, in the catalogue's order. */
  services: { code: string; nameZh: string }[] = []
  /** Whom the questions about cases and posts come from. */
  officerId = ''

  private constructor(private readonly pool: Pool) {}

  static async open(url: string, poolSize: number): Promise<Limit> {
    const pool = mysql.createPool({ uri: url, connectionLimit: poolSize, maxIdle: poolSize, timezone: 'Z', dateStrings: ['DATE'], charset: 'utf8mb4' })
    pool.on('connection', connection => void connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined))
    const limit = new Limit(pool)
    limit.regions = new Map((await limit.query<Region & Row>('SELECT code, name, level, parentCode FROM regions')).map(row => [row.code, row]))
    limit.services = (await limit.query<{ code: string; nameZh: string }>("SELECT code, nameZh FROM service_items WHERE programmeCode = 'PIONEER_POST' ORDER BY sort")).map(({ code, nameZh }) => ({ code, nameZh }))
    limit.officerId = process.env.BENCH_OFFICER!
    return limit
  }

  query<T extends Row = Row>(sql: string, values: Values = []): Promise<T[]> {
    this.statements++
    return new Promise((resolve, reject) => this.pool.query(sql, values as unknown[], (error, rows) => (error ? reject(error) : resolve(rows as unknown as T[]))))
  }

  /** One transaction on one connection. */
  async transaction<T>(work: (query: Limit['query']) => Promise<T>): Promise<T> {
    const connection = await new Promise<PoolConnection>((resolve, reject) => this.pool.getConnection((error, taken) => (error ? reject(error) : resolve(taken))))
    const query = <R extends Row>(sql: string, values: Values = []): Promise<R[]> => {
      this.statements++
      return new Promise((resolve, reject) => connection.query(sql, values as unknown[], (error, rows) => (error ? reject(error) : resolve(rows as unknown as R[]))))
    }
    try {
      await query('START TRANSACTION')
      const result = await work(query)
      await query('COMMIT')
      return result
    } catch (error) {
      await query('ROLLBACK')
      throw error
    } finally {
      connection.release()
    }
  }

  region(code: string): { code: string; name: string } {
    return { code, name: this.regions.get(code)?.name ?? code }
  }

  /** As a list shows it: a village with its township. */
  placed(code: string): { code: string; name: string; fullName: string } {
    const region = this.regions.get(code)
    const township = region?.level === 'VILLAGE' && region.parentCode ? this.regions.get(region.parentCode) : undefined
    const name = region?.name ?? code
    return { code, name, fullName: township ? `${township.name} ${name}` : name }
  }
}

/** A division's subtree, as the codes say it. */
export const subtree = (code: string): string => `${code.replace(/(000){1,2}$/, '')}%`
/** A list of codes in a column. */
export const codes = (value: unknown): string[] => (value ? String(value).split(',') : [])
export const flag = (value: unknown): boolean => value === 1
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
export const offset = ({ number, size }: { number: number; size: number }): string => ` LIMIT ${size} OFFSET ${(number - 1) * size}`
