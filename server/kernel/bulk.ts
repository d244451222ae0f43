import type { Context } from './context'
import type { Row, Value, Written } from './database'
import type { Entity, Type } from './entity'
import { newId } from './entity'
import { differences, movingTotals } from './keptTotals'
import { tokensOf } from './searchTokens'
import { Shape } from './shape'
import type { Store } from './store'

const ROWS = 400

type Sender = Pick<Store, 'sql'>

/**
 * Writes many new rows of one type with few statements: for seeds and imports, which have checked them already.
 * They are sealed and findable like any other; the trail gets one line for the whole act.
 */
export async function insertAll<T extends Entity>(ctx: Context, type: Type<T>, entities: readonly T[]): Promise<void> {
  const shape = Shape.of(ctx.database.source, type)
  for (let at = 0; at < entities.length; at += ROWS) {
    const part = entities.slice(at, at + ROWS)
    const rows = part.map(entity => {
      entity.version = 1
      entity.createdAt ??= ctx.now
      entity.updatedAt ??= entity.createdAt
      shape.changes(entity, undefined)
      return shape.snapshot(entity)
    })
    await insertRows(ctx.store, shape.table, rows)
    await insertTokens(ctx.store, type, part, ctx.now)
    ctx.store.move(rows.flatMap(row => differences(type, undefined, row)))
  }
}

/** Makes many new rows of one type findable. */
export async function insertTokens<T extends Entity>(store: Sender, type: Type<T>, entities: readonly T[], now: Date): Promise<void> {
  // Of tokens there are tens for each row: the instant is put into the database's words once for all of them.
  const at = now.toISOString().slice(0, 23).replace('T', ' ')
  const tokens = entities.flatMap(entity => (tokensOf(type, entity, null) ?? []).map(token => ({ id: newId(), version: 1, createdAt: at, updatedAt: at, kind: type.name, token, entityId: entity.id })))
  for (let from = 0; from < tokens.length; from += ROWS * 5) await insertRows(store, 'search_tokens', tokens.slice(from, from + ROWS * 5))
}

/** Gives one column of many rows the same value, with few statements: for marks that nobody edits. Their versions stay; the act leaves its own line in the trail. */
export async function setAll<T extends Entity>(ctx: Context, type: Type<T>, column: string & keyof T, value: Value, ids: readonly string[]): Promise<void> {
  const { table } = Shape.of(ctx.database.source, type)
  for (let at = 0; at < ids.length; at += ROWS) {
    const part = ids.slice(at, at + ROWS)
    await movingTotals(ctx.store, type, column, part, () => ctx.store.sql(`UPDATE ${table} SET \`${column}\` = ? WHERE id IN (?)`, [value, part]))
  }
}

/** Gives rows of a table their values in some columns with few statements; a value that all of them get is said once. Returns how many rows there were. */
export async function updateRows(store: Sender, table: string, names: readonly string[], rows: readonly Row[]): Promise<number> {
  let found = 0
  for (let at = 0; at < rows.length; at += ROWS) {
    const part = rows.slice(at, at + ROWS)
    const values: Value[] = []
    const set = names.map(name => {
      const given = part.map(row => (row[name] ?? null) as Value)
      const alike = given.every(value => value === given[0])
      values.push(...(alike ? [given[0]!] : part.flatMap((row, index) => [row.id as string, given[index]!])))
      return `\`${name}\` = ${alike ? '?' : `CASE id ${'WHEN ? THEN ? '.repeat(part.length)}END`}`
    })
    found += (await store.sql<Written>(`UPDATE ${table} SET ${set.join(', ')} WHERE id IN (?)`, [...values, part.map(row => row.id as string)])).affectedRows
  }
  return found
}

/** Writes rows of the same columns into a table by one statement; with `renew`, a row that is there gets the values of those columns. */
export async function insertRows(store: Sender, table: string, rows: readonly Row[], renew: readonly string[] = []): Promise<void> {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const marks = `(${names.map(() => '?').join(',')})`
  const instead = renew.length > 0 ? ` ON DUPLICATE KEY UPDATE ${renew.map(name => `\`${name}\` = VALUES(\`${name}\`)`).join(',')}` : ''
  await store.sql(`INSERT INTO ${table} (${names.map(name => `\`${name}\``).join(',')}) VALUES ${rows.map(() => marks).join(',')}${instead}`, rows.flatMap(row => names.map(name => (row[name] ?? null) as Value)))
}
