import { insertRows } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import type { Database } from '../../kernel/database'
import { newId } from '../../kernel/entity'
import { seal, unseal } from '../../kernel/sealed'
import type { SheetRow } from '../../kernel/readSheet'
import { ImportRow, placeInRow } from './VolunteerImport'

/** Seals what belongs to a row. */
export const sealFor = (importId: string, number: number, part: 'cells' | 'replaced', value: unknown): Buffer => seal(JSON.stringify(value), placeInRow(importId, number, part))
/** What was sealed for a row; null where it is gone. */
export const unsealFor = <T>(importId: string, number: number, part: 'cells' | 'replaced', sealed: Buffer | null): T | null => (sealed ? (JSON.parse(unseal(sealed, placeInRow(importId, number, part))) as T) : null)

/** Writes the rows of a sheet as they were read; their trail is the import's own line. */
export async function writeRows({ store, now }: Context, importId: string, rows: readonly SheetRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const part = rows.slice(at, at + 500)
    await insertRows(store, 'import_rows', part.map(row => ({ id: newId(), version: 1, createdAt: now, updatedAt: now, importId, number: row.number, cells: sealFor(importId, row.number, 'cells', row.cells), undone: false })))
  }
}

/** A row with its cells. */
export interface OpenRow {
  id: string
  number: number
  cells: string[]
}

/** The next rows of a sheet after a number, with their cells: all of them, or those that the run has not settled, or has. */
export async function nextRows(database: Database, importId: string, after: number, many: number, which: 'ALL' | 'PENDING' | 'SETTLED' = 'ALL'): Promise<OpenRow[]> {
  const settled = { ALL: '', PENDING: 'AND outcome IS NULL', SETTLED: 'AND outcome IS NOT NULL' }[which]
  const rows = await database.query(`SELECT id, number, cells FROM import_rows WHERE importId = ? AND number > ? ${settled} ORDER BY number LIMIT ?`, [importId, after, many])
  return rows.map(row => ({ id: row.id as string, number: row.number as number, cells: unsealFor<string[]>(importId, row.number as number, 'cells', row.cells as Buffer | null) ?? [] }))
}

/** The rows of a sheet in their order, page by page. */
export async function* pagesOf(database: Database, importId: string, many: number, which: 'ALL' | 'SETTLED' = 'ALL'): AsyncGenerator<OpenRow[]> {
  for (let after = 0; ; ) {
    const rows = await nextRows(database, importId, after, many, which)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.number
  }
}

/** What became of a row. */
export type Mark = Partial<Pick<ImportRow, 'name' | 'verdict' | 'reasonZh' | 'reasonEn' | 'question' | 'outcome' | 'volunteerId' | 'volunteerVersion' | 'personId' | 'personVersion' | 'replaced'>>

/** Writes what became of many rows by one statement; each mark has the same columns. */
export async function markRows({ store, now }: Context, importId: string, marks: readonly { row: OpenRow; mark: Mark }[]): Promise<void> {
  const rows = marks.map(({ row: { id, number }, mark }) => ({ id, version: 1, createdAt: now, updatedAt: now, importId, number, undone: false, ...mark }))
  await insertRows(store, 'import_rows', rows, ['updatedAt', ...Object.keys(marks[0]?.mark ?? {})])
}

/** A row by which somebody was registered or changed. */
export type Acted = Pick<ImportRow, 'id' | 'number' | 'outcome' | 'replaced'> & { volunteerId: string; volunteerVersion: number; personId: string; personVersion: number }

/** The last rows before a number by which somebody was registered or changed, and which stand. */
export async function actedBefore(database: Database, importId: string, before: number, many: number): Promise<Acted[]> {
  const sql = "SELECT id, number, outcome, replaced, volunteerId, volunteerVersion, personId, personVersion FROM import_rows WHERE importId = ? AND outcome IN ('NEW','UPDATE') AND undone = 0 AND volunteerId IS NOT NULL AND number < ? ORDER BY number DESC LIMIT ?"
  return (await database.query(sql, [importId, before, many])) as unknown as Acted[]
}

/** Notes that what some rows did was taken back. */
export async function markUndone({ store, now }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await store.sql('UPDATE import_rows SET undone = 1, updatedAt = ?, version = version + 1 WHERE id IN (?)', [now, ids])
}
