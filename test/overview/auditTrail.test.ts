import { sealAudit, verifyAudit } from '../../server/kernel/audit'
import { newId } from '../../server/kernel/entity'
import { person, stop } from '../support/app'
import { asOwner, database } from '../support/database'

afterAll(stop)

const TRAIL = 'query ($filter: AuditFilter! = {}) { auditTrail(filter: $filter, page: { size: 100 }) { total items { id act actorId result entity entityId changes { field before after } } } }'
const VERIFY = '{ verifyAuditTrail { ok checked firstBroken } }'
const REVEAL = 'mutation ($id: ID!) { reveal(type: "Account", id: $id, field: "totpSecret", reason: "测试") }'
const later = () => new Date(Date.now() + 120_000)

describe('the audit trail', () => {
  it('is read by the auditor, and by nobody who administers', async () => {
    const auditor = await person('auditor')
    expect((await auditor.ask(TRAIL)).error).toBeUndefined()
    for (const role of ['bureauAdministrator', 'bureauLeader', 'bureauOfficer', 'stationHead', 'volunteer'] as const) {
      expect((await (await person(role)).ask(TRAIL)).code).toBe('FORBIDDEN')
      expect((await (await person(role)).ask(VERIFY)).code).toBe('FORBIDDEN')
    }
  })

  it('holds refused attempts, with who and what', async () => {
    const admin = await person('bureauAdministrator')
    expect((await admin.ask(REVEAL, { id: newId() })).code).toBe('FORBIDDEN')
    expect((await admin.ask(TRAIL)).code).toBe('FORBIDDEN')
    const auditor = await person('auditor')
    const { auditTrail } = await auditor.get(TRAIL, { filter: { actorId: admin.account.id } })
    expect(auditTrail.items.map((line: any) => [line.act, line.result])).toEqual([['auditTrail', 'FORBIDDEN'], ['reveal', 'FORBIDDEN']])
  })

  it('shows that a sealed value changed, not to what', async () => {
    const someone = await person('volunteer')
    const auditor = await person('auditor')
    const { auditTrail } = await auditor.get(TRAIL, { filter: { entityId: someone.account.id } })
    expect(auditTrail.items[0].changes).toContainEqual({ field: 'username', before: null, after: someone.account.username })
  })

  it('cannot be changed by the product itself', async () => {
    const db = await database()
    await expect(db.query("UPDATE audit_entries SET act = 'x'")).rejects.toThrow(/denied/i)
    await expect(db.query('DELETE FROM audit_entries')).rejects.toThrow(/denied/i)
    await expect(db.query('DELETE FROM audit_seals')).rejects.toThrow(/denied/i)
  })

  it('is sealed once by several processes that stop at the same moment', async () => {
    const db = await database()
    for (let round = 0; round < 5; round++) {
      await person('volunteer')
      await Promise.all(Array.from({ length: 4 }, () => sealAudit(db, later(), 0)))
    }
    expect(await verifyAudit(db)).toMatchObject({ ok: true })
  })

  it('finds a changed, a removed and a slipped-in line', async () => {
    const db = await database()
    const auditor = await person('auditor')
    while ((await sealAudit(db, later(), 0)) > 0);
    expect(await auditor.get(VERIFY)).toMatchObject({ verifyAuditTrail: { ok: true, firstBroken: null } })
    const [line] = await asOwner('SELECT * FROM audit_entries ORDER BY id LIMIT 1 OFFSET 3')
    const restore = async () => {
      const names = Object.keys(line!)
      await asOwner('DELETE FROM audit_entries WHERE id = ?', [line!.id])
      await asOwner(`INSERT INTO audit_entries (${names.join(',')}) VALUES (${names.map(() => '?').join(',')})`, names.map(name => (name === 'changes' && line![name] && typeof line![name] === 'object' ? JSON.stringify(line![name]) : line![name])))
    }

    await asOwner("UPDATE audit_entries SET actorName = '别人' WHERE id = ?", [line!.id])
    expect(await verifyAudit(db)).toMatchObject({ ok: false, firstBroken: line!.id })
    await restore()
    expect((await verifyAudit(db)).ok).toBe(true)

    await asOwner('DELETE FROM audit_entries WHERE id = ?', [line!.id])
    expect((await verifyAudit(db)).ok).toBe(false)
    await restore()

    const slipped = `${String(line!.id).slice(0, 25)}${String(line!.id).endsWith('Z') ? '0' : 'Z'}`
    await asOwner('INSERT INTO audit_entries SELECT ?, version, createdAt, updatedAt, actId, act, actorId, actorName, role, ip, requestId, result, entity, entityId, regionCode, action, note, changes, NULL, NULL, mac FROM audit_entries WHERE id = ?', [slipped, line!.id])
    expect((await verifyAudit(db)).ok).toBe(false)
    await asOwner('DELETE FROM audit_entries WHERE id = ?', [slipped])

    await asOwner("UPDATE audit_seals SET digest = REVERSE(digest) WHERE number = 1")
    expect((await verifyAudit(db)).ok).toBe(false)
    await asOwner("UPDATE audit_seals SET digest = REVERSE(digest) WHERE number = 1")
    expect((await verifyAudit(db)).ok).toBe(true)
  })
})
