import '../../support/keys'
import fc from 'fast-check'
import { addDays } from '../../../server/kernel/days'
import { countContacts, daysOverdue, dueSoonSql, isDueSoon, isOverdue, nextVisitOn, overdueSql, soonOn } from '../../../server/programmes/pairings/dueRule'
import { Pairing, PairingState } from '../../../server/programmes/pairings/Pairing'
import { aTerritory, stop, systemCtx } from '../../support/app'
import { aPairing } from '../../support/pairings'

const START = '2026-01-01'
const basis = fc.record({
  startedOn: fc.integer({ min: 0, max: 300 }).map(days => addDays(START, days)),
  lastContactOn: fc.option(fc.integer({ min: 0, max: 300 }).map(days => addDays(START, days))),
  visitEvery: fc.integer({ min: 1, max: 120 }),
  pausedDays: fc.option(fc.integer({ min: 0, max: 60 })),
  resumedOn: fc.constant(null),
  majorChangeAt: fc.constant(null),
})

afterAll(stop)

describe('the due rule', () => {
  it('adds the period and the days of pause to the last contact, or to the start', () => {
    fc.assert(fc.property(basis, given => {
      expect(nextVisitOn(given)).toBe(addDays(given.lastContactOn ?? given.startedOn, given.visitEvery + (given.pausedDays ?? 0)))
    }))
    expect(nextVisitOn({ startedOn: null, lastContactOn: null, visitEvery: 7, pausedDays: 0, resumedOn: null, majorChangeAt: null })).toBeNull()
  })

  it('is never later than the day after a major change, in Shanghai’s days, or after the pause since', () => {
    fc.assert(fc.property(basis, fc.integer({ min: 0, max: 300 }), (given, days) => {
      const day = addDays(START, days)
      const due = nextVisitOn({ ...given, majorChangeAt: new Date(`${day}T15:59:59Z`) })!
      expect(due <= addDays(day, 1)).toBe(true)
    }))
    expect(nextVisitOn({ startedOn: START, lastContactOn: null, visitEvery: 90, pausedDays: 0, resumedOn: null, majorChangeAt: new Date('2026-01-05T16:00:00Z') })).toBe('2026-01-07')
    expect(nextVisitOn({ startedOn: START, lastContactOn: null, visitEvery: 90, pausedDays: 9, resumedOn: '2026-01-20', majorChangeAt: new Date('2026-01-05T01:00:00Z') })).toBe('2026-01-21')
  })

  it('counts contacts only, and a phone call only every second time', () => {
    const visit = fc.record({ visitedOn: fc.integer({ min: 0, max: 90 }).map(days => addDays(START, days)), manner: fc.constantFrom('HOME' as const, 'PHONE' as const), contactMade: fc.boolean() })
    fc.assert(fc.property(fc.array(visit, { maxLength: 30 }), visits => {
      const { counts, lastContactOn } = countContacts(visits, { phoneInARow: 1, soonPercent: 20 })
      const contacts = visits.map((each, n) => ({ ...each, counts: counts[n]! })).filter(each => each.contactMade)
      expect(visits.every((each, n) => each.contactMade || !counts[n])).toBe(true)
      contacts.forEach((each, n) => expect(each.counts).toBe(each.manner === 'HOME' || n === 0 || contacts[n - 1]!.manner === 'HOME'))
      expect(lastContactOn).toBe(contacts.filter(each => each.counts).at(-1)?.visitedOn ?? null)
    }))
  })

  it('says the same as a value and in SQL, on every day', async () => {
    const land = aTerritory()
    const rows: Pairing[] = []
    for (const [n, state] of [...Array(12).fill(PairingState.ACTIVE), PairingState.PAUSED, PairingState.PROPOSED, PairingState.ENDED].entries()) {
      const due = state === PairingState.PROPOSED ? null : addDays('2026-11-10', n * 3)
      rows.push(await aPairing({ regionCode: land.village(n + 1), state, nextVisitOn: due, soonOn: due && soonOn(due, 7 + n * 5, 20), visitEvery: 7 + n * 5 }))
    }
    const ctx = await systemCtx()
    for (let n = -5; n < 60; n += 3) {
      const today = addDays('2026-11-10', n)
      for (const [sql, value] of [[overdueSql(today), isOverdue], [dueSoonSql(today), isDueSoon]] as const) {
        const found = await ctx.store.query(Pairing).where('it.regionCode LIKE ?', `${land.township.slice(0, 9)}%`).where(sql.sql, ...sql.values).ids()
        expect(found.sort()).toEqual(rows.filter(row => value(row, today)).map(row => row.id).sort())
      }
      expect(rows.every(row => daysOverdue(row, today) > 0 === isOverdue(row, today) && !(isOverdue(row, today) && isDueSoon(row, today)))).toBe(true)
    }
  })
})
