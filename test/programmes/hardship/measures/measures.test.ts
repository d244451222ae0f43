import fc from 'fast-check'
import { CaseState } from '../../../../server/programmes/hardship/enums'
import { HardshipCase } from '../../../../server/programmes/hardship/HardshipCase'
import { MeasureKind, MeasureState } from '../../../../server/programmes/hardship/measures/enums'
import { Measure } from '../../../../server/programmes/hardship/measures/Measure'
import { mask } from '../../../../server/kernel/masks'
import { fenOf, sumOf } from '../../../../server/kernel/money'
import { Person as Resident } from '../../../../server/people/persons/Person'
import { asOwner, aTerritory, type Person, person, setClock, stop, systemCtx } from '../../../support/app'
import { aCase } from '../../../support/cases'
import { aMeasure, anApprovedCase } from '../../../support/measures'
import { aPicture } from '../../../support/pictures'

const M = 'id version state kind amount given approvers { id } payeeBank payeeHolder payeeNumber openActions case { id version state givenAmount firstGivenOn nextFollowUpOn }'
const PLAN = `mutation ($id: ID!, $version: Int!, $input: HelpPlanInput!) { planMeasures(id: $id, version: $version, input: $input) { id version state } }`
const CHANGE = `mutation ($id: ID!, $version: Int!, $input: MeasureChange!) { changeMeasure(id: $id, version: $version, input: $input) { ${M} } }`
const APPROVE = `mutation ($id: ID!, $version: Int!) { approveMeasure(id: $id, version: $version) { ${M} } }`
const DELIVER = `mutation ($id: ID!, $version: Int!, $input: DeliveryInput!) { deliverMeasure(id: $id, version: $version, input: $input) { ${M} } }`
const FAIL = `mutation ($id: ID!, $version: Int!, $reason: String!) { failMeasure(id: $id, version: $version, reason: $reason) { ${M} } }`
const OPEN = `query ($id: ID!) { hardshipCase(id: $id) { id measures { ${M} what receivedBy receiptIds failedFor } } }`
const LIST = 'query ($filter: MeasureFilter!) { measures(filter: $filter) { total items { id what amount payeeNumber } } }'
const REVEAL = 'mutation ($id: ID!, $field: String!) { reveal(type: "Measure", id: $id, field: $field, reason: "付款") }'

const TODAY = '2026-11-23'
const money = (values: Record<string, unknown> = {}): Record<string, unknown> => ({ kind: 'MONEY', what: '住院费补助', amount: '3000', fund: 'BANNER', plannedOn: TODAY, responsible: '服务站', ...values })
const received = (values: Record<string, unknown> = {}): Record<string, unknown> => ({ givenOn: TODAY, way: 'CASH', receivedBy: '本人', noReceiptReason: '签收单原件存档', ...values })

interface Staff { station: Person; officer: Person; leader: Person }
async function staff(regionCode: string): Promise<Staff> {
  return { station: await person('stationWorker', { regionCode: `${regionCode.slice(0, 9)}000` }), officer: await person('bureauOfficer'), leader: await person('bureauLeader') }
}
const measuresOf = async (one: { id: string }): Promise<Measure[]> => (await systemCtx()).store.query(Measure).where('it.caseId = ?', one.id).orderBy('it.id').rows()
const caseOf = async (id: string): Promise<HardshipCase> => (await systemCtx()).store.get(HardshipCase, id)

beforeEach(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

it('plans help, has it approved by somebody else, gives it against a receipt, and lets the case follow', async () => {
  const one = await anApprovedCase()
  const { station, officer, leader } = await staff(one.regionCode)
  const { name } = await (await systemCtx()).store.get(Resident, one.personId!)
  const payee = { bank: '内蒙古农村信用社', holder: name, number: '6222 0212 3456 7890 128' }
  const { planMeasures: planned } = await station.get(PLAN, { id: one.id, version: one.version, input: { measures: [money({ payee }), money({ kind: 'GOODS', what: '取暖煤两吨', amount: '1600.5', fund: 'DONATION' })] } })
  expect(planned.state).toBe('PLANNED')
  const [cash, coal] = await measuresOf(one) as [Measure, Measure]

  expect((await station.ask(APPROVE, { ...cash })).code).toBe('FORBIDDEN')
  expect((await station.ask(DELIVER, { ...cash, input: received() })).code).toBe('WRONG_STATE')
  const { approveMeasure: approved } = await leader.get(APPROVE, { ...cash })
  expect(approved).toMatchObject({ state: 'APPROVED', approvers: [{ id: leader.account.id }], payeeBank: '•••', payeeHolder: mask('name', name), payeeNumber: '***************0128' })

  // Money is paid by whoever pays; the account is shown to nobody else, and with a reason that stands in the trail.
  expect((await station.ask(DELIVER, { ...approved, input: received() })).code).toBe('FORBIDDEN')
  for (const other of [station, leader]) expect((await other.ask(REVEAL, { id: cash.id, field: 'payeeNumber' })).code).toBe('FORBIDDEN')
  expect((await officer.get(REVEAL, { id: cash.id, field: 'payeeNumber' })).reveal).toBe('6222021234567890128')
  expect((await asOwner<{ note: string }[]>("SELECT note FROM audit_entries WHERE act = 'reveal' AND entityId = ? AND result = 'DONE'", [cash.id])).map(row => row.note)).toEqual(['付款'])

  const receipt = await aPicture(officer)
  const { deliverMeasure: paid } = await officer.get(DELIVER, { ...approved, input: received({ way: 'TRANSFER', receiptIds: [receipt], clientKey: 'once' }) })
  expect(paid).toMatchObject({ state: 'DONE', given: '3000.00', openActions: [], case: { state: 'IN_HELP', givenAmount: '3000.00', firstGivenOn: TODAY, nextFollowUpOn: '2026-12-23' } })
  expect((await officer.get(DELIVER, { ...approved, input: received({ way: 'TRANSFER', receiptIds: [receipt], clientKey: 'once' }) })).deliverMeasure.version).toBe(paid.version)

  const { approveMeasure: ready } = await officer.get(APPROVE, { ...coal })
  const { deliverMeasure: brought } = await station.get(DELIVER, { ...ready, input: received({ way: 'IN_PERSON', given: '1500.25' }) })
  expect(brought).toMatchObject({ state: 'DONE', given: '1500.25', case: { givenAmount: '4500.25' } })

  const { hardshipCase: file } = await station.get(OPEN, { id: one.id })
  expect(file.measures).toMatchObject([{ what: '住院费补助', receivedBy: '本人', receiptIds: [receipt] }, { what: '取暖煤两吨', receivedBy: '本人', receiptIds: [] }])
  expect((await station.get(LIST, { filter: { caseId: one.id, kind: ['MONEY'] } })).measures).toEqual({ total: 1, items: [{ id: cash.id, what: '•••', amount: '3000.00', payeeNumber: '***************0128' }] })
})

it('keeps what is noted on an approval sealed with the measure and out of the trail, and offers nothing to give while an objection waits', async () => {
  const one = await anApprovedCase({ approvedAmount: '30000.00', state: CaseState.PLANNED })
  const { officer, leader } = await staff(one.regionCode)
  const measure = await aMeasure(one, { amount: '10000.01', state: MeasureState.PLANNED, approvedOn: null })
  const NOTED = `mutation ($id: ID!, $version: Int!, $note: String) { approveMeasure(id: $id, version: $version, note: $note) { ${M} approvalNote secondApprovalNote } }`
  const { approveMeasure: half } = await leader.get(NOTED, { ...measure, note: '肾病，每周透析' })
  const { approveMeasure: whole } = await (await person('bureauLeader')).get(NOTED, { ...half, note: '儿子也在治病' })
  expect(whole).toMatchObject({ state: 'APPROVED', approvalNote: '•••', secondApprovalNote: '•••' })
  const NOTES = 'query ($id: ID!) { hardshipCase(id: $id) { measures { approvalNote secondApprovalNote openActions } } }'
  const { hardshipCase: file } = await officer.get(NOTES, { id: one.id })
  expect(file.measures).toMatchObject([{ approvalNote: '肾病，每周透析', secondApprovalNote: '儿子也在治病' }])
  expect(file.measures[0].openActions).toContain('DELIVER')
  const trail = await asOwner<{ action: string; note: string | null; changes: string }[]>("SELECT action, note, changes FROM audit_entries WHERE entityId = ? AND action = 'APPROVE'", [measure.id])
  expect(trail.map(({ note }) => note)).toEqual([null, null])
  for (const told of ['透析', '治病']) expect(JSON.stringify(trail)).not.toContain(told)

  await asOwner("UPDATE hardship_cases SET objectionOpen = 'DECISION' WHERE id = ?", [one.id])
  expect((await officer.get(NOTES, { id: one.id })).hardshipCase.measures[0].openActions).not.toContain('DELIVER')
  expect((await officer.get(LIST, { filter: { caseId: one.id, toPay: true } })).measures.total).toBe(0)
  expect((await officer.ask(DELIVER, { ...whole, input: received() })).code).toBe('WRONG_STATE')
})

it('refuses what is not whole, and an account that is not the applicant’s without a word of why', async () => {
  const one = await anApprovedCase()
  const { station, officer, leader } = await staff(one.regionCode)
  const fields = async (values: Record<string, unknown>) => Object.keys((await station.ask(PLAN, { id: one.id, version: one.version, input: { measures: [money(), money(values)] } })).error?.extensions.fields ?? {})
  expect(await fields({ amount: null })).toEqual(['measures.1.amount'])
  expect(await fields({ amount: '-1' })).toEqual(['measures.1.amount'])
  expect(await fields({ amount: '5000.01' })).toEqual(['measures.1.amount'])
  expect(await fields({ fund: null })).toEqual(['measures.1.fund'])
  expect(await fields({ fund: 'OTHER' })).toEqual(['measures.1.fundText'])
  expect(await fields({ plannedOn: '2026-11-22' })).toEqual(['measures.1.plannedOn'])
  expect(await fields({ kind: 'SERVICE', amount: null, payee: { bank: '信用社', holder: '甲', number: '62220212' } })).toEqual(['measures.1.payee'])
  expect(await fields({ payee: { bank: '信用社', holder: '另有其人', number: '62220212' } })).toEqual(['measures.1.payee.reason'])
  expect(await measuresOf(one)).toEqual([])

  const measure = await aMeasure(one)
  const lacks = async (values: Record<string, unknown>) => Object.keys((await officer.ask(DELIVER, { ...measure, input: received(values) })).error?.extensions.fields ?? {})
  expect(await lacks({ givenOn: '2026-11-24' })).toEqual(['givenOn'])
  expect(await lacks({ given: '1000.01' })).toEqual(['given'])
  expect(await lacks({ given: '0' })).toEqual(['given'])
  expect(await lacks({ noReceiptReason: null })).toEqual(['receiptIds'])
  expect(await lacks({ way: 'TRANSFER' })).toEqual(['way'])
  expect((await station.ask(FAIL, { id: measure.id, version: measure.version, reason: ' ' })).code).toBe('INVALID')

  // What is changed after its approval is approved anew.
  const { changeMeasure: changed } = await station.get(CHANGE, { ...measure, input: money({ amount: '1200' }) })
  expect(changed).toMatchObject({ state: 'PLANNED', amount: '1200.00', approvers: [] })
  const { approveMeasure: again } = await leader.get(APPROVE, { ...changed })
  const { failMeasure: failed } = await station.get(FAIL, { ...again, reason: '本人谢绝' })
  expect(failed.state).toBe('FAILED')
})

it('takes two to approve above the policy’s limit, neither of them who planned it or a relative', async () => {
  const one = await anApprovedCase({ approvedAmount: '30000.00' })
  const { officer, leader } = await staff(one.regionCode)
  await officer.get(PLAN, { id: one.id, version: one.version, input: { measures: [money({ amount: '10000.01' })] } })
  const [measure] = await measuresOf(one) as [Measure]
  expect((await officer.ask(APPROVE, { ...measure })).code).toBe('SELF_APPROVAL')
  const { approveMeasure: half } = await leader.get(APPROVE, { ...measure })
  expect(half).toMatchObject({ state: 'PLANNED', approvers: [{ id: leader.account.id }] })
  expect(half.openActions).not.toContain('APPROVE')
  expect((await leader.ask(APPROVE, { ...half })).code).toBe('SELF_APPROVAL')
  const second = await person('bureauLeader')
  expect((await second.get(APPROVE, { ...half })).approveMeasure).toMatchObject({ state: 'APPROVED', approvers: [{ id: leader.account.id }, { id: second.account.id }] })

  const related = await anApprovedCase({ recusedIds: [leader.account.id] })
  expect((await leader.ask(APPROVE, { ...(await aMeasure(related, { state: MeasureState.PLANNED })) })).code).toBe('SELF_APPROVAL')
})

it('gives nothing before the approval but urgent help within its limit', async () => {
  const one = await aCase({ state: CaseState.INVESTIGATING })
  const { station, officer, leader } = await staff(one.regionCode)
  expect((await station.ask(PLAN, { id: one.id, version: one.version, input: { measures: [money()] } })).code).toBe('WRONG_STATE')
  expect((await officer.ask(DELIVER, { ...(await aMeasure(one)), input: received() })).code).toBe('WRONG_STATE')

  const urgent = await aCase({ state: CaseState.INVESTIGATING, urgentOn: TODAY, urgentAmount: '2000.00' })
  const near = await person('stationWorker', { regionCode: urgent.regionCode })
  expect((await near.ask(PLAN, { id: urgent.id, version: urgent.version, input: { measures: [money({ amount: '2000.01' })] } })).code).toBe('INVALID')
  await near.get(PLAN, { id: urgent.id, version: urgent.version, input: { measures: [money({ amount: '1500' }), money({ amount: '501' })] } })
  const [first, second] = await measuresOf(urgent) as [Measure, Measure]
  const { approveMeasure: ready } = await leader.get(APPROVE, { ...first })
  expect((await leader.ask(APPROVE, { ...second })).error?.extensions).toMatchObject({ code: 'OVER_CAPACITY', approved: '2000.00', taken: '1500.00', left: '500.00' })
  expect((await officer.get(DELIVER, { ...ready, input: received() })).deliverMeasure.case).toMatchObject({ state: 'INVESTIGATING', givenAmount: '1500.00', nextFollowUpOn: null })
  for (const state of [CaseState.REFUSED, CaseState.CLOSED]) {
    const ended = await anApprovedCase({ state })
    expect((await officer.ask(DELIVER, { ...(await aMeasure(ended)), input: received() })).code).toBe('WRONG_STATE')
  }
})

it('drops what is still under way when the case is closed, and says why', async () => {
  const one = await anApprovedCase({ state: CaseState.IN_HELP })
  const station = await person('stationWorker', { regionCode: one.regionCode })
  const [waiting, given] = [await aMeasure(one), await aMeasure(one, { state: MeasureState.DONE })]
  await station.get('mutation ($id: ID!, $version: Int!) { closeCase(id: $id, version: $version, input: { reason: WITHDREW, note: "本人撤回" }) { id } }', { id: one.id, version: one.version })
  const { hardshipCase: file } = await station.get(OPEN, { id: one.id })
  expect(file.measures).toMatchObject([{ id: waiting.id, state: 'FAILED', failedFor: '案件已结案' }, { id: given.id, state: 'DONE', failedFor: null }])
})

const yuan = fc.integer({ min: 1, max: 300_000 }).map(fen => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`)

it('never gives more than was approved, whatever is given at once and however it is split', () => fc.assert(fc.asyncProperty(yuan, fc.array(fc.record({ amount: yuan, part: fc.integer({ min: 1, max: 100 }), fails: fc.boolean() }), { minLength: 2, maxLength: 5 }), async (approvedAmount, parts) => {
  const one = await anApprovedCase({ approvedAmount, state: CaseState.PLANNED })
  const { station, officer } = await staff(one.regionCode)
  // As if each had been approved while there was room; the delivery is the last guard.
  const measures = await Promise.all(parts.map(({ amount }) => aMeasure(one, { amount })))
  const answers = await Promise.all(measures.map((measure, n) => {
    const { amount, part, fails } = parts[n]!
    const given = (fenOf(amount) * BigInt(part)) / 100n
    return fails ? station.ask(FAIL, { ...measure, reason: '未成' }) : officer.ask(DELIVER, { ...measure, input: received({ given: given > 0n ? `${given / 100n}.${String(given % 100n).padStart(2, '0')}` : amount }) })
  }))
  for (const { code } of answers) expect([undefined, 'OVER_CAPACITY']).toContain(code)
  const now = await measuresOf(one)
  const given = sumOf(now.filter(({ state }) => state === MeasureState.DONE).map(measure => measure.given))
  expect(fenOf(given) <= fenOf(approvedAmount)).toBe(true)
  expect(now.filter(({ state }) => state === MeasureState.DONE)).toHaveLength(answers.filter(({ data }) => data?.deliverMeasure).length)
  expect((await caseOf(one.id)).givenAmount ?? '0.00').toBe(given)
  // Whoever was refused was refused for want of room, and not because somebody else was faster with less.
  for (const measure of now.filter(({ state, amount }) => state === MeasureState.APPROVED && fenOf(amount!) <= fenOf(approvedAmount) - fenOf(given))) {
    expect((await officer.ask(DELIVER, { id: measure.id, version: measure.version, input: received() })).code).toBeUndefined()
  }
}), { numRuns: 6 }), 120_000)

it('binds no more than was approved where several are approved at once, and one measure only once', async () => {
  const one = await anApprovedCase()
  const measures = await Promise.all([1, 2, 3, 4].map(() => aMeasure(one, { amount: '2000.00', state: MeasureState.PLANNED, approvedOn: null })))
  const leaders = await Promise.all(measures.map(() => person('bureauLeader')))
  const codes = await Promise.all(measures.map(async (measure, n) => (await leaders[n]!.ask(APPROVE, { ...measure })).code ?? 'OK'))
  expect(codes.sort()).toEqual(['OK', 'OK', 'OVER_CAPACITY', 'OVER_CAPACITY'])
  const large = await aMeasure(await anApprovedCase({ approvedAmount: '20000.00' }), { amount: '15000.00', state: MeasureState.PLANNED, approvedOn: null })
  const both = await Promise.all(leaders.slice(0, 2).map(async leader => (await leader.ask(APPROVE, { ...large })).code ?? 'OK'))
  expect(both.sort()).toEqual(['OK', 'STALE'])
  expect((await measuresOf({ id: large.caseId }))[0]!.state).toBe('PLANNED')
})

it('is seen by whoever sees the case, and by nobody without the case role', async () => {
  const land = aTerritory()
  const keeper = await person('caseWorker')
  const one = await anApprovedCase({ regionCode: land.village(), ownerId: keeper.account.id })
  const measure = await aMeasure(one, { kind: MeasureKind.SERVICE, amount: null, state: MeasureState.APPROVED })
  const sees = async (who: Person) => (await who.ask('query ($id: ID!) { measure(id: $id) { id } measures(filter: { caseId: $id }) { total } }', { id: measure.id })).code ?? 'YES'
  expect(await sees(keeper)).toBe('YES')
  expect(await sees(await person('stationHead', { regionCode: land.township }))).toBe('YES')
  for (const who of [await person('caseWorker'), await person('stationWorker', { regionCode: aTerritory().township })]) expect(await sees(who)).toBe('NOT_FOUND')
  for (const who of [await person('bureauAdministrator'), await person('auditor'), await person('villageLiaison', { regionCode: land.village() }), await person('volunteer'), await person('teamLeader')]) expect(await sees(who)).toBe('FORBIDDEN')
  expect((await (await person('bureauAdministrator')).ask(REVEAL, { id: measure.id, field: 'payeeNumber' })).code).toBe('FORBIDDEN')
})
