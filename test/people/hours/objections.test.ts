import { type Person as Asker, person, setClock, stop } from '../../support/app'
import { aPlace, aVolunteer } from '../../support/people'

beforeAll(() => setClock('2026-11-20T09:00:00+08:00'))
afterAll(stop)

const ENTER = 'mutation ($input: ServiceInput!) { enterService(input: $input) { id version minutes } }'
const OBJECT = 'mutation ($input: ObjectionInput!) { objectToServiceRecord(input: $input) { id version state answerBy openActions record { id } } }'
const DISMISS = 'mutation ($id: ID!, $version: Int!, $answer: String!) { dismissObjection(id: $id, version: $version, answer: $answer) { state answer openActions history { act } } }'
const LIST = '{ serviceObjections(filter: { state: [OPEN] }, sort: { field: ANSWER_BY, order: ASC }) { total items { id overdue volunteer { id } region { code } } } }'
const SEE = 'query ($id: ID!) { serviceObjection(id: $id) { state answer record { minutes } } }'
const TASKS = '{ tasks(filter: { state: [OPEN], kind: [OTHER] }) { total items { entity entityId overdue } } }'

async function aLine(): Promise<{ line: { id: string; version: number }; own: Asker; station: Asker; volunteerId: string }> {
  const place = await aPlace()
  const volunteer = await aVolunteer({ regionCode: place.village() })
  const station = await person('stationWorker', { regionCode: place.township })
  const { enterService: line } = await station.get(ENTER, { input: { volunteerId: volunteer.id, programmeCode: 'SUNSET', servedOn: '2026-11-18', content: '陪聊', minutes: 60 } })
  return { line, station, own: await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId }), volunteerId: volunteer.id }
}

it('lets a volunteer say that a line of theirs is wrong, and starts the clock of the station’s answer', async () => {
  const { line, own, station, volunteerId } = await aLine()
  const input = { recordId: line.id, text: '那天是两个小时', clientKey: `o-${line.id}` }
  expect((await station.ask(OBJECT, { input })).code).toBe('FORBIDDEN')
  expect((await (await aLine()).own.ask(OBJECT, { input })).code).toBe('NOT_FOUND')
  expect((await own.ask(OBJECT, { input: { ...input, text: ' ', clientKey: 'blank' } })).code).toBe('INVALID')
  const answers = await Promise.all([own.get(OBJECT, { input }), own.get(OBJECT, { input })])
  const [{ objectToServiceRecord: objection }] = answers as [any, any]
  expect(answers.map(answer => answer.objectToServiceRecord.id)).toEqual([objection.id, objection.id])
  expect(objection).toMatchObject({ state: 'OPEN', answerBy: '2026-11-27', openActions: [], record: { id: line.id } })
  expect((await own.ask(OBJECT, { input: { ...input, clientKey: 'again' } })).code).toBe('DUPLICATE')

  expect((await station.get(LIST)).serviceObjections).toMatchObject({ total: 1, items: [{ id: objection.id, overdue: false, volunteer: { id: volunteerId } }] })
  expect((await station.get(TASKS)).tasks.items).toEqual([{ entity: 'ServiceObjection', entityId: objection.id, overdue: false }])
  setClock('2026-11-28T09:00:00+08:00')
  expect((await station.get(LIST)).serviceObjections.items[0].overdue).toBe(true)
  expect((await station.get(TASKS)).tasks.items[0].overdue).toBe(true)
  setClock('2026-11-20T09:00:00+08:00')

  expect((await own.ask(DISMISS, { id: objection.id, version: objection.version, answer: '我自己答' })).code).toBe('FORBIDDEN')
  expect((await station.ask(DISMISS, { id: objection.id, version: objection.version, answer: ' ' })).code).toBe('INVALID')
  expect((await station.get(DISMISS, { id: objection.id, version: objection.version, answer: '签到表为一小时' })).dismissObjection).toMatchObject({ state: 'DISMISSED', answer: '签到表为一小时', openActions: [] })
  expect((await station.get(TASKS)).tasks.total).toBe(0)
  expect((await station.ask(DISMISS, { id: objection.id, version: objection.version + 1, answer: '再答' })).code).toBe('WRONG_STATE')
  expect((await own.get(OBJECT, { input: { ...input, clientKey: 'later' } })).objectToServiceRecord.state).toBe('OPEN')
})

it('is upheld by the correction itself, with its reason as the answer', async () => {
  const { line, own, station } = await aLine()
  const { objectToServiceRecord: objection } = await own.get(OBJECT, { input: { recordId: line.id, text: '那天是两个小时' } })
  await station.get('mutation ($id: ID!, $version: Int!) { correctServiceRecord(id: $id, version: $version, input: { minutes: 120, reason: "核对签到表，应为两小时" }) { id } }', line)
  expect((await own.get(SEE, { id: objection.id })).serviceObjection).toMatchObject({ state: 'UPHELD', answer: '核对签到表，应为两小时' })
  expect((await station.get(TASKS)).tasks.total).toBe(0)
})

it('is nobody else’s to see or to answer', async () => {
  const { line, own } = await aLine()
  const { objectToServiceRecord: objection } = await own.get(OBJECT, { input: { recordId: line.id, text: '不对' } })
  const { station: stranger } = await aLine()
  expect((await stranger.ask(SEE, { id: objection.id })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(DISMISS, { id: objection.id, version: objection.version, answer: 'x' })).code).toBe('NOT_FOUND')
  expect((await stranger.get(LIST)).serviceObjections.total).toBe(0)
})
