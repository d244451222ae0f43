import DataLoader from 'dataloader'
import { type Actor, isPart, liesWithin, ruleOf, waysOf } from './access'
import { Asked } from './asked'
import { AuditEntry, type Changes } from './audit'
import { insertRows, insertTokens, updateRows } from './bulk'
import { lockOnCluster } from './clusterLocks'
import type { Database, Row, Value } from './database'
import { isDuplicate } from './databaseErrors'
import type { Deadline } from './deadline'
import type { Entity, Type } from './entity'
import { Duplicate, NotFound, Stale } from './errors'
import { type Difference, differences } from './keptTotals'
import type { Line } from './Line'
import { Query } from './query'
import { tokensOf, writeTokens } from './searchTokens'
import { Shape } from './shape'
import { secretColumnsOf } from './stored'
import { cut } from './text'

/** What a save may add to its line in the trail. */
export interface Remark {
  /** The workflow's action. */
  action?: string | null
  /** What the actor said of it. */
  note?: string | null
}

/** What the store needs to know of the act that it serves. */
export interface Act {
  readonly id: string
  readonly name: string
  readonly actor: Actor
  readonly now: Date
  readonly ip: string | null
  readonly requestId: string | null
  readonly deadline: Deadline
}

interface Held {
  before: Row | undefined
}

/** A row that another row names, and what is asked of it. */
interface Followed {
  id: string
  asked: Asked | null
}

const SILENT = new Set(['id', 'version', 'createdAt', 'updatedAt'])

/**
 * The only way from a module to the database. Bound to one actor, so that no row out of their reach
 * is read or written, and to one act, so that every write is in the trail.
 */
export class Store {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>()
  private readonly followers = new Map<Type, DataLoader<Followed, Entity | null, string>>()
  private held = new WeakMap<Entity, Held>()
  private known = new Set<string>()
  /** The lines of the trail that this act will leave, written just before it commits. */
  entries: AuditEntry[] = []
  /** By how much it moves the kept totals, written with them. */
  readonly moves: Difference[] = []
  private bounded = true

  constructor(
    readonly database: Database,
    readonly act: Act,
    /** The transaction's connection; without one, the store only reads. */
    readonly line: Line | null = null,
  ) {}

  /** The same act without the limits of the actor's reach: for what the act itself must see or write beyond it. Still in the trail. */
  get beyondReach(): Store {
    const wide = Object.create(this) as Store
    wide.bounded = false
    return wide
  }

  get actor(): Actor {
    return this.act.actor
  }

  shape<T extends Entity>(type: Type<T>): Shape<T> {
    return Shape.of(this.database.source, type)
  }

  /** Sends one statement of a module's own. Reading only: rows are written by `save`. */
  sql<T = Row[]>(sql: string, values: readonly Value[] = []): Promise<T> {
    return this.line ? this.line.query<T>(sql, values) : this.database.query<T>(sql, values, this.act.deadline)
  }

  /** As `sql`, each row as bare values in the order of the columns, for what is soon answered: it goes with what else is read at the same time. */
  along(sql: string, values: readonly Value[]): Promise<unknown[][]> {
    return this.line ? this.line.values(sql, values) : this.database.along(sql, values, this.act.deadline)
  }

  /** Writes by a statement whose answer the act does not need: it goes with the next one. */
  async later(sql: string, values: readonly Value[]): Promise<void> {
    await this.writing().later(sql, values)
  }

  /** Rows of a type, already within reach. */
  query<T extends Entity>(type: Type<T>): Query<T> {
    const query = this.wide(type)
    if (!this.bounded) return query
    const { ways, held } = waysOf(this.actor, type)
    return query.within(ways).where(held.sql, ...held.values)
  }

  /** The row with this id, or NOT_FOUND; whole, or what is asked of it. */
  async get<T extends Entity>(type: Type<T>, id: string, asked: Asked | null = null): Promise<T> {
    const row = await this.query(type).where('it.id = ?', id).first(asked)
    if (!row) throw new NotFound()
    return row
  }

  /** As `get`, ciphertext included and held against everybody else until the act ends. A version that is not the row's is STALE. */
  async hold<T extends Entity>(type: Type<T>, id: string, version?: number | null): Promise<T> {
    if (this.database.isCluster) await this.lockOnCluster([id])
    const entity = await this.query(type).where('it.id = ?', id).whole(this.line !== null)
    if (!entity) throw new NotFound()
    if (version !== undefined && version !== null && entity.version !== version) throw new Stale(entity.version, await this.changedSince(entity, version))
    return this.keep(entity)
  }

  /** Holds the rows that a condition names. */
  async holdAll<T extends Entity>(type: Type<T>, where: string, ...values: Value[]): Promise<T[]> {
    if (this.line && this.database.isCluster) await this.lockOnCluster(await this.query(type).where(where, ...values).ids())
    const entities = await this.query(type).where(where, ...values).allWhole(this.line !== null)
    return entities.map(entity => this.keep(entity))
  }

  /** As `holdAll`, where there seldom are any: every column is only read when there are. */
  async holdAny<T extends Entity>(type: Type<T>, where: string, ...values: Value[]): Promise<T[]> {
    const ids = await this.query(type).where(where, ...values).ids()
    return ids.length > 0 ? this.holdAll(type, `${where} AND it.id IN (?)`, ...values, ids) : []
  }

  /** Keeps the acts of other nodes from holding the same rows; what they wrote before is seen by what is read afterwards. */
  async lockOnCluster(ids: readonly string[]): Promise<void> {
    if (this.line && this.database.isCluster) await lockOnCluster(this.line, ids)
  }

  /**
   * The row another row names, batched with its neighbours. Whoever may see a row may see, masked, what it names;
   * collections, the other way about, go through `query` and stay within reach.
   */
  follow<T extends Entity>(type: Type<T>, id: string | null, asked: Asked | null = null): Promise<T | null> {
    if (!id) return Promise.resolve(null)
    let loader = this.followers.get(type)
    if (!loader) this.followers.set(type, (loader = this.follower(type) as DataLoader<Followed, Entity | null, string>))
    return loader.load({ id, asked }) as Promise<T | null>
  }

  /** What is asked for at one time of rows of one type is read by one statement: all that any of them is asked for. */
  private follower<T extends Entity>(type: Type<T>): DataLoader<Followed, T | null, string> {
    const load = async (followed: readonly Followed[]): Promise<(T | null)[]> => {
      const asked = followed.some(one => one.asked === null) ? null : Asked.all(followed.map(one => one.asked!))
      const rows = await this.wide(type).where('it.id IN (?)', [...new Set(followed.map(one => one.id))]).rows(asked)
      const byId = new Map(rows.map(row => [row.id, row]))
      return followed.map(({ id }) => byId.get(id) ?? null)
    }
    return new DataLoader(load, { maxBatchSize: 1000, cacheKeyFn: ({ id, asked }) => (asked ? `${id}/${asked.key}` : id) })
  }

  /** The rows that are parts of a row in hand, batched with its neighbours': whoever sees the whole sees its parts. */
  parts<T extends Entity>(type: Type<T>, key: string & keyof T, id: string, order = 'it.id'): Promise<T[]> {
    return this.loader<T[]>(`${type.name}.${key}.${order}`, async ids => {
      const rows = await this.wide(type).where(`it.${key} IN (?)`, ids).orderBy(order).rows()
      const groups = new Map<string, T[]>(ids.map(one => [one, []]))
      for (const row of rows) groups.get(row[key] as string)?.push(row)
      return ids.map(one => groups.get(one)!)
    }).load(id)
  }

  /** The parts of a row that this act holds, held as well. */
  async holdParts<T extends Entity>(type: Type<T>, key: string & keyof T, id: string): Promise<T[]> {
    if (!this.known.has(id)) throw new Error(`${type.name}: hold the whole before its parts.`)
    const entities = await this.wide(type).where(`it.${key} = ?`, id).orderBy('it.id').allWhole(this.line !== null)
    return entities.map(entity => this.keep(entity))
  }

  /** A batched answer of a module's own, one per key; for counts and latest rows beside a list. */
  batch<V>(name: string, key: string, load: (keys: readonly string[]) => Promise<readonly V[]>): Promise<V> {
    return this.loader<V>(name, load).load(key)
  }

  /**
   * Writes a row that this act made or holds: seals, compares, writes what differs, checks that the result is still within
   * reach, and adds a line to the trail. Nothing is read back. Without a difference nothing happens.
   */
  async save<T extends Entity>(entity: T, remark: Remark = {}): Promise<T> {
    const line = this.writing()
    const type = entity.constructor as Type<T>
    const shape = this.shape(type)
    const held = this.held.get(entity)
    if (!held && entity.version !== 0) throw new Error(`${type.name}: only what this act made or holds can be saved.`)
    if (held && !held.before) throw new Error(`${type.name}: hold the row before changing it.`)

    const { columns, sealed } = shape.changes(entity, held?.before)
    const real = columns.filter(column => !SILENT.has(column))
    if (held && real.length === 0 && !remark.action && !remark.note) return entity

    const was = { version: entity.version, updatedAt: entity.updatedAt }
    entity.version += 1
    entity.updatedAt = this.act.now
    if (!held) entity.createdAt ??= this.act.now
    const after = shape.snapshot(entity)
    try {
      if (held) {
        // A row of another version gets none, and the statement fails: nothing has to be waited for to know it.
        const sql = `UPDATE ${shape.table} SET ${real.map(name => `${quoted(name)}=?,`).join('')}version=IF(version=?,?,NULL),updatedAt=? WHERE id=?`
        await line.later(sql, [...real.map(name => after[name] as Value), was.version, entity.version, entity.updatedAt, entity.id])
      } else {
        await line.later(shape.insertion, Object.values(after) as Value[])
      }
      // Whether there is such a row already, the act may want to know here.
      if (shape.mayCollide(after, held ? real : null)) await line.flush()
    } catch (error) {
      Object.assign(entity, was)
      throw isDuplicate(error) ? new Duplicate(undefined, { entity: type.name }) : error
    }
    if (this.bounded) await this.mustLieWithin(type, entity)
    await this.retoken(type, entity, held?.before === undefined, real)
    this.move(differences(type, held?.before, after))
    this.entries.push(this.lineFor(entity, this.changesOf(shape, real, sealed, held?.before, after), remark))
    this.held.set(entity, { before: after })
    this.known.add(entity.id)
    this.clear()
    return entity
  }

  /** Writes many rows of one type that this act made, by few statements: sealed, findable, within reach and in the trail like one that is saved. */
  async saveNew<T extends Entity>(entities: readonly T[], remark: Remark = {}): Promise<void> {
    const [first] = entities
    if (!first) return
    this.writing()
    const type = first.constructor as Type<T>
    const shape = this.shape(type)
    const { now } = this.act
    const made = entities.map(entity => {
      if (entity.version !== 0) throw new Error(`${type.name}: only what this act made is new.`)
      const { columns, sealed } = shape.changes(entity, undefined)
      Object.assign(entity, { version: 1, createdAt: now, updatedAt: now })
      return { entity, real: columns.filter(column => !SILENT.has(column)), sealed, after: shape.snapshot(entity) }
    })
    await insertRows(this, shape.table, made.map(one => one.after)).catch((error: unknown) => Promise.reject(isDuplicate(error) ? new Duplicate(undefined, { entity: type.name }) : error))
    await insertTokens(this, type, entities, now)
    for (const { entity, real, sealed, after } of made) {
      if (this.bounded) await this.mustLieWithin(type, entity)
      this.move(differences(type, undefined, after))
      this.entries.push(this.lineFor(entity, this.changesOf(shape, real, sealed, undefined, after), remark))
      this.held.set(entity, { before: after })
      this.known.add(entity.id)
    }
    this.clear()
  }

  /** Writes many rows of one type that this act holds, by few statements, as `save` writes each; those without a difference stay. The act's locks keep their versions. */
  async saveHeld<T extends Entity>(entities: readonly T[], remark: Remark = {}): Promise<void> {
    const line = this.writing()
    const changed = entities.flatMap(entity => {
      const before = this.held.get(entity)?.before
      const shape = this.shape(entity.constructor as Type<T>)
      if (!before) throw new Error(`${shape.type.name}: hold the row before changing it.`)
      const { columns, sealed } = shape.changes(entity, before)
      const real = columns.filter(column => !SILENT.has(column))
      if (real.length === 0 && !remark.action && !remark.note) return []
      Object.assign(entity, { version: entity.version + 1, updatedAt: this.act.now })
      return [{ entity, before, real, sealed, after: shape.snapshot(entity) }]
    })
    if (changed.length === 0) return
    const type = changed[0]!.entity.constructor as Type<T>
    const shape = this.shape(type)
    const columns = [...new Set(changed.flatMap(one => one.real)), 'version', 'updatedAt']
    const found = await updateRows(this, shape.table, columns, changed.map(one => one.after)).catch((error: unknown) => Promise.reject(isDuplicate(error) ? new Duplicate(undefined, { entity: type.name }) : error))
    if (found !== changed.length) throw new Stale(null)
    const renamed = changed.filter(one => tokensOf(type, one.entity, one.real)).map(one => one.entity)
    if (renamed.length > 0) await line.query('DELETE FROM search_tokens WHERE kind = ? AND entityId IN (?)', [type.name, renamed.map(one => one.id)])
    await insertTokens(this, type, renamed, this.act.now)
    for (const { entity, before, real, sealed, after } of changed) {
      if (this.bounded) await this.mustLieWithin(type, entity)
      this.move(differences(type, before, after))
      this.entries.push(this.lineFor(entity, this.changesOf(shape, real, sealed, before, after), remark))
      this.held.set(entity, { before: after })
    }
    this.clear()
  }

  /** Adds a line to the trail for what changed no row: a value revealed, a sheet exported. */
  remark(entity: string, entityId: string, regionCode: string | null, remark: Remark): void {
    this.entries.push(this.entry(entity, entityId, regionCode, null, remark))
  }

  /** Has the kept totals follow what is written: the store's own saves say it here, and whatever writes past them. */
  move(moves: readonly Difference[]): void {
    if (moves.length === 0) return
    this.writing()
    this.moves.push(...moves)
  }

  /** Forgets what was batched, so that what is read next is what is there now. */
  clear(): void {
    for (const loader of [...this.loaders.values(), ...this.followers.values()]) loader.clearAll()
  }

  entry(entity: string, entityId: string, regionCode: string | null, changes: Changes | null, remark: Remark, result = 'DONE'): AuditEntry {
    const { actor, id, name, now, ip, requestId } = this.act
    return AuditEntry.of({
      version: 1, createdAt: now, updatedAt: now, actId: id, act: name, actorId: actor.id, actorName: actor.name, role: actor.role, ip, requestId,
      result, entity, entityId, regionCode, action: remark.action ?? null, note: remark.note ? cut(remark.note, 500) : null, changes, clientKey: null, contentHash: null,
    })
  }

  private lineFor(entity: Entity, changes: Changes, remark: Remark): AuditEntry {
    return this.entry(entity.constructor.name, entity.id, (entity as { regionCode?: string }).regionCode ?? null, changes, remark)
  }

  private changesOf(shape: Shape, columns: readonly string[], sealed: ReadonlySet<string>, before: Row | undefined, after: Row): Changes {
    const changes: Changes = {}
    const secret = secretColumnsOf(shape.type)
    const shown = (column: string, value: unknown): unknown => (Buffer.isBuffer(value) || (value && secret.has(column)) ? '•••' : value)
    for (const property of sealed) changes[property] = [before ? '•••' : null, '•••']
    for (const column of columns) {
      if (shape.isCipher(column) || isBeside(column, sealed)) continue
      if (!before && after[column] === null) continue
      const [from, to] = [before?.[column] ?? null, after[column]]
      changes[column] = [shown(column, from), shown(column, to)]
    }
    return changes
  }

  /** What others changed since a version was read, told by the trail. */
  private async changedSince(entity: Entity, version: number): Promise<string[]> {
    const count = entity.version - version
    if (count <= 0) return []
    const rows = await this.sql('SELECT changes FROM audit_entries WHERE entity = ? AND entityId = ? AND changes IS NOT NULL ORDER BY id DESC LIMIT ?', [entity.constructor.name, entity.id, Math.min(count, 50)])
    const names = rows.flatMap(row => Object.keys((typeof row.changes === 'string' ? JSON.parse(row.changes) : row.changes) ?? {}))
    return [...new Set(names)]
  }

  private async retoken<T extends Entity>(type: Type<T>, entity: T, made: boolean, changed: readonly string[]): Promise<void> {
    const tokens = tokensOf(type, entity, made ? null : changed)
    if (tokens) await writeTokens(this.writing(), type.name, entity.id, tokens, made)
  }

  private async mustLieWithin<T extends Entity>(type: Type<T>, entity: T): Promise<void> {
    const rule = ruleOf(type)
    if (isPart(rule)) {
      const whole = (entity as unknown as Record<string, unknown>)[rule.part]
      if (typeof whole !== 'string' || !this.known.has(whole)) throw new NotFound()
      return
    }
    const lies = liesWithin(this.actor, entity) ?? ((await this.query(type).where('it.id = ?', entity.id).count()) > 0)
    if (!lies) throw new NotFound()
  }

  private keep<T extends Entity>(entity: T): T {
    this.held.set(entity, { before: this.line ? this.shape(entity.constructor as Type<T>).snapshot(entity) : undefined })
    this.known.add(entity.id)
    return entity
  }

  private wide<T extends Entity>(type: Type<T>): Query<T> {
    return new Query<T>(this.shape(type), {
      rows: (sql, values) => this.sql(sql, values),
      values: (sql, values) => (this.line ? this.line.values(sql, values) : this.database.values(sql, values, this.act.deadline)),
      along: (sql, values) => this.along(sql, values),
      rowsWithin: (milliseconds, sql, values) => this.database.queryWithin(milliseconds, sql, values, this.act.deadline),
      sizeOf: table => this.database.sizes.of(table),
    })
  }

  private writing(): Line {
    if (!this.line) throw new Error('Only a mutation writes.')
    return this.line
  }

  private loader<V>(name: string, load: (keys: readonly string[]) => Promise<readonly V[]>): DataLoader<string, V> {
    let loader = this.loaders.get(name)
    if (!loader) this.loaders.set(name, (loader = new DataLoader<string, unknown>(load, { maxBatchSize: 1000 })))
    return loader as DataLoader<string, V>
  }
}

const quoted = (name: string): string => `\`${name}\``

const isBeside = (column: string, sealed: ReadonlySet<string>): boolean => {
  for (const property of sealed) if (column === `${property}Mask` || column === `${property}Print`) return true
  return false
}

