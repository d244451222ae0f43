import { readFileSync, symlinkSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import mysql, { type Connection } from 'mysql2/promise'
import { type App, createApp } from '../../server/app'
import { sealTrail, verifyAudit } from '../../server/kernel/audit'
import { Database } from '../../server/kernel/database'
import { entities } from '../../server/schema'
import { loadDemo } from '../../server/seeds/demo'
import { buildProduct } from '../faults/Product'
import { ask, type Person, person, stop } from '../support/app'
import { database } from '../support/database'
import { anIdCard, aPlace } from '../support/people'
import { aFolder, project, removeFolder, runToEnd, type Running, unpacked } from './standIn'

/** The drill of the real product: its demo's people are backed up, restored into an empty database, and everything is asked there. */
const NAME = '验真玖'
const PHONE = '15498760987'
const CARD = anIdCard('1951-03-04', undefined, 345)
const source = `laobing_test_${process.pid}`
const target = `laobing_restored_${process.pid}`
const KEYS = { ...(JSON.parse(process.env.LAOBING_KEYS!) as object), backup: Buffer.alloc(32, 5).toString('base64') }

let folder: string
let owner: Connection
let officer: Person
let auditor: Person
let elder: string
let restored: { database: Database; app: App }

const urlOf = (name: string): string => Object.assign(new URL(process.env.TEST_DB_OWNER_URL!), { pathname: `/${name}` }).href
const run = (args: string[], name: string, more: object = {}): Promise<Running> =>
  runToEnd(args, { LAOBING_BUILT: '1', LAOBING_DATA: folder, LAOBING_ANCHOR: folder, LAOBING_KEYS: JSON.stringify({ ...KEYS, ...more }), DATABASE_URL: urlOf(name), DATABASE_OWNER_URL: urlOf(name) }, project)
const restore = (more?: object): Promise<Running> => run(['server/launch/restore.mjs', file()], target, more)
const file = (): string => path.join(folder, 'drill.backup')

/** How many rows each table has, and the checksum of all that stands in them. */
async function contentOf(name: string): Promise<Record<string, string>> {
  const [tables] = (await owner.query('SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? ORDER BY 1', [name])) as unknown as [{ name: string }[]]
  const content: Record<string, string> = {}
  for (const table of tables) {
    const [[counted]] = (await owner.query(`SELECT COUNT(*) AS n FROM ${name}.${table.name}`)) as unknown as [[{ n: number }]]
    const [[checked]] = (await owner.query(`CHECKSUM TABLE ${name}.${table.name}`)) as unknown as [[{ Checksum: number }]]
    content[table.name] = `${counted.n} rows, ${checked.Checksum}`
  }
  return content
}

beforeAll(async () => {
  await buildProduct()
  folder = aFolder()
  if (existsSync(unpacked)) symlinkSync(unpacked, path.join(folder, 'engine'))
  mkdirSync(path.join(folder, 'backups'))
  await loadDemo(await database(), { onlyIfEmpty: true, scale: 1, say: () => undefined })
  officer = await person('bureauOfficer')
  auditor = await person('auditor')
  const place = await aPlace()
  elder = (await officer.get('mutation ($input: PersonInput!) { createPerson(input: $input) { id } }', { input: { name: NAME, idCard: CARD, phone: PHONE, regionCode: place.village(1) } })).createPerson.id
  await sealTrail(await database(), 0)
  owner = await mysql.createConnection(process.env.TEST_DB_OWNER_URL!)
  await owner.query(`DROP DATABASE IF EXISTS ${target}`)
  await owner.query(`CREATE DATABASE ${target} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`)
}, 300_000)
afterAll(async () => {
  await restored?.app.http.close()
  await restored?.database.close()
  await owner.query(`DROP DATABASE IF EXISTS ${target}`)
  await owner.end()
  await stop()
  removeFolder(folder)
})

it('is sealed: nothing that is known of anybody stands in the file, and other keys do not open it', async () => {
  const made = await run(['server/launch/backup.mjs', file()], source)
  expect([made.code, made.output]).toEqual([0, expect.stringContaining(`backed up to ${file()}`)])
  const bytes = readFileSync(file())
  for (const known of [NAME, PHONE, CARD, '示例', 'INSERT INTO', 'audit_entries']) expect([known, bytes.includes(known)]).toEqual([known, false])
  const other = Buffer.alloc(32, 9).toString('base64')
  for (const [keys, sentence] of [[{ backup: other }, /cannot be opened/], [{ fingerprint: other }, /sealed with other keys/]] as const) {
    const refused = await restore(keys)
    expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(sentence)])
  }
  expect(await contentOf(target)).toEqual({})
}, 120_000)

it('is restored to the last row', async () => {
  const done = await restore()
  expect([done.code, done.output]).toEqual([0, expect.stringContaining(`restored from ${file()}`)])
  const content = await contentOf(target)
  expect(Object.keys(content).length).toBeGreaterThan(50)
  expect(content).toEqual(await contentOf(source))
  const opened = await Database.open(urlOf(target), [...entities])
  restored = { database: opened, app: await createApp({ database: opened, publicSeconds: 0 }) }
}, 120_000)

it('has its trail whole to the last line, and every number that is kept is what it counts', async () => {
  const [{ n }] = (await (await database()).query('SELECT COUNT(*) AS n FROM audit_entries')) as [{ n: number }]
  expect(await verifyAudit(restored.database)).toMatchObject({ ok: true, checked: Number(n) })
  const totals = await run(['dist/server/cli.js', 'check:totals'], target)
  expect([totals.code, totals.output]).toEqual([0, expect.stringContaining('Every number kept is what it counts.')])
}, 120_000)

it('answers whoever had signed in, finds by what is sealed, and opens it', async () => {
  const there = async (who: Person, query: string, variables: object) => {
    const answer = await restored.app.http.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}` }, payload: JSON.stringify({ query, variables }) })
    return (answer.json() as { data: Record<string, unknown> }).data
  }
  for (const q of [PHONE, CARD]) expect(await there(officer, 'query ($q: String!) { persons(filter: { q: $q }) { items { id name } } }', { q })).toEqual({ persons: { items: [{ id: elder, name: NAME }] } })
  for (const [field, value] of [['phone', PHONE], ['idCard', CARD]]) expect(await there(officer, 'mutation ($id: ID!, $field: String!) { reveal(type: "Person", id: $id, field: $field, reason: "演练") }', { id: elder, field })).toEqual({ reveal: value })
  expect(await there(auditor, '{ verifyAuditTrail { ok } }', {})).toEqual({ verifyAuditTrail: { ok: true } })
  expect((await ask('{ about { demo } }')).status).toBe(200)
})
