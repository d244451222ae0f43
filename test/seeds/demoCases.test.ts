import { loadFoundation } from '../../server/seeds/foundation'
import { DEMO_TOWNSHIP, OTHER_TOWNSHIP } from '../../server/seeds/demoAccounts'
import { tellCases } from '../../server/seeds/demoCases'
import { CaseState } from '../../server/programmes/hardship/enums'
import type { Role } from '../../server/roles'
import { app, asOwner, person, setClock, stop, systemCtx } from '../support/app'
import { database } from '../support/database'
import { aPerson, aVolunteer } from '../support/people'

afterAll(stop)

it('tells cases in every state through the acts themselves, and none of them breaks a promise', async () => {
  setClock('2026-11-26T02:00:00Z')
  await app()
  const ctx = await systemCtx()
  await loadFoundation(ctx)
  const villages = async (township: string) => (await asOwner<{ code: string }[]>("SELECT code FROM regions WHERE code LIKE ? AND level = 'VILLAGE' ORDER BY code", [`${township.slice(0, 9)}%`])).map(row => row.code)
  const [here, there] = [await villages(DEMO_TOWNSHIP), await villages(OTHER_TOWNSHIP)]
  const persons = await Promise.all([...here, ...here, ...there].slice(0, 60).map(regionCode => aPerson({ isVeteran: true, regionCode })))
  for (const { regionCode } of persons.slice(0, 8)) await aVolunteer({ regionCode })
  const accounts = []
  for (const [username, role, regionCode] of [['village', 'villageLiaison', here[0]], ['station', 'stationWorker', DEMO_TOWNSHIP], ['stationhead', 'stationHead', DEMO_TOWNSHIP], ['station2', 'stationWorker', OTHER_TOWNSHIP], ['caseworker', 'caseWorker', DEMO_TOWNSHIP], ['officer', 'bureauOfficer', null], ['leader', 'bureauLeader', null]] as const) {
    accounts.push(Object.assign((await person(role as Role, regionCode ? { regionCode } : {})).account, { username }))
  }
  const told = await tellCases(await database(), ctx.today, accounts, [...persons, ...(await Promise.all(there.slice(0, 20).map(regionCode => aPerson({ isVeteran: true, regionCode }))))])
  const rows = await asOwner<{ state: CaseState; n: number }[]>('SELECT state, COUNT(*) AS n FROM hardship_cases GROUP BY state')
  expect(rows.reduce((sum, row) => sum + Number(row.n), 0)).toBe(told)
  expect(rows.map(row => row.state).sort()).toEqual(Object.values(CaseState).sort())
  // And help in every state of its own, with somebody who looks in.
  for (const [table, states] of [['measures', ['DONE', 'PLANNED']], ['referrals', ['DONE', 'SENT']]] as const) expect((await asOwner<{ state: string }[]>(`SELECT DISTINCT state FROM ${table}`)).map(row => row.state).sort()).toEqual(states)
  expect(await asOwner("SELECT c.id FROM hardship_cases c WHERE COALESCE(c.givenAmount, 0) <> COALESCE((SELECT SUM(m.given) FROM measures m WHERE m.caseId = c.id AND m.state = 'DONE'), 0) OR c.givenAmount > c.approvedAmount")).toEqual([])
  expect(await asOwner("SELECT p.id FROM pairings p WHERE p.programme = 'COMRADES' AND p.state = 'ACTIVE'")).toHaveLength(3)
  expect((await asOwner("SELECT id FROM hardship_cases WHERE state NOT IN ('CLUE','CLOSED') AND ownerId IS NULL")).length).toBe(0)
}, 60_000)
