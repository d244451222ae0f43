import { CaseState } from '../../../../server/programmes/hardship/enums'
import { MeasureState } from '../../../../server/programmes/hardship/measures/enums'
import { person, setClock, stop } from '../../../support/app'
import { aMeasure, anApprovedCase } from '../../../support/measures'
import { aPicture } from '../../../support/pictures'

const RECORD = 'mutation ($id: ID!, $version: Int!, $input: FollowUpInput!) { recordFollowUp(id: $id, version: $version, input: $input) { id nextOn note photoIds madeBy { id } case { id version state dueOn nextFollowUpOn lastContactOn } } }'
const OPEN = 'query ($id: ID!) { hardshipCase(id: $id) { followUps { note result nextOn } } }'
const LIST = 'query ($filter: FollowUpFilter!) { followUps(filter: $filter) { total items { note } } }'

afterAll(stop)

it('looks again after 30 and 90 days, and a contact counts where somebody was reached', async () => {
  setClock('2026-11-30T04:00:00Z')
  const one = await anApprovedCase({ state: CaseState.IN_HELP, firstGivenOn: '2026-11-01', nextFollowUpOn: '2026-12-01' })
  const station = await person('stationWorker', { regionCode: one.regionCode })
  const measure = await aMeasure(one)
  const look = (version: number, values: Record<string, unknown>) => station.ask(RECORD, { id: one.id, version, input: { followedOn: '2026-11-30', way: 'HOME', result: 'BETTER', ...values } })
  const fields = async (values: Record<string, unknown>) => Object.keys((await look(one.version, values)).error!.extensions.fields)
  expect(await fields({ followedOn: '2026-12-01' })).toEqual(['followedOn'])
  expect(await fields({ followedOn: '2026-10-31' })).toEqual(['followedOn'])
  expect(await fields({ nextOn: '2026-11-30' })).toEqual(['nextOn'])
  expect(await fields({ result: 'WORSE' })).toEqual(['note'])

  // As long as help is under way, the case stays in help.
  const first = (await look(one.version, { result: 'NOT_REACHED', way: 'PHONE' })).data.recordFollowUp
  expect(first).toMatchObject({ nextOn: '2026-12-07', case: { state: 'IN_HELP', nextFollowUpOn: '2026-12-07', lastContactOn: null } })
  await station.get('mutation ($id: ID!, $version: Int!) { failMeasure(id: $id, version: $version, reason: "谢绝") { id } }', { ...measure })
  const photo = await aPicture(station)
  const second = (await look(first.case.version, { note: '已能下地，精神好', photoIds: [photo] })).data.recordFollowUp
  expect(second).toMatchObject({ nextOn: '2026-12-01', note: '•••', photoIds: [photo], madeBy: { id: station.account.id }, case: { state: 'FOLLOW_UP', dueOn: '2026-12-01', lastContactOn: '2026-11-30' } })

  setClock('2026-12-02T04:00:00Z')
  const third = (await look(second.case.version, { followedOn: '2026-12-02' })).data.recordFollowUp
  expect(third).toMatchObject({ nextOn: '2027-01-30', case: { state: 'FOLLOW_UP', dueOn: '2027-01-30' } })
  setClock('2027-01-30T04:00:00Z')
  expect((await look(third.case.version, { followedOn: '2027-01-30', result: 'SOLVED' })).data.recordFollowUp).toMatchObject({ nextOn: null, case: { dueOn: null, nextFollowUpOn: null } })
  expect((await station.get(OPEN, { id: one.id })).hardshipCase.followUps.map((row: { result: string }) => row.result)).toEqual(['NOT_REACHED', 'BETTER', 'BETTER', 'SOLVED'])
  expect((await station.get(LIST, { filter: { caseId: one.id, result: ['BETTER'], region: one.regionCode } })).followUps).toEqual({ total: 2, items: [{ note: null }, { note: '•••' }] })
})

it('is open only after help, and lets more help be planned', async () => {
  setClock('2026-11-30T04:00:00Z')
  const early = await anApprovedCase()
  const station = await person('stationWorker', { regionCode: early.regionCode })
  const input = { followedOn: '2026-11-30', way: 'PHONE', result: 'SAME' }
  expect((await station.ask(RECORD, { id: early.id, version: early.version, input })).code).toBe('WRONG_STATE')
  const one = await anApprovedCase({ state: CaseState.FOLLOW_UP, firstGivenOn: '2026-11-01', regionCode: early.regionCode })
  await aMeasure(one, { state: MeasureState.DONE })
  const more = { kind: 'GOODS', what: '取暖煤', amount: '800', fund: 'BANNER', plannedOn: '2026-12-10', responsible: '服务站' }
  const { planMeasures: again } = await station.get('mutation ($id: ID!, $version: Int!, $input: HelpPlanInput!) { planMeasures(id: $id, version: $version, input: $input) { state } }', { id: one.id, version: one.version, input: { measures: [more] } })
  expect(again.state).toBe('IN_HELP')
})
