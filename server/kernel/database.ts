import 'reflect-metadata'
import mysql from 'mysql2'
import type { Pool, PoolConnection } from 'mysql2'
import { DataSource, type MixedList } from 'typeorm'
import { Deadline } from './deadline'
import { Unavailable, Unfit } from './errors'

export type Row = Record<string, unknown>
export type Value = string | number | boolean | Date | Buffer | null | readonly (string | number)[]

/** What the driver answers to a statement that writes. */
export interface Written {
  affectedRows: number
}

const RETRYABLE = new Set([1213, 1205, 1020])
const AWAY = /^(ECONN|PROTOCOL_|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ER_CON_COUNT|ER_SERVER_SHUTDOWN|ER_TOO_MANY|POOL_)/
const AWAY_NUMBERS = new Set([1040, 1053, 1290, 1836, 1021, 1047, 1158, 1159, 1160, 1161, 1927, 3024, 1969, 1317, 1203, 1226, 2006, 2013])

interface DriverError {
  code?: string
  errno?: number
}

/** A deadlock, a lock wait or a failed certification: the whole act may be run again. */
export const isRetryable = (error: unknown): boolean => RETRYABLE.has((error as DriverError)?.errno ?? 0)
/** The database is away, refusing or read-only. */
export const isAway = (error: unknown): boolean => {
  const { code, errno } = (error ?? {}) as DriverError
  return AWAY_NUMBERS.has(errno ?? 0) || AWAY.test(code ?? '') || /closed state|Pool is closed|Connection lost/i.test(String((error as Error)?.message ?? ''))
}
/** Codes are ASCII: other letters can neither be compared with them nor kept as them; nor can what is too long or too large. */
const UNFIT = new Set([1264, 1267, 1270, 1271, 1366, 1406, 3854, 3988])
const fitting = (error: unknown): unknown => (UNFIT.has((error as DriverError)?.errno ?? 0) ? new Unfit() : error)
/** A unique index has the value already. */
export const isDuplicate = (error: unknown): boolean => (error as DriverError)?.errno === 1062

/** One connection, for the length of a statement or of a transaction. It is destroyed, not returned, when a deadline passes. */
export class Line {
  constructor(
    private readonly connection: PoolConnection,
    private readonly deadline: Deadline,
    private readonly watch: (sql: string) => void,
  ) {}

  query<T = Row[]>(sql: string, values: readonly Value[] = []): Promise<T> {
    this.watch(sql)
    const answer = new Promise<T>((resolve, reject) => {
      this.connection.query(sql, values as unknown[], (error, result) => (error ? reject(fitting(error)) : resolve(result as T)))
    })
    return this.deadline.race(answer, () => this.connection.destroy())
  }

  release(): void {
    this.connection.release()
  }

  destroy(): void {
    this.connection.destroy()
  }
}

/** The one door to the database: a pool, reads, and transactions, all under a deadline. */
export class Database {
  /** Statements sent since the start; the bench and the tests read it. */
  statements = 0
  /** Tests may look at each statement. */
  onStatement: ((sql: string) => void) | undefined

  private constructor(readonly source: DataSource) {}

  static async open(url: string, entities: MixedList<Function>, migrations: MixedList<Function> = [], poolSize = 20): Promise<Database> {
    const source = new DataSource({
      type: await flavourOf(url),
      url,
      entities,
      migrations,
      migrationsTransactionMode: 'each',
      synchronize: false,
      charset: 'utf8mb4',
      timezone: 'Z',
      dateStrings: ['DATE'],
      supportBigNumbers: true,
      poolSize,
      extra: { stringifyObjects: true, enableKeepAlive: true, maxIdle: poolSize, connectTimeout: 4000 },
    })
    await source.initialize()
    const pool = (source.driver as unknown as { pool: Pool }).pool
    // Every connection reads what is committed and speaks UTC, whatever the server's own defaults are.
    pool.on('connection', connection => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', () => undefined)
      connection.query("SET SESSION time_zone = '+00:00'", () => undefined)
    })
    return new Database(source)
  }

  /** The database's own name on its server. */
  get name(): string {
    return String(this.source.driver.database ?? 'database')
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { pool: Pool }).pool
  }

  /** Takes a connection out of the pool; whoever takes it gives it back. */
  async line(deadline = new Deadline(60_000)): Promise<Line> {
    let late = false
    const taken = new Promise<PoolConnection>((resolve, reject) => {
      this.pool.getConnection((error, connection) => {
        if (error) return reject(error)
        if (late) return connection.release()
        resolve(connection)
      })
    })
    try {
      const connection = await deadline.race(taken, () => { late = true })
      return new Line(connection, deadline, sql => {
        this.statements++
        this.onStatement?.(sql)
      })
    } catch (error) {
      throw isAway(error) ? new Unavailable() : error
    }
  }

  /** One statement on a connection of its own. */
  async query<T = Row[]>(sql: string, values: readonly Value[] = [], deadline?: Deadline): Promise<T> {
    const line = await this.line(deadline)
    try {
      return await line.query<T>(sql, values)
    } catch (error) {
      throw isAway(error) ? new Unavailable() : error
    } finally {
      line.release()
    }
  }

  /** Runs the work in one transaction; anything thrown undoes it, unless `keeps` says that it is to be kept. */
  async transaction<T>(deadline: Deadline, work: (line: Line) => Promise<T>, keeps: (error: unknown) => boolean = () => false): Promise<T> {
    const line = await this.line(deadline)
    try {
      await line.query('START TRANSACTION')
      let result: T
      try {
        result = await work(line)
      } catch (error) {
        await line.query(keeps(error) ? 'COMMIT' : 'ROLLBACK').catch(() => line.destroy())
        throw error
      }
      await line.query('COMMIT')
      return result
    } catch (error) {
      if (isAway(error)) line.destroy()
      throw isAway(error) ? new Unavailable() : error
    } finally {
      line.release()
    }
  }

  close(): Promise<void> {
    return this.source.destroy()
  }
}

/** TypeORM wants to be told which of the two kinds of server it speaks to. */
async function flavourOf(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = mysql.createConnection({ uri: url, connectTimeout: 4000 }).promise()
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version')
    return /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '') ? 'mariadb' : 'mysql'
  } finally {
    connection.destroy()
  }
}
