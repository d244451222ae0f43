import type { PoolConnection } from 'mysql2'
import { fitting, isAway, isRetryable } from './databaseErrors'
import type { Deadline } from './deadline'
import { statementText } from './statementText'

export type Row = Record<string, unknown>
export type Value = string | number | boolean | Date | Buffer | null | readonly (string | number)[]

/** What the driver answers to a statement that writes. */
export interface Written {
  affectedRows: number
}

/** A statement that goes with the next one; `check` is told what it wrote. */
interface Waiting {
  sql: string
  values: readonly Value[]
  check?: (written: Written) => void
}

/** What the database is told of its lines. */
export interface Noted {
  sent(statements: readonly Waiting[]): void
  answered(connection: PoolConnection): void
  failed(): void
}

/** What waits is sent once there is so much of it, in characters: one packet must not grow beyond what a server takes. */
const WAIT_AT_MOST = 64_000

/**
 * One connection, for the length of a statement or of a transaction. It is given up, not returned, when a deadline passes.
 * Statements whose answer nobody needs in order to go on wait for the next one, and all of them travel together: a round trip costs
 * more than what most of them do. The server ends such a row of statements at the first that fails.
 */
export class Line {
  /** Whether anything was sent on it yet, and whether the server answered as one that works. */
  private used = false
  answered = false
  private waiting: Waiting[] = []
  private length = 0
  /** What a statement failed with that had waited, or that cost the transaction: whoever caught it in passing must not go on without it. */
  private spoilt: unknown

  constructor(
    private readonly connection: PoolConnection,
    private readonly deadline: Deadline,
    private readonly noted: Noted,
    private readonly tidy: () => void = () => undefined,
  ) {}

  query<T = Row[]>(sql: string, values: readonly Value[] = []): Promise<T> {
    return this.send<T>(sql, values, false)
  }

  /** As `query`, each row as bare values in the order of the columns. */
  values(sql: string, values: readonly Value[]): Promise<unknown[][]> {
    return this.send<unknown[][]>(sql, values, true)
  }

  /** Lets a statement go with the next one. What it fails with is thrown there, and so is what `check` throws of what it wrote. */
  async later(sql: string, values: readonly Value[] = [], check?: Waiting['check']): Promise<void> {
    this.waiting.push({ sql, values, check })
    this.length += sizeOf(sql, values)
    if (this.length > WAIT_AT_MOST) await this.flush()
  }

  /** Sends what waits, the last of it as the one that is waited for. */
  async flush(): Promise<void> {
    const last = this.waiting.pop()
    if (!last) return
    const written = await this.query<Written>(last.sql, last.values)
    last.check?.(written)
  }

  /** Undoes what came after a savepoint, what waits with it. */
  async backTo(savepoint: string): Promise<void> {
    this.forget()
    if (!isRetryable(this.spoilt)) this.spoilt = undefined
    await this.query(`ROLLBACK TO SAVEPOINT ${savepoint}`)
  }

  /** Ends the transaction; what is to be checked of what waits is known before. */
  async commit(): Promise<void> {
    if (this.waiting.some(({ check }) => check)) await this.flush()
    await this.query('COMMIT')
  }

  /** Undoes the transaction, if anything of it has been sent. */
  async rollback(): Promise<void> {
    this.forget()
    this.spoilt = undefined
    if (this.used) await this.query('ROLLBACK').catch(() => this.giveUp())
  }

  private async send<T>(sql: string, values: readonly Value[], rowsAsArray: boolean): Promise<T> {
    if (this.spoilt) throw this.spoilt
    const before = this.waiting
    const all = [...before, { sql, values }]
    const text = all.map(one => statementText(one.sql, one.values)).join(';')
    this.forget()
    this.noted.sent(all)
    this.used = true
    let done = 0
    const answer = new Promise<T>((resolve, reject) => {
      const query = this.connection.query({ sql: text, values: null, rowsAsArray }, (error, result) => {
        this.answered ||= !error || !isAway(error)
        if (!error) return resolve(result as T)
        if (done < before.length || isRetryable(error)) this.spoilt = fitting(error)
        reject(fitting(error))
      })
      if (before.length > 0) query.on('fields', () => done++)
    })
    const result = await this.deadline.race(answer, () => this.giveUp())
    if (before.length === 0) return result
    const results = result as unknown[]
    try {
      before.forEach(({ check }, at) => check?.(results[at] as Written))
    } catch (error) {
      this.spoilt = error
      throw error
    }
    return results[before.length] as T
  }

  private forget(): void {
    this.waiting = []
    this.length = 0
  }

  release(): void {
    this.tidy()
    this.noted.answered(this.connection)
    this.connection.release()
  }

  /** Whoever did not answer, or said that it cannot, is not asked again on this connection. */
  giveUp(): void {
    close(this.connection)
    this.noted.failed()
  }
}

/** The driver only says goodbye, and a server that hangs never answers that: the socket is closed as well. */
export function close(connection: PoolConnection): void {
  connection.destroy()
  ;(connection as unknown as { stream: { destroy(): void } }).stream.destroy()
}

/** About how many characters a statement has with its values. */
const sizeOf = (sql: string, values: readonly Value[]): number => values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : Buffer.isBuffer(value) ? value.length * 2 : 25), sql.length)


/** Runs work within a transaction on a line; anything thrown undoes it, unless `keeps` says that it is to be kept. */
export async function inTransaction<T>(line: Line, work: (line: Line) => Promise<T>, keeps: (error: unknown) => boolean): Promise<T> {
  const kept: unknown[] = []
  let result: T | undefined
  try {
    await line.later('START TRANSACTION')
    result = await work(line).catch((error: unknown) => {
      if (!keeps(error)) throw error
      kept.push(error)
      return undefined
    })
    await line.commit()
  } catch (error) {
    await line.rollback()
    throw error
  }
  if (kept.length > 0) throw kept[0]
  return result as T
}
