import type { AuditEntry } from '../../../server/kernel/audit'
import { addDays } from '../../../server/kernel/days'
import type { Account } from '../../../server/people/accounts/Account'
import type { Person } from '../../../server/people/persons/Person'
import { CaseCounter } from '../../../server/programmes/hardship/CaseCounter'
import { CaseAction as A } from '../../../server/programmes/hardship/caseWorkflow'
import { CaseCategory, CaseCause, CaseCloseReason, CaseColour, CaseState as S, ClueSource, HardshipKind } from '../../../server/programmes/hardship/enums'
import { HardshipCase } from '../../../server/programmes/hardship/HardshipCase'
import { FundSource, GivingWay, MeasureKind, MeasureState } from '../../../server/programmes/hardship/measures/enums'
import { Measure } from '../../../server/programmes/hardship/measures/Measure'
import { at, made, type Making } from './people'
import { linesOf, type Step } from './trail'

const CASES = 10_000
/** Each so manieth case has been written in so often that its history is long. */
const LONG = 200
const STATES: Record<S, number> = { CLUE: 5, REGISTERED: 12, INVESTIGATING: 8, NOTICE: 5, TOWNSHIP_REVIEWED: 5, COUNTY_REVIEW: 5, RETURNED: 2, APPROVED: 3, REFUSED: 3, PLANNED: 4, IN_HELP: 8, FOLLOW_UP: 10, CLOSED: 30 }
/** The way of a case, with the act that led to each state and the days until the next. */
const WAY: readonly (readonly [state: S, act: string, action: A | undefined, days: number])[] = [
  [S.CLUE, 'reportClue', undefined, 1], [S.REGISTERED, 'registerCase', A.REGISTER, 1], [S.INVESTIGATING, 'startInvestigation', A.START_INVESTIGATION, 4], [S.NOTICE, 'publishNotice', A.PUBLISH_NOTICE, 9], [S.TOWNSHIP_REVIEWED, 'reviewCase', A.REVIEW, 4],
  [S.COUNTY_REVIEW, 'checkCase', A.COUNTY_CHECK, 3], [S.APPROVED, 'approveCase', A.APPROVE, 2], [S.PLANNED, 'planMeasures', A.PLAN, 5], [S.IN_HELP, 'deliverMeasure', A.GIVE, 20], [S.FOLLOW_UP, 'recordFollowUp', A.FOLLOW_UP, 60], [S.CLOSED, 'closeCase', A.CLOSE, 0],
]
/** States beside the way, by the one that went before. */
const BESIDE: Partial<Record<S, readonly [before: S, act: string, action: A]>> = { RETURNED: [S.COUNTY_REVIEW, 'returnCase', A.RETURN], REFUSED: [S.COUNTY_REVIEW, 'refuseCase', A.REFUSE] }
const TROUBLES = ['做了心脏手术，自费部分借了亲戚的钱', '赶集时被农用车撞伤，半年不能下地', '两个孩子同时上大学，学费不够', '土房后墙裂缝，冬天透风']

/** Who does what with cases: of the county, and of each township. */
export interface Staff {
  officer: Account
  leader: Account
  caseWorker: Account
  /** Two of each township, by its first nine digits. */
  stations: ReadonlyMap<string, readonly [Account, Account]>
}

export interface Cases {
  cases: HardshipCase[]
  measures: Measure[]
  lines: AuditEntry[]
  counter: CaseCounter
  /** One with fifty moments and more in its history. */
  long: string
}

/** Cases in every state, of veterans all over the county; a fifth of them in one township, so that whoever works there has many to move. */
export function makeCases(persons: readonly Person[], making: Making, staff: Staff, policyId: string, township: string): Cases {
  const { random, ids, today } = making
  const veterans = persons.filter(person => person.isVeteran)
  // Nobody has two cases, so that no two are open of one person and one cause.
  const [near, far] = [true, false].map(inside => veterans.filter(({ regionCode }) => regionCode.startsWith(township.slice(0, 9)) === inside)) as [Person[], Person[]]
  const told: Cases = { cases: [], measures: [], lines: [], counter: CaseCounter.of({ ...made(ids, at(today)), series: `HZ${today.slice(0, 4)}`, last: CASES }), long: '' }
  const series = `HZ${today.slice(0, 4)}`
  for (let n = 0; n < CASES; n++) {
    const person = n % 5 === 0 ? near[n / 5]! : far[n * 3]!
    const state = random.weighted(STATES)
    const [before, act, action] = BESIDE[state] ?? []
    const reached = WAY.findIndex(([one]) => one === (before ?? state))
    const way: Step[] = []
    const done = (one: S): boolean => reached >= WAY.findIndex(([each]) => each === one)
    const workers = staff.stations.get(person.regionCode.slice(0, 9))!
    const owner = n % 7 === 3 && person.regionCode.startsWith(township.slice(0, 9)) ? staff.caseWorker : workers[0]
    const least = WAY.slice(0, reached).reduce((sum, [, , , days]) => sum + days, 0)
    let day = addDays(today, -(least + (state === S.CLOSED ? random.int(1, 600) : random.int(0, 12))))
    const dayOf = new Map<S, string>()
    for (const [at_, [step, by, what, days]] of WAY.slice(0, reached + 1).entries()) {
      dayOf.set(step, day)
      way.push({ day, act: by, by: at_ < 4 ? owner : at_ === 4 ? workers[1] : at_ === 6 ? staff.leader : staff.officer, action: what, from: WAY[at_ - 1]?.[0] ?? null, to: step })
      day = at_ < reached ? addDays(day, days) : day
    }
    if (before) way.push({ day, act: act!, by: staff.officer, action, from: before, to: state })
    const long = n % LONG === 7
    if (long) for (let k = 0; k < 55; k++) way.push({ day, act: 'recordCaseContact', by: owner, action: A.CONTACT })
    const [since, first] = [day, dayOf.get(S.CLUE)!]
    const helped = done(S.APPROVED)
    const amount = `${random.int(10, 80) * 100}.00`
    const dueOn = state === S.CLOSED || state === S.IN_HELP ? null : addDays(since, state === S.FOLLOW_UP ? 30 : random.int(2, 14))
    const one = HardshipCase.of({
      ...made(ids, at(first)), updatedAt: at(since, 18), number: done(S.REGISTERED) ? `${series}-${String(n + 1).padStart(5, '0')}` : null, personId: person.id, clueName: null, cluePhone: null, regionCode: person.regionCode, category: done(S.REGISTERED) ? CaseCategory.VETERAN : null, tags: [],
      kinds: done(S.REGISTERED) ? [random.pick(Object.values(HardshipKind))] : [], cause: Object.values(CaseCause)[n % 11]!, causeText: TROUBLES[n % TROUBLES.length]!, wishes: '补助自费部分', eventOn: addDays(first, -20), urgent: n % 9 === 0,
      colour: n % 9 === 0 ? CaseColour.RED : n % 3 === 0 ? CaseColour.YELLOW : CaseColour.BLUE, source: n % 2 === 0 ? ClueSource.VILLAGE : ClueSource.PERSON, sourceEntity: null, sourceId: null, agentName: null, agentRelation: null, agentPhone: null, reportedById: workers[0].id, reportedOn: first,
      registeredOn: dayOf.get(S.REGISTERED) ?? null, ownerId: done(S.REGISTERED) ? owner.id : null, standInId: null, standInUntil: null, investigatorIds: done(S.INVESTIGATING) ? [workers[0].id, staff.caseWorker.id] : [], investigatedOn: dayOf.get(S.NOTICE) ?? null, householdOn: dayOf.get(S.NOTICE) ?? null,
      townshipReviewerId: done(S.TOWNSHIP_REVIEWED) ? workers[1].id : null, townshipReviewedOn: dayOf.get(S.TOWNSHIP_REVIEWED) ?? null, townshipOpinion: done(S.TOWNSHIP_REVIEWED) ? '情况属实，同意上报。' : null, countyReviewerId: done(S.COUNTY_REVIEW) ? staff.officer.id : null,
      countyReviewedOn: dayOf.get(S.COUNTY_REVIEW) ?? null, countyOpinion: done(S.COUNTY_REVIEW) ? '核查无不予帮扶情形。' : null, exclusionFound: false, deciderId: helped || state === S.REFUSED ? staff.leader.id : null, state, stateSince: since, dueOn, soonOn: dueOn && addDays(dueOn, -1), clockLeft: null,
      returnedFrom: state === S.RETURNED ? S.COUNTY_REVIEW : null, missingText: state === S.RETURNED ? '请补充费用票据。' : null, policyId: done(S.REGISTERED) ? policyId : null, noticeFrom: dayOf.get(S.NOTICE) ?? null, noticeTo: dayOf.has(S.NOTICE) ? addDays(dayOf.get(S.NOTICE)!, 7) : null,
      noticePlace: dayOf.has(S.NOTICE) ? '村务公开栏' : null, noticeSkipped: false, noticeSkippedFor: null, objectionOpen: null, decidedOn: dayOf.get(S.APPROVED) ?? (state === S.REFUSED ? since : null), decisionReason: helped ? '符合帮扶条件' : state === S.REFUSED ? '不符合帮扶条件' : null,
      approvedAmount: helped ? amount : null, earlierAmount: null, givenAmount: done(S.IN_HELP) ? amount : null, firstGivenOn: dayOf.get(S.IN_HELP) ?? null, deliveredOn: dayOf.get(S.PLANNED) ?? null, deliveredTo: done(S.PLANNED) ? '示例本人' : null,
      objectUntil: done(S.PLANNED) ? addDays(dayOf.get(S.PLANNED)!, 60) : null, overrideReason: null, urgentOn: null, urgentAmount: null, urgentById: null, urgentFor: null, papersDueOn: null, lastContactOn: long ? since : null, nextFollowUpOn: state === S.FOLLOW_UP ? dueOn : null,
      closedOn: state === S.CLOSED ? since : null, closeReason: state === S.CLOSED ? CaseCloseReason.SOLVED : null, closeNote: null, reopenReason: null, round: 1, lateSteps: 0, transferToId: null, transferRegion: null, recusedIds: [], concernedIds: [],
    })
    told.cases.push(one)
    told.lines.push(...linesOf(making, 'HardshipCase', one.id, one.regionCode, way))
    if (long && !told.long) told.long = one.id
    if (!done(S.PLANNED)) continue
    const given = done(S.IN_HELP)
    const measure = Measure.of({
      ...made(ids, at(dayOf.get(S.PLANNED)!)), caseId: one.id, kind: MeasureKind.MONEY, what: '补助自费部分', amount, fund: FundSource.BANNER, fundText: null, plannedOn: dayOf.get(S.PLANNED)!, responsible: owner.displayName, urgent: false, state: given ? MeasureState.DONE : MeasureState.PLANNED, plannedById: owner.id,
      approvedById: given ? staff.officer.id : null, secondApprovedById: null, approvedOn: given ? dayOf.get(S.PLANNED)! : null, approvalNote: null, secondApprovalNote: null, payeeBank: null, payeeHolder: null, payeeNumber: null, payeeFor: null, given: given ? amount : null, givenOn: dayOf.get(S.IN_HELP) ?? null,
      way: given ? GivingWay.CASH : null, receivedBy: given ? '示例本人' : null, receiptIds: [], noReceiptReason: given ? '现金当面签收' : null, deliveredById: given ? owner.id : null, failedFor: null,
    })
    told.measures.push(measure)
  }
  return told
}
