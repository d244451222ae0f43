import { insertRows } from '../../kernel/bulk'
import type { Context } from '../../kernel/context'
import type { Database, Value } from '../../kernel/database'
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

/** The next rows of a sheet after a number, with their cells; `pending` leaves out what the run has done. */
export async function nextRows(database: Database, importId: string, after: number, many: number, pending = false): Promise<OpenRow[]> {
  const rows = await database.query(`SELECT id, number, cells FROM import_rows WHERE importId = ? AND number > ? ${pending ? 'AND outcome IS NULL' : ''} ORDER BY number LIMIT ?`, [importId, after, many])
  return rows.map(row => ({ id: row.id as string, number: row.number as number, cells: unsealFor<string[]>(importId, row.number as number, 'cells', row.cells as Buffer | null) ?? [] }))
}

/** What became of a row. */
export type Mark = Partial<Pick<ImportRow, 'name' | 'verdict' | 'reasonZh' | 'reasonEn' | 'question' | 'outcome' | 'volunteerId' | 'volunteerVersion' | 'personId' | 'personVersion' | 'replaced' | 'undone'>>

/** Writes what became of a row. */
export async function markRow({ store, now }: Context, id: string, values: Mark): Promise<void> {
  const names = Object.keys(values)
  await store.sql(`UPDATE import_rows SET ${names.map(name => `${name} = ?`).join(', ')}, updatedAt = ?, version = version + 1 WHERE id = ?`, [...(Object.values(values) as Value[]), now, id])
}

/** Writes what became of many rows by one statement; each mark has the same columns. */
export async function markRows({ store, now }: Context, importId: string, marks: readonly { row: OpenRow; mark: Mark }[]): Promise<void> {
  const rows = marks.map(({ row: { id, number }, mark }) => ({ id, version: 1, createdAt: now, updatedAt: now, importId, number, undone: false, ...mark }))
  await insertRows(store, 'import_rows', rows, ['updatedAt', ...Object.keys(marks[0]?.mark ?? {})])
}
