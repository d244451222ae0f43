import fc from 'fast-check'
import { verifyAudit } from '../../server/kernel/audit'
import { Context } from '../../server/kernel/context'
import { Actor, type Reach } from '../../server/kernel/access'
import { newId } from '../../server/kernel/entity'
import { isWithin } from '../../server/kernel/regionCode'
import { seal, unseal } from '../../server/kernel/sealed'
import { Person } from '../../server/people/persons/Person'
import { Team } from '../../server/people/teams/Team'
import { aTerritory, person, setClock, stop, systemCtx } from '../support/app'
import { asOwner, database } from '../support/database'
import { aPerson, aTeam } from '../support/people'

afterAll(stop)

const actor = (reach: Reach, id = newId()): Actor => new Actor(id, '某某', 'stationWorker', new Set(), reach)
const as = async (reach: Reach): Promise<Context> => Context.for(await database(), actor(reach), { requestId: null, ip: null, locale: 'zh' })
const audited = (entityId: string) => asOwner('SELECT act, result, changes FROM audit_entries WHERE entityId = ? ORDER BY id', [entityId])

describe('reach', () => {
  it('shows a row exactly where its division lies within the actor’s, by id, list, count and hold', async () => {
    const [one, two] = [aTerritory(), aTerritory()]
    const codes = [one.township, one.village(1), one.village(2), two.township, two.village(1)]
    const teams = await Promise.all(codes.map(regionCode => aTeam({ regionCode })))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...codes), fc.constantFrom(...teams), async (regionCode, team) => {
        const ctx = await as({ kind: 'region', regionCode })
        const visible = isWithin(team.regionCode, regionCode)
        expect((await ctx.store.query(Team).where('it.id = ?', team.id).rows()).length).toBe(visible ? 1 : 0)
        expect(await ctx.store.query(Team).where('it.id = ?', team.id).count()).toBe(visible ? 1 : 0)
        const got = ctx.store.get(Team, team.id).then(() => true, error => (error as { code: string }).code)
        expect(await got).toBe(visible ? true : 'NOT_FOUND')
        const held = ctx.transact('look', inner => inner.store.hold(Team, team.id)).then(() => true, error => (error as { code: string }).code)
        expect(await held).toBe(visible ? true : 'NOT_FOUND')
      }),
      { numRuns: 25 },
    )
  })

  it('shows nothing to whoever is bound to nothing', async () => {
    await aTeam()
    for (const kind of ['region', 'team', 'self', 'assigned', 'public'] as const) expect(await (await as({ kind })).store.query(Team).count()).toBe(0)
  })

  it('lets nobody write into another’s division, nor move a row there', async () => {
    const [mine, other] = [aTerritory(), aTerritory()]
    const team = await aTeam({ regionCode: mine.township })
    const ctx = await as({ kind: 'region', regionCode: mine.township })
    await expect(ctx.transact('move', async inner => {
      const held = await inner.store.hold(Team, team.id)
      held.regionCode = other.township
      return inner.store.save(held)
    })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await asOwner('SELECT regionCode FROM teams WHERE id = ?', [team.id]))[0]!.regionCode).toBe(mine.township)
  })
})

describe('saving', () => {
  it('keeps no half of a character that a text was cut in, so that its line in the trail is known again', async () => {
    const team = await aTeam()
    const ctx = await systemCtx()
    await ctx.transact('name', async inner => {
      const held = await inner.store.hold(Team, team.id)
      held.name = '第九队😀'.slice(0, 4)
      await inner.store.save(held, { note: `${'x'.repeat(499)}😀` })
    })
    expect(await asOwner('SELECT name FROM teams WHERE id = ?', [team.id])).toEqual([{ name: '第九队\ufffd' }])
    expect(await asOwner("SELECT note FROM audit_entries WHERE entityId = ? AND act = 'name'", [team.id])).toEqual([{ note: 'x'.repeat(499) }])
    expect(await verifyAudit(await database())).toMatchObject({ ok: true })
  })

  it('lets one of fifty writers of a version win', async () => {
    const team = await aTeam()
    const ctx = await systemCtx()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => ctx.transact('rename', async inner => {
        const held = await inner.store.hold(Team, team.id, team.version)
        held.name = `第${n}个写的人`
        return inner.store.save(held)
      })),
    )
    expect(results.filter(result => result.status === 'fulfilled')).toHaveLength(1)
    expect(results.filter(result => result.status === 'rejected' && (result.reason as { code: string }).code === 'STALE')).toHaveLength(49)
  }, 30_000)

  it('says which fields somebody else changed first', async () => {
    const team = await aTeam()
    const ctx = await systemCtx()
    await ctx.transact('rename', async inner => {
      const held = await inner.store.hold(Team, team.id)
      held.name = '改过的名字'
      return inner.store.save(held)
    })
    await expect(ctx.transact('again', inner => inner.store.hold(Team, team.id, 1))).rejects.toMatchObject({ code: 'STALE', details: { version: 2, changed: ['name'] } })
  })

  it('leaves neither row nor line when the act fails', async () => {
    const ctx = await systemCtx()
    const id = newId()
    await expect(ctx.transact('fail', async inner => {
      const team = Team.of({ id, code: `X${id}`.slice(0, 24), name: 'x', tier: 'SQUAD' as Team['tier'], regionCode: aTerritory().village(), memberMin: 3, minBasis: 'ALL' as Team['minBasis'], state: 'ACTIVE' as Team['state'], memberCount: 0, veteranCount: 0 })
      await inner.store.save(team)
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await asOwner('SELECT id FROM teams WHERE id = ?', [id])).toEqual([])
    expect(await audited(id)).toEqual([])
  })

  it('writes nothing where nothing differs', async () => {
    const team = await aTeam()
    const ctx = await systemCtx()
    await ctx.transact('nothing', async inner => inner.store.save(await inner.store.hold(Team, team.id)))
    expect((await asOwner('SELECT version FROM teams WHERE id = ?', [team.id]))[0]!.version).toBe(1)
    expect(await audited(team.id)).toHaveLength(1)
  })

  it('runs an act again as a whole after a deadlock', async () => {
    const [a, b] = [await aTeam(), await aTeam()]
    const ctx = await systemCtx()
    let runs = 0
    const cross = (first: string, second: string) => ctx.transact('cross', async inner => {
      runs++
      const one = await inner.store.hold(Team, first)
      await new Promise(resolve => setTimeout(resolve, 60))
      const two = await inner.store.hold(Team, second)
      one.memberCount += 1
      two.memberCount += 1
      await inner.store.save(one)
      return inner.store.save(two)
    })
    await Promise.all([cross(a.id, b.id), cross(b.id, a.id)])
    expect(runs).toBeGreaterThan(2)
    expect((await asOwner('SELECT memberCount FROM teams WHERE id IN (?, ?)', [a.id, b.id])).map(row => row.memberCount)).toEqual([2, 2])
  }, 20_000)
})

describe('a client key', () => {
  it('makes a hundred sendings one act with one answer, and refuses another content', async () => {
    const ctx = await systemCtx()
    const make = (name: string) => ctx.transact('make', inner => inner.store.save(Team.of({
      code: `K${newId().slice(-20)}`, name, tier: 'SQUAD' as Team['tier'], regionCode: '990000000200', memberMin: 3, minBasis: 'ALL' as Team['minBasis'], state: 'ACTIVE' as Team['state'], memberCount: 0, veteranCount: 0,
    })), { clientKey, content: name })
    const clientKey = newId()
    const answers = await Promise.all(Array.from({ length: 100 }, () => make('一次')))
    const ids = new Set(answers.map(answer => (answer as { entityId?: string; id?: string }).entityId ?? (answer as Team).id))
    expect(ids.size).toBe(1)
    expect((await asOwner('SELECT COUNT(*) AS n FROM audit_entries WHERE clientKey = ?', [clientKey]))[0]!.n).toBe(1)
    expect((await asOwner('SELECT id FROM teams WHERE id IN (?)', [[...ids]])).length).toBe(1)
    await expect(make('两次')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  }, 60_000)
})

describe('personal data', () => {
  it('is bound to its row and its column', () => {
    const sealed = seal('15200000000', 'Person/a/phone')
    expect(unseal(sealed, 'Person/a/phone')).toBe('15200000000')
    expect(() => unseal(sealed, 'Person/b/phone')).toThrow()
    expect(() => unseal(sealed, 'Person/a/idCard')).toThrow()
  })

  it('is found in no table and no line of the trail', async () => {
    const somebody = await aPerson({ phone: '15412345678' })
    const tables = await asOwner("SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()")
    for (const { name } of tables) {
      const rows = await asOwner(`SELECT * FROM \`${String(name)}\``)
      const text = rows.map(row => Object.values(row).map(value => (Buffer.isBuffer(value) ? value.toString('latin1') : value instanceof Date ? '' : JSON.stringify(value))).join(' ')).join('\n')
      expect([name, text.includes('15412345678')]).toEqual([name, false])
    }
    const ctx = await systemCtx()
    const held = await ctx.transact('look', inner => inner.store.hold(Person, somebody.id))
    expect((held as Person).phone).toBe('15412345678')
    const [line] = await audited(somebody.id)
    expect(JSON.stringify(line)).toContain('•••')
  })

  it('refuses a mask that a form sent back', async () => {
    const somebody = await aPerson({})
    expect(() => { somebody.phone = '154****5678' }).toThrow('Some fields need correcting.')
  })
})

describe('revealing', () => {
  const REVEAL = 'mutation ($id: ID!, $field: String!, $reason: String!) { reveal(type: "Person", id: $id, field: $field, reason: $reason) }'

  it('gives one value with a reason, and the trail has it', async () => {
    const land = aTerritory()
    const somebody = await aPerson({ regionCode: land.village(), phone: '15487654321' })
    const worker = await person('stationWorker', { regionCode: land.township })
    expect(await worker.get(REVEAL, { id: somebody.id, field: 'phone', reason: '拨打电话' })).toEqual({ reveal: '15487654321' })
    const [line] = await asOwner("SELECT actorId, action, note FROM audit_entries WHERE entityId = ? AND act = 'reveal'", [somebody.id])
    expect(line).toEqual({ actorId: worker.account.id, action: 'phone', note: '拨打电话' })
  })

  it('refuses without a reason, out of reach, without the right, of another field, and beyond the rate', async () => {
    const somebody = await aPerson({})
    const township = `${somebody.regionCode.slice(0, 9)}000`
    const worker = await person('stationWorker', { regionCode: township })
    const stranger = await person('stationWorker', { regionCode: aTerritory().township })
    const village = await person('villageLiaison', { regionCode: somebody.regionCode })
    expect((await worker.ask(REVEAL, { id: somebody.id, field: 'phone', reason: '  ' })).code).toBe('INVALID')
    expect((await stranger.ask(REVEAL, { id: somebody.id, field: 'phone', reason: 'x' })).code).toBe('NOT_FOUND')
    expect((await village.ask(REVEAL, { id: somebody.id, field: 'idCard', reason: 'x' })).code).toBe('FORBIDDEN')
    expect((await worker.ask(REVEAL, { id: somebody.id, field: 'name', reason: 'x' })).code).toBe('INVALID')
    const codes: (string | undefined)[] = []
    for (let n = 0; n < 22; n++) codes.push((await worker.ask(REVEAL, { id: somebody.id, field: 'phone', reason: 'x' })).code)
    expect(codes.filter(code => code === 'LIMITED').length).toBeGreaterThan(0)
    const limited = await worker.ask(REVEAL, { id: somebody.id, field: 'phone', reason: 'x' })
    expect([limited.status, limited.headers['retry-after']]).toEqual([429, expect.any(String)])
  })
})

it('counts the day in Shanghai', async () => {
  setClock('2026-03-01T16:30:00Z')
  expect((await systemCtx()).today).toBe('2026-03-02')
  setClock()
})
