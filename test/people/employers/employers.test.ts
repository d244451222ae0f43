import { asOwner, type Person as Asker, person, stop } from '../../support/app'
import { aPerson, aPhone, aPlace } from '../../support/people'
import { aCreditCode, anEmployee, anEmployer } from '../../support/posts'

afterAll(stop)

const CREATE = 'mutation ($input: EmployerInput!) { createEmployer(input: $input) { id version name kind creditCode creditCodeReason industry contactName contactPhone region { code } state veteranCount } }'
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: EmployerChange!) { updateEmployer(id: $id, version: $version, input: $input) { version name creditCode contactPhone region { code } } }'
const CLOSE = 'mutation ($id: ID!, $version: Int!, $closedOn: Date!, $reason: String!) { closeEmployer(id: $id, version: $version, closedOn: $closedOn, reason: $reason) { version state closedOn } }'
const SEE = 'query ($id: ID!) { employer(id: $id) { id version name state aliases creditCode veteranCount mergedIntoId history { action } } }'
const FIND = 'query ($filter: EmployerFilter!) { employers(filter: $filter) { total items { id } } }'
const LIKE = 'query ($of: EmployerLikenessInput!) { employerDuplicates(of: $of) { employer { id } reasons } }'
const CHECK = 'query ($text: String!) { creditCode(text: $text) { ok value fault mayOverride suggestion } }'
const BEGIN = 'mutation ($input: EmploymentInput!) { recordEmployment(input: $input) { id version from to jobTitle person { name phone } employer { veteranCount } } }'
const CORRECT = 'mutation ($id: ID!, $version: Int!, $input: EmploymentChange!) { correctEmployment(id: $id, version: $version, input: $input) { version from jobTitle } }'
const END = 'mutation ($id: ID!, $version: Int!, $input: EmploymentEnding!) { endEmployment(id: $id, version: $version, input: $input) { version to endReason employer { veteranCount } } }'
const WORK = 'query ($filter: EmploymentFilter!) { employments(filter: $filter) { total items { id version to endReason } } }'
const MERGE = 'mutation ($input: MergeInput!) { mergeEmployers(input: $input) { id version state from { state } into { id } } }'
const DECIDE = 'mutation ($id: ID!, $version: Int!, $agree: Boolean!) { decideEmployerMerge(id: $id, version: $version, agree: $agree) { version state } }'
const UNDO = 'mutation ($id: ID!, $version: Int!) { undoEmployerMerge(id: $id, version: $version, reason: "不是同一单位") { state } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let head: Asker
let officer: Asker

beforeAll(async () => {
  place = await aPlace(3)
  worker = await person('stationWorker', { regionCode: place.township })
  head = await person('stationHead', { regionCode: place.township })
  officer = await person('bureauOfficer')
})
const see = async (id: string) => (await officer.get(SEE, { id })).employer

it('registers an employer, checks its code, and takes one that fails for a recorded reason', async () => {
  const code = aCreditCode()
  const input = { name: '奈曼旗 老兵超市(个体)', kind: 'SELF_EMPLOYED', creditCode: ` ${code.toLowerCase()} `, industryCode: 'F', regionCode: place.village(1), premises: '主街12号', contactName: '王示三', contactPhone: aPhone() }
  const { createEmployer: one } = await worker.get(CREATE, { input })
  expect(one).toMatchObject({ name: '奈曼旗老兵超市（个体）', creditCode: code, creditCodeReason: null, industry: 'Wholesale and retail', contactName: '王*三', contactPhone: expect.stringMatching(/^154\*{4}\d{4}$/), region: { code: place.village(1) }, state: 'ACTIVE', veteranCount: 0 })
  // One code, one employer; out of reach it is not named.
  expect((await worker.ask(CREATE, { input: { ...input, name: '另一家店' } })).error?.extensions).toMatchObject({ code: 'DUPLICATE', id: one.id })
  const elsewhere = await aPlace()
  const stranger = await person('stationWorker', { regionCode: elsewhere.township })
  const hidden = await stranger.ask(CREATE, { input: { ...input, regionCode: elsewhere.village() } })
  expect([hidden.code, hidden.error?.extensions.id]).toEqual(['DUPLICATE', undefined])
  expect((await stranger.ask(CREATE, { input: { ...input, creditCode: null } })).code).toBe('NOT_FOUND')
  // Everything that is wrong is said at once.
  const wrong = await worker.ask(CREATE, { input: { ...input, name: ' ', creditCode: '9O', industryCode: 'Z', contactPhone: '12' } })
  expect([wrong.code, Object.keys(wrong.error!.extensions.fields).sort()]).toEqual(['INVALID', ['contactPhone', 'creditCode', 'industryCode', 'name']])
  // An early code that fails its check.
  const other = aCreditCode()
  const odd = other.slice(0, 17) + (other[17] === '1' ? '2' : '1')
  expect((await worker.get(CHECK, { text: odd })).creditCode).toMatchObject({ ok: false, value: odd, mayOverride: true })
  expect((await worker.ask(CREATE, { input: { ...input, creditCode: odd } })).error?.extensions.fields.creditCode).toMatch(/say why/)
  const { createEmployer: early } = await worker.get(CREATE, { input: { ...input, creditCode: odd, creditCodeReason: '2015年前登记，已核对营业执照' } })
  expect(early).toMatchObject({ creditCode: odd, creditCodeReason: '2015年前登记，已核对营业执照' })
  expect((await worker.get(FIND, { filter: { codeOverridden: true, region: place.township } })).employers).toEqual({ total: 1, items: [{ id: early.id }] })
  const letter = await worker.get(CHECK, { text: code.replace('0', 'O') })
  expect(letter.creditCode).toMatchObject({ ok: false, mayOverride: false, suggestion: code, fault: expect.stringMatching(/probably 0/) })
})

it('is found by name, reading, code and its end, and says what is like it', async () => {
  const phone = aPhone()
  const one = await anEmployer({ regionCode: place.village(2), name: '通辽市奈曼旗示例粮油有限公司', contactPhone: phone })
  for (const q of ['示例粮油', 'shililiangyou', 'slly', one.creditCode!, one.creditCode!.slice(-4)]) {
    const { employers } = await worker.get(FIND, { filter: { q, region: place.village(2) } })
    expect([q, employers.items]).toEqual([q, [{ id: one.id }]])
  }
  const like = async (of: object) => (await worker.get(LIKE, { of })).employerDuplicates.map((each: any) => [each.employer.id, each.reasons])
  expect(await like({ creditCode: one.creditCode })).toEqual([[one.id, ['CREDIT_CODE']]])
  expect(await like({ name: '示例粮油', regionCode: place.village(1), contactPhone: phone })).toEqual([[one.id, ['NAME_PART', 'PHONE']]])
  expect(await like({ name: '通辽市奈曼旗示例粮油有限公司', exceptId: one.id })).toEqual([])
  const { updateEmployer } = await worker.get(UPDATE, { id: one.id, version: one.version, input: { name: '示例米业有限公司' } })
  expect(updateEmployer).toMatchObject({ name: '示例米业有限公司', creditCode: one.creditCode })
  expect((await worker.ask(UPDATE, { id: one.id, version: one.version, input: { name: '旧版本' } })).code).toBe('STALE')
  expect((await worker.ask(UPDATE, { id: one.id, version: updateEmployer.version, input: { contactPhone: '154****0001' } })).code).toBe('INVALID')
  expect((await head.get('mutation ($id: ID!) { reveal(type: "Employer", id: $id, field: "contactPhone", reason: "联系") }', { id: one.id })).reveal).toBe(phone)
})

it('keeps who works there as periods, one at a time for each person, and counts the veterans', async () => {
  const employer = await anEmployer({ regionCode: place.village(1) })
  const veteran = await aPerson({ regionCode: place.village(1), isVeteran: true })
  const other = await aPerson({ regionCode: place.village(1) })
  const input = { employerId: employer.id, personId: veteran.id, from: '2024-05-01', jobTitle: '收银员' }
  const { recordEmployment: work } = await worker.get(BEGIN, { input })
  expect(work).toMatchObject({ from: '2024-05-01', to: null, jobTitle: '收银员', employer: { veteranCount: 1 } })
  expect((await worker.ask(BEGIN, { input })).code).toBe('DUPLICATE')
  expect((await worker.ask(BEGIN, { input: { ...input, personId: other.id, from: '2999-01-01' } })).code).toBe('INVALID')
  expect((await worker.get(BEGIN, { input: { ...input, personId: other.id } })).recordEmployment.employer.veteranCount).toBe(1)
  const { correctEmployment } = await worker.get(CORRECT, { id: work.id, version: work.version, input: { from: '2024-06-01', jobTitle: null } })
  expect(correctEmployment).toMatchObject({ from: '2024-06-01', jobTitle: null })
  expect((await worker.ask(END, { id: work.id, version: correctEmployment.version, input: { to: '2024-05-01', reason: 'LEFT' } })).code).toBe('INVALID')
  const { endEmployment } = await worker.get(END, { id: work.id, version: correctEmployment.version, input: { to: '2025-05-31', reason: 'LEFT', note: '外出务工' } })
  expect(endEmployment).toMatchObject({ to: '2025-05-31', endReason: 'LEFT', employer: { veteranCount: 0 } })
  expect((await worker.ask(END, { id: work.id, version: endEmployment.version, input: { to: '2025-06-30', reason: 'LEFT' } })).code).toBe('WRONG_STATE')
  // The same two may begin again.
  await worker.get(BEGIN, { input: { ...input, from: '2025-08-01' } })
  expect((await worker.get(WORK, { filter: { employerId: employer.id, personId: veteran.id } })).employments.total).toBe(2)
  expect((await worker.get(WORK, { filter: { employerId: employer.id, current: true, isVeteran: true } })).employments.total).toBe(1)
  expect((await worker.get(FIND, { filter: { ids: [employer.id], withVeterans: true } })).employers.total).toBe(1)
  // Of twenty who note it at once, one does.
  const third = await aPerson({ regionCode: place.village(1), isVeteran: true })
  const codes = await Promise.all(Array.from({ length: 20 }, () => worker.ask(BEGIN, { input: { ...input, personId: third.id } }).then(answer => answer.code ?? 'DONE')))
  expect(codes.filter(code => code === 'DONE')).toHaveLength(1)
})

it('closes an employer with its employments and its contacts, and carries them along when it moves', async () => {
  const employer = await anEmployer({ regionCode: place.village(1) })
  const { employment } = await anEmployee(employer)
  const contact = await person('employerContact', { employerId: employer.id })
  expect((await contact.get(FIND, { filter: {} })).employers).toEqual({ total: 1, items: [{ id: employer.id }] })
  expect((await contact.get(WORK, { filter: {} })).employments.total).toBe(1)
  expect((await contact.ask(UPDATE, { id: employer.id, version: 1, input: { name: '改名' } })).code).toBe('FORBIDDEN')
  const { updateEmployer } = await worker.get(UPDATE, { id: employer.id, version: employer.version, input: { regionCode: place.village(3) } })
  expect(await asOwner('SELECT regionCode FROM employments WHERE id = ?', [employment.id])).toEqual([{ regionCode: place.village(3) }])
  expect((await worker.ask(CLOSE, { id: employer.id, version: updateEmployer.version, closedOn: '2999-01-01', reason: '注销' })).code).toBe('INVALID')
  expect((await worker.ask(CLOSE, { id: employer.id, version: updateEmployer.version, closedOn: '2026-10-01', reason: ' ' })).code).toBe('INVALID')
  const { closeEmployer } = await worker.get(CLOSE, { id: employer.id, version: updateEmployer.version, closedOn: '2026-10-01', reason: '营业执照注销' })
  expect(closeEmployer).toMatchObject({ state: 'CLOSED', closedOn: '2026-10-01' })
  expect((await worker.get(WORK, { filter: { employerId: employer.id } })).employments.items).toMatchObject([{ to: '2026-10-01', endReason: 'CLOSED' }])
  expect(await asOwner('SELECT state FROM accounts WHERE id = ?', [contact.account.id])).toEqual([{ state: 'DISABLED' }])
  expect((await worker.ask(CLOSE, { id: employer.id, version: closeEmployer.version, closedOn: '2026-10-01', reason: '再次' })).code).toBe('WRONG_STATE')
  // The code is free for whoever takes the place over.
  await worker.get(CREATE, { input: { name: '接手的店', kind: 'SELF_EMPLOYED', regionCode: place.village(1), creditCode: aCreditCode() } })
})

it('merges two records of one employer, finds it by either name, and takes the merge back', async () => {
  const into = await anEmployer({ regionCode: place.village(1), name: '旗示例汽修厂', creditCode: null })
  const from = await anEmployer({ regionCode: place.village(2), name: '示例汽车修理部' })
  const { employment } = await anEmployee(from)
  await anEmployee(into)
  const contact = await person('employerContact', { employerId: from.id })
  expect((await worker.ask(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '同一单位' } })).code).toBe('FORBIDDEN')
  const { mergeEmployers: merge } = await head.get(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '同一单位登记两次' } })
  expect(merge).toMatchObject({ state: 'DONE', from: { state: 'MERGED' }, into: { id: into.id } })
  expect(await see(into.id)).toMatchObject({ aliases: ['示例汽车修理部'], creditCode: from.creditCode, veteranCount: 2 })
  expect((await head.get(FIND, { filter: { q: '汽车修理部', region: place.township } })).employers.items).toEqual([{ id: into.id }])
  expect((await contact.get(FIND, { filter: {} })).employers.items).toEqual([{ id: into.id }])
  expect(await asOwner('SELECT employerId FROM accounts WHERE id = ?', [contact.account.id])).toEqual([{ employerId: into.id }])
  expect((await head.get('query ($id: ID!) { employerMerges(employerId: $id) { total items { reason } } }', { id: into.id })).employerMerges.total).toBe(1)
  await head.get(UNDO, { id: merge.id, version: merge.version })
  expect(await see(into.id)).toMatchObject({ aliases: [], creditCode: null, veteranCount: 1 })
  expect(await see(from.id)).toMatchObject({ state: 'ACTIVE', mergedIntoId: null, veteranCount: 1 })
  expect(await asOwner('SELECT employerId FROM employments WHERE id = ?', [employment.id])).toEqual([{ employerId: from.id }])
  expect((await head.ask(UNDO, { id: merge.id, version: merge.version + 1 })).code).toBe('WRONG_STATE')
})

it('asks a second person where the two have codes of their own', async () => {
  const [from, into] = [await anEmployer({ regionCode: place.village(1) }), await anEmployer({ regionCode: place.village(1) })]
  const { mergeEmployers: merge } = await head.get(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '换证前后' } })
  expect(merge.state).toBe('REQUESTED')
  expect((await head.ask(MERGE, { input: { fromId: from.id, intoId: into.id, reason: '再次' } })).code).toBe('WRONG_STATE')
  expect((await head.ask(DECIDE, { id: merge.id, version: merge.version, agree: true })).code).toBe('SELF_APPROVAL')
  expect((await officer.get(DECIDE, { id: merge.id, version: merge.version, agree: true })).decideEmployerMerge.state).toBe('DONE')
  expect(await see(into.id)).toMatchObject({ creditCode: into.creditCode, aliases: [from.name] })
  const [third, fourth] = [await anEmployer({ regionCode: place.village(1) }), await anEmployer({ regionCode: place.village(1) })]
  const { mergeEmployers: refused } = await head.get(MERGE, { input: { fromId: third.id, intoId: fourth.id, reason: '疑似' } })
  expect((await head.get(DECIDE, { id: refused.id, version: refused.version, agree: false })).decideEmployerMerge.state).toBe('REFUSED')
})

it('binds a contact’s account to an employer, and nobody else’s', async () => {
  const admin = await person('bureauAdministrator')
  const employer = await anEmployer({ regionCode: place.village(1) })
  const make = (input: object) => admin.ask('mutation ($input: AccountInput!) { createAccount(input: $input) { account { id role employerId } password } }', { input: { displayName: '联系人', ...input } })
  expect((await make({ username: `contact.${Date.now()}`, role: 'employerContact', employerId: employer.id })).data.createAccount.account).toMatchObject({ role: 'employerContact', employerId: employer.id })
  expect((await make({ username: `contact2.${Date.now()}`, role: 'employerContact' })).error?.extensions.fields).toHaveProperty('employerId')
  expect((await make({ username: `contact3.${Date.now()}`, role: 'bureauOfficer', employerId: employer.id })).error?.extensions.fields).toHaveProperty('employerId')
})
