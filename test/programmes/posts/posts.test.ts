import { watchAll } from '../../../server/bureau/tasks/watches'
import { seeToPosts } from '../../../server/programmes/posts/fallShort'
import { asOwner, type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { aPerson, aPhone, aPlace } from '../../support/people'
import { anEmployee, anEmployer, aPost, arrangePosts } from '../../support/posts'

afterAll(stop)
afterEach(() => setClock())

const ONE = 'id version state openActions'
const APPLY = `mutation ($input: PostInput!) { applyForPost(input: $input) { ${ONE} number employer { name } holders { role to person { id name } } } }`
const SEE = `query ($id: ID!) { pioneerPost(id: $id) { ${ONE} number title stateReason appliedOn recommendation score passed noticeFrom noticeTo plaqueNo grantedOn validTo rectifyReason rectifyBy revokeProposedFor lastLoggedOn endedOn plaqueDueOn plaqueReturnedOn veteranCount openObjections
  holders { role from to person { id } } siteChecks { score most passed checker { name } secondChecker { name } scores { points item { nameZh points } } } objections { id version state answer } reviews { year result } dueReview { id version } rule { noticeDays items { id kind points } } history { action } items { code } } }`
const move = (name: string, args = '', more = '') => `mutation ($id: ID!, $version: Int!${args && `, ${args}`}) { ${name}(id: $id, version: $version${args.replace(/\$(\w+): [^,]+/g, '$1: $$$1').replace(/^/, args ? ', ' : '')}) { ${ONE} ${more} } }`
const UPDATE = move('updatePost', '$input: PostChange!', 'title openingHours')
const HOLD = move('changePostHolders', '$holders: [PostHolderInput!]!', 'holders { to person { id } }')
const SUBMIT = move('submitPost')
const RECOMMEND = move('recommendPost', '$recommendation: String!')
const RETURN = move('returnPost', '$reason: String!', 'stateReason')
const REJECT = move('rejectPost', '$reason: String!')
const INSPECT = move('inspectPost', '$input: SiteCheckInput!', 'score passed')
const NOTICE = move('publishPostNotice', '$place: String!, $from: Date', 'noticeFrom noticeTo')
const OBJECT = 'mutation ($id: ID!, $input: PostObjectionInput!) { objectToPost(postId: $id, input: $input) { id version state objectorPhone } }'
const ANSWER = 'mutation ($id: ID!, $version: Int!, $upheld: Boolean!, $answer: String!) { answerPostObjection(id: $id, version: $version, upheld: $upheld, answer: $answer) { state post { state } } }'
const GRANT = move('grantPost', '', 'plaqueNo grantedOn validTo')
const RENEW = move('renewPost', '', 'validTo plaqueNo')
const REVOKE = move('revokePost', '$reason: String!, $plaqueDueOn: Date!', 'plaqueDueOn')
const WITHDRAW = move('withdrawPost', '$reason: String!', 'plaqueDueOn')
const PLAQUE = move('returnPlaque', '$returnedOn: Date!', 'plaqueReturnedOn')
const RECTIFY = move('rectifyPost', '$reason: String!, $by: Date', 'rectifyReason rectifyBy')
const CONFIRM = move('confirmRectified', '$note: String!', 'rectifyReason')
const LIST = 'query ($filter: PioneerPostFilter!) { pioneerPosts(filter: $filter) { total items { id } } }'
const TASKS = 'query ($id: ID!) { tasks(filter: { entityId: $id, state: [OPEN] }) { items { kind cause } } }'
const END = 'mutation ($id: ID!, $version: Int!, $to: Date!) { endEmployment(id: $id, version: $version, input: { to: $to, reason: LEFT }) { to } }'
const BEGIN = 'mutation ($input: EmploymentInput!) { recordEmployment(input: $input) { id } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let head: Asker
let officer: Asker
let second: Asker
let leader: Asker

beforeAll(async () => {
  await arrangePosts()
  place = await aPlace(4)
  worker = await person('stationWorker', { regionCode: place.township })
  head = await person('stationHead', { regionCode: place.township })
  officer = await person('bureauOfficer')
  second = await person('bureauAdministrator')
  leader = await person('bureauLeader')
})

/** What the acts answer with, each as much as it is asked for. */
interface Answered {
  id: string
  version: number
  state: string
  openActions: string[]
  openingHours: string
  stateReason: string
  validTo: string
}

const see = async (id: string, who: Asker = officer) => (await who.get(SEE, { id })).pioneerPost
/** An act on a post as it is now. */
const act = async (who: Asker, query: string, id: string, more: object = {}) => who.ask(query, { id, version: (await see(id)).version, ...more })
const done = async (who: Asker, query: string, id: string, more: object = {}) => {
  const { data, error } = await act(who, query, id, more)
  if (error) throw new Error(`${error.extensions.code}: ${error.message} ${JSON.stringify(error.extensions)}`)
  return Object.values(data)[0] as Answered
}
const causes = async (id: string) => (await officer.get(TASKS, { id })).tasks.items.map((task: any) => task.cause).sort()
/** A filled-in site check in which every item has this share of its points. */
async function checked(id: string, share = 1) {
  const { rule } = await see(id)
  return { checkedOn: '2026-11-12', secondCheckerId: second.account.id, findings: '现场查看', scores: rule.items.filter((item: any) => item.kind === 'SITE_CHECK').map((item: any) => ({ itemId: item.id, points: Math.floor(item.points * share) })) }
}

it('leads a post from the application to the grant, each by the right person, and takes the plaque back', async () => {
  setClock('2026-11-10T02:00:00Z')
  const employer = await anEmployer({ regionCode: place.village(1), name: '示例供销超市' })
  const { person: veteran } = await anEmployee(employer)
  const other = await aPerson({ regionCode: place.village(1) })
  const contact = await person('employerContact', { employerId: employer.id })
  const input = { employerId: employer.id, title: '拥军优抚柜台', placeKind: 'SHOP', place: '一楼东侧', services: ['DISCOUNT', 'POLICY'], promises: ['PLEDGE', 'CONTENT'], pledge: '退役军人优先', openingHours: '8:00–18:00' }
  expect((await contact.ask(APPLY, { input: { ...input, services: ['NONSENSE'] } })).error?.extensions.fields).toHaveProperty('services')
  expect((await contact.ask(APPLY, { input: { ...input, holders: [{ personId: other.id, role: 'HOLDER' }] } })).error?.extensions.fields).toHaveProperty('holders')
  expect((await contact.ask(APPLY, { input: { ...input, holders: [{ personId: veteran.id, role: 'OTHER' }] } })).error?.extensions.fields).toHaveProperty('holders')
  // Without anybody at it, it cannot be submitted.
  expect((await contact.ask(APPLY, { input: { ...input, submit: true } })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'HOLDER' })
  const { applyForPost: draft } = await contact.get(APPLY, { input })
  expect(draft).toMatchObject({ state: 'DRAFT', number: expect.stringMatching(/^SFG2026-\d{4}$/), openActions: ['UPDATE', 'CHANGE_HOLDERS', 'WITHDRAW'], employer: { name: '示例供销超市' } })
  // One live post of a name and place.
  expect((await worker.ask(APPLY, { input: { ...input, title: '拥军·优抚柜台', place: '一楼 东侧' } })).code).toBe('DUPLICATE')
  const { id } = draft
  const stranger = await person('employerContact', { employerId: (await anEmployer()).id })
  expect((await stranger.ask(SEE, { id })).code).toBe('NOT_FOUND')
  expect((await stranger.ask(APPLY, { input })).code).toBe('NOT_FOUND')

  expect((await done(contact, UPDATE, id, { input: { openingHours: '7:30–18:30' } })).openingHours).toBe('7:30–18:30')
  expect((await done(contact, HOLD, id, { holders: [{ personId: veteran.id, role: 'HOLDER' }] })).openActions).toContain('SUBMIT')
  expect((await done(contact, SUBMIT, id)).state).toBe('SUBMITTED')
  expect((await act(contact, RECOMMEND, id, { recommendation: '自荐' })).code).toBe('FORBIDDEN')
  expect((await done(worker, RETURN, id, { reason: '补充服务承诺' })).stateReason).toBe('补充服务承诺')
  expect((await done(contact, SUBMIT, id)).state).toBe('SUBMITTED')
  expect((await act(worker, RECOMMEND, id, { recommendation: ' ' })).code).toBe('INVALID')
  expect((await done(worker, RECOMMEND, id, { recommendation: '服务意识强，群众反映好' })).state).toBe('RECOMMENDED')

  setClock('2026-11-12T02:00:00Z')
  const check = await checked(id)
  expect((await act(officer, INSPECT, id, { input: { ...check, secondCheckerId: officer.account.id } })).error?.extensions.fields).toHaveProperty('secondCheckerId')
  expect((await act(officer, INSPECT, id, { input: { ...check, secondCheckerId: worker.account.id } })).error?.extensions.fields).toHaveProperty('secondCheckerId')
  expect((await act(officer, INSPECT, id, { input: { ...check, scores: check.scores.slice(1) } })).error?.extensions.fields).toHaveProperty('scores')
  expect((await act(officer, INSPECT, id, { input: { ...check, scores: check.scores.map((one: any) => ({ ...one, points: 99 })) } })).error?.extensions.fields).toHaveProperty('scores')
  expect((await act(officer, INSPECT, id, { input: { ...check, checkedOn: '2026-11-09' } })).error?.extensions.fields).toHaveProperty('checkedOn')
  expect(await done(officer, INSPECT, id, { input: check })).toMatchObject({ state: 'SITE_CHECKED', score: 100, passed: true })
  expect(await done(officer, NOTICE, id, { place: '旗政府门户网站、单位公示栏' })).toMatchObject({ state: 'PUBLIC_NOTICE', noticeFrom: '2026-11-12', noticeTo: '2026-11-18' })
  expect((await act(leader, GRANT, id)).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'NOTICE' })
  const phone = aPhone()
  const { objectToPost: objection } = await worker.get(OBJECT, { id, input: { text: '营业时间与公示不符', objectorName: '李示四', objectorPhone: phone } })
  expect(objection.objectorPhone).not.toBe(phone)

  setClock('2026-11-19T02:00:00Z')
  expect((await act(leader, GRANT, id)).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'OBJECTION' })
  const toGrant = async () => [(await leader.get('{ inbox { counts { kind count } } }')).inbox.counts.find((one: any) => one.kind === 'POST_NOTICE')?.count ?? 0, (await leader.get('{ pioneerPosts(filter: { noticeOver: true, objected: false }) { total } }')).pioneerPosts.total]
  const [waiting, listed] = await toGrant()
  expect(waiting).toBe(listed)
  await watchAll(await systemCtx())
  expect(await causes(id)).not.toContain('POST_NOTICE_OVER')
  expect(await see(id, leader)).toMatchObject({ openObjections: 1, openActions: ['REJECT', 'OBJECT', 'ANSWER_OBJECTION'].filter(action => action !== 'OBJECT') })
  expect((await officer.get(ANSWER, { id: objection.id, version: objection.version, upheld: false, answer: '已更正公示时间' })).answerPostObjection).toMatchObject({ state: 'DISMISSED', post: { state: 'PUBLIC_NOTICE' } })
  expect(await toGrant()).toEqual([waiting + 1, listed + 1])
  await watchAll(await systemCtx())
  expect(await causes(id)).toEqual(['POST_NOTICE_OVER'])
  expect((await act(officer, GRANT, id)).code).toBe('FORBIDDEN')
  const granted = await done(leader, GRANT, id)
  expect(granted).toMatchObject({ state: 'GRANTED', grantedOn: '2026-11-19', validTo: '2029-11-19', plaqueNo: expect.stringMatching(/^XFG2026-\d{4}$/) })
  expect(await causes(id)).toEqual([])
  expect((await act(contact, UPDATE, id, { input: { title: '改名柜台' } })).error?.extensions.fields).toHaveProperty('title')
  expect((await see(id)).history.map((each: any) => each.action).filter(Boolean)).toEqual(expect.arrayContaining(['GRANT', 'PUBLISH_NOTICE', 'INSPECT', 'RECOMMEND', 'RETURN', 'SUBMIT', 'CREATE']))

  expect((await act(leader, REVOKE, id, { reason: '', plaqueDueOn: '2026-12-01' })).code).toBe('INVALID')
  expect((await act(leader, REVOKE, id, { reason: '弄虚作假', plaqueDueOn: '2026-11-01' })).error?.extensions.fields).toHaveProperty('plaqueDueOn')
  expect(await done(leader, REVOKE, id, { reason: '弄虚作假', plaqueDueOn: '2026-12-01' })).toMatchObject({ state: 'REVOKED', plaqueDueOn: '2026-12-01' })
  expect(await causes(id)).toEqual(['POST_PLAQUE_OUT'])
  expect((await see(id)).holders.every((holder: any) => holder.to === '2026-11-19')).toBe(true)
  expect((await worker.get(LIST, { filter: { plaqueOut: true, region: place.village(1) } })).pioneerPosts.items).toEqual([{ id }])
  expect(await done(worker, PLAQUE, id, { returnedOn: '2026-11-19' })).toMatchObject({ plaqueReturnedOn: '2026-11-19', openActions: [] })
  expect(await causes(id)).toEqual([])
  // The same may be applied for anew; its plaque has another number.
  const { applyForPost: again } = await worker.get(APPLY, { input: { ...input, holders: [{ personId: veteran.id, role: 'HOLDER' }], submit: true } })
  expect(again.state).toBe('SUBMITTED')
})

it('lets nobody decide on what they brought forward, nor grant what did not pass', async () => {
  setClock('2026-11-10T02:00:00Z')
  const employer = await anEmployer({ regionCode: place.village(1) })
  const { person: veteran } = await anEmployee(employer)
  const { applyForPost: post } = await officer.get(APPLY, { input: { employerId: employer.id, title: '办事窗口', placeKind: 'WINDOW', place: '大厅', services: ['GUIDE'], holders: [{ personId: veteran.id, role: 'HOLDER' }], submit: true } })
  await done(head, RECOMMEND, post.id, { recommendation: '同意推荐' })
  setClock('2026-11-12T02:00:00Z')
  const check = await checked(post.id, 0.5)
  expect((await act(officer, INSPECT, post.id, { input: check })).code).toBe('SELF_APPROVAL')
  expect((await see(post.id)).openActions).not.toContain('INSPECT')
  const third = await person('bureauOfficer')
  expect((await act(third, INSPECT, post.id, { input: { ...check, secondCheckerId: officer.account.id } })).error?.extensions.fields).toHaveProperty('secondCheckerId')
  expect(await done(third, INSPECT, post.id, { input: check })).toMatchObject({ score: expect.any(Number), passed: false })
  expect((await act(third, NOTICE, post.id, { place: '公示栏' })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'SCORE' })
  await done(third, RETURN, post.id, { reason: '整理后再报' })
  await done(officer, SUBMIT, post.id)
  await done(head, RECOMMEND, post.id, { recommendation: '已整理' })
  await done(third, INSPECT, post.id, { input: await checked(post.id) })
  await done(third, NOTICE, post.id, { place: '公示栏' })
  const { objectToPost: objection } = await worker.get(OBJECT, { id: post.id, input: { text: '无退役军人在岗' } })
  expect((await officer.get(ANSWER, { id: objection.id, version: objection.version, upheld: true, answer: '核实属实' })).answerPostObjection).toMatchObject({ state: 'UPHELD', post: { state: 'REJECTED' } })
  expect((await see(post.id)).siteChecks).toHaveLength(2)
  // Another that the leader inspected, however their role: by a past office, say.
  const brought = await aPost({ regionCode: place.village(1), state: 'PUBLIC_NOTICE' as never, noticeFrom: '2026-11-01', noticeTo: '2026-11-07', inspectorIds: [leader.account.id, third.account.id] })
  expect((await act(leader, GRANT, brought.post.id)).code).toBe('SELF_APPROVAL')
  expect((await see(brought.post.id, leader)).openActions).not.toContain('GRANT')
  expect((await done(third, REJECT, brought.post.id, { reason: '资料不实' })).state).toBe('REJECTED')
})

it('puts a post to rectifying by itself when no veteran is left, and back when one is there', async () => {
  const { post, employer, employment, holder } = await aPost({ regionCode: place.village(2) })
  const helper = await anEmployee(employer)
  await worker.get(END, { id: employment.id, version: 1, to: '2026-11-20' })
  // Another veteran works there: the plaque stays, but somebody must hold the post.
  expect(await see(post.id)).toMatchObject({ state: 'GRANTED', veteranCount: 0, holders: [{ person: { id: holder.id }, to: expect.any(String) }] })
  expect(await causes(post.id)).toEqual(['POST_HOLDER_LEFT'])
  expect((await worker.get(LIST, { filter: { holderless: true, region: place.village(2) } })).pioneerPosts.total).toBe(1)
  await worker.get(END, { id: helper.employment.id, version: 1, to: '2026-11-21' })
  expect(await see(post.id)).toMatchObject({ state: 'RECTIFYING', rectifyReason: 'NO_VETERAN', rectifyBy: expect.any(String) })
  expect(await causes(post.id)).toEqual(['POST_HOLDER_LEFT', 'POST_RECTIFYING'])
  expect((await act(officer, CONFIRM, post.id, { note: '已有人' })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'VETERAN' })
  await worker.get(BEGIN, { input: { employerId: employer.id, personId: holder.id, from: '2026-11-24' } })
  expect((await act(officer, CONFIRM, post.id, { note: '已有人' })).error?.extensions).toMatchObject({ code: 'INELIGIBLE', rule: 'HOLDER' })
  await done(worker, HOLD, post.id, { holders: [{ personId: holder.id, role: 'HOLDER' }] })
  expect(await done(officer, CONFIRM, post.id, { note: '新责任人已到岗' })).toMatchObject({ state: 'GRANTED', rectifyReason: null })
  expect(await causes(post.id)).toEqual([])
  // Somebody turns out to be no veteran: the hourly look finds it.
  await asOwner('UPDATE persons SET isVeteran = 0 WHERE id = ?', [holder.id])
  await seeToPosts(await systemCtx())
  expect((await see(post.id)).state).toBe('RECTIFYING')
  // The dead are at no post.
  const dead = await aPost({ regionCode: place.village(2) })
  await (await systemCtx()).transact('arrange', async inner => (await import('../../../server/people/persons/updatePerson')).recordDeath(inner, dead.holder.id, '2026-11-22'))
  expect((await see(dead.post.id)).state).toBe('RECTIFYING')
})

it('ends posts with their day, with their employer, or when they are given up', async () => {
  const ending = await aPost({ regionCode: place.village(3), grantedOn: '2023-12-01', validTo: '2026-12-01' })
  setClock('2026-11-25T02:00:00Z')
  await watchAll(await systemCtx())
  expect(await causes(ending.post.id)).toEqual(expect.arrayContaining(['POST_ENDING', 'POST_QUIET']))
  expect((await worker.get(LIST, { filter: { ending: true, quiet: true, region: place.village(3) } })).pioneerPosts.total).toBe(1)
  const renewed = await done(leader, RENEW, ending.post.id)
  expect(renewed).toMatchObject({ state: 'GRANTED', validTo: '2029-12-01', plaqueNo: ending.post.plaqueNo })
  expect((await act(leader, RENEW, ending.post.id)).error?.extensions).toMatchObject({ rule: 'EARLY' })
  const over = await aPost({ regionCode: place.village(3), grantedOn: '2023-11-20', validTo: '2026-11-20' })
  expect((await act(leader, RENEW, over.post.id)).error?.extensions).toMatchObject({ rule: 'LATE' })
  await seeToPosts(await systemCtx())
  expect(await see(over.post.id)).toMatchObject({ state: 'EXPIRED', endedOn: '2026-11-25', plaqueDueOn: '2026-12-10' })
  // The employer is closed: its posts are withdrawn, the plaque comes back.
  const closed = await aPost({ regionCode: place.village(3) })
  await worker.get('mutation ($id: ID!, $version: Int!) { closeEmployer(id: $id, version: $version, closedOn: "2026-11-24", reason: "歇业") { state } }', { id: closed.employer.id, version: closed.employer.version })
  expect(await see(closed.post.id)).toMatchObject({ state: 'WITHDRAWN', stateReason: '单位注销：歇业', plaqueDueOn: '2026-12-10' })
  const given = await aPost({ regionCode: place.village(3), state: 'SUBMITTED' as never })
  expect(await done(worker, WITHDRAW, given.post.id, { reason: '单位放弃申报' })).toMatchObject({ state: 'WITHDRAWN', plaqueDueOn: null, openActions: [] })
  // Ordered to rectify.
  expect(await done(officer, RECTIFY, ending.post.id, { reason: '台账不全' })).toMatchObject({ state: 'RECTIFYING', rectifyReason: 'ORDER', rectifyBy: '2026-12-25' })
  // It follows its employer to another place.
  await worker.get('mutation ($id: ID!, $version: Int!, $input: EmployerChange!) { updateEmployer(id: $id, version: $version, input: $input) { id } }', { id: ending.employer.id, version: ending.employer.version, input: { regionCode: place.village(4) } })
  expect(await asOwner('SELECT regionCode FROM pioneer_posts WHERE id = ?', [ending.post.id])).toEqual([{ regionCode: place.village(4) }])
})

it('is found by what people ask, and refuses a merge that would bring two of one name together', async () => {
  const one = await aPost({ regionCode: place.village(4), title: '复转军人服务岗', services: ['REPAIR'] })
  const find = async (filter: object) => (await head.get(LIST, { filter: { region: place.village(4), ...filter } })).pioneerPosts.items.map((item: any) => item.id)
  for (const filter of [{ q: '复转军人' }, { q: one.post.plaqueNo!.slice(-5) }, { q: one.employer.name }, { employerId: one.employer.id }, { services: ['REPAIR', 'LAW'] }, { personId: one.holder.id }, { employerKind: ['PRIVATE_FIRM'], q: '复转' }]) expect([filter, await find(filter)]).toEqual([filter, [one.post.id]])
  const twin = await aPost({ regionCode: place.village(4), title: '复转军人服务岗' })
  const merge = await head.ask('mutation ($input: MergeInput!) { mergeEmployers(input: $input) { id version state } }', { input: { fromId: one.employer.id, intoId: twin.employer.id, reason: '同一单位' } })
  const decide = await officer.ask('mutation ($id: ID!, $version: Int!) { decideEmployerMerge(id: $id, version: $version, agree: true) { state } }', { id: merge.data.mergeEmployers.id, version: merge.data.mergeEmployers.version })
  expect(decide.error?.extensions).toMatchObject({ code: 'INELIGIBLE', role: 'PioneerPost' })
})

it('issues new rules over the old, under which what was submitted stays', async () => {
  const admin = second
  const ISSUE = 'mutation ($input: PostRuleInput!) { issuePostRule(input: $input) { id noticeDays items { kind nameZh points } inForce } }'
  const item = (points: number) => ({ nameZh: '在岗履职', nameEn: 'At work', points })
  const input = {
    name: '试行办法', basis: '局务会议', validFrom: '2026-12-01', checkPassMark: 60, reviewPassMark: 60, reviewRectifyMark: 40, noticeDays: 5, termMonths: 24, reviewMonth: 11, reviewAfterMonths: 3, remindEarlyDays: 30, remindLateDays: 7,
    rectifyDays: 30, expiryDays: 60, logMonths: 2, plaqueDays: 15, feedbackDays: 5, siteCheck: [item(50), item(50)], review: [item(100)],
  }
  setClock('2026-11-25T02:00:00Z')
  const { post } = await aPost({ regionCode: place.village(4) })
  expect((await admin.ask(ISSUE, { input: { ...input, validFrom: '2026-11-01' } })).error?.extensions.fields).toHaveProperty('validFrom')
  expect((await admin.ask(ISSUE, { input: { ...input, checkPassMark: 200 } })).error?.extensions.fields).toHaveProperty('checkPassMark')
  expect((await admin.ask(ISSUE, { input: { ...input, reviewRectifyMark: 60 } })).error?.extensions.fields).toHaveProperty('reviewRectifyMark')
  expect((await admin.get(ISSUE, { input })).issuePostRule).toMatchObject({ noticeDays: 5, inForce: false })
  setClock('2026-12-02T02:00:00Z')
  expect((await see(post.id)).rule.noticeDays).toBe(7)
  const { postRules } = await admin.get('{ postRules { items { validFrom validTo inForce } } }')
  expect(postRules.items).toMatchObject([{ validFrom: '2026-12-01', inForce: true }, { validFrom: '2022-01-01', validTo: '2026-11-30', inForce: false }])
})
