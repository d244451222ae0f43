import { person, stop } from '../support/app'
import { aPairing } from '../support/pairings'
import { addDays, dayOf } from '../../server/kernel/days'

afterAll(stop)

const today = dayOf(new Date())

it('counts overdue alike in the list, the inbox, the dashboard and the coverage', async () => {
  const late = await aPairing({ nextVisitOn: addDays(today, -3) })
  const township = `${late.regionCode.slice(0, 9)}000`
  for (const days of [-1, 0, 4]) await aPairing({ regionCode: late.regionCode, nextVisitOn: addDays(today, days) })
  const station = await person('stationWorker', { regionCode: township })
  const { pairings } = await station.get('{ pairings(filter: { overdue: true }) { total items { overdue nextVisitOn } } }')
  const { inbox } = await station.get('{ inbox { counts { kind count } } }')
  const { dashboard } = await station.get('{ dashboard { overdue pairings { key count } grades { key count } teams { key count } volunteers visitsThisMonth { key count } minutes { month minutes } } }')
  const { coverage } = await station.get('{ coverage { region { code } overdue } }')
  expect([pairings.total, inbox.counts.find((each: any) => each.kind === 'OVERDUE').count, dashboard.overdue, coverage.reduce((sum: number, each: any) => sum + each.overdue, 0)]).toEqual([2, 2, 2, 2])
  expect(pairings.items.every((each: any) => each.overdue && each.nextVisitOn < today)).toBe(true)
  expect(inbox.counts.find((each: any) => each.kind === 'DUE_TODAY').count).toBe(1)
})
