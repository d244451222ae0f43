import { type Person as Asker, person, setClock, stop } from '../../support/app'
import { aPlace, aVolunteer } from '../../support/people'

beforeAll(() => setClock('2026-11-24T09:00:00+08:00'))
afterAll(stop)

const ENTER = 'mutation ($input: ServiceInput!) { enterService(input: $input) { id version rating } }'
const EVALUATE = 'mutation ($id: ID!, $version: Int!, $input: ServiceEvaluation!) { evaluateService(id: $id, version: $version, input: $input) { id version state minutes rating ratingNote openActions history { act note } } }'
const CORRECT = 'mutation ($id: ID!, $version: Int!, $input: CorrectionInput!) { correctServiceRecord(id: $id, version: $version, input: $input) { rating ratingNote correctionOf { id version } } }'

it('is evaluated by the station or the team’s leader, never by the volunteer, and again with a trail', async () => {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const station = await person('stationWorker', { regionCode: place.township })
  const { enterService: line } = await station.get(ENTER, { input: { volunteerId: volunteer.id, programmeCode: 'SUNSET', servedOn: '2026-11-20', content: '敬老日理发', minutes: 60 } })
  expect(line.rating).toBeNull()
  const evaluate = (asker: Asker, input: object, version = line.version) => asker.ask(EVALUATE, { id: line.id, version, input })
  const good = { rating: 5, ratingNote: '老人满意' }
  expect((await evaluate(await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId }), good)).code).toBe('FORBIDDEN')
  expect((await evaluate(await person('teamLeader', { teamId: volunteer.teamId!, volunteerId: volunteer.id }), good)).code).toBe('SELF_APPROVAL')
  expect((await evaluate(await person('stationWorker', { regionCode: (await aPlace()).township }), good)).code).toBe('NOT_FOUND')
  for (const rating of [0, 6]) expect((await evaluate(station, { rating })).code).toBe('INVALID')
  expect((await evaluate(station, good, 9)).code).toBe('STALE')

  const { data } = await evaluate(await person('teamLeader', { teamId: volunteer.teamId! }), good)
  expect(data.evaluateService).toMatchObject({ state: 'CONFIRMED', minutes: 60, rating: 5, ratingNote: '老人满意', openActions: ['EVALUATE'] })
  const { data: again } = await evaluate(station, { rating: 4 }, data.evaluateService.version)
  expect(again.evaluateService).toMatchObject({ rating: 4, ratingNote: null })
  expect(again.evaluateService.history.filter(({ act }: { act: string }) => act === 'evaluateService')).toHaveLength(2)

  const { correctServiceRecord } = await station.get(CORRECT, { id: line.id, version: again.evaluateService.version, input: { minutes: 90, reason: '漏记半小时' } })
  expect(correctServiceRecord).toMatchObject({ rating: 4, ratingNote: null, correctionOf: { id: line.id } })
  expect((await evaluate(station, good, correctServiceRecord.correctionOf.version)).code).toBe('WRONG_STATE')
})
