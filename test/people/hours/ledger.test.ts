import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { newId } from '../../../server/kernel/entity'
import { Refusal } from '../../../server/kernel/errors'
import { recordService, type Service } from '../../../server/people/hours/recordService'
import { voidService } from '../../../server/people/hours/voidService'
import { type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aPlace, aVolunteer } from '../../support/people'

beforeAll(() => setClock('2026-11-24T09:00:00+08:00'))
afterAll(stop)

const at = (time: string, day = '2026-11-20') => new Date(`${day}T${time}:00+08:00`)
const ENTER = 'mutation ($input: ServiceInput!) { enterService(input: $input) { id version minutes state sourceType content drill team { id } openActions } }'
const CORRECT = 'mutation ($id: ID!, $version: Int!, $input: CorrectionInput!) { correctServiceRecord(id: $id, version: $version, input: $input) { id version minutes drill state correctionOfId correctionOf { state voidReason minutes } openActions history { act note by { name } } } }'
const VOID = 'mutation ($id: ID!, $version: Int!, $reason: String!) { voidServiceRecord(id: $id, version: $version, reason: $reason) { state voidReason openActions } }'
const entry = (volunteerId: string, more: object = {}) => ({ volunteerId, programmeCode: 'SUNSET', servedOn: '2026-11-20', content: '敬老日理发', minutes: 60, ...more })
const totalOf = async (id: string): Promise<number> => Number((await asOwner('SELECT totalMinutes FROM volunteers WHERE id = ?', [id]))[0]!.totalMinutes)

let place: Awaited<ReturnType<typeof aPlace>>
let station: Asker
let stranger: Asker

beforeAll(async () => {
  place = await aPlace()
  station = await person('stationWorker', { regionCode: place.township })
  stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
})

/** Books as a programme does, and says how it went. */
async function book(volunteerId: string, service: Partial<Service>): Promise<string> {
  const ctx = await systemCtx()
  try {
    await ctx.transact('test', inner => recordService(inner, { volunteerId, programmeCode: ProgrammeCode.SUNSET, servedOn: '2026-11-20', minutes: service.startAt ? null : 60, sourceType: 'Visit', sourceId: newId(), regionCode: place.village(), ...service }))
    return 'DONE'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

it('books each hour once: no overlap, no second line of a source, no day above 24 hours; totals equal the sum', async () => {
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const first = newId()
  expect(await book(volunteer.id, { startAt: at('09:00'), endAt: at('10:00'), sourceId: first })).toBe('DONE')
  expect(await book(volunteer.id, { sourceId: first })).toBe('DUPLICATE')
  expect(await book(volunteer.id, { startAt: at('09:30'), endAt: at('10:30') })).toBe('OVERLAP')
  expect(await book(volunteer.id, { startAt: at('23:30', '2026-11-19'), endAt: at('09:01'), servedOn: '2026-11-19', note: '通宵值守' })).toBe('OVERLAP')
  expect(await book(volunteer.id, { startAt: at('10:00'), endAt: at('11:00') })).toBe('DONE')
  for (const minutes of [0, -5, 1.5, 1441]) expect(await book(volunteer.id, { minutes })).toBe('INVALID')
  for (const when of [{ servedOn: '2099-01-01' }, { startAt: at('08:00', '2026-11-24'), endAt: at('09:01', '2026-11-24'), servedOn: '2026-11-24' }, { startAt: at('12:00'), endAt: at('11:00') }, { startAt: at('12:00'), endAt: at('12:30'), servedOn: '2026-11-19' }]) expect([when, await book(volunteer.id, when)]).toEqual([when, 'INVALID'])
  expect(await book(volunteer.id, { minutes: 1400, note: '连续值守' })).toBe('OVERLAP')

  const race = await Promise.all(Array.from({ length: 6 }, () => book(volunteer.id, { startAt: at('14:00'), endAt: at('15:00') })))
  expect(race.sort()).toEqual(['DONE', 'OVERLAP', 'OVERLAP', 'OVERLAP', 'OVERLAP', 'OVERLAP'])
  const sums = async () => (await asOwner<{ total: number; sum: string; n: number }[]>("SELECT MAX(v.totalMinutes) AS total, SUM(IF(s.state = 'CONFIRMED', s.minutes, 0)) AS sum, COUNT(*) AS n FROM volunteers v JOIN service_records s ON s.volunteerId = v.id WHERE v.id = ? GROUP BY v.id", [volunteer.id]))[0]!
  expect(await sums()).toMatchObject({ total: 180, sum: '180', n: 3 })
  await (await systemCtx()).transact('test', inner => voidService(inner, 'Visit', first, '走访未发生'))
  expect(await sums()).toMatchObject({ total: 120, sum: '120', n: 3 })
  expect(await book(volunteer.id, { startAt: at('09:00'), endAt: at('10:00'), sourceId: first })).toBe('DONE')
  const own = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  const { serviceRecords } = await own.get('{ serviceRecords(filter: { state: [CONFIRMED] }, sort: { field: SERVED_ON, order: DESC }) { total items { minutes volunteer { id } } } }')
  expect(serviceRecords).toMatchObject({ total: 3 })
  expect((await stranger.get('{ serviceRecords { total } }')).serviceRecords.total).toBe(0)
})

it('computes the minutes between start and end without the break, and asks why a day is long', async () => {
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const long = entry(volunteer.id, { minutes: null, startedAt: at('08:00').toISOString(), endedAt: at('18:00').toISOString(), breakMinutes: 60 })
  const { error } = await station.ask(ENTER, { input: long })
  expect(error?.extensions).toMatchObject({ code: 'INVALID', fields: { note: 'More than 8 hours of service on one day: say why.' } })
  expect((await station.ask(ENTER, { input: { ...long, minutes: 600, note: '抗雪' } })).code).toBe('INVALID')
  expect((await station.ask(ENTER, { input: { ...long, breakMinutes: 600, note: '抗雪' } })).code).toBe('INVALID')
  const { enterService } = await station.get(ENTER, { input: { ...long, note: '抗雪除冰' } })
  expect(enterService).toMatchObject({ minutes: 540, state: 'CONFIRMED', sourceType: 'Entry', content: '敬老日理发', team: { id: volunteer.teamId }, openActions: ['CORRECT', 'VOID', 'EVALUATE'] })
  expect(await totalOf(volunteer.id)).toBe(540)
})

it('never books paid time, nobody’s own, nobody’s of another township, and a form sent twice once', async () => {
  const volunteer = await aVolunteer({ regionCode: place.village() })
  expect((await station.ask(ENTER, { input: entry(volunteer.id, { paid: true }) })).code).toBe('INELIGIBLE')
  expect((await stranger.ask(ENTER, { input: entry(volunteer.id) })).code).toBe('NOT_FOUND')
  const himself = await person('stationWorker', { regionCode: place.township, personId: volunteer.personId })
  expect((await himself.ask(ENTER, { input: entry(volunteer.id) })).code).toBe('SELF_APPROVAL')
  expect((await (await person('volunteer', { volunteerId: volunteer.id })).ask(ENTER, { input: entry(volunteer.id) })).code).toBe('FORBIDDEN')
  expect((await station.ask(ENTER, { input: entry(volunteer.id, { content: ' ' }) })).code).toBe('INVALID')
  const twice = entry(volunteer.id, { clientKey: `e-${volunteer.id}` })
  const answers = await Promise.all(Array.from({ length: 5 }, () => station.get(ENTER, { input: twice })))
  expect(new Set(answers.map(answer => answer.enterService.id)).size).toBe(1)
  expect(await totalOf(volunteer.id)).toBe(60)
})

it('corrects by another line that points at the old one, which is never edited', async () => {
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const { enterService: line } = await station.get(ENTER, { input: entry(volunteer.id) })
  const correct = (asker: Asker, input: object, of: { id: string; version: number } = line) => asker.ask(CORRECT, { id: of.id, version: of.version, input })
  const wrong = { minutes: 90, reason: '漏记半小时' }
  expect((await correct(await person('teamLeader', { teamId: volunteer.teamId! }), wrong)).code).toBe('FORBIDDEN')
  expect((await correct(stranger, wrong)).code).toBe('NOT_FOUND')
  expect((await correct(await person('stationHead', { regionCode: place.township, volunteerId: volunteer.id }), wrong)).code).toBe('SELF_APPROVAL')
  expect((await correct(station, { reason: '没有变化' })).code).toBe('INVALID')
  expect((await correct(station, { ...wrong, reason: ' ' })).code).toBe('INVALID')
  expect((await correct(station, { ...wrong, servedOn: '2099-01-01' })).code).toBe('INVALID')
  expect((await correct(station, wrong, { ...line, version: 9 })).code).toBe('STALE')
  expect(await totalOf(volunteer.id)).toBe(60)

  const { data } = await correct(station, wrong)
  const corrected = data.correctServiceRecord
  expect(corrected).toMatchObject({ minutes: 90, state: 'CONFIRMED', correctionOfId: line.id, correctionOf: { state: 'CORRECTED', voidReason: '漏记半小时', minutes: 60 }, history: [{ act: 'correctServiceRecord', note: '漏记半小时' }] })
  expect(await totalOf(volunteer.id)).toBe(90)
  expect((await correct(station, { minutes: 30, reason: '再改' }, { id: line.id, version: 2 })).code).toBe('WRONG_STATE')

  const { data: asDrill } = await correct(station, { drill: true, reason: '实为演练' }, corrected)
  expect(asDrill.correctServiceRecord).toMatchObject({ drill: true, minutes: 90 })
  expect(await totalOf(volunteer.id)).toBe(0)
  expect((await stranger.ask(VOID, { id: asDrill.correctServiceRecord.id, version: 1, reason: 'x' })).code).toBe('NOT_FOUND')
  expect((await station.ask(VOID, { id: asDrill.correctServiceRecord.id, version: 1, reason: ' ' })).code).toBe('INVALID')
  expect((await station.get(VOID, { id: asDrill.correctServiceRecord.id, version: 1, reason: '重复登记' })).voidServiceRecord).toEqual({ state: 'VOIDED', voidReason: '重复登记', openActions: [] })
  expect((await station.ask(VOID, { id: asDrill.correctServiceRecord.id, version: 2, reason: '又一次' })).code).toBe('WRONG_STATE')
})

it('shows the volunteer’s own station what was served elsewhere', async () => {
  const elsewhere = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village() })
  expect(await book(volunteer.id, { regionCode: elsewhere.village() })).toBe('DONE')
  const SEE = 'query ($id: ID!) { serviceRecords(filter: { volunteerId: $id }) { total items { id region { code } } } }'
  for (const asker of [station, await person('stationWorker', { regionCode: elsewhere.township })]) expect((await asker.get(SEE, { id: volunteer.id })).serviceRecords.total).toBe(1)
  const { serviceRecords } = await stranger.get(SEE, { id: volunteer.id })
  expect(serviceRecords.total).toBe(0)
  const [{ id }] = (await station.get(SEE, { id: volunteer.id })).serviceRecords.items
  expect((await station.get('query ($id: ID!) { serviceRecord(id: $id) { id team { id } } }', { id })).serviceRecord.id).toBe(id)
})
