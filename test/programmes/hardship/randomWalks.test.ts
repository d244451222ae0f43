import fc from 'fast-check'
import { addDays } from '../../../server/kernel/days'
import { fenOf, sumOf } from '../../../server/kernel/money'
import { Actor } from '../../../server/kernel/access'
import { openActions } from '../../../server/programmes/hardship/caseRules'
import { CaseAction as A } from '../../../server/programmes/hardship/caseWorkflow'
import { HardshipCase } from '../../../server/programmes/hardship/HardshipCase'
import { roles } from '../../../server/roles'
import { CaseState, ExclusionKind } from '../../../server/programmes/hardship/enums'
import { person, type Person, setClock, stop, systemCtx } from '../../support/app'
import { aCase, anApplication, HOUSE, LOOKS, thePolicy } from '../../support/cases'
import { database } from '../../support/database'
import { aPerson, aPlace } from '../../support/people'

afterAll(stop)

const sql = async (text: string, values: unknown[] = []) => (await database()).query(text, values as never) as Promise<Record<string, any>[]>

/** Every act of the chain, with what it is called and what it takes; `at` is the day, `n` a number by which it chooses. */
interface At { at: string; n: number; staff: Person[]; personId: string }
const ACTS: Partial<Record<A, [name: string, types: string, args: (at: At) => Record<string, unknown>]>> = {
  REGISTER: ['registerCase', '$input: CaseInput!', ({ personId }) => ({ input: anApplication(personId) })],
  DISMISS: ['dismissClue', '$reason: String!', () => ({ reason: '线索不实' })],
  UPDATE: ['updateCase', '$input: CaseInput!', ({ personId }) => ({ input: anApplication(personId) })],
  ASSIGN: ['assignCase', '$ownerId: ID!', ({ staff, n }) => ({ ownerId: staff[n % staff.length]!.account.id })],
  STAND_IN: ['appointStandIn', '', () => ({})],
  TRANSFER: ['transferCase', '$input: CaseTransferInput!', ({ staff }) => ({ input: { toAccountId: staff[3]!.account.id, reason: '工作调整' } })],
  ANSWER_TRANSFER: ['answerCaseTransfer', '$input: CaseTransferAnswer!', ({ n }) => ({ input: { accept: n % 2 === 0, answer: '已知悉' } })],
  CONTACT: ['recordCaseContact', '$input: CaseContactInput!', ({ at }) => ({ input: { contactedOn: at, way: 'PHONE', reached: true } })],
  START_INVESTIGATION: ['startInvestigation', '$investigatorIds: [ID!]!', ({ staff, n }) => ({ investigatorIds: [staff[n % 3]!.account.id, staff[(n + 1) % 3]!.account.id] })],
  RECORD_INVESTIGATION: ['recordInvestigation', '$input: InvestigationInput!', ({ at }) => ({ input: { investigatedOn: at, ...LOOKS } })],
  WRITE_HOUSEHOLD: ['writeHousehold', '$input: HouseholdInput!', () => ({ input: HOUSE })],
  PUBLISH_NOTICE: ['publishNotice', '$input: CaseNoticeInput!', ({ at }) => ({ input: { from: at, place: '村部' } })],
  SKIP_NOTICE: ['skipNotice', '$text: String!', () => ({ text: '涉及隐私' })],
  OBJECT_TO_NOTICE: ['objectToNotice', '$input: CaseObjectionInput!', ({ at }) => ({ input: { text: '不困难', receivedOn: at } })],
  REVIEW: ['reviewCase', '$text: String!', () => ({ text: '同意' })],
  CHECK_EXCLUSION: ['recordExclusionCheck', '$input: ExclusionCheckInput!', ({ n }) => ({ input: { kind: 'CRIMINAL', found: n % 3 === 0, source: '公安局' } })],
  COUNTY_CHECK: ['checkCase', '$input: CaseCheckInput!', () => ({ input: { opinion: '符合', checks: Object.values(ExclusionKind).map(kind => ({ kind, found: false, source: '函询' })) } })],
  RETURN: ['returnCase', '$missing: [String!]!', () => ({ missing: ['发票'] })],
  RESUBMIT: ['resubmitCase', '', () => ({})],
  GRANT_URGENT: ['grantUrgentHelp', '$input: UrgentInput!', () => ({ input: { amount: '1000', reason: '断粮' } })],
  APPROVE: ['approveCase', '$input: ApprovalInput!', () => ({ input: { amount: '2000', overrideReason: '复发' } })],
  REFUSE: ['refuseCase', '$text: String!', () => ({ text: '不符合标准' })],
  DELIVER: ['deliverDecision', '$deliveredOn: Date!, $to: String!', ({ at }) => ({ deliveredOn: at, to: '本人' })],
  OBJECT: ['objectToDecision', '$input: CaseObjectionInput!', ({ at }) => ({ input: { text: '不服', receivedOn: at } })],
  ANSWER_OBJECTION: ['answerObjection', '$input: CaseObjectionAnswer!', ({ n }) => ({ input: { uphold: n % 2 === 0, answer: '已复核' } })],
  PLAN: ['planMeasures', '$input: HelpPlanInput!', ({ at }) => ({ input: { measures: [{ kind: 'GOODS', what: '米面油', amount: '400', fund: 'BANNER', plannedOn: at, responsible: '服务站' }] } })],
  FOLLOW_UP: ['recordFollowUp', '$input: FollowUpInput!', ({ at }) => ({ input: { followedOn: at, way: 'HOME', result: 'BETTER' } })],
  CLOSE: ['closeCase', '$input: CaseCloseInput!', () => ({ input: { reason: 'WITHDREW' } })],
  REOPEN: ['reopenCase', '$reason: String!', () => ({ reason: '病情复发' })],
}
const CHAIN = Object.keys(ACTS) as A[]
const callOf = (action: A): string => {
  const [name, types] = ACTS[action]!
  const passed = [...types.matchAll(/\$(\w+)/g)].map(([, arg]) => `${arg}: $${arg}`)
  return `mutation ($id: ID!, $version: Int!${types && `, ${types}`}) { ${name}(${['id: $id', 'version: $version', ...passed].join(', ')}) { __typename } }`
}

/** What brings a case on; the rest comes less often. */
const ONWARD: readonly A[] = [A.REGISTER, A.START_INVESTIGATION, A.WRITE_HOUSEHOLD, A.RECORD_INVESTIGATION, A.PUBLISH_NOTICE, A.SKIP_NOTICE, A.REVIEW, A.COUNTY_CHECK, A.APPROVE, A.REFUSE, A.DELIVER, A.OBJECT, A.ANSWER_OBJECTION, A.PLAN, A.FOLLOW_UP, A.RETURN, A.RESUBMIT, A.GRANT_URGENT, A.REOPEN]
/** What would lead the walk in circles, or round the notice, if it were taken as often as the rest. */
const SELDOM: readonly A[] = [A.RETURN, A.SKIP_NOTICE, A.GRANT_URGENT, A.WRITE_HOUSEHOLD, A.RECORD_INVESTIGATION]
const actorOf = ({ account }: Person): Actor => {
  const { reach, may } = roles[account.role as keyof typeof roles]
  return new Actor(account.id, '', account.role, new Set(may), { kind: reach, regionCode: account.regionCode ?? undefined, personId: account.personId ?? undefined })
}

/** What no walk may be answered with. */
const FAULTS = ['INTERNAL', 'UNAVAILABLE', 'UNAUTHENTICATED', 'BAD_REQUEST']

/** What holds after every step, whatever was tried. */
async function invariants(id: string, relatives: readonly string[]): Promise<void> {
  const [one] = await sql('SELECT * FROM hardship_cases WHERE id = ?', [id])
  const { state, townshipReviewerId: township, countyReviewerId: county, deciderId: decider } = one!
  const investigators = String(one!.investigatorIds).split(',').filter(Boolean)
  // Three different people over the chain, and nobody related among them.
  const chain = [...investigators, township, county, decider].filter(Boolean)
  expect([state, new Set(chain).size]).toEqual([state, chain.length])
  expect(chain.filter(who => relatives.includes(who))).toEqual([])
  expect([0, 2]).toContain(investigators.length)
  // In somebody's hand from the registration on, with its number and the policy that it keeps.
  expect([state === 'CLUE' || one!.closeReason === 'NO_CASE', one!.number === null, one!.ownerId === null, one!.policyId === null]).toEqual(Array(4).fill(state === 'CLUE' || one!.closeReason === 'NO_CASE'))
  expect([state === 'CLOSED', one!.closedOn !== null, one!.closeReason !== null]).toEqual(Array(3).fill(state === 'CLOSED'))
  expect([state === 'RETURNED', one!.returnedFrom !== null, one!.missingTextSealed !== null].slice(1)).toEqual([state === 'RETURNED' || (state === 'CLOSED' && one!.returnedFrom !== null), state === 'RETURNED' || (state === 'CLOSED' && one!.missingTextSealed !== null)])
  // The notice is over before the review, and the home was looked at before the notice.
  if (township && state !== 'CLOSED') {
    expect(one!.noticeSkipped === 1 || one!.noticeTo < one!.townshipReviewedOn).toBe(true)
    expect([one!.investigatedOn, one!.householdOn]).not.toContain(null)
  }
  // Decided with its reason and its frozen household.
  const snapshots = await sql('SELECT outcome FROM case_snapshots WHERE caseId = ? AND round = ? ORDER BY id', [id, one!.round])
  if (['APPROVED', 'REFUSED', 'PLANNED', 'IN_HELP', 'FOLLOW_UP'].includes(state)) {
    expect([one!.decidedOn, decider]).not.toContain(null)
    expect(snapshots.at(-1)?.outcome).toBe(state === 'REFUSED' ? 'REFUSED' : 'APPROVED')
    if (state === 'REFUSED') expect(one!.decisionReasonSealed).not.toBeNull()
    else expect(one!.approvedAmount).not.toBeNull()
  }
  // Given never more than approved, and nothing before but urgent help within its limit.
  const given = sumOf((await sql("SELECT given FROM measures WHERE caseId = ? AND state = 'DONE'", [id])).map(row => row.given as string))
  const ceiling = sumOf(one!.decidedOn && state !== 'REFUSED' ? [one!.approvedAmount] : [one!.earlierAmount, one!.urgentAmount])
  if (state !== 'CLOSED') expect([given, fenOf(given) <= fenOf(ceiling)]).toEqual([given, true])
  expect(sumOf([one!.givenAmount])).toBe(given)
  // What waits is told on the case itself.
  const [waits] = await sql("SELECT (SELECT COUNT(*) FROM case_objections WHERE caseId = ? AND state = 'OPEN') AS objections, (SELECT COUNT(*) FROM case_transfers WHERE caseId = ? AND state = 'PENDING') AS transfers", [id, id])
  expect([Number(waits!.objections), Number(waits!.transfers)]).toEqual([one!.objectionOpen ? 1 : 0, one!.transferToId || one!.transferRegion ? 1 : 0])
  if (state === 'CLOSED') expect((await sql("SELECT id FROM measures WHERE caseId = ? AND state IN ('PLANNED','APPROVED')", [id])).length).toBe(0)
  const [{ n }] = (await sql("SELECT COUNT(*) AS n FROM hardship_cases WHERE personId = ? AND cause = ? AND state NOT IN ('CLUE','CLOSED')", [one!.personId, one!.cause])) as [{ n: number }]
  expect(Number(n)).toBeLessThanOrEqual(1)
}

it('keeps every promise on random walks: what is offered is accepted, what is not is refused', async () => {
  await thePolicy()
  const place = await aPlace()
  const [here, there] = [{ regionCode: place.township }, { regionCode: (await aPlace()).township }]
  const kin = await aPerson({ regionCode: place.village(1) })
  const staff = [await person('stationWorker', here), await person('stationHead', here), await person('caseWorker'), await person('stationWorker', here)]
  const related = await person('bureauLeader', { personId: kin.id })
  const cast = [...staff, await person('stationHead', here), await person('bureauOfficer'), await person('bureauOfficer'), await person('bureauLeader'), await person('bureauLeader'), related]
  const outsiders = [await person('stationHead', there), await person('caseWorker'), await person('bureauAdministrator'), await person('auditor'), await person('volunteer'), await person('villageLiaison', here)]
  const actors = cast.map(actorOf)
  const reached = new Map<string, number>()

  const offeredTo = async (who: Person, id: string): Promise<{ version: number; openActions: A[] } | undefined> => {
    const { data } = await who.ask('query ($ids: [ID!]) { hardshipCases(filter: { ids: $ids }) { items { version openActions } } }', { ids: [id] })
    return data?.hardshipCases?.items[0]
  }
  const take = async (id: string, who: Person, action: A, at: At): Promise<void> => {
    const offered = await offeredTo(who, id)
    const version = offered?.version ?? (await sql('SELECT version FROM hardship_cases WHERE id = ?', [id]))[0]!.version
    const { code, error } = await who.ask(callOf(action), { id, version, ...ACTS[action]![2](at) })
    expect([action, error?.message, FAULTS.includes(code ?? '')]).toEqual([action, error?.message, false])
    if (!offered) expect(['FORBIDDEN', 'NOT_FOUND']).toContain(code)
    // The one thing that an offer cannot know is what is written into the form: a worker who has the case already, or two to go who may not.
    else if (code !== 'INVALID') expect([who.account.role, action, code ?? 'DONE', error?.message]).toEqual([who.account.role, action, offered.openActions.includes(action) ? 'DONE' : (code ?? 'not refused'), error?.message])
    else expect([action, offered.openActions.includes(action), ['ASSIGN', 'TRANSFER', 'START_INVESTIGATION', 'APPROVE'].includes(action)]).toEqual([action, true, true])
  }
  /** One of the case's measures goes on its way, or is refused. */
  const giveSome = async (id: string, n: number, at: string): Promise<void> => {
    const [measure] = await sql("SELECT id, version, state FROM measures WHERE caseId = ? AND state IN ('PLANNED','APPROVED') ORDER BY id LIMIT 1", [id])
    const who = cast[n % cast.length]!
    if (!measure) return
    const call = measure.state === 'PLANNED' ? 'mutation ($id: ID!, $version: Int!) { approveMeasure(id: $id, version: $version) { id } }' : 'mutation ($id: ID!, $version: Int!, $input: DeliveryInput!) { deliverMeasure(id: $id, version: $version, input: $input) { id } }'
    const { code } = await who.ask(call, { id: measure.id, version: measure.version, ...(measure.state === 'APPROVED' && { input: { givenOn: at, way: 'IN_PERSON', receivedBy: '本人', noReceiptReason: '村内分发' } }) })
    expect(FAULTS).not.toContain(code)
  }

  const step = fc.record({ kind: fc.constantFrom('on' as const, 'on' as const, 'on' as const, 'on' as const, 'on' as const, 'any' as const, 'give' as const, 'days' as const, 'days' as const, 'outside' as const), who: fc.nat(9), action: fc.constantFrom(...CHAIN), n: fc.nat(30) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 45 }), async steps => {
      let day = '2026-11-16'
      setClock(`${day}T02:00:00Z`)
      const who = await aPerson({ regionCode: place.village(1) })
      const { id } = await aCase({ personId: who.id, regionCode: place.village(1), state: CaseState.CLUE, number: null, policyId: null, registeredOn: null, category: null, kinds: [], cause: null, concernedIds: [kin.id] })
      for (const { kind, who: nth, action, n } of steps) {
        const at: At = { at: day, n, staff, personId: who.id }
        if (kind === 'days') setClock(`${(day = addDays(day, 2 + (n % 9)))}T02:00:00Z`)
        else if (kind === 'give') await giveSome(id, n, day)
        else if (kind === 'outside') await take(id, outsiders[n % outsiders.length]!, action, at)
        else if (kind === 'on') {
          const one = await (await systemCtx()).store.get(HardshipCase, id)
          const offers = actors.flatMap((actor, place) => openActions(one, { actor, today: day }).filter(each => ONWARD.includes(each) && (n % 4 === 0 || !SELDOM.includes(each))).map(each => [place, each] as const))
          const [place, onward] = offers[(n * 7 + nth) % (offers.length || 1)] ?? [nth, action]
          await take(id, cast[place]!, onward, at)
        } else await take(id, cast[nth]!, action, at)
        await invariants(id, [related.account.id])
        const state = String((await sql('SELECT state FROM hardship_cases WHERE id = ?', [id]))[0]!.state)
        reached.set(state, (reached.get(state) ?? 0) + 1)
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
  // Twelve walks may all be short ones; but walks that never leave the beginning would prove nothing.
  expect([...reached.keys()].length).toBeGreaterThanOrEqual(5)
}, 240_000)
