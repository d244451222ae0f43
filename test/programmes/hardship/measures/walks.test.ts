import fc from 'fast-check'
import { fenOf, isMore, sumOf } from '../../../../server/kernel/money'
import { CaseState, HELPED, UNDECIDED } from '../../../../server/programmes/hardship/enums'
import { HardshipCase } from '../../../../server/programmes/hardship/HardshipCase'
import { MeasureState } from '../../../../server/programmes/hardship/measures/enums'
import { Measure } from '../../../../server/programmes/hardship/measures/Measure'
import { type Answer, type Person, person, setClock, stop, systemCtx } from '../../../support/app'
import { aCase, thePolicy } from '../../../support/cases'

const TODAY = '2026-11-23'
const ACTS: Record<string, string> = {
  PLAN: 'mutation ($id: ID!, $version: Int!, $input: HelpPlanInput!) { planMeasures(id: $id, version: $version, input: $input) { id } }',
  CHANGE: 'mutation ($id: ID!, $version: Int!, $input: MeasureChange!) { changeMeasure(id: $id, version: $version, input: $input) { id } }',
  APPROVE: 'mutation ($id: ID!, $version: Int!) { approveMeasure(id: $id, version: $version) { id } }',
  DELIVER: 'mutation ($id: ID!, $version: Int!, $input: DeliveryInput!) { deliverMeasure(id: $id, version: $version, input: $input) { id } }',
  FAIL: 'mutation ($id: ID!, $version: Int!) { failMeasure(id: $id, version: $version, reason: "未成") { id } }',
}
const OPEN = 'query ($id: ID!) { measure(id: $id) { openActions } }'

beforeAll(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

/** Amounts around the limit above which two approve. */
const granted = fc.integer({ min: 900_000, max: 2_500_000 }).map(n => sumOf([`${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`]))
/** So many per cent of an amount, in yuan. */
const partOf = (amount: string, percent: number): string => {
  const fen = (fenOf(amount) * BigInt(percent)) / 100n
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
}
const WANTED: Record<string, MeasureState[]> = { CHANGE: [MeasureState.PLANNED, MeasureState.APPROVED], APPROVE: [MeasureState.PLANNED], DELIVER: [MeasureState.APPROVED], FAIL: [MeasureState.PLANNED, MeasureState.APPROVED] }
const step = fc.record({ act: fc.constantFrom('PLAN', 'PLAN', 'PLAN', 'CHANGE', ...Array<string>(8).fill('APPROVE'), ...Array<string>(5).fill('DELIVER'), 'FAIL'), apt: fc.integer({ min: 0, max: 9 }), who: fc.nat(20), which: fc.nat(20), kind: fc.constantFrom('MONEY', 'GOODS', 'SERVICE', 'MEDICAL'), percent: fc.constantFrom(5, 20, 40, 60, 101), part: fc.integer({ min: 1, max: 100 }) })

it('keeps money within what was granted and its approvers apart, whoever does what in whichever order; and says what is open exactly', () => fc.assert(fc.asyncProperty(granted, fc.constantFrom(CaseState.APPROVED, CaseState.APPROVED, CaseState.APPROVED, CaseState.INVESTIGATING, CaseState.REFUSED), fc.option(granted, { nil: null }), fc.array(step, { minLength: 30, maxLength: 40 }), async (approvedAmount, state, urgentAmount, steps) => {
  const policy = await thePolicy()
  const decided = HELPED.includes(state)
  const { id, regionCode } = await aCase({ state, decidedOn: state === CaseState.INVESTIGATING ? null : TODAY, approvedAmount: decided ? approvedAmount : null, urgentAmount, urgentOn: urgentAmount && TODAY })
  const people: Person[] = [await person('stationWorker', { regionCode }), await person('bureauOfficer'), await person('bureauOfficer'), await person('bureauLeader'), await person('bureauLeader'), await person('caseWorker')]
  const read = async (): Promise<{ one: HardshipCase; measures: Measure[] }> => {
    const { store } = await systemCtx()
    return { one: await store.get(HardshipCase, id), measures: await store.query(Measure).where('it.caseId = ?', id).orderBy('it.id').rows() }
  }
  const ceiling = decided ? approvedAmount : UNDECIDED.includes(state) ? urgentAmount : null
  let { one, measures } = await read()
  const apt: Record<string, Person[]> = { PLAN: people.slice(0, 3), CHANGE: people.slice(0, 3), APPROVE: people.slice(1, 5), DELIVER: people.slice(1, 3), FAIL: people.slice(0, 3) }
  for (const { act, apt: aptly, who, which, kind, percent, part } of steps) {
    // Mostly somebody who may, with a measure of which it may be asked; sometimes anybody, of any.
    const [actors, choice] = aptly > 1 ? [apt[act]!, measures.filter(each => WANTED[act]?.includes(each.state))] : [people, measures]
    const [actor, measure] = [actors[who % actors.length]!, choice[which % Math.max(1, choice.length)]]
    const amount = partOf(ceiling ?? approvedAmount, percent)
    const input = { kind, what: '帮扶', amount: kind === 'SERVICE' ? null : amount, fund: kind === 'SERVICE' ? null : 'BANNER', plannedOn: TODAY, responsible: '服务站' }
    let answer: Answer
    if (act === 'PLAN') answer = await actor.ask(ACTS.PLAN!, { id, version: one.version, input: { measures: [input] } })
    else if (!measure) continue
    else {
      const open = (await actor.ask(OPEN, { id: measure.id })).data?.measure?.openActions as string[] | undefined
      const given = measure.amount && partOf(measure.amount, part)
      const handed = { givenOn: TODAY, way: 'CASH', given, receivedBy: '本人', noReceiptReason: '存档' }
      answer = await actor.ask(ACTS[act]!, { id: measure.id, version: measure.version, input: act === 'CHANGE' ? input : handed })
      if (!open?.includes(act)) expect([act, ['FORBIDDEN', 'WRONG_STATE', 'SELF_APPROVAL', 'NOT_FOUND']]).toEqual([act, expect.arrayContaining([answer.code])])
      else expect([act, [undefined, 'OVER_CAPACITY', 'INVALID']]).toEqual([act, expect.arrayContaining([answer.code])])
    }
    ;({ one, measures } = await read())
    const done = measures.filter(each => each.state === MeasureState.DONE)
    const given = sumOf(done.map(each => each.given))
    if (ceiling === null) expect(measures).toEqual([])
    else expect(fenOf(given) <= fenOf(ceiling)).toBe(true)
    expect(one.givenAmount ?? '0.00').toBe(given)
    for (const each of measures) {
      if (each.given !== null) expect(fenOf(each.given) > 0n && !isMore(each.given, each.amount!)).toBe(true)
      const approvers = [each.approvedById, each.secondApprovedById].filter(Boolean)
      expect(approvers).not.toContain(each.plannedById)
      if (each.state !== MeasureState.APPROVED && each.state !== MeasureState.DONE) continue
      expect(new Set(approvers).size).toBe(each.amount && isMore(each.amount, policy.secondApprovalAbove) ? 2 : 1)
    }
    expect([CaseState.IN_HELP, CaseState.PLANNED, state]).toContain(one.state)
    if (done.length > 0 && decided) expect(one.state).toBe(CaseState.IN_HELP)
    if (!decided) expect(one.state).toBe(state)
  }
  // What the workbench counts for somebody is what is open to them.
  for (const actor of people.slice(1, 5)) {
    const { toApprove, toPay, all, inbox } = await actor.get('query ($id: ID!) { toApprove: measures(filter: { caseId: $id, toApprove: true }) { items { id } } toPay: measures(filter: { caseId: $id, toPay: true }) { items { id } } all: measures(filter: { caseId: $id }, page: { size: 100 }) { items { id kind openActions } } inbox { counts { kind count } } }', { id })
    const open = (action: string) => all.items.filter((each: { kind: string; openActions: string[] }) => each.openActions.includes(action))
    const ids = (rows: { id: string }[]): string[] => rows.map(row => row.id).sort()
    expect(ids(toApprove.items)).toEqual(ids(open('APPROVE')))
    if (actor.account.role === 'bureauOfficer') expect(ids(toPay.items)).toEqual(ids(open('DELIVER').filter((each: { kind: string }) => each.kind === 'MONEY')))
    const { total } = (await actor.get('{ measures(filter: { toApprove: true }) { total } }')).measures
    expect(inbox.counts.find((row: { kind: string }) => row.kind === 'MEASURE_TO_APPROVE').count).toBe(total)
  }
}), { numRuns: 5 }), 120_000)
