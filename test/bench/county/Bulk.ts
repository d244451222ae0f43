import mysql from 'mysql2/promise'
import type { Database, Row, Value } from '../../../server/kernel/database'
import type { Entity, Type } from '../../../server/kernel/entity'
import { tokensOf } from '../../../server/kernel/searchTokens'
import { Shape } from '../../../server/kernel/shape'
import type { Ids } from './Ids'

const ROWS = 1500

/**
 * Fills empty tables as fast as the engine takes rows: as the owner, each table in one transaction; the largest without checks of
 * what is unique, which MariaDB takes as the leave to sort each index once instead of growing it row by row.
 */
export class Bulk {
  private constructor(
    private readonly ownerUrl: string,
    private readonly connection: mysql.Connection,
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly say: (line: string) => void,
  ) {}

  static async open(ownerUrl: string, database: Database, ids: Ids, say: (line: string) => void): Promise<Bulk> {
    return new Bulk(ownerUrl, await connect(ownerUrl), database, ids, say)
  }

  close(): Promise<void> {
    return this.connection.end()
  }

  /** Rows of one type: sealed, with masks and fingerprints, and findable like any other. */
  async entities<T extends Entity>(type: Type<T>, entities: readonly T[]): Promise<void> {
    const shape = Shape.of(this.database.source, type)
    await this.send(this.connection, shape.table, rowsOf(shape, entities))
  }

  /** What rows are found by, of all types at once: the table is filled in one go. */
  async tokens(all: readonly (readonly [type: Type, entities: readonly Entity[]])[]): Promise<void> {
    await this.rows('search_tokens', tokenRows(all, this.ids))
  }

  /** Hundreds of thousands of rows that are known to be unique, on a connection of their own. */
  async rows(table: string, rows: Iterable<Row>): Promise<void> {
    const connection = await connect(this.ownerUrl)
    await connection.query('SET SESSION unique_checks = 0, foreign_key_checks = 0')
    await this.send(connection, table, rows)
    await connection.end()
  }

  private async send(connection: mysql.Connection, table: string, rows: Iterable<Row>): Promise<void> {
    const begun = performance.now()
    let [count, sending] = [0, Promise.resolve() as Promise<unknown>]
    await connection.query('START TRANSACTION')
    for (const part of partsOf(rows)) {
      const names = Object.keys(part[0]!)
      const sql = `INSERT INTO ${table} (${names.map(name => `\`${name}\``).join(',')}) VALUES ${part.map(row => `(${names.map(name => literal(row[name] as Value)).join(',')})`).join(',')}`
      // The next part is put together while the engine takes this one.
      await sending
      sending = connection.query(sql)
      sending.catch(() => undefined)
      count += part.length
    }
    await sending
    await connection.query('COMMIT')
    this.say(`${table}: ${count.toLocaleString('en')} rows in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  }
}

async function connect(ownerUrl: string): Promise<mysql.Connection> {
  const connection = await mysql.createConnection({ uri: ownerUrl, timezone: 'Z', charset: 'utf8mb4' })
  await connection.query("SET SESSION time_zone = '+00:00'")
  return connection
}

function* rowsOf<T extends Entity>(shape: Shape<T>, entities: readonly T[]): Generator<Row> {
  for (const entity of entities) {
    entity.version = 1
    entity.updatedAt ??= entity.createdAt
    shape.changes(entity, undefined)
    yield shape.snapshot(entity)
  }
}

function* tokenRows(all: readonly (readonly [Type, readonly Entity[]])[], ids: Ids): Generator<Row> {
  for (const [type, entities] of all) {
    for (const entity of entities) {
      for (const token of tokensOf(type, entity, null) ?? []) yield { id: ids.at(entity.createdAt), version: 1, createdAt: entity.createdAt, updatedAt: entity.createdAt, kind: type.name, token, entityId: entity.id }
    }
  }
}

function* partsOf(rows: Iterable<Row>): Generator<Row[]> {
  let part: Row[] = []
  for (const row of rows) {
    if (part.push(row) < ROWS) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

function literal(value: Value | undefined): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (value instanceof Date) return `'${value.toISOString().slice(0, 23).replace('T', ' ')}'`
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`
  return /^[\w\-.:/, ]*$/.test(value as string) ? `'${value as string}'` : mysql.escape(value as string)
}
