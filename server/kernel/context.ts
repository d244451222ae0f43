import { hash as digest } from 'node:crypto'
import type { Actor } from './access'
import { insertionOf } from './audit'
import { Database } from './database'
import { isDuplicate } from './databaseErrors'
import { dayOf } from './days'
import { Deadline, REQUEST_MS } from './deadline'
import { type Entity, newId } from './entity'
import { Duplicate, KeyReused, Refusal, Unavailable } from './errors'
import { type Events, publish } from './events'
import { moveTotals } from './keptTotals'
import type { Line } from './Line'
import { markOpened, OPENED } from './opened'
import { type Act, Store } from './store'
import type { Locale } from './text'

/** Where a request came from. */
export interface Origin {
  readonly requestId: string | null
  readonly ip: string | null
  readonly locale: Locale
  readonly userAgent?: string | null
  /** Whether the request came over TLS. */
  readonly secure?: boolean
  /** The session or key by which the actor was known, so that signing out can end it. */
  readonly sessionId?: string | null
  /** The public operations of the front end whose key came along; without a key, all of them. */
  readonly mayAsk?: ReadonlySet<string> | null
}

/** A mutation's answer when its `clientKey` had been used before: the row that the first sending wrote. */
export class Before {
  constructor(
    readonly entity: string,
    readonly entityId: string,
  ) {}
}

/** How often an act that has a `clientKey` is sent again by ourselves, when its connection was lost and the database is there again. */
const SENDINGS = 3
const WORTH_A_SENDING_MS = 1000
/** How long a refusal may wait for its line in the trail. */
const [LEAST_TO_REMEMBER_MS, MOST_TO_REMEMBER_MS] = [500, 2000]

/** What a request carries through the code. */
export class Context {
  private day: string | undefined
  private emitted: { name: string; payload: unknown }[] = []
  private readonly closing = new Map<string, () => Promise<void>>()
  /** Headers that the answer is to carry, such as the session's cookie. */
  readonly answerHeaders: Record<string, string>

  private constructor(
    readonly database: Database,
    readonly actor: Actor,
    readonly store: Store,
    readonly now: Date,
    readonly origin: Origin,
    /** By when there must be an answer. */
    readonly deadline: Deadline,
    headers: Record<string, string>,
  ) {
    this.answerHeaders = headers
  }

  static for(database: Database, actor: Actor, origin: Origin, now = new Date(), deadline = new Deadline(REQUEST_MS)): Context {
    return new Context(database, actor, new Store(database, actOf('read', actor, origin, now, deadline)), now, origin, deadline, {})
  }

  /** The bureau's calendar day, Asia/Shanghai. */
  get today(): string {
    return (this.day ??= dayOf(this.now))
  }

  /** Waits for work of the request, but not beyond its deadline. */
  within<T>(work: Promise<T>): Promise<T> {
    return this.deadline.race(work, () => undefined)
  }

  /** Tells the listeners of an event, once the act has been committed. */
  emit<N extends keyof Events>(name: N, payload: Events[N]): void {
    this.emitted.push({ name, payload })
  }

  /** Has something done once, just before the act commits: what its many steps add up to is then written in one go. */
  lastly(name: string, work: () => Promise<void>): void {
    if (!this.closing.has(name)) this.closing.set(name, work)
  }

  /**
   * Runs one act in one transaction, again as a whole where the database asks for it. With a `clientKey` the act happens
   * once: the trail takes a key once only, so that a second sending is undone as a whole, and the answer is what the first wrote.
   * Only then may it be run again where a connection was lost, which leaves open whether it was committed.
   */
  async transact<T>(name: string, work: (ctx: Context) => Promise<T>, key: { clientKey: string; content: unknown } | null = null): Promise<T | Before> {
    const hash = key && digest('sha256', JSON.stringify(key.content), 'base64url')
    for (let sending = 1; ; sending++) {
      let inner: Context | undefined
      try {
        const result = await this.database.transaction(
          this.deadline,
          async line => {
            const store = new Store(this.database, actOf(name, this.actor, this.origin, this.now, this.deadline), line)
            inner = new Context(this.database, this.actor, store, this.now, this.origin, this.deadline, this.answerHeaders)
            try {
              const value = await work(inner)
              for (const close of inner.closing.values()) await close()
              await inner.leave(line, value, key && { clientKey: key.clientKey, hash: hash! })
              return value
            } catch (error) {
              if (error instanceof Refusal && error.keeps) await inner.leave(line, null, null, true)
              throw error
            }
          },
          error => error instanceof Refusal && error.keeps,
        )
        this.store.clear()
        for (const { name: event, payload } of inner?.emitted ?? []) await publish(this, event, payload)
        return result
      } catch (error) {
        if (key && (error instanceof Refusal || isDuplicate(error))) {
          const done = await this.before(key.clientKey, hash!)
          if (done) return done
          if (error instanceof Unavailable && sending < SENDINGS && this.deadline.left > WORTH_A_SENDING_MS) continue
        }
        throw isDuplicate(error) ? new Duplicate() : error
      }
    }
  }

  /** Tries a part of the act: where it is refused, what it wrote is undone, and the rest of the act may stand. */
  async attempt<T>(part: () => Promise<T>): Promise<T> {
    const { entries, moves } = this.store
    const [lines, moved, events, closing] = [entries.length, moves.length, this.emitted.length, new Set(this.closing.keys())]
    await this.store.sql('SAVEPOINT part')
    try {
      const value = await part()
      await this.store.sql('RELEASE SAVEPOINT part')
      return value
    } catch (error) {
      if (error instanceof Refusal) {
        await this.store.line?.backTo('part')
        entries.length = lines
        moves.length = moved
        this.emitted.length = events
        for (const name of this.closing.keys()) if (!closing.has(name)) this.closing.delete(name)
        this.store.clear()
      }
      throw error
    }
  }

  /** Moves the kept totals, and writes the act's lines into the trail, their ids in the order of commits; the first one carries the key by which the act is known again. */
  private async leave(line: Line, value: unknown, key: { clientKey: string; hash: string } | null, refused = false): Promise<void> {
    const { entries } = this.store
    if (key) {
      const id = (value as { id?: string } | null)?.id
      const own = entries.find(entry => entry.entityId === id) ?? entries[0] ?? this.store.entry('Nothing', newId(), null, null, {})
      Object.assign(own, { clientKey: key.clientKey, contentHash: key.hash })
      if (!entries.includes(own)) entries.push(own)
    }
    if (entries.length === 0 && !refused) entries.push(this.store.entry('Act', this.store.act.id, null, null, {}))
    await moveTotals(this.store, this.store.moves)
    for (const entry of entries) entry.id = newId()
    if (entries.length > 0) await line.later(...insertionOf(entries))
  }

  private async before(clientKey: string, hash: string): Promise<Before | null> {
    const [row] = await this.database.query('SELECT entity, entityId, contentHash FROM audit_entries WHERE actorId = ? AND clientKey = ?', [this.actor.id, clientKey], this.deadline)
    if (!row) return null
    if (row.contentHash !== hash) throw new KeyReused()
    return new Before(row.entity as string, row.entityId as string)
  }

  /** Leaves a line that a record was opened, and only then lets it be read. */
  async open(name: string, entity: Entity): Promise<void> {
    const store = new Store(this.database, actOf(name, this.actor, this.origin, this.now, this.deadline))
    const entry = store.entry(entity.constructor.name, entity.id, (entity as { regionCode?: string }).regionCode ?? null, null, { action: OPENED })
    await this.database.query(...insertionOf([entry]), this.deadline)
    markOpened(entity)
  }

  /** Leaves a line for an attempt that was refused; it is kept though the act was undone. */
  async remember(act: string, refusal: Refusal): Promise<void> {
    const deadline = new Deadline(Math.max(LEAST_TO_REMEMBER_MS, Math.min(MOST_TO_REMEMBER_MS, this.deadline.left)))
    const store = new Store(this.database, actOf(act, this.actor, this.origin, this.now, deadline))
    const entry = store.entry('Act', store.act.id, null, null, {}, refusal.code)
    await this.database.query(...insertionOf([entry]), deadline)
  }
}

function actOf(name: string, actor: Actor, origin: Origin, now: Date, deadline: Deadline): Act {
  return { id: newId(), name, actor, now, ip: origin.ip, requestId: origin.requestId, deadline }
}
