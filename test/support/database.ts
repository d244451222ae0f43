import './keys'
import mysql from 'mysql2/promise'
import { Database } from '../../server/kernel/database'
import { migrateDatabase } from '../../server/migrate'
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
  const owner = await mysql.createConnection(server)
  await owner.query(`DROP DATABASE IF EXISTS ${name}`)
  await owner.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
  const user = `laobing_${process.pid}`
  const password = 'only-for-tests'
  for (const host of ['127.0.0.1', 'localhost', '%']) {
    await owner.query(`DROP USER IF EXISTS '${user}'@'${host}'`)
    await owner.query(`CREATE USER '${user}'@'${host}' IDENTIFIED BY '${password}'`)
  }
  await owner.end()

  const ownerUrl = new URL(server)
  ownerUrl.pathname = `/${name}`
  const appUrl = new URL(ownerUrl)
  appUrl.username = user
  appUrl.password = password
  await migrateDatabase(ownerUrl.toString(), appUrl.toString())
  return Database.open(appUrl.toString(), [...entities], [], 30)
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
