import 'reflect-metadata'
import mysql from 'mysql2'
import type { Pool, PoolConnection } from 'mysql2'
import { DataSource, type MixedList } from 'typeorm'
import { isAway, isLockWaitedOut, isOutOfTime, isRetryable } from './databaseErrors'
import { Deadline, REQUEST_MS } from './deadline'
import { Unavailable } from './errors'
import { close, inTransaction, Line, type Noted, type Row, type Value } from './Line'
import { TableSizes } from './tableSizes'

export type { Row, Value, Written } from './Line'

const RETRIES = 8
/** Below this much time another try would not come to its end. */
const WORTH_A_TRY_MS = 500
/** How many connections may turn out dead before a transaction begins, until it is said that the database is away. */
const DEAD_IN_A_ROW = 3
/** For how many seconds a statement waits for somebody else's lock before the act is undone and tried again: none waits on for a request that is long answered. */
const LOCK_WAIT_SECONDS = 2

/** A line for all that is read at the same time under one deadline, and how many have yet to hear their answer. */
interface Shared {
  readonly line: Promise<Line>
  asking: number
}

/** The one door to the database: a pool, reads, and transactions, all under a deadline. */
export class Database {
  /** Statements sent since the start; the bench and the tests read it. */
  statements = 0
  /** Round trips that they took: those that wait for none but the next go together. */
  roundTrips = 0
  /** Tests may look at each statement. */
  onStatement: ((sql: string, values: readonly Value[]) => void) | undefined
  readonly sizes = new TableSizes(sql => this.query(sql, [], new Deadline(REQUEST_MS)))
  /** When the database last failed to answer; what was connected and idle then is not trusted. */
  private failedAt = 0
  private readonly gathering = new WeakMap<Deadline, Shared>()
  private readonly provenAt = new WeakMap<PoolConnection, number>()
  private readonly noted: Noted = {
    sent: statements => {
      this.statements += statements.length
      this.roundTrips++
      if (this.onStatement) for (const { sql, values } of statements) this.onStatement(sql, values)
    },
    answered: connection => void this.provenAt.set(connection, performance.now()),
    failed: () => { this.failedAt = performance.now() },
  }

  private constructor(
    readonly source: DataSource,
    /** Whether the database is a cluster that takes writes at every node, Galera or MySQL's group replication without a single primary: a node's locks are unknown to the others, which see only what is written, and may undo a transaction at any time. */
    readonly isCluster: boolean,
  ) {
    const settings = [
      'TRANSACTION ISOLATION LEVEL READ COMMITTED', "time_zone = '+00:00'", "sql_mode = CONCAT_WS(',', @@sql_mode, 'STRICT_ALL_TABLES')", `innodb_lock_wait_timeout = ${LOCK_WAIT_SECONDS}`, `lock_wait_timeout = ${LOCK_WAIT_SECONDS}`, ...this.limits(REQUEST_MS),
    ]
    // Every connection reads what is committed, speaks UTC, refuses what does not fit, and works no longer than a request may, whatever the server's own defaults are.
    this.pool.on('connection', connection => {
      for (const setting of settings) connection.query(`SET SESSION ${setting}`, () => undefined)
      this.noted.answered(connection as PoolConnection)
    })
  }

  static async open(url: string, entities: MixedList<Function>, migrations: MixedList<Function> = [], poolSize = 20): Promise<Database> {
    const { type, isCluster } = await kindOf(url)
    const source = new DataSource({
      type,
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
      multipleStatements: true,
      extra: { stringifyObjects: true, enableKeepAlive: true, maxIdle: poolSize, connectTimeout: 4000 },
    })
    await source.initialize()
    const database = new Database(source, isCluster)
    await database.sizes.learn()
    return database
  }

  /** The database's own name on its server. */
  get name(): string {
    return String(this.source.driver.database ?? 'database')
  }

  private get pool(): Pool {
    return (this.source.driver as unknown as { pool: Pool }).pool
  }

  /** How many connections there are, how many of them work, and how many asks wait for one. */
  get connections(): { open: number; inUse: number; waiting: number } {
    const { _allConnections: all, _freeConnections: free, _connectionQueue: waiting } = this.pool as unknown as Record<'_allConnections' | '_freeConnections' | '_connectionQueue', { length: number }>
    return { open: all.length, inUse: all.length - free.length, waiting: waiting.length }
  }

  /** Takes a connection out of the pool; whoever takes it gives it back. */
  async line(deadline = new Deadline(60_000)): Promise<Line> {
    try {
      let connection = await this.take(deadline)
      while (!this.isTrusted(connection)) {
        close(connection)
        connection = await this.take(deadline)
      }
      const limited = (milliseconds: number): void => this.limits(milliseconds).forEach(limit => void connection.query(`SET SESSION ${limit}`, () => undefined))
      if (deadline.left <= REQUEST_MS) return new Line(connection, deadline, this.noted, this.isCluster)
      limited(deadline.left)
      return new Line(connection, deadline, this.noted, this.isCluster, () => limited(REQUEST_MS))
    } catch (error) {
      throw isAway(error) ? new Unavailable() : error
    }
  }

  /**
   * How long the server itself lets a statement run, and a transaction wait for the next one: nobody works on for a request that was given up, and no
   * lock stays with a client that went silent. MySQL limits only what reads, and has to learn of silent clients from its own TCP.
   */
  private limits(milliseconds: number): string[] {
    const whole = Math.ceil(milliseconds / 1000)
    return this.source.options.type === 'mariadb' ? [`max_statement_time = ${whole}`, `idle_transaction_timeout = ${whole}`] : [`max_execution_time = ${whole * 1000}`]
  }

  /** Whether we set it up ourselves, and it answered since the database last failed to. */
  private isTrusted(connection: PoolConnection): boolean {
    return (this.provenAt.get(connection) ?? -1) >= this.failedAt
  }

  private take(deadline: Deadline): Promise<PoolConnection> {
    let late = false
    const taken = new Promise<PoolConnection>((resolve, reject) => {
      this.pool.getConnection((error, connection) => {
        if (error) return reject(error)
        if (late) return connection.release()
        resolve(connection)
      })
    })
    return deadline.race(taken, () => { late = true })
  }

  /** One statement on a connection of its own. */
  query<T = Row[]>(sql: string, values: readonly Value[] = [], deadline?: Deadline): Promise<T> {
    return this.once(deadline, line => line.query<T>(sql, values))
  }

  /** As `query`, each row as bare values in the order of the columns. */
  values(sql: string, values: readonly Value[], deadline?: Deadline): Promise<unknown[][]> {
    return this.once(deadline, line => line.values(sql, values))
  }

  /**
   * As `values`, for what is soon answered. All that is read so under one deadline before the first of it has a connection goes together, and
   * fails together: a round trip costs both sides more than most of what is read by it.
   */
  along(sql: string, values: readonly Value[], deadline = new Deadline(60_000)): Promise<unknown[][]> {
    return this.untilDone(deadline, async () => {
      const shared = this.gathering.get(deadline) ?? this.gather(deadline)
      shared.asking++
      const line = await shared.line
      return this.using(line, () => line.values(sql, values), () => --shared.asking === 0)
    })
  }

  private gather(deadline: Deadline): Shared {
    const shared = { line: this.line(deadline), asking: 0 }
    this.gathering.set(deadline, shared)
    const end = (): void => void this.gathering.delete(deadline)
    shared.line.then(end, end)
    return shared
  }

  /** As `query`, for what may be left unanswered: null where it takes longer than so many milliseconds, after which the database works on it no more. */
  queryWithin<T = Row[]>(milliseconds: number, sql: string, values: readonly Value[], deadline?: Deadline): Promise<T | null> {
    const limited = this.source.options.type === 'mariadb' ? `SET STATEMENT max_statement_time=${milliseconds / 1000} FOR ${sql}` : sql.replace(/^SELECT/, `SELECT /*+ MAX_EXECUTION_TIME(${milliseconds}) */`)
    return this.once(deadline, line => line.query<T>(limited, values).catch((error: unknown) => {
      if (isOutOfTime(error)) return null
      throw error
    }))
  }

  private once<T>(deadline = new Deadline(60_000), send: (line: Line) => Promise<T>): Promise<T> {
    return this.untilDone(deadline, async () => {
      const line = await this.line(deadline)
      return this.using(line, () => send(line))
    })
  }

  /**
   * Runs the work in one transaction, again as a whole where the database asks for it; anything thrown undoes it, unless
   * `keeps` says that it is to be kept. A connection that is lost within it leaves open whether it was committed: that is UNAVAILABLE.
   */
  transaction<T>(deadline: Deadline, work: (line: Line) => Promise<T>, keeps: (error: unknown) => boolean = () => false): Promise<T> {
    return this.untilDone(deadline, async () => {
      for (let attempt = 1; ; attempt++) {
        const line = await this.line(deadline)
        try {
          return await this.using(line, () => inTransaction(line, work, keeps))
        } catch (error) {
          // A line that proves dead at the first word has carried nothing yet, so that the next may take its place.
          if (line.answered || !(error instanceof Unavailable) || attempt === DEAD_IN_A_ROW || deadline.left <= 0) throw error
        }
      }
    })
  }

  private async using<T>(line: Line, work: () => Promise<T>, isLast = () => true): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error)) throw error
      line.giveUp()
      throw new Unavailable()
    } finally {
      if (isLast()) line.release()
    }
  }

  /** Tries again where somebody else's transaction was in the way, a bounded number of times. */
  private async untilDone<T>(deadline: Deadline, attempt: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt()
      } catch (error) {
        if (!isRetryable(error)) throw error
        const worth = isLockWaitedOut(error) ? LOCK_WAIT_SECONDS * 1000 : WORTH_A_TRY_MS
        if (tries === RETRIES || deadline.left < worth) throw new Unavailable()
        await new Promise(resolve => setTimeout(resolve, Math.random() * 20 * tries))
      }
    }
  }

  close(): Promise<void> {
    return this.source.destroy()
  }
}

/** TypeORM wants to be told which of the two kinds of server it speaks to. */
async function kindOf(url: string): Promise<{ type: 'mysql' | 'mariadb'; isCluster: boolean }> {
  const connection = mysql.createConnection({ uri: url, connectTimeout: 4000 }).promise()
  try {
    const [[{ version }]] = (await connection.query('SELECT VERSION() AS version')) as unknown as [[{ version: string }]]
    const [told] = (await connection.query("SHOW GLOBAL VARIABLES WHERE Variable_name IN ('wsrep_on', 'group_replication_single_primary_mode')")) as unknown as [{ Variable_name: string; Value: string }[]]
    const isCluster = told.some(({ Variable_name: name, Value: value }) => value === (name === 'wsrep_on' ? 'ON' : 'OFF'))
    return { type: /mariadb/i.test(version) ? 'mariadb' : 'mysql', isCluster }
  } finally {
    connection.destroy()
  }
}
