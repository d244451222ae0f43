import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { Actor } from '../server/kernel/access'
import { verifyAudit } from '../server/kernel/audit'
import { Context } from '../server/kernel/context'
import type { Database } from '../server/kernel/database'
import { keepPicture, showPicture } from '../server/kernel/files'
import { forgetKeys, type KeysFile } from '../server/kernel/keys'
import { reseal, sealedTables } from '../server/kernel/reseal'
import { sealContent, contentOf } from '../server/kernel/sealedFiles'
import { sealFor, unsealFor } from '../server/people/imports/rows'
import { Person } from '../server/people/persons/Person'
import { rotateKeys } from '../server/rotateKeys'
import { entities } from '../server/schema'
import { person, stop, systemCtx } from './support/app'
import { asOwner, database } from './support/database'
import { aPerson } from './support/people'

let db: Database
const folder = mkdtempSync(path.join(tmpdir(), 'keys-'))
const file = path.join(folder, 'keys.json')
const inline = process.env.LAOBING_KEYS!
const present = (): KeysFile => JSON.parse(readFileSync(file, 'utf8')) as KeysFile

beforeAll(async () => {
  db = await database()
})
beforeEach(() => {
  writeFileSync(file, inline, { mode: 0o600 })
  delete process.env.LAOBING_KEYS
  process.env.LAOBING_KEYS_FILE = file
  forgetKeys()
})
afterAll(async () => {
  process.env.LAOBING_KEYS = inline
  delete process.env.LAOBING_KEYS_FILE
  rmSync(folder, { recursive: true })
  await stop()
})

/** Under which keys the values of a table's column lie. */
async function keysOf(table: string, column: string): Promise<string[]> {
  const rows = await asOwner<{ id: string }[]>(`SELECT DISTINCT CAST(SUBSTRING(\`${column}\`, 2, ORD(LEFT(\`${column}\`, 1))) AS CHAR) AS id FROM ${table} WHERE \`${column}\` IS NOT NULL ORDER BY id`)
  return rows.map(row => row.id)
}
const rotate = (options: Parameters<typeof rotateKeys>[2] = {}) => rotateKeys(db, file, { settleMs: 0, ...options })

it('knows every column that holds bytes', async () => {
  const columns = await asOwner("SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND DATA_TYPE IN ('varbinary','binary','blob','mediumblob','longblob','tinyblob')")
  const known = sealedTables(db, entities).flatMap(({ table, columns: names }) => names.map(({ column }) => `${table}.${column}`))
  expect(columns.map(row => row.name).sort()).toEqual(known.sort())
})

it.each(['sm4', 'aes'] as const)('seals everything anew with %s, and changes nothing else', async cipher => {
  const officer = await person('bureauOfficer')
  const someone = await aPerson({ phone: '15412345670' })
  const uploader = Context.for(db, new Actor(officer.account.id, '甲', 'bureauOfficer', new Set(['file.upload']), { kind: 'banner' }), { requestId: null, ip: null, locale: 'zh' })
  const picture = await keepPicture(uploader, await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).png().toBuffer())
  const shown = await showPicture(uploader, picture.id, 'content', () => undefined)
  const sheet = await sealContent(uploader, { name: '名册.csv', mediaType: 'text/csv', may: 'file.upload', hours: 1 }, [Buffer.from('甲,乙')])
  const cells = sealFor(sheet.id, 7, 'cells', ['甲'])
  await asOwner("INSERT INTO import_rows (id, version, createdAt, updatedAt, importId, number, cells, undone) VALUES (?,1,NOW(3),NOW(3),?,7,?,0)", [sheet.id, sheet.id, cells])
  const before = await asOwner('SELECT id, version, updatedAt, phoneMask, phonePrint FROM persons ORDER BY id')
  const [{ lines }] = (await asOwner('SELECT COUNT(*) AS `lines` FROM audit_entries')) as [{ lines: number }]

  const id = await rotate({ cipher })
  expect(id).toMatch(cipher === 'sm4' ? /^sm4-k\d+$/ : /^k\d+$/)
  for (const { table, columns } of sealedTables(db, entities)) for (const { column } of columns) expect([[], [id]]).toContainEqual(await keysOf(table, column))
  expect(await keysOf('persons', 'phoneSealed')).toEqual([id])
  expect(await keysOf('files', 'thumbnail')).toEqual([id])
  const parts = []
  for await (const part of contentOf(db, sheet)) parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('甲,乙')
  const [row] = await asOwner<{ cells: Buffer }[]>('SELECT cells FROM import_rows WHERE id = ?', [sheet.id])
  expect([row!.cells.equals(cells), unsealFor(sheet.id, 7, 'cells', row!.cells)]).toEqual([false, ['甲']])

  expect(await asOwner('SELECT id, version, updatedAt, phoneMask, phonePrint FROM persons ORDER BY id')).toEqual(before)
  expect(await asOwner("SELECT entity, entityId, action FROM audit_entries WHERE act = 'rotateKeys' AND entityId = ?", [id])).toEqual([{ entity: 'SealingKey', entityId: id, action: 'ROTATED' }])
  expect(await asOwner('SELECT COUNT(*) AS `lines` FROM audit_entries')).toEqual([{ lines: lines + 1 }])
  expect((await verifyAudit(db)).ok).toBe(true)

  expect((await showPicture(uploader, picture.id, 'content', () => undefined)).equals(shown)).toBe(true)
  expect((await officer.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "测试") }', { id: someone.id })).reveal).toBe('15412345670')
  const found = await officer.get('query ($q: String!) { persons(filter: { q: $q }) { items { id } } }', { q: '15412345670' })
  expect(found.persons.items.map((item: { id: string }) => item.id)).toContain(someone.id)
  // Whatever was sealed with the keys of before is opened by them still: backups need them.
  expect(Object.keys(present().keys)).toEqual(['t1', 't0', id])
  expect(present()).toMatchObject({ active: id })
  expect(present().rotating).toBeUndefined()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await asOwner('DELETE FROM files')
  await rotateBack()
}, 60_000)

/** Puts everything back under the keys that the other tests have. */
async function rotateBack(): Promise<void> {
  const { active: _, ...rest } = present()
  writeFileSync(file, JSON.stringify({ ...rest, active: 't1' }))
  forgetKeys()
  for (const table of sealedTables(db, entities)) await reseal(db, table)
}

it('goes on where it was interrupted, with the same key', async () => {
  for (let n = 0; n < 3; n++) await aPerson({ phone: '15412345671' })
  await expect(rotate({ say: line => { if (/…/.test(line)) throw new Error('the plug was pulled') } })).rejects.toThrow('plug')
  const begun = present()
  expect(begun.rotating).toBe(begun.active)
  expect(await rotate()).toBe(begun.active)
  expect(await keysOf('persons', 'phoneSealed')).toEqual([begun.active])
  await rotateBack()
}, 60_000)

it('can spread the key before it is used', async () => {
  const id = await rotate({ addOnly: true })
  expect(present()).toMatchObject({ active: 't1', rotating: id })
  await aPerson()
  expect(await keysOf('persons', 'phoneSealed')).toEqual(['t1'])
  expect(await rotate()).toBe(id)
  expect(await keysOf('persons', 'phoneSealed')).toEqual([id])
  await rotateBack()
}, 60_000)

it('leaves to its writer what is changed meanwhile', async () => {
  const someone = await aPerson({ phone: '15412345672' })
  const ctx = await systemCtx()
  let rotation: Promise<string> | undefined
  await ctx.transact('change', async inner => {
    const held = await inner.store.hold(Person, someone.id)
    const reaching = new Promise<void>(resolve => { db.onStatement = sql => sql.startsWith('UPDATE persons SET `phoneSealed`') && resolve() })
    rotation = rotate()
    await reaching
    held.phone = '15412345673'
    await inner.store.save(held)
  })
  db.onStatement = undefined
  const id = await rotation!
  const officer = await person('bureauOfficer')
  expect((await officer.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "测试") }', { id: someone.id })).reveal).toBe('15412345673')
  expect(await keysOf('persons', 'phoneSealed')).toEqual([id])
  await rotateBack()
}, 60_000)

it('keeps the keys at hand while the file cannot be read', async () => {
  const someone = await aPerson({ phone: '15412345674' })
  writeFileSync(file, '{ half')
  const officer = await person('bureauOfficer')
  expect((await officer.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "测试") }', { id: someone.id })).reveal).toBe('15412345674')
})
