import fc from 'fast-check'
import { addDays } from '../../../server/kernel/days'
import { GradeChange } from '../../../server/people/beneficiaries/GradeChange'
import { RiskGrade } from '../../../server/people/beneficiaries/enums'
import { FillPairingPauses1795680000001 } from '../../../server/migrations/FillPairingPauses1795680000001'
import type { Pairing } from '../../../server/programmes/pairings/Pairing'
import { wasDueInSql, wasLateSql } from '../../../server/programmes/pairings/pastDue'
import { asOwner, type Person, person, setClock, stop, systemCtx } from '../../support/app'
import { aPairing } from '../../support/pairings'
import { aBeneficiary, aPlace } from '../../support/people'

afterAll(stop)

const FIRST = '2026-07-01'
const DAYS = 75
const EVENTS = ['VISIT', 'VISIT', 'PAUSE', 'RESUME', 'HIGH', 'GENERAL', 'END'] as const
type Event = (typeof EVENTS)[number]

let officer: Person
let village: string
beforeAll(async () => {
  setClock(`${FIRST}T00:30:00+08:00`)
  officer = await person('bureauOfficer')
  village = (await aPlace()).village()
})

async function aLife(): Promise<Pairing> {
  const elder = await aBeneficiary({ regionCode: village, grade: RiskGrade.KEY })
  const first = { beneficiaryId: elder.id, fromGrade: null, grade: RiskGrade.KEY, visitEvery: 30, gradedOn: FIRST, majorChange: false, reason: null, gradedById: 'SYSTEM' }
  await (await systemCtx()).transact('arrange', inner => inner.store.beyondReach.save(GradeChange.of(first)))
  return aPairing({ elder, startedOn: FIRST })
}

/** What happens to a pairing on a day; what is not open in its state is refused, and nothing has happened. */
async function happen(pairing: Pairing, event: Event, day: string): Promise<void> {
  const [{ version, elder }] = (await asOwner('SELECT p.version, b.version AS elder FROM pairings p JOIN beneficiaries b ON b.id = p.beneficiaryId WHERE p.id = ?', [pairing.id])) as [{ version: number; elder: number }]
  const move = (text: string) => officer.ask(`mutation ($id: ID!, $version: Int!) { ${text} { id } }`, { id: pairing.id, version })
  if (event === 'VISIT') await officer.ask('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input: { pairingId: pairing.id, visitedOn: day, manner: 'HOME', contactMade: true, minutes: 30 } })
  else if (event === 'PAUSE') await move('pausePairing(id: $id, version: $version, reason: "住院")')
  else if (event === 'RESUME') await move('resumePairing(id: $id, version: $version)')
  else if (event === 'END') await move('endPairing(id: $id, version: $version, input: { reason: OTHER })')
  else await officer.ask('mutation ($id: ID!, $version: Int!, $grade: RiskGrade!) { gradeBeneficiary(id: $id, version: $version, input: { grade: $grade, reason: "复评" }) { id } }', { id: pairing.beneficiaryId, version: elder, grade: event })
}

const lateOn = async (day: string, ids: string[]): Promise<string[]> => (await asOwner(`SELECT it.id FROM pairings it WHERE ${wasLateSql(day).sql} AND it.id IN (?) ORDER BY it.id`, [ids])).map(row => row.id as string)

it('says of every past day who was late on it, as the day itself had said, however visits, pauses, grades and endings came', () =>
  fc.assert(fc.asyncProperty(fc.array(fc.array(fc.record({ after: fc.integer({ min: 0, max: 25 }), event: fc.constantFrom(...EVENTS) }), { maxLength: 7 }), { minLength: 4, maxLength: 4 }), async lives => {
    setClock(`${FIRST}T00:30:00+08:00`)
    const pairings = await Promise.all(lives.map(aLife))
    const ids = pairings.map(pairing => pairing.id)
    const diary = lives.flatMap((life, index) => life.map(({ event }, n) => ({ day: addDays(FIRST, life.slice(0, n + 1).reduce((sum, step) => sum + step.after, 0)), event, pairing: pairings[index]! })))
    const seen = new Map<string, string[]>()
    for (let day = FIRST; day < addDays(FIRST, DAYS); day = addDays(day, 1)) {
      setClock(`${day}T18:00:00+08:00`)
      for (const { event, pairing } of diary.filter(each => each.day === day)) await happen(pairing, event, day)
      seen.set(day, (await asOwner("SELECT id FROM pairings WHERE state = 'ACTIVE' AND nextVisitOn <= ? AND id IN (?) ORDER BY id", [day, ids])).map(row => row.id as string))
    }
    setClock('2027-01-10T18:00:00+08:00')
    for (const [day, late] of seen) expect([day, await lateOn(day, ids)]).toEqual([day, late])
  }), { numRuns: 4 }), 120_000)

it('says to whom a contact was due in a month, whatever has come since; and a pause from before pauses were kept is read from the trail', async () => {
  setClock(`${FIRST}T00:30:00+08:00`)
  const [plain, rested, ended] = [await aLife(), await aLife(), await aLife()]
  const at = async (day: string, pairing: Pairing, event: Event) => {
    setClock(`${day}T10:00:00+08:00`)
    await happen(pairing, event, day)
  }
  await at('2026-07-20', rested, 'PAUSE')
  await at('2026-07-25', ended, 'END')
  // Back on 5 August after sixteen days: due on 16 August, not in July.
  await at('2026-08-05', rested, 'RESUME')
  await at('2026-08-10', plain, 'VISIT')
  setClock('2026-12-10T10:00:00+08:00')
  const due = async (month: string): Promise<string[]> => (await asOwner(`SELECT p.id FROM pairings p WHERE ${wasDueInSql(month)} AND p.id IN (?) ORDER BY p.id`, [[plain.id, rested.id, ended.id]])).map(row => row.id as string)
  expect([await due('2026-07'), await due('2026-08'), await due('2026-09')]).toEqual([[plain.id], [plain.id, rested.id], [plain.id, rested.id]])
  const kept = await asOwner('SELECT fromOn, toOn FROM pairing_pauses WHERE pairingId = ?', [rested.id])
  expect(kept).toEqual([{ fromOn: '2026-07-20', toOn: '2026-08-05' }])
  await asOwner('DELETE FROM pairing_pauses')
  await new FillPairingPauses1795680000001().up({ query: (sql: string) => asOwner(sql) as Promise<never> })
  expect(await asOwner('SELECT fromOn, toOn FROM pairing_pauses WHERE pairingId = ?', [rested.id])).toEqual(kept)
})
