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

/** A statement on its way, and who waits for its answer; where nobody does, it goes with the next one. */
interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
  ask?: Ask
}

interface Ask {
  /** Whether rows come as bare values in the order of the columns. */
  readonly bare: boolean
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

interface Failure {
  readonly error: unknown
}

/** What the database is told of its lines. */
export interface Noted {
  sent(statements: readonly Statement[]): void
  answered(connection: PoolConnection): void
  failed(): void
}

/** What waits is sent once there is so much of it, in characters: one packet must not grow beyond what a server takes. */
const WAIT_AT_MOST = 64_000

/**
 * One connection, for the length of a statement or of a transaction. It is given up, not returned, when a deadline passes.
 * Statements whose answer nobody needs in order to go on wait for the next one, and all that is asked before anybody has to wait goes
 * together: a round trip costs more than what most of them do. The server ends such a row of statements at the first that fails.
 * A Galera node does not: where the write of another node undoes a transaction between two statements of one packet, MariaDB 10.11
 * carries out the rest as if nothing had been, and even says that it is committed. There each goes by itself.
 */
export class Line {
  /** Whether anything was sent on it yet, and whether the server answered as one that works. */
  private used = false
  answered = false
  private queue: Statement[] = []
  private length = 0
  private sending = false
  /** What a statement failed with whose answer nobody waited for, or that cost the transaction: whoever caught it in passing must not go on without it. */
  private spoilt: unknown

  constructor(
    private readonly connection: PoolConnection,
    private readonly deadline: Deadline,
    private readonly noted: Noted,
    /** Whether every statement goes by itself. */
    private readonly isApart: boolean,
    private readonly tidy: () => void = () => undefined,
  ) {}

  query<T = Row[]>(sql: string, values: readonly Value[] = []): Promise<T> {
    return this.ask<T>({ sql, values }, false)
  }

  /** As `query`, each row as bare values in the order of the columns. */
  values(sql: string, values: readonly Value[]): Promise<unknown[][]> {
    return this.ask<unknown[][]>({ sql, values }, true)
  }

  /** Lets a statement go with the next one; what it fails with is thrown there. */
  async later(sql: string, values: readonly Value[] = []): Promise<void> {
    this.queue.push({ sql, values })
    this.length += sizeOf(sql, values)
    if (this.length > WAIT_AT_MOST) await this.flush()
  }

  /** Sends what waits, the last of it as the one that is waited for. */
  async flush(): Promise<void> {
    if (!this.queue.at(-1) || this.queue.at(-1)!.ask) return
    await this.ask(this.queue.pop()!, false)
  }

  /** Undoes what came after a savepoint, what waits with it. */
  async backTo(savepoint: string): Promise<void> {
    this.forget()
    if (!isRetryable(this.spoilt)) this.spoilt = undefined
    await this.query(`ROLLBACK TO SAVEPOINT ${savepoint}`)
  }

  /** Undoes the transaction, if anything of it has been sent. */
  async rollback(): Promise<void> {
    this.forget()
    this.spoilt = undefined
    if (this.used) await this.query('ROLLBACK').catch(() => this.giveUp())
  }

  private ask<T>(statement: Statement, bare: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ ...statement, ask: { bare, resolve: resolve as Ask['resolve'], reject } })
      if (!this.sending) this.sendSoon()
    })
  }

  /** Sends what is asked, but not before everybody who can go on has asked. */
  private sendSoon(): void {
    this.sending = true
    process.nextTick(() => void this.send(this.next()).then(() => {
      if (this.queue.some(({ ask }) => ask)) this.sendSoon()
      else this.sending = false
    }))
  }

  /** What goes together: all that comes before the last asking, as long as their answers come in one form. */
  private next(): Statement[] {
    const form = this.queue.find(({ ask }) => ask)?.ask?.bare
    const other = this.queue.findIndex(({ ask }) => ask && ask.bare !== form)
    const end = this.queue.findLastIndex(({ ask }, at) => ask && (other < 0 || at < other))
    this.length = 0
    return this.queue.splice(0, end + 1)
  }

  /** Sends what goes together, at once or one after the other; whoever asked for what comes after one that failed hears of it too. */
  private async send(all: readonly Statement[]): Promise<void> {
    if (!this.isApart) return void (await this.sendAtOnce(all))
    let failure: Failure | undefined
    for (const one of all) {
      if (failure) one.ask?.reject(failure.error)
      else failure = await this.sendAtOnce([one])
    }
  }

  /** Sends them in one packet and tells whoever asked; it answers with what they failed with, and never fails itself. */
  private async sendAtOnce(all: readonly Statement[]): Promise<Failure | undefined> {
    if (all.length === 0) return undefined
    try {
      if (this.spoilt) throw this.spoilt
      const text = all.map(one => statementText(one.sql, one.values)).join(';')
      this.noted.sent(all)
      this.used = true
      let done = 0
      const answer = new Promise<unknown>((resolve, reject) => {
        const query = this.connection.query({ sql: text, values: null, rowsAsArray: all.at(-1)!.ask?.bare ?? false }, (error, result) => {
          this.answered ||= !error || !isAway(error)
          if (!error) return resolve(result)
          if (!all[done]?.ask || isRetryable(error)) this.spoilt = fitting(error)
          reject(fitting(error))
        })
        if (all.length > 1) query.on('fields', () => done++)
      })
      const result = await this.deadline.race(answer, () => this.giveUp())
      const answers = all.length > 1 ? (result as unknown[]) : [result]
      all.forEach(({ ask }, at) => ask?.resolve(answers[at]))
      return undefined
    } catch (error) {
      for (const { ask } of all) ask?.reject(error)
      return { error }
    }
  }

  private forget(): void {
    this.queue = []
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
    await line.query('COMMIT')
  } catch (error) {
    await line.rollback()
    throw error
  }
  if (kept.length > 0) throw kept[0]
  return result as T
}
