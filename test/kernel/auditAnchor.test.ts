import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sealAudit, sealTrail, verifyAudit } from '../../server/kernel/audit'
import { anchorFileOf, keepAnchor, readAnchor } from '../../server/kernel/auditAnchor'
import type { Database } from '../../server/kernel/database'
import { person, stop, systemCtx } from '../support/app'
import { asOwner, database } from '../support/database'

let db: Database
const folder = mkdtempSync(path.join(tmpdir(), 'anchor-'))
const lately = () => new Date(Date.now() + 60_000)

beforeAll(async () => {
  db = await database()
})
beforeEach(async () => {
  process.env.LAOBING_ANCHOR = folder
  await asOwner('DELETE FROM audit_entries')
  await asOwner('DELETE FROM audit_seals')
  rmSync(anchorFileOf(db)!, { force: true })
})
afterAll(async () => {
  delete process.env.LAOBING_ANCHOR
  rmSync(folder, { recursive: true })
  await stop()
})

/** Two links, and the anchor at the second. */
async function aSealedTrail(): Promise<void> {
  for (let n = 0; n < 2; n++) {
    await person('bureauOfficer')
    await sealAudit(db, lately(), 0)
  }
  await keepAnchor(db)
}

async function cutTheLastLink(): Promise<string> {
  const [last] = await asOwner('SELECT fromId, toId FROM audit_seals ORDER BY number DESC LIMIT 1')
  await asOwner('DELETE FROM audit_entries WHERE id >= ?', [last!.fromId])
  await asOwner('DELETE FROM audit_seals ORDER BY number DESC LIMIT 1')
  return String(last!.toId)
}

it('finds that the newest lines were removed together with their link', async () => {
  await aSealedTrail()
  expect(await verifyAudit(db)).toMatchObject({ ok: true, anchored: true })
  const lost = await cutTheLastLink()
  expect(await verifyAudit(db)).toMatchObject({ ok: false, firstBroken: lost, anchored: true })
})

it('finds that everything was removed', async () => {
  await aSealedTrail()
  await asOwner('DELETE FROM audit_entries')
  await asOwner('DELETE FROM audit_seals')
  expect((await verifyAudit(db)).ok).toBe(false)
})

it('is not moved along a chain that was cut and has grown again', async () => {
  await aSealedTrail()
  const before = readAnchor(db)
  const lost = await cutTheLastLink()
  for (let n = 0; n < 2; n++) {
    await person('bureauOfficer')
    await sealTrail(db, -60_000)
  }
  expect(await asOwner('SELECT number FROM audit_seals')).toHaveLength(3)
  expect(readAnchor(db)).toEqual(before)
  expect(await verifyAudit(db)).toMatchObject({ ok: false, firstBroken: lost })
})

it('follows the chain, and may lag behind it where another machine sealed', async () => {
  await aSealedTrail()
  await person('bureauOfficer')
  await sealAudit(db, lately(), 0)
  expect(readAnchor(db)).toMatchObject({ number: 2 })
  expect(await verifyAudit(db)).toMatchObject({ ok: true, anchored: true })
  await keepAnchor(db)
  expect(readAnchor(db)).toMatchObject({ number: 3 })
})

it('is refused where somebody else wrote it', async () => {
  await aSealedTrail()
  const file = anchorFileOf(db)!
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('"number":2', '"number":1'))
  expect(await verifyAudit(db)).toMatchObject({ ok: false, firstBroken: null })
  await keepAnchor(db)
  expect(readFileSync(file, 'utf8')).toContain('"number":1')
  writeFileSync(file, text.slice(0, 20))
  expect((await verifyAudit(db)).ok).toBe(false)
})

it('is said to be missing where there is no folder for it, and nothing stops for that', async () => {
  delete process.env.LAOBING_ANCHOR
  await aSealedTrail()
  await cutTheLastLink()
  expect(await verifyAudit(db)).toMatchObject({ ok: true, anchored: false })
  process.env.LAOBING_ANCHOR = path.join(folder, 'nowhere')
  await person('bureauOfficer')
  await sealTrail(db, -60_000)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, anchored: false })
})

it('holds though a long act commits after later ones were sealed', async () => {
  const { account } = await person('bureauOfficer')
  const long = await systemCtx(new Date(Date.now() - 600_000))
  await long.transact('long', async inner => {
    inner.store.remark('Account', account.id, null, { action: 'BEGUN' })
    await person('volunteer')
    await sealTrail(db, -1)
  })
  await sealTrail(db, -60_000)
  expect(await verifyAudit(db)).toMatchObject({ ok: true, anchored: true })
})
