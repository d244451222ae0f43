import type { Database } from '../../kernel/database'
import { schedule } from '../../kernel/jobs'

/** After how many days what a sheet said is forgotten; the verdicts stay. */
const FORGET_DAYS = 30

/** Forgets the cells of old imports: they hold what the registry keeps sealed. */
export async function forgetCells(database: Database, now: Date): Promise<void> {
  await database.query('UPDATE import_rows SET cells = NULL, replaced = NULL WHERE cells IS NOT NULL AND createdAt < ? LIMIT 5000', [new Date(now.getTime() - FORGET_DAYS * 86_400_000)])
}

schedule({ name: 'forgetImportCells', every: 3600, run: ({ now }, database) => forgetCells(database, now) })
