import './keys'
import mysql from 'mysql2/promise'
import { Database } from '../../server/kernel/database'
import { migrateDatabase } from '../../server/migrate'
import { migrations } from '../../server/migrations'
import { entities } from '../../server/schema'

let opened: Promise<Database> | undefined

/** The worker's own database, its tables made by the product's migrations, seen as the product's own user. */
export function database(): Promise<Database> {
  return (opened ??= open())
}

async function open(): Promise<Database> {
  const server = process.env.TEST_DB_OWNER_URL
  if (!server) throw new Error('TEST_DB_OWNER_URL is not set: run the tests through Jest, whose global setup starts the database.')
  const name = `laobing_test_${process.pid}`
  const user = `laobing_${process.pid}`
  const password = 'only-for-tests'
  const ownerUrl = new URL(server)
  ownerUrl.pathname = `/${name}`
  const appUrl = new URL(ownerUrl)
  appUrl.username = user
  appUrl.password = password
  const owner = await mysql.createConnection(server)
  try {
    if (!(await emptied(owner, name))) {
      await owner.query(`DROP DATABASE IF EXISTS ${name}`)
      await owner.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
      for (const host of ['127.0.0.1', 'localhost', '%']) {
        await owner.query(`DROP USER IF EXISTS '${user}'@'${host}'`)
        await owner.query(`CREATE USER '${user}'@'${host}' IDENTIFIED BY '${password}'`)
      }
      await migrateDatabase(ownerUrl.toString(), appUrl.toString())
    }
  } finally {
    await owner.end()
  }
  return Database.open(appUrl.toString(), [...entities], [], 30)
}

/** Empties the tables that the worker's former test file left; false where there are none, or where they are not what the migrations make. */
async function emptied(owner: mysql.Connection, name: string): Promise<boolean> {
  const rowsOf = async (sql: string, values: unknown[] = []): Promise<Record<string, string>[]> => (await owner.query(sql, values))[0] as Record<string, string>[]
  const tables = (await rowsOf('SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?', [name])).map(row => row.name!)
  if (!tables.includes('migrations')) return false
  const made = new Set((await rowsOf(`SELECT name FROM ${name}.migrations`)).map(row => row.name))
  if (made.size !== migrations.length || !migrations.every(migration => made.has(migration.name))) return false
  const filled = await rowsOf(tables.filter(table => table !== 'migrations').map(table => `(SELECT '${table}' AS name FROM ${name}.${table} LIMIT 1)`).join(' UNION ALL '))
  await owner.query('SET SESSION foreign_key_checks = 0')
  for (const { name: table } of filled) await owner.query(`DELETE FROM ${name}.${table}`)
  return true
}

/** The same database as its owner sees it: for tests that look behind the product's back. */
export async function asOwner<T = Record<string, unknown>[]>(sql: string, values: unknown[] = []): Promise<T> {
  await database()
  const url = new URL(process.env.TEST_DB_OWNER_URL!)
  url.pathname = `/laobing_test_${process.pid}`
  const connection = await mysql.createConnection({ uri: url.toString(), timezone: 'Z', dateStrings: ['DATE'] })
  try {
    const [rows] = await connection.query(sql, values)
    return rows as T
  } finally {
    await connection.end()
  }
}

export async function closeDatabase(): Promise<void> {
  if (!opened) return
  await (await opened).close()
  opened = undefined
}

/** Listens to the statements that are sent from now on; asking for them ends it. */
export async function statementsFromNow(): Promise<() => string[]> {
  const db = await database()
  const seen: string[] = []
  db.onStatement = sql => void seen.push(sql)
  return () => {
    db.onStatement = undefined
    return seen
  }
}
