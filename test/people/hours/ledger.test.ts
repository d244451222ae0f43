import { person, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aPlace, aVolunteer } from '../../support/people'
import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { newId } from '../../../server/kernel/entity'
import { Refusal } from '../../../server/kernel/errors'
import { recordService, type Service } from '../../../server/people/hours/recordService'
import { voidService } from '../../../server/people/hours/voidService'

afterAll(stop)

it('books each hour once: no overlap, no second line of a source, no day above 24 hours; totals equal the sum', async () => {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const book = async (service: Partial<Service>): Promise<string> => {
    const ctx = await systemCtx()
    try {
      await ctx.transact('test', inner => recordService(inner, { volunteerId: volunteer.id, programmeCode: ProgrammeCode.SUNSET, servedOn: '2026-11-20', minutes: 60, sourceType: 'Visit', sourceId: newId(), regionCode: place.village(), ...service }))
      return 'DONE'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }
  const at = (time: string) => new Date(`2026-11-20T${time}:00+08:00`)
  const first = newId()
  expect(await book({ startAt: at('09:00'), endAt: at('10:00'), sourceId: first })).toBe('DONE')
  expect(await book({ sourceId: first })).toBe('DUPLICATE')
  expect(await book({ startAt: at('09:30'), endAt: at('10:30') })).toBe('OVERLAP')
  expect(await book({ startAt: at('10:00'), endAt: at('11:00') })).toBe('DONE')
  expect(await book({ startAt: at('12:00'), endAt: at('12:30') })).toBe('INVALID')
  for (const minutes of [0, -5, 1.5, 1441]) expect(await book({ minutes })).toBe('INVALID')
  expect(await book({ servedOn: '2099-01-01' })).toBe('INVALID')
  expect(await book({ minutes: 1400 })).toBe('OVERLAP')

  const race = await Promise.all(Array.from({ length: 6 }, () => book({ startAt: at('14:00'), endAt: at('15:00') })))
  expect(race.sort()).toEqual(['DONE', 'OVERLAP', 'OVERLAP', 'OVERLAP', 'OVERLAP', 'OVERLAP'])
  const sums = async () => (await asOwner<{ total: number; sum: string; n: number }[]>("SELECT MAX(v.totalMinutes) AS total, SUM(IF(s.state = 'CONFIRMED', s.minutes, 0)) AS sum, COUNT(*) AS n FROM volunteers v JOIN service_records s ON s.volunteerId = v.id WHERE v.id = ? GROUP BY v.id", [volunteer.id]))[0]!
  expect(await sums()).toMatchObject({ total: 180, sum: '180', n: 3 })
  await (await systemCtx()).transact('test', inner => voidService(inner, 'Visit', first, '走访未发生'))
  expect(await sums()).toMatchObject({ total: 120, sum: '120', n: 3 })
  expect(await book({ startAt: at('09:00'), endAt: at('10:00'), sourceId: first })).toBe('DONE')
  const own = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  const { serviceRecords } = await own.get('{ serviceRecords(filter: { state: [CONFIRMED] }, sort: { field: SERVED_ON, order: DESC }) { total items { minutes volunteer { id } } } }')
  expect(serviceRecords).toMatchObject({ total: 3 })
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await stranger.get('{ serviceRecords { total } }')).serviceRecords.total).toBe(0)
})
