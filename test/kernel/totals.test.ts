import '../../server/schema'
import fc from 'fast-check'
import { insertAll, setAll } from '../../server/kernel/bulk'
import type { Context } from '../../server/kernel/context'
import { Refused } from '../../server/kernel/errors'
import { mendTotals } from '../../server/kernel/keptTotals'
import { say } from '../../server/kernel/text'
import { PairingTotals1795770000000 } from '../../server/migrations/PairingTotals1795770000000'
import { FillKeptTotals1795710000001 } from '../../server/migrations/FillKeptTotals1795710000001'
import { Pairing } from '../../server/programmes/pairings/Pairing'
import { Visit, VisitState } from '../../server/programmes/pairings/Visit'
import { findAmiss } from '../../server/kernel/totals'
import { anActivity } from '../support/activities'
import { asOwner, aTerritory, person, stop, systemCtx } from '../support/app'
import { database } from '../support/database'
import { aPairing, aVisit } from '../support/pairings'

afterAll(stop)

it('names each number that is kept and is not what it counts', async () => {
  const activity = await anActivity()
  const { volunteerId } = await aPairing()
  const [part] = await asOwner<{ id: string }[]>('SELECT id FROM activity_teams WHERE activityId = ?', [activity.id])
  const about = async (id: string) => (await findAmiss(await systemCtx())).filter(each => each.id === id).map(({ total, kept, counted }) => [total, kept, counted])
  expect([await about(volunteerId), await about(part!.id)]).toEqual([[], []])
  await asOwner('UPDATE teams SET memberCount = 7, veteranCount = 1 WHERE id = ?', [activity.teamId])
  await asOwner('UPDATE volunteers SET `load` = 4 WHERE id = ?', [volunteerId])
  await asOwner('UPDATE activity_teams SET attendance = 3, confirmedCount = 2 WHERE id = ?', [part!.id])
  expect(await about(activity.teamId)).toEqual([['teams.memberCount', 7, 1]])
  expect(await about(volunteerId)).toEqual([['volunteers.load', 4, 1]])
  expect(await about(part!.id)).toEqual([['activity_teams.attendance', 3, 0], ['activity_teams.confirmedCount', 2, 0]])
})

describe('kept totals', () => {
  const land = aTerritory()
  const wrongHere = async () => (await findAmiss(await systemCtx(), [])).filter(({ id }) => id.includes(land.township.slice(0, 9)))
  const kept = () => asOwner('SELECT * FROM kept_totals WHERE records <> 0 OR amount <> 0 ORDER BY total, month, regionCode, heading, team')
  let pairing: Pairing
  beforeAll(async () => {
    pairing = await aPairing({ regionCode: land.village() })
  })

  const made = (ctx: Context, village: number, month: number): Visit =>
    Object.assign(Visit.within(pairing, pairing.volunteerId), { regionCode: land.village(village), state: VisitState.DONE, visitedOn: `2026-${month}-05`, minutes: 30, recordedById: null, createdAt: ctx.now })
  const some = fc.record({ how: fc.constantFrom('save', 'many', 'all', 'move', 'moveMany', 'setAll', 'again', 'refused', 'halfRefused'), village: fc.integer({ min: 1, max: 3 }), month: fc.integer({ min: 10, max: 11 }), state: fc.constantFrom(...Object.values(VisitState)), many: fc.integer({ min: 1, max: 4 }) })
  const refusal = () => new Refused('INELIGIBLE', say('不行', 'No'))

  it('are what they count after every act, however it writes, and whether it stands or not', () => fc.assert(fc.asyncProperty(fc.array(some, { minLength: 5, maxLength: 9 }), async acts => {
    for (const { how, village, month, state, many } of acts) {
      await (await systemCtx()).transact('walk', async ctx => {
        const held = () => ctx.store.holdAll(Visit, 'it.regionCode LIKE ?', `${land.township.slice(0, 9)}%`)
        const news = Array.from({ length: many }, () => made(ctx, village, month))
        if (how === 'save') await ctx.store.save(news[0]!)
        if (how === 'many') await ctx.store.saveNew(news)
        if (how === 'all') await insertAll(ctx, Visit, news)
        if (how === 'move') for (const visit of (await held()).slice(0, many)) await ctx.store.save(Object.assign(visit, { state, regionCode: land.village(village) }))
        if (how === 'moveMany') await ctx.store.saveHeld((await held()).map(visit => Object.assign(visit, { state, visitedOn: `2026-${month}-06` })))
        if (how === 'setAll') await setAll(ctx, Visit, 'state', state, (await held()).map(({ id }) => id))
        if (how === 'again') await ctx.store.save(Object.assign(await ctx.store.save(news[0]!), { state }))
        if (how === 'halfRefused') await ctx.store.save(made(ctx, village, month)).then(() => ctx.attempt(async () => { await ctx.store.saveNew(news); throw refusal() })).catch(() => undefined)
        if (how === 'refused') { await ctx.store.saveNew(news); throw refusal() }
      }).catch((error: unknown) => { if (!(error instanceof Refused)) throw error })
      expect({ how, wrong: await wrongHere() }).toEqual({ how, wrong: [] })
    }
  }), { numRuns: 6 }), 60_000)

  it('are what they count after many acts at once, and none of these waits in a circle', async () => {
    const db = await database()
    let rollbacks = 0
    db.onStatement = sql => void (rollbacks += Number(sql === 'ROLLBACK'))
    await Promise.all(Array.from({ length: 24 }, async (_, n) => (await systemCtx()).transact('walk', async ctx => {
      for (const village of n % 2 ? [1, 2, 3] : [3, 2, 1]) await ctx.store.save(made(ctx, village, 10 + (n % 2)))
    })))
    db.onStatement = undefined
    expect([rollbacks, await wrongHere()]).toEqual([0, []])
  })

  it('are told within each reach as the rows themselves are, in three statements', async () => {
    const other = await aPairing({ regionCode: land.village(2) })
    await aVisit(other, { visitedOn: `${new Date().toISOString().slice(0, 7)}-01` })
    const ASK = 'query ($region: RegionCode) { dashboard(region: $region) { pairings { key count } visitsThisMonth { key count } volunteers beneficiaries { key count } teams { key count } } }'
    const station = await person('stationWorker', { regionCode: land.township })
    const whole = (await station.get(ASK)).dashboard
    expect(whole.pairings).toEqual([{ key: 'ACTIVE', count: 2 }])
    expect((await (await person('bureauOfficer')).get(ASK, { region: land.township })).dashboard).toEqual(whole)
    const caseWorker = await person('caseWorker')
    expect((await caseWorker.get(ASK)).dashboard.pairings).toEqual([])
    await (await systemCtx()).transact('arrange', async ctx => ctx.store.save(Object.assign(await ctx.store.hold(Pairing, other.id), { caseWorkerId: caseWorker.account.id })))
    expect((await caseWorker.get(ASK)).dashboard).toMatchObject({ pairings: [{ key: 'ACTIVE', count: 1 }], visitsThisMonth: [{ key: 'DONE', count: 1 }] })
    const seen: string[] = []
    const db = await database()
    db.onStatement = sql => void seen.push(sql)
    await station.get(ASK)
    db.onStatement = undefined
    expect(seen.filter(sql => /kept_totals|pairings/.test(sql)).length).toBe(3)
    expect(seen.filter(sql => /FROM (visits|volunteers|beneficiaries|teams|service_records)/.test(sql))).toEqual([])
  })

  it('are filled by the migrations as they are mended, to what the store would have kept', async () => {
    await (await systemCtx()).transact('mend', ctx => mendTotals(ctx.store))
    const before = await kept()
    expect(new Set(before.map(row => row.total)).size).toBeGreaterThan(3)
    for (const migration of [new FillKeptTotals1795710000001(), new PairingTotals1795770000000()]) await migration.up({ query: (sql: string) => asOwner(sql) as Promise<never> })
    expect(await kept()).toEqual(before)
    await asOwner("UPDATE kept_totals SET records = records + 2 WHERE total = 'visits' AND regionCode LIKE ?", [`${land.township.slice(0, 9)}%`])
    await asOwner("DELETE FROM kept_totals WHERE total = 'pairings'")
    expect((await wrongHere()).length).toBeGreaterThan(1)
    await (await systemCtx()).transact('mend', ctx => mendTotals(ctx.store))
    expect(await kept()).toEqual(before)
  })
})
