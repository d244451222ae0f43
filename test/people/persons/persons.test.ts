import { type Person as Asker, person, stop } from '../../support/app'
import { asOwner } from '../../support/database'
import { aBeneficiary, anIdCard, aPerson, aPhone, aPlace, aVolunteer } from '../../support/people'
import { Sex } from '../../../server/people/persons/Person'

afterAll(stop)

const CREATE = 'mutation ($input: PersonInput!) { createPerson(input: $input) { id version name pinyin initials sex birthDate birthYear idCard phone address regionCode: region { code name } isVeteran enlistedMonth state } }'
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: PersonChange!) { updatePerson(id: $id, version: $version, input: $input) { id version name phone idCard region { code } } }'
const LIST = 'query ($filter: PersonFilter!) { persons(filter: $filter, sort: { field: NAME, order: ASC }) { total items { id name } } }'
const MERGE = 'mutation ($input: MergeInput!) { mergePersons(input: $input) { id version state } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let head: Asker
let officer: Asker

beforeAll(async () => {
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
  head = await person('stationHead', { regionCode: place.township })
  officer = await person('bureauOfficer')
})

const create = async (input: Record<string, unknown>, by = worker) => (await by.get(CREATE, { input: { regionCode: place.village(), ...input } })).createPerson

it('registers somebody, reads the number, and answers with masks only; nothing of it lies open at rest', async () => {
  const idCard = anIdCard('1949-01-01', Sex.MALE, 3)
  const phone = aPhone()
  const made = await create({ name: '单　春山', idCard: ` ${idCard.toLowerCase()} `, phone: `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`, address: '河沿街西二巷九号', ethnicCode: '02', politicalCode: '01', isVeteran: true, enlistedMonth: '1968-03' })
  expect(made).toMatchObject({ sex: 'MALE', birthDate: '1949-**-**', birthYear: 1949, isVeteran: true, enlistedMonth: '1968-03', initials: 'scs', regionCode: { code: place.village(), name: '测试村1' } })
  expect(made.idCard).toMatch(/^152\*{11}.{4}$/)
  expect(made.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
  expect(JSON.stringify(made)).not.toContain('河沿街')

  const tables = await asOwner<{ t: string; c: string }[]>("SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE() AND data_type NOT IN ('int','date','datetime','tinyint')")
  const secrets = [idCard, phone, '河沿街西二巷', '1949-01-01', idCard.slice(6, 14)]
  const byTable = new Map<string, { c: string }[]>()
  for (const one of tables) byTable.set(one.t, [...(byTable.get(one.t) ?? []), one])
  for (const [table, columns] of byTable) {
    const looks = columns.flatMap(({ c }) => secrets.map(() => `INSTR(CAST(\`${c}\` AS BINARY), CAST(? AS BINARY)) > 0`))
    const rows = await asOwner(`SELECT 1 FROM \`${table}\` WHERE ${looks.join(' OR ')} LIMIT 1`, columns.flatMap(() => secrets))
    expect([table, rows.length]).toEqual([table, 0])
  }
  const { reveal } = await worker.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "约定走访时间") }', { id: made.id })
  expect(reveal).toBe(phone)
  expect((await worker.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "idCard", reason: "核对证件") }', { id: made.id })).reveal).toBe(idCard)
  const trail = await asOwner("SELECT action, note FROM audit_entries WHERE act = 'reveal' AND entityId = ? ORDER BY id", [made.id])
  expect(trail).toEqual([{ action: 'phone', note: '约定走访时间' }, { action: 'idCard', note: '核对证件' }])
})

it('finds all where nothing is asked for, and nobody by what no name can hold', async () => {
  const here = await aPlace()
  const people = [await aPerson({ regionCode: here.village() }), await aPerson({ regionCode: here.village() })]
  const found = async (q: string): Promise<number> => (await officer.get(LIST, { filter: { q, region: here.township } })).persons.total
  expect([await found(''), await found('  '), await found('！？')]).toEqual([people.length, people.length, 0])
})

it('says everything that is wrong at once', async () => {
  const wrong = async (input: Record<string, unknown>): Promise<string[]> => {
    const { error, code } = await worker.ask(CREATE, { input: { name: '王测', regionCode: place.village(), ...input } })
    expect(code).toBe('INVALID')
    return Object.keys(error!.extensions.fields).sort()
  }
  expect(await wrong({ name: '１２３', idCard: '152326194913010015', phone: '12345', ethnicCode: '99', politicalCode: '77', isVeteran: true, enlistedMonth: '1968-13' })).toEqual(['enlistedMonth', 'ethnicCode', 'idCard', 'name', 'phone', 'politicalCode'])
  expect(await wrong({ idCard: anIdCard('1950-02-03', Sex.MALE), sex: 'FEMALE' })).toEqual(['sex'])
  expect(await wrong({ idCard: anIdCard('1950-02-03'), birthDate: '1950-02-04' })).toEqual(['birthDate'])
  expect(await wrong({ birthDate: '1790-01-01' })).toEqual(['birthDate'])
  expect(await wrong({ isVeteran: true, enlistedMonth: '1980-01', dischargedMonth: '1979-01' })).toEqual(['dischargedMonth'])
  expect(await wrong({ phone: '154****0001' })).toEqual(['phone'])
  expect(await wrong({ name: '王'.repeat(51) })).toEqual(['name'])
  expect(await wrong({ regionCode: '999999999999' })).toEqual(['regionCode'])
  expect(await create({ name: '阿拉坦•敖其尔', birthDate: '1951-07-08' })).toMatchObject({ name: '阿拉坦·敖其尔', birthYear: 1951 })
})

it('keeps to role and reach, to versions, and to one sending', async () => {
  const own = await create({ name: '周守界' })
  const elsewhere = await aPlace()
  const other = await person('stationWorker', { regionCode: elsewhere.township })
  expect((await other.ask('query ($id: ID!) { person(id: $id) { id } }', { id: own.id })).code).toBe('NOT_FOUND')
  expect((await other.ask(UPDATE, { id: own.id, version: 1, input: { name: '周越界' } })).code).toBe('NOT_FOUND')
  expect((await other.ask('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "x") }', { id: own.id })).code).toBe('NOT_FOUND')
  expect((await worker.ask(CREATE, { input: { name: '郑远方', regionCode: elsewhere.village() } })).code).toBe('NOT_FOUND')
  expect((await worker.ask(UPDATE, { id: own.id, version: 1, input: { regionCode: elsewhere.village() } })).code).toBe('NOT_FOUND')
  const leader = await person('teamLeader')
  expect((await leader.ask(CREATE, { input: { name: '吴权限', regionCode: place.village() } })).code).toBe('FORBIDDEN')
  expect((await (await person('auditor')).ask(LIST, { filter: {} })).code).toBe('FORBIDDEN')

  expect((await worker.get(UPDATE, { id: own.id, version: 1, input: { phone: aPhone() } })).updatePerson.version).toBe(2)
  const stale = await worker.ask(UPDATE, { id: own.id, version: 1, input: { name: '周迟到' } })
  expect(stale).toMatchObject({ code: 'STALE', error: { extensions: { version: 2 } } })
  expect((await worker.get(UPDATE, { id: own.id, version: 2, input: { phone: null } })).updatePerson.phone).toBeNull()

  const input = { name: '冯双击', clientKey: `key-${own.id}`, regionCode: place.village() }
  const [first, second] = await Promise.all([worker.get(CREATE, { input }), worker.get(CREATE, { input })])
  expect(second.createPerson.id).toBe(first.createPerson.id)
  expect((await worker.ask(CREATE, { input: { ...input, name: '冯别人' } })).code).toBe('IDEMPOTENCY_KEY_REUSED')
})

it('finds by name, pinyin, initials, the end of a number and the whole of it', async () => {
  const idCard = anIdCard('1933-09-09', Sex.FEMALE, 2)
  const phone = `154999${String(Date.now()).slice(-5)}`
  const { id } = await create({ name: '尉迟映雪', idCard, phone })
  const found = async (filter: Record<string, unknown>) => (await worker.get(LIST, { filter })).persons.items.map((one: { id: string }) => one.id)
  for (const q of ['尉迟映雪', '映雪', 'yuchi', 'ycyx', 'yingx', phone.slice(-4), phone, idCard, idCard.slice(-4)]) expect([q, await found({ q })]).toEqual([q, expect.arrayContaining([id])])
  expect(await found({ idCard })).toEqual([id])
  expect(await found({ phone: `+86${phone}` })).toEqual([id])
  expect(await found({ region: place.village(2), q: 'yuchi' })).toEqual([])
  expect(await found({ ids: [id], isVeteran: false, sex: 'FEMALE', birthYearFrom: 1933, birthYearTo: 1933 })).toEqual([id])
  expect(await found({ q: "'; DROP TABLE persons; --" })).toEqual([])
})

it('tells of likenesses, and gives one number to one person, however many send it at once', async () => {
  const idCard = anIdCard('1944-04-04', Sex.MALE, 5)
  const answers = await Promise.all([1, 2, 3, 4].map(n => worker.ask(CREATE, { input: { name: `褚同时${'一二三四'[n - 1]}`, idCard, regionCode: place.village() } })))
  expect(answers.filter(answer => !answer.error)).toHaveLength(1)
  expect(answers.filter(answer => answer.code === 'DUPLICATE')).toHaveLength(3)
  const { id } = answers.find(answer => !answer.error)!.data.createPerson
  const again = await worker.ask(CREATE, { input: { name: '褚又来', idCard, regionCode: place.village() } })
  expect(again).toMatchObject({ code: 'DUPLICATE', error: { extensions: { id } } })
  const elsewhere = await aPlace()
  const other = await person('stationWorker', { regionCode: elsewhere.township })
  const hidden = await other.ask(CREATE, { input: { name: '褚他乡', idCard, regionCode: elsewhere.village() } })
  expect(hidden.code).toBe('DUPLICATE')
  expect(hidden.error!.extensions.id).toBeUndefined()
  expect(hidden.error!.message).toMatch(/bureau/)

  const born = await create({ name: '卫相似', birthDate: '1950-05-05' })
  const { duplicates } = await worker.get('query ($of: DuplicatesInput!) { duplicates(of: $of) { reasons person { id } } }', { of: { name: '卫相似', birthDate: '1950-05-05', regionCode: place.village(), idCard } })
  expect(duplicates).toEqual([{ reasons: ['ID_CARD'], person: { id } }])
  const { duplicates: by } = await worker.get('query ($of: DuplicatesInput!) { duplicates(of: $of) { reasons person { id } } }', { of: { name: '卫相似', birthDate: '1950-05-05', regionCode: place.village() } })
  expect(by).toEqual([{ reasons: ['NAME_BIRTH_VILLAGE'], person: { id: born.id } }])
})

it('merges two records, carries the roles over, and takes it back', async () => {
  const from = await aPerson({ name: '蒋重录', regionCode: place.village(), idCard: anIdCard('1939-03-03', Sex.MALE, 7), birthDate: '1939-03-03' })
  const into = await aPerson({ name: '蒋崇禄', regionCode: place.village(), birthDate: null })
  const elder = await aBeneficiary({ personId: from.id, regionCode: place.village() })
  expect((await worker.ask(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '同一人' } })).code).toBe('FORBIDDEN')
  expect((await head.ask(MERGE, { input: { fromId: from.id, intoId: from.id, reason: '同一人' } })).code).toBe('INVALID')
  const { mergePersons: merge } = await head.get(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '同一人，两种写法' } })
  expect(merge.state).toBe('DONE')
  const SEE = 'query ($from: ID!, $into: ID!, $elder: ID!) { a: person(id: $from) { state mergedIntoId } b: person(id: $into) { idCard birthYear history { act action } } beneficiary(id: $elder) { person { id } } }'
  const seen = await head.get(SEE, { from: from.id, into: into.id, elder: elder.id })
  expect(seen.a).toEqual({ state: 'MERGED', mergedIntoId: into.id })
  expect(seen.b).toMatchObject({ birthYear: 1939 })
  expect(seen.b.idCard).toMatch(/^152/)
  expect(seen.beneficiary.person.id).toBe(into.id)
  expect((await head.ask(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '再来' } })).code).toBe('WRONG_STATE')
  expect((await head.get(LIST, { filter: { q: '蒋重录' } })).persons.total).toBe(0)

  const { undoMerge } = await head.get('mutation ($id: ID!, $version: Int!) { undoMerge(id: $id, version: $version, reason: "原来是兄弟") { state from { id state idCard } into { idCard birthYear } } }', { id: merge.id, version: merge.version })
  expect(undoMerge).toMatchObject({ state: 'UNDONE', from: { id: from.id, state: 'ACTIVE' }, into: { idCard: null, birthYear: null } })
  expect((await head.get(SEE, { from: from.id, into: into.id, elder: elder.id })).beneficiary.person.id).toBe(from.id)
})

it('lets a second person confirm a merge of two numbers, and merges no two holders of one role', async () => {
  const [from, into] = [await aPerson({ regionCode: place.village(), idCard: anIdCard('1941-01-02', Sex.MALE, 1) }), await aPerson({ regionCode: place.village(), idCard: anIdCard('1941-01-03', Sex.MALE, 1) })]
  const { mergePersons: merge } = await head.get(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '旧证录错一位' } })
  expect(merge.state).toBe('REQUESTED')
  const DECIDE = 'mutation ($id: ID!, $version: Int!, $agree: Boolean!) { decideMerge(id: $id, version: $version, agree: $agree) { state } }'
  expect((await head.ask(DECIDE, { id: merge.id, version: merge.version, agree: true })).code).toBe('SELF_APPROVAL')
  expect((await officer.get(DECIDE, { id: merge.id, version: merge.version, agree: true })).decideMerge.state).toBe('DONE')

  const [one, two] = [await aVolunteer({ regionCode: place.village() }), await aVolunteer({ regionCode: place.village() })]
  expect((await head.ask(MERGE, { input: { fromId: one.personId, intoId: two.personId, reason: '同一人' } })).code).toBe('INELIGIBLE')
  expect((await asOwner<{ state: string }[]>('SELECT state FROM persons WHERE id = ?', [one.personId]))[0]!.state).toBe('ACTIVE')
})
