import { CaseState } from '../../../../server/programmes/hardship/enums'
import { MeasureKind, MeasureState } from '../../../../server/programmes/hardship/measures/enums'
import { aTerritory, person, setClock, stop } from '../../../support/app'
import { aCase } from '../../../support/cases'
import { aMeasure, anApprovedCase } from '../../../support/measures'

const R = 'id version state department what answer result measureId openActions'
const SEND = `mutation ($caseId: ID!, $input: ReferralInput!) { sendReferral(caseId: $caseId, input: $input) { ${R} } }`
const ANSWER = `mutation ($id: ID!, $version: Int!, $input: ReferralAnswerInput!) { answerReferral(id: $id, version: $version, input: $input) { ${R} } }`
const FINISH = `mutation ($id: ID!, $version: Int!, $input: ReferralResultInput!) { finishReferral(id: $id, version: $version, input: $input) { ${R} } }`
const OPEN = `query ($id: ID!) { hardshipCase(id: $id) { state measures { state way } referrals { ${R} } } }`
const LIST = 'query ($filter: ReferralFilter!) { referrals(filter: $filter) { total items { id what } } }'
const TODAY = '2026-11-23'

beforeEach(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

it('hands a need to a department, keeps what it said, and finishes the measure that it carried out', async () => {
  const one = await anApprovedCase({ state: CaseState.PLANNED })
  const station = await person('stationWorker', { regionCode: one.regionCode })
  const measure = await aMeasure(one, { kind: MeasureKind.REFERRAL, amount: null, fund: null })
  const input = { department: 'MEDICAL_INSURANCE', what: '门诊慢特病待遇', measureId: measure.id }
  const { sendReferral: sent } = await station.get(SEND, { caseId: one.id, input })
  expect(sent).toMatchObject({ state: 'SENT', what: '•••', openActions: ['ACCEPT', 'REJECT'] })
  expect(Object.keys((await station.ask(SEND, { caseId: one.id, input })).error!.extensions.fields)).toEqual(['measureId'])
  expect((await station.ask(FINISH, { ...sent, input: { doneOn: TODAY, result: '已办' } })).code).toBe('WRONG_STATE')
  const { answerReferral: taken } = await station.get(ANSWER, { ...sent, input: { accepted: true, answeredOn: TODAY, contact: '医保大厅' } })
  expect(taken).toMatchObject({ state: 'ACCEPTED', openActions: ['FINISH'] })
  expect((await station.ask(FINISH, { ...taken, input: { doneOn: '2026-11-22', result: '已办' } })).code).toBe('INVALID')
  await station.get(FINISH, { ...taken, input: { doneOn: TODAY, result: '待遇已备案，当月起报销' } })
  const { hardshipCase: file } = await station.get(OPEN, { id: one.id })
  expect(file).toMatchObject({ state: 'IN_HELP', measures: [{ state: MeasureState.DONE, way: null }], referrals: [{ state: 'DONE', what: '门诊慢特病待遇', result: '待遇已备案，当月起报销' }] })
  expect((await station.get(LIST, { filter: { caseId: one.id, state: ['DONE'], doneOnFrom: TODAY } })).referrals).toEqual({ total: 1, items: [{ id: sent.id, what: '•••' }] })
})

it('may go out before the decision, wants a reason where it is not taken, and never reaches another case’s plan', async () => {
  const one = await aCase({ state: CaseState.INVESTIGATING })
  const station = await person('stationWorker', { regionCode: one.regionCode })
  const { sendReferral: sent } = await station.get(SEND, { caseId: one.id, input: { department: 'CIVIL_AFFAIRS', what: '临时救助' } })
  expect((await station.ask(ANSWER, { ...sent, input: { accepted: false, answeredOn: TODAY } })).code).toBe('INVALID')
  expect((await station.get(ANSWER, { ...sent, input: { accepted: false, answeredOn: TODAY, answer: '收入超出标准' } })).answerReferral).toMatchObject({ state: 'REJECTED', openActions: [] })
  const other = await aMeasure(await anApprovedCase(), { kind: MeasureKind.REFERRAL, amount: null })
  expect((await (await person('bureauOfficer')).ask(SEND, { caseId: one.id, input: { department: 'HOUSING', what: '危房', measureId: other.id } })).code).toBe('INVALID')
  expect((await station.ask(SEND, { caseId: one.id, input: { department: 'HOUSING', what: '危房', sentOn: '2026-11-24' } })).code).toBe('INVALID')
  const elsewhere = await person('stationWorker', { regionCode: aTerritory().township })
  expect((await elsewhere.ask('query ($id: ID!) { referral(id: $id) { id } }', { id: sent.id })).code).toBe('NOT_FOUND')
})
