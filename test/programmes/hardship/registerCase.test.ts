import { asOwner, person, setClock, stop } from '../../support/app'
import { anApplication, thePolicy } from '../../support/cases'
import { aPerson, aPlace } from '../../support/people'

afterAll(stop)
beforeEach(() => setClock('2026-11-16T02:00:00Z'))

const CLUE = 'mutation ($input: ClueInput!) { reportClue(input: $input) { id reportedOn dueOn } }'
const REGISTER = 'mutation ($id: ID, $version: Int, $input: CaseInput!) { registerCase(id: $id, version: $version, input: $input) { id version number state dueOn soonOn owner { id } causeText person { id } openActions } }'
const OPEN = 'query ($id: ID!) { hardshipCase(id: $id) { id version state causeText wishes agentName agentPhone clueName person { id phone } owner { id } missing history { act action } } }'
const LIST = 'query ($filter: HardshipCaseFilter!) { hardshipCases(filter: $filter) { total items { id number state causeText clueName overdue dueSoon } } }'

const opened = async (id: string) => (await asOwner<{ act: string; result: string }[]>("SELECT act, result FROM audit_entries WHERE entity = 'HardshipCase' AND entityId = ? AND action = 'OPEN'", [id])).length

it('takes a clue from a village to a case of the station, and shows the reporter the receipt alone', async () => {
  await thePolicy()
  const place = await aPlace()
  const who = await aPerson({ regionCode: place.village(1) })
  const liaison = await person('villageLiaison', { regionCode: place.village(1) })
  const station = await person('stationWorker', { regionCode: place.township })

  const { reportClue: receipt } = await liaison.get(CLUE, { input: { personId: who.id, source: 'VILLAGE', text: '房顶漏了，没钱修', clientKey: 'one' } })
  // A clue is handed on within three working days.
  expect(receipt).toMatchObject({ reportedOn: '2026-11-16', dueOn: '2026-11-19' })
  expect((await liaison.get(CLUE, { input: { personId: who.id, source: 'VILLAGE', text: '房顶漏了，没钱修', clientKey: 'one' } })).reportClue).toEqual(receipt)
  expect((await liaison.ask(OPEN, { id: receipt.id })).code).toBe('FORBIDDEN')

  const unowned = await station.get(LIST, { filter: { unowned: true, region: place.township } })
  expect(unowned.hardshipCases).toEqual({ total: 1, items: [{ id: receipt.id, number: null, state: 'CLUE', causeText: '•••', clueName: null, overdue: false, dueSoon: false }] })

  const { registerCase: one } = await station.get(REGISTER, { id: receipt.id, version: 1, input: anApplication(who.id, { agentName: '李四', agentRelation: '外甥', agentPhone: '15400001111' }) })
  expect(one).toMatchObject({ id: receipt.id, version: 2, state: 'REGISTERED', dueOn: '2026-11-17', soonOn: '2026-11-16', owner: { id: station.account.id }, causeText: '•••', person: { id: who.id } })
  expect(one.number).toMatch(/^HZ2026-\d{5}$/)
  expect(one.openActions).toEqual(expect.arrayContaining(['START_INVESTIGATION', 'WRITE_HOUSEHOLD', 'TRANSFER', 'STAND_IN']))
  expect(one.openActions).not.toEqual(expect.arrayContaining(['ASSIGN']))

  // Opening it is in the trail, and only then its texts are plain; a phone stays masked.
  const { hardshipCase: file } = await station.get(OPEN, { id: one.id })
  expect(file).toMatchObject({ causeText: '住院两个月，家里欠下药费', wishes: '希望补助药费', agentName: '李四', agentPhone: '154****1111', missing: [] })
  expect(file.person.phone).toContain('*')
  expect(file.history.map((entry: { act: string }) => entry.act)).toEqual(['registerCase', 'reportClue'])
  expect(await opened(one.id)).toBe(1)
})

it('leaves nothing of a case in the trail but that it changed, and a line for whoever tried to open it', async () => {
  await thePolicy()
  const place = await aPlace()
  const who = await aPerson({ regionCode: place.village(1) })
  const [station, elsewhere] = [await person('stationWorker', { regionCode: place.township }), await person('stationWorker', { regionCode: (await aPlace()).township })]
  const { registerCase: one } = await station.get(REGISTER, { input: anApplication(who.id) })
  const rows = await asOwner<{ changes: string; note: string | null }[]>('SELECT changes, note FROM audit_entries WHERE entityId = ?', [one.id])
  const said = JSON.stringify(rows)
  for (const telling of ['ILLNESS', 'SUDDEN_EVENT', 'COMBAT', 'YELLOW', '药费']) expect(said).not.toContain(telling)
  expect(said).toContain('kinds')

  const tries = async () => (await asOwner<{ n: number }[]>("SELECT COUNT(*) AS n FROM audit_entries WHERE act = 'hardshipCase' AND result = 'NOT_FOUND' AND actorId = ?", [elsewhere.account.id]))[0]!.n
  expect((await elsewhere.ask(OPEN, { id: one.id })).code).toBe('NOT_FOUND')
  expect([await tries(), await opened(one.id)]).toEqual([1, 0])
})

it('keeps one open case to a person and a cause, and refuses what is not filled in', async () => {
  await thePolicy()
  const place = await aPlace()
  const who = await aPerson({ regionCode: place.village(1) })
  const station = await person('stationWorker', { regionCode: place.township })
  await station.get(REGISTER, { input: anApplication(who.id) })
  expect((await station.ask(REGISTER, { input: anApplication(who.id) })).code).toBe('DUPLICATE')
  const { registerCase: other } = await station.get(REGISTER, { input: anApplication(who.id, { cause: 'FIRE' }) })
  const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: CaseInput!) { updateCase(id: $id, version: $version, input: $input) { id version colour } }'
  expect((await station.ask(UPDATE, { id: other.id, version: other.version, input: anApplication(who.id) })).code).toBe('DUPLICATE')
  expect((await station.get(UPDATE, { id: other.id, version: other.version, input: anApplication(who.id, { cause: 'FIRE', colour: 'RED' }) })).updateCase).toMatchObject({ version: 2, colour: 'RED' })

  const fieldOf = async (input: Record<string, unknown>) => Object.keys((await station.ask(REGISTER, { input })).error?.extensions.fields ?? {})
  expect(await fieldOf(anApplication(who.id, { kinds: [] }))).toEqual(['kinds'])
  expect(await fieldOf(anApplication(who.id, { eventOn: '2026-11-17' }))).toEqual(['eventOn'])
  expect(await fieldOf(anApplication(who.id, { agentName: '李四' }))).toEqual(['agentRelation'])
  expect(await fieldOf(anApplication(who.id, { agentPhone: '154****1111' }))).toEqual(['agentPhone'])
  expect(await fieldOf(anApplication(who.id, { cause: 'FLOOD', ownerId: (await person('stationWorker', { regionCode: (await aPlace()).township })).account.id }))).toEqual(['ownerId'])
  expect((await station.ask(CLUE, { input: { source: 'VILLAGE', text: '听说有困难', regionCode: place.village(1) } })).error?.extensions.fields).toHaveProperty('name')
})

it('registers from the clue that waits about a person, and not beside it unless it names another cause', async () => {
  await thePolicy()
  const place = await aPlace()
  const [who, other] = [await aPerson({ regionCode: place.village(1) }), await aPerson({ regionCode: place.village(1) })]
  const station = await person('stationWorker', { regionCode: place.township })
  const report = async (personId: string, more = {}) => (await station.get(CLUE, { input: { personId, source: 'VILLAGE', text: '听说有困难', ...more } })).reportClue
  const clue = await report(who.id)
  const { error } = await station.ask(REGISTER, { input: anApplication(who.id) })
  expect(error).toMatchObject({ message: expect.stringContaining('A clue about this person waits'), extensions: { code: 'DUPLICATE', entity: 'HardshipCase', id: clue.id } })
  expect((await station.get(REGISTER, { id: clue.id, version: 1, input: anApplication(who.id) })).registerCase.id).toBe(clue.id)
  await report(other.id, { cause: 'FIRE' })
  expect((await station.ask(REGISTER, { input: anApplication(other.id, { cause: 'FIRE' }) })).code).toBe('DUPLICATE')
  expect((await station.ask(REGISTER, { input: anApplication(other.id) })).code).toBeUndefined()
})

it('issues a new version of the policy, from a later day, and an open case keeps its own', async () => {
  const { id: _, version: __, createdAt: ___, updatedAt: ____, validTo: _____, ...policy } = await thePolicy()
  const leader = await person('bureauLeader')
  const ISSUE = 'mutation ($input: HelpPolicyInput!) { issueHelpPolicy(input: $input) { id validFrom inForce exclusions { kind basis months } } }'
  const input = { ...policy, name: '新版', validFrom: '2099-01-01', exclusions: [{ kind: 'CRIMINAL', basis: '办法第八条', months: 24 }] }
  expect((await leader.ask(ISSUE, { input: { ...input, validFrom: '2026-11-15' } })).code).toBe('INVALID')
  expect((await leader.get(ISSUE, { input })).issueHelpPolicy).toMatchObject({ inForce: false, exclusions: [{ kind: 'CRIMINAL', basis: '办法第八条', months: 24 }] })
  const { helpPolicies } = await leader.get('{ helpPolicies { items { name validFrom validTo inForce } } }')
  expect(helpPolicies.items.slice(0, 2)).toMatchObject([{ name: '新版', validTo: null, inForce: false }, { validTo: '2098-12-31', inForce: true }])
  expect((await (await person('stationHead', { regionCode: (await aPlace()).township })).ask(ISSUE, { input })).code).toBe('FORBIDDEN')
})
