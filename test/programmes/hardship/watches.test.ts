import { watchAll } from '../../../server/bureau/tasks/watches'
import { CaseCause, CaseColour, CaseState, ObjectionAgainst } from '../../../server/programmes/hardship/enums'
import { asOwner, person, setClock, stop, systemCtx } from '../../support/app'
import { aCase, done } from '../../support/cases'
import { aPerson, aPlace } from '../../support/people'

afterAll(stop)
beforeEach(() => setClock('2026-11-16T02:00:00Z'))

const TASKS = 'query ($region: RegionCode) { tasks(filter: { state: [OPEN], kind: [CASE], region: $region }, sort: { field: OPENED_AT, order: ASC }, page: { size: 100 }) { total items { entityId cause title titleEn dueAt } } }'
const watch = async () => watchAll(await systemCtx())

it('tells of clocks, silence, nothing given, papers, follow-ups, objections, doubles and the unowned, each to those alone who may know', async () => {
  const place = await aPlace()
  const worker = await person('caseWorker')
  const at = { regionCode: place.village(1), ownerId: worker.account.id, dueOn: null, soonOn: null, lastContactOn: '2026-11-15' }
  const closed = await person('caseWorker')
  await asOwner("UPDATE accounts SET state = 'DISABLED' WHERE id = ?", [closed.account.id])
  const twice = await aPerson({ regionCode: place.village(1) })
  const cases = {
    CASE_YELLOW: await aCase({ ...at, soonOn: '2026-11-16', dueOn: '2026-11-18' }),
    CASE_RED: await aCase({ ...at, soonOn: '2026-11-10', dueOn: '2026-11-13' }),
    CASE_NO_CONTACT: await aCase({ ...at, colour: CaseColour.RED, lastContactOn: '2026-11-08' }),
    CASE_UNOWNED: await aCase({ ...at, ownerId: closed.account.id }),
    CASE_NOTHING_GIVEN: await aCase({ ...at, state: CaseState.PLANNED, decidedOn: '2026-10-31', approvedAmount: '100.00' }),
    CASE_PAPERS: await aCase({ ...at, urgentOn: '2026-11-12', urgentAmount: '100.00', papersDueOn: '2026-11-26' }),
    CASE_FOLLOW_UP: await aCase({ ...at, state: CaseState.FOLLOW_UP, nextFollowUpOn: '2026-11-16', dueOn: '2026-11-16', soonOn: '2026-11-16', decidedOn: '2026-10-01', firstGivenOn: '2026-10-17' }),
    CASE_OBJECTION: await aCase({ ...at, state: CaseState.NOTICE, objectionOpen: ObjectionAgainst.NOTICE }),
    CASE_DUPLICATE: await aCase({ ...at, personId: twice.id, cause: CaseCause.FIRE }),
  }
  await aCase({ ...at, personId: twice.id, regionCode: (await aPlace()).village(1), cause: CaseCause.FIRE, state: CaseState.CLOSED, decidedOn: '2026-05-01', approvedAmount: '900.00' })
  // What stands in none of these: contact just in time, help just in time.
  await aCase({ ...at, colour: CaseColour.RED, lastContactOn: '2026-11-09' })
  await aCase({ ...at, state: CaseState.APPROVED, decidedOn: '2026-11-01', approvedAmount: '100.00' })
  await watch()
  await watch()

  const head = await person('stationHead', { regionCode: place.township })
  const { tasks } = await head.get(TASKS, { region: place.township })
  expect(tasks.items.map((task: { cause: string; entityId: string }) => [task.cause, task.entityId]).sort()).toEqual(Object.entries(cases).map(([cause, { id }]) => [cause, id]).sort())
  expect(tasks.items.find((task: { cause: string }) => task.cause === 'CASE_RED')).toMatchObject({ title: `案件 ${cases.CASE_RED.number}：本环节已超期（应于 2026-11-13 前办结），请督办`, dueAt: '2026-11-13T10:00:00.000Z' })
  // The case worker has those in their hand; who has no case role has none, in the list, by id, in the counts.
  expect((await worker.get(TASKS)).tasks.total).toBe(8)
  for (const who of [await person('villageLiaison', { regionCode: place.village(1) }), await person('bureauAdministrator')]) {
    expect((await who.get(TASKS, { region: place.township })).tasks.total).toBe(0)
    expect((await who.ask('query ($id: ID!) { task(id: $id) { title } }', { id: (await asOwner<{ id: string }[]>("SELECT id FROM tasks WHERE entityId = ? AND cause = 'CASE_RED'", [cases.CASE_RED.id]))[0]!.id })).code).toBe('NOT_FOUND')
  }
  // Each number of the inbox is the length of the list that it opens.
  const { inbox } = await head.get('{ inbox { counts { kind count } } }')
  const count = (kind: string): number => inbox.counts.find((one: { kind: string }) => one.kind === kind).count
  const LIST = 'query ($filter: HardshipCaseFilter!) { hardshipCases(filter: $filter) { total } }'
  for (const [kind, filter] of [['CASE_OVERDUE', { overdue: true }], ['CASE_DUE_SOON', { dueSoon: true }], ['CASE_UNOWNED', { unowned: true, open: true }], ['CASE_MINE', { mine: true, open: true }], ['CASE_TO_REVIEW', { toReview: true }], ['CASE_OBJECTION', { toAnswer: true }]] as const) {
    expect([kind, (await head.get(LIST, { filter })).hardshipCases.total]).toEqual([kind, count(kind)])
  }
  expect([count('CASE_OVERDUE'), count('CASE_DUE_SOON'), count('CASE_UNOWNED')]).toEqual([1, 2, 1])

  // What is seen to closes by itself, at once where an act does it.
  await done(head, 'assignCase', cases.CASE_UNOWNED.id, { ownerId: worker.account.id })
  const open = async (id: string) => (await asOwner<{ n: number }[]>("SELECT COUNT(*) AS n FROM tasks WHERE entityId = ? AND state = 'OPEN'", [id]))[0]!.n
  expect(await open(cases.CASE_UNOWNED.id)).toBe(0)
  await asOwner("UPDATE hardship_cases SET lastContactOn = '2026-11-16' WHERE id = ?", [cases.CASE_NO_CONTACT.id])
  await watch()
  expect(await open(cases.CASE_NO_CONTACT.id)).toBe(0)
})
