import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { endStandIns } from '../../../server/programmes/hardship/appointStandIn'
import { Person as Somebody } from '../../../server/people/persons/Person'
import { CaseCause, CaseState } from '../../../server/programmes/hardship/enums'
import { announce } from '../../../server/kernel/events'
import { openTask } from '../../../server/bureau/tasks/openTask'
import { TaskKind } from '../../../server/bureau/tasks/Task'
import { MeasureState } from '../../../server/programmes/hardship/measures/enums'
import { asOwner, person, setClock, stop, systemCtx } from '../../support/app'
import { database } from '../../support/database'
import { aCase, act, done, input } from '../../support/cases'
import { aMeasure, anApprovedCase } from '../../support/measures'
import { aBeneficiary, aPerson, aPlace } from '../../support/people'
import { aPairing } from '../../support/pairings'

afterAll(stop)
beforeEach(() => setClock('2026-11-16T02:00:00Z'))

const ONE = 'query ($id: ID!) { hardshipCase(id: $id) { id state owner { id } standIn { id } standInUntil transferTo { id } closedOn closeReason closeNote reopenReason round lastContactOn person { id } region { code } transfers { state reason answer from { id } to { id } } contacts { contactedOn reached way note madeBy { id } } openActions history { act } } }'
const sees = async (who: Awaited<ReturnType<typeof person>>, id: string) => (await who.ask(ONE, { id })).code ?? 'SEEN'

it('moves between workers and townships only when they accept, with all its history', async () => {
  const [here, there] = [await aPlace(), await aPlace()]
  const [one, two, worker] = [await person('stationWorker', { regionCode: here.township }), await person('stationWorker', { regionCode: here.township }), await person('caseWorker')]
  const [far, afar] = [await person('stationHead', { regionCode: there.township }), await person('stationWorker', { regionCode: (await aPlace()).township })]
  const { id } = await aCase({ regionCode: here.village(1), ownerId: one.account.id })
  expect(await sees(worker, id)).toBe('NOT_FOUND')

  expect((await act(two, 'transferCase', id, { input: { toAccountId: two.account.id, reason: '我来办' } }, input('CaseTransferInput'))).code).toBe('SELF_APPROVAL')
  expect((await act(one, 'transferCase', id, { input: { reason: '换人' } }, input('CaseTransferInput'))).code).toBe('INVALID')
  await done(one, 'transferCase', id, { input: { toAccountId: worker.account.id, reason: '本月外出培训' } }, input('CaseTransferInput'))
  expect((await act(two, 'answerCaseTransfer', id, { input: { accept: true } }, input('CaseTransferAnswer'))).code).toBe('WRONG_STATE')
  expect((await one.get(ONE, { id })).hardshipCase).toMatchObject({ owner: { id: one.account.id }, transferTo: { id: worker.account.id } })
  await done(worker, 'answerCaseTransfer', id, { input: { accept: true } }, input('CaseTransferAnswer'))
  expect((await worker.get(ONE, { id })).hardshipCase.owner).toEqual({ id: worker.account.id })

  // To another township: seen by it while it waits, refused with a reason, seen no longer; asked again and accepted.
  await done(worker, 'transferCase', id, { input: { toRegion: there.township, reason: '已搬到该镇' } }, input('CaseTransferInput'))
  expect([await sees(far, id), await sees(afar, id)]).toEqual(['SEEN', 'NOT_FOUND'])
  expect((await act(far, 'answerCaseTransfer', id, { input: { accept: false } }, input('CaseTransferAnswer'))).code).toBe('INVALID')
  await done(far, 'answerCaseTransfer', id, { input: { accept: false, answer: '户籍未迁' } }, input('CaseTransferAnswer'))
  expect(await sees(far, id)).toBe('NOT_FOUND')
  await done(worker, 'transferCase', id, { input: { toRegion: there.township, reason: '户籍已迁' } }, input('CaseTransferInput'))
  await done(far, 'answerCaseTransfer', id, { input: { accept: true, regionCode: there.village(2) } }, input('CaseTransferAnswer'))
  expect([await sees(two, id), await sees(worker, id)]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  const { hardshipCase: moved } = await far.get(ONE, { id })
  expect(moved).toMatchObject({ owner: { id: far.account.id }, region: { code: there.village(2) }, transfers: [{ state: 'ACCEPTED', reason: '本月外出培训' }, { state: 'REFUSED', answer: '户籍未迁' }, { state: 'ACCEPTED', from: { id: worker.account.id } }] })
})

it('sleeps with no absent worker: a stand-in until a day, a new owner, the unowned queue', async () => {
  const place = await aPlace()
  const [head, one, worker] = [await person('stationHead', { regionCode: place.township }), await person('caseWorker'), await person('caseWorker')]
  const { id } = await aCase({ regionCode: place.village(1), ownerId: one.account.id })
  expect((await act(one, 'appointStandIn', id, { standInId: worker.account.id, until: '2026-11-15' })).code).toBe('INVALID')
  await done(one, 'appointStandIn', id, { standInId: worker.account.id, until: '2026-11-20' })
  expect(await sees(worker, id)).toBe('SEEN')
  const MINE = '{ hardshipCases(filter: { mine: true }) { total } }'
  expect([(await worker.get(MINE)).hardshipCases.total, (await head.get(MINE)).hardshipCases.total]).toEqual([1, 0])
  await endStandIns(await systemCtx())
  expect(await sees(worker, id)).toBe('SEEN')
  setClock('2026-11-21T02:00:00Z')
  await endStandIns(await systemCtx())
  expect(await sees(worker, id)).toBe('NOT_FOUND')

  const UNOWNED = 'query ($region: RegionCode!) { hardshipCases(filter: { unowned: true, region: $region }) { items { id } } }'
  expect((await head.get(UNOWNED, { region: place.township })).hardshipCases.items).toEqual([])
  await asOwner("UPDATE accounts SET state = 'DISABLED' WHERE id = ?", [one.account.id])
  expect((await head.get(UNOWNED, { region: place.township })).hardshipCases.items).toEqual([{ id }])
  expect((await act(head, 'assignCase', id, { ownerId: one.account.id })).code).toBe('INVALID')
  await done(head, 'assignCase', id, { ownerId: worker.account.id })
  expect((await head.get(UNOWNED, { region: place.township })).hardshipCases.items).toEqual([])
  const { caseStaff } = await head.get('query ($region: RegionCode!) { caseStaff(region: $region) { id role load investigates } }', { region: place.village(1) })
  expect(caseStaff).toEqual(expect.arrayContaining([{ id: worker.account.id, role: 'caseWorker', load: 1, investigates: true }]))
})

it('counts contacts that came about, here or on a visit, and no others', async () => {
  const place = await aPlace()
  const one = await person('stationWorker', { regionCode: place.township })
  const elder = await aBeneficiary({ regionCode: place.village(1) })
  const { id } = await aCase({ personId: elder.personId, regionCode: place.village(1), ownerId: one.account.id, reportedOn: '2026-11-01' })
  await done(one, 'recordCaseContact', id, { input: { contactedOn: '2026-11-10', way: 'PHONE', reached: false, note: '无人接听' } }, input('CaseContactInput'))
  expect((await one.get(ONE, { id })).hardshipCase).toMatchObject({ lastContactOn: null, contacts: [{ reached: false, note: '无人接听', madeBy: { id: one.account.id } }] })
  await done(one, 'recordCaseContact', id, { input: { contactedOn: '2026-11-10', way: 'HOME', reached: true } }, input('CaseContactInput'))
  expect((await act(one, 'recordCaseContact', id, { input: { contactedOn: '2026-11-17', way: 'HOME', reached: true } }, input('CaseContactInput'))).code).toBe('INVALID')
  // A visit as an elder is none with the case; one by a comrade who helps is.
  for (const [programme, visitedOn, contactOn] of [[ProgrammeCode.SUNSET, '2026-11-13', '2026-11-10'], [ProgrammeCode.COMRADES, '2026-11-14', '2026-11-14']] as const) {
    const pairing = await aPairing({ elder, regionCode: place.village(1), programme })
    await one.get('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input: { pairingId: pairing.id, visitedOn, manner: 'HOME', contactMade: true, minutes: 30, services: [] } })
    expect((await one.get(ONE, { id })).hardshipCase.lastContactOn).toBe(contactOn)
  }
})

it('ends with its reason, is reopened for the same hardship, and goes through the chain again', async () => {
  const place = await aPlace()
  const [one, head] = [await person('stationWorker', { regionCode: place.township }), await person('stationHead', { regionCode: place.township })]
  const clue = await aCase({ regionCode: place.village(1), state: CaseState.CLUE, number: null, policyId: null, ownerId: null })
  await done(one, 'dismissClue', clue.id, { reason: '经了解家庭无困难' })
  expect((await one.get(ONE, { id: clue.id })).hardshipCase).toMatchObject({ state: 'CLOSED', closeReason: 'NO_CASE', closeNote: '经了解家庭无困难', openActions: [] })
  expect((await act(head, 'reopenCase', clue.id, { reason: '又有困难' })).code).toBe('WRONG_STATE')

  const { id, personId } = await aCase({ regionCode: place.village(1), state: CaseState.FOLLOW_UP, ownerId: one.account.id, decidedOn: '2026-10-01', approvedAmount: '900.00', givenAmount: '900.00', deciderId: head.account.id })
  for (const reason of ['NO_CASE', 'NOT_ELIGIBLE']) expect((await act(one, 'closeCase', id, { input: { reason } }, input('CaseCloseInput'))).code).toBe('INVALID')
  await done(one, 'closeCase', id, { input: { reason: 'SOLVED', note: '已能自理' } }, input('CaseCloseInput'))
  const other = await aCase({ personId, regionCode: place.village(1), ownerId: one.account.id })
  expect((await act(head, 'reopenCase', id, { reason: '病情复发' })).code).toBe('DUPLICATE')
  await done(one, 'closeCase', other.id, { input: { reason: 'WITHDREW' } }, input('CaseCloseInput'))
  await done(head, 'reopenCase', id, { reason: '病情复发' })
  expect((await one.get(ONE, { id })).hardshipCase).toMatchObject({ state: 'REGISTERED', round: 2, closedOn: null, reopenReason: '病情复发' })
  const [row] = await asOwner<{ approvedAmount: string; earlierAmount: string; deciderId: string | null }[]>('SELECT approvedAmount, earlierAmount, deciderId FROM hardship_cases WHERE id = ?', [id])
  expect(row).toMatchObject({ approvedAmount: '900.00', earlierAmount: '900.00', deciderId: null })
})

it('takes with it all that waits about it, in four round trips, or three where nothing does', async () => {
  const place = await aPlace()
  const [one, worker] = [await person('stationWorker', { regionCode: place.township }), await person('caseWorker')]
  const { id } = await anApprovedCase({ regionCode: place.village(1), ownerId: one.account.id })
  const [measure, given] = [await aMeasure({ id }), await aMeasure({ id }, { state: MeasureState.DONE })]
  await (await systemCtx()).transact('openATask', inner => openTask(inner, { kind: TaskKind.CASE, regionCode: place.village(1), entity: 'HardshipCase', entityId: id, cause: 'DUE', title: '案件到期', titleEn: 'A case is due', dueAt: new Date('2026-11-20T02:00:00Z') }))
  await done(one, 'transferCase', id, { input: { toAccountId: worker.account.id, reason: '本月外出培训' } }, input('CaseTransferInput'))
  const db = await database()
  const before = db.roundTrips
  await done(one, 'closeCase', id, { input: { reason: 'WITHDREW' } }, input('CaseCloseInput'))
  expect(db.roundTrips - before).toBe(4)
  expect((await one.get(ONE, { id })).hardshipCase).toMatchObject({ state: 'CLOSED', transferTo: null, transfers: [{ state: 'WITHDRAWN' }] })
  expect(await asOwner('SELECT id, state FROM measures WHERE caseId = ? ORDER BY id', [id])).toEqual([{ id: measure.id, state: 'FAILED' }, { id: given.id, state: 'DONE' }])
  expect(await asOwner('SELECT state, openKey FROM tasks WHERE entityId = ?', [id])).toEqual([{ state: 'CANCELLED', openKey: null }])

  const alone = await anApprovedCase({ regionCode: place.village(1), ownerId: one.account.id })
  const then = db.roundTrips
  await done(one, 'closeCase', alone.id, { input: { reason: 'WITHDREW' } }, input('CaseCloseInput'))
  expect(db.roundTrips - then).toBe(3)
})

it('follows the person who remains of a merge, and closes when its person has died', async () => {
  const place = await aPlace()
  const officer = await person('bureauOfficer')
  const [from, into] = [await aPerson({ regionCode: place.village(1) }), await aPerson({ regionCode: place.village(1) })]
  const { id } = await aCase({ personId: from.id, regionCode: place.village(1) })
  const standing = await aCase({ personId: into.id, regionCode: place.village(1) })
  const kin = await aCase({ regionCode: place.village(1), concernedIds: [from.id], cause: CaseCause.FIRE })
  const MERGE = 'mutation ($input: MergeInput!) { mergePersons(input: $input) { id version } }'
  const input = { fromId: from.id, intoId: into.id, reason: '同一人' }
  expect((await officer.ask(MERGE, { input })).code).toBe('INELIGIBLE')
  await asOwner("UPDATE hardship_cases SET state = 'CLOSED', openKey = NULL WHERE id = ?", [standing.id])
  const { mergePersons: merge } = await officer.get(MERGE, { input })
  const concerned = async () => (await asOwner<{ concernedIds: string }[]>('SELECT concernedIds FROM hardship_cases WHERE id = ?', [kin.id]))[0]!.concernedIds
  expect([(await officer.get(ONE, { id })).hardshipCase.person.id, await concerned()]).toEqual([into.id, into.id])
  await officer.get('mutation ($id: ID!, $version: Int!) { undoMerge(id: $id, version: $version, reason: "弄错了") { id } }', { id: merge.id, version: merge.version })
  expect([(await officer.get(ONE, { id })).hardshipCase.person.id, await concerned()]).toEqual([from.id, from.id])

  await (await systemCtx()).transact('arrange', async inner => {
    const held = await inner.store.hold(Somebody, from.id)
    await announce(inner, 'person.died', { personId: held.id, diedOn: '2026-11-15' })
    return held
  })
  expect((await officer.get(ONE, { id })).hardshipCase).toMatchObject({ state: 'CLOSED', closeReason: 'DIED', closedOn: '2026-11-16' })
})
