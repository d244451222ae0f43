import type { Database, Row } from './database'
import type { Line } from './Line'
import { Deadline } from './deadline'
import type { Entity, Type } from './entity'
import { keys } from './keys'
import { cipherColumn, placeOf, seal, sealedBytesOf, sealedColumnsOf, unsealBytes } from './sealed'
import { Shape } from './shape'

/** A table with values that are sealed: which columns, and what each is bound to. */
export interface SealedTable {
  readonly type: Type
  readonly table: string
  readonly columns: readonly { column: string; place: (row: Row) => string }[]
  /** The columns that tell what the values are bound to. */
  readonly by: readonly string[]
  /** Rows a batch. */
  readonly size: number
}

const ROWS = 200
/** A file may have megabytes. */
const FILES = 4

/** Every table with sealed values. A test holds this against the tables themselves. */
export function sealedTables(database: Database, entities: readonly Function[]): SealedTable[] {
  return entities.flatMap(entity => {
    const type = entity as Type<Entity>
    const bytes = sealedBytesOf(type)
    const columns = [
      ...sealedColumnsOf(type).map(({ property }) => ({ column: cipherColumn(property), place: (row: Row) => placeOf(type, row.id as string, property) })),
      ...bytes.map(({ property, place }) => ({ column: property, place: place as (row: Row) => string })),
    ]
    const by = [...new Set(['id', ...bytes.flatMap(one => one.by)])]
    return columns.length === 0 ? [] : [{ type, table: Shape.of(database.source, type).table, columns, by, size: bytes.some(one => one.large) ? FILES : ROWS }]
  })
}

/** How much of a ciphertext tells it from every other: key id, nonce, tag. */
const HEAD = 64

/**
 * Seals every value of a table that is under another key with the active one, batch after batch, while the product runs.
 * The record does not change by it: neither its version nor the trail. A value that somebody changes meanwhile is left to
 * them. Returns how many values were sealed anew.
 */
export async function reseal(database: Database, sealed: SealedTable, progress: (done: number) => void = () => undefined): Promise<number> {
  const { table, columns, by, size } = sealed
  const { active } = keys()
  const id = Buffer.concat([Buffer.from([active.length]), Buffer.from(active, 'ascii')])
  const old = columns.map(({ column }) => `(\`${column}\` IS NOT NULL AND LEFT(\`${column}\`, ${id.length}) <> ?)`).join(' OR ')
  const names = [...by, ...columns.map(({ column }) => column)].map(name => `\`${name}\``).join(', ')
  let done = 0
  for (let after = ''; ; ) {
    const rows = await database.query(`SELECT ${names} FROM ${table} WHERE id > ? AND (${old}) ORDER BY id LIMIT ?`, [after, ...columns.map(() => id), size])
    if (rows.length === 0) return done
    done += await database.transaction(new Deadline(60_000), line => resealRows(line, sealed, rows, id))
    progress(done)
    after = rows.at(-1)!.id as string
  }
}

async function resealRows(line: Line, { table, columns }: SealedTable, rows: readonly Row[], id: Buffer): Promise<number> {
  let done = 0
  for (const row of rows) {
    for (const { column, place } of columns) {
      const value = row[column] as Buffer | null
      if (!value || value.subarray(0, id.length).equals(id)) continue
      const fresh = seal(unsealBytes(value, place(row)), place(row))
      const { affectedRows } = await line.query<{ affectedRows: number }>(`UPDATE ${table} SET \`${column}\` = ? WHERE id = ? AND LEFT(\`${column}\`, ${HEAD}) = ?`, [fresh, row.id as string, value.subarray(0, HEAD)])
      done += affectedRows
    }
  }
  return done
}
