import mysql from 'mysql2/promise'
import { DataSource } from 'typeorm'
import { log } from './kernel/log'
import { migrations } from './migrations'
import { entities } from './schema'

/** What the product's own user may never change. */
const WRITTEN_ONCE = new Set(['audit_entries', 'audit_seals'])

/** The source as the database's owner: for migrations alone. */
export async function ownerSource(ownerUrl: string): Promise<DataSource> {
  const connection = await mysql.createConnection(ownerUrl)
  const [rows] = await connection.query('SELECT VERSION() AS version')
  await connection.end()
  const flavour = /mariadb/i.test((rows as { version: string }[])[0]?.version ?? '') ? 'mariadb' : 'mysql'
  return new DataSource({ type: flavour, url: ownerUrl, entities: [...entities], migrations: [...migrations], migrationsTransactionMode: 'each', charset: 'utf8mb4', timezone: 'Z' })
}

/** Brings the tables up to date, and gives the product's user its rights, table by table: in the audit trail it may only add and read. */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<number> {
  const source = await (await ownerSource(ownerUrl)).initialize()
  try {
    const done = await source.runMigrations()
    await grant(source, new URL(appUrl))
    for (const migration of done) log.info({ migration: migration.name }, 'migrated')
    return done.length
  } finally {
    await source.destroy()
  }
}

async function grant(source: DataSource, app: URL): Promise<void> {
  const user = decodeURIComponent(app.username)
  const [current] = (await source.query('SELECT CURRENT_USER() AS name, DATABASE() AS db')) as { name: string; db: string }[]
  if (!current || current.name.split('@')[0] === user) return
  const tables = (await source.query("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'")) as { name: string }[]
  const hosts = (await source.query('SELECT Host AS host FROM mysql.user WHERE User = ?', [user]).catch(() => [{ host: '%' }])) as { host: string }[]
  for (const { host } of hosts) {
    for (const { name } of tables) {
      const rights = WRITTEN_ONCE.has(name) ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE, DELETE'
      await source.query(`GRANT ${rights} ON \`${current.db}\`.\`${name}\` TO ?@?`, [user, host])
    }
  }
}
