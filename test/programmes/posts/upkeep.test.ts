import { watchAll } from '../../../server/bureau/tasks/watches'
import { ask, asOwner, type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { aPhone, aPlace } from '../../support/people'
import { anEmployee, anEmployer, aPost, arrangePosts } from '../../support/posts'

afterAll(stop)
afterEach(() => setClock())

const SEE = 'query ($id: ID!) { pioneerPost(id: $id) { version state openActions lastLoggedOn rectifyReason revokeProposedFor dueReview { id version } reviews { year result rectifiedOn scores { points } } } }'
const LOG = 'mutation ($input: PostLogInput!) { logPostService(input: $input) { id version servedOn peopleServed item { code nameZh } recordedBy { name } post { lastLoggedOn } } }'
const VOID = 'mutation ($id: ID!, $version: Int!) { voidPostService(id: $id, version: $version, reason: "录入有误") { voidedFor post { lastLoggedOn } } }'
const LOGS = 'query ($filter: PostServiceLogFilter!) { postServiceLogs(filter: $filter) { total items { id servedOn } } }'
const OPEN = 'mutation ($input: ReviewRoundInput!) { openReviewRound(input: $input) { id year dueOn progress { region { code } all done passed rectify failed overdue } } }'
const ROUND = 'query ($id: ID!) { reviewRound(id: $id) { progress { region { code } all done passed rectify failed overdue } } }'
const REVIEWS = 'query ($filter: PostReviewFilter!) { postReviews(filter: $filter) { total items { id version state dueOn overdue reviewer { id } post { id title } rule { items { id kind points } } } } }'
const REVIEW = 'mutation ($id: ID!, $version: Int!, $input: PostReviewInput!) { reviewPost(id: $id, version: $version, input: $input) { state result score most post { state } } }'
const ASSIGN = 'mutation ($id: ID!, $version: Int!, $reviewerId: ID) { assignPostReview(id: $id, version: $version, reviewerId: $reviewerId) { reviewer { id } } }'
const CONFIRM = 'mutation ($id: ID!, $version: Int!) { confirmRectified(id: $id, version: $version, note: "已整改到位") { state revokeProposedFor } }'
const SAY = 'mutation ($input: PostFeedbackInput!) { sendPostFeedback(input: $input) { id dueOn } }'
const SAID = 'query ($filter: PostFeedbackFilter!) { postFeedback(filter: $filter) { total items { id version kind text phone dueOn overdue state answeredBy { name } post { title } } } }'
const REPLY = 'mutation ($id: ID!, $version: Int!) { answerPostFeedback(id: $id, version: $version, answer: "已当面致歉并整改") { state answer } }'
const PUBLIC = 'query ($filter: PublicPostFilter!) { publicPosts(filter: $filter) { total items { plaqueNo live title employerName place region { code } items { code } openingHours grantedOn } } }'
const SCAN = 'query ($plaqueNo: String!) { publicPost(plaqueNo: $plaqueNo) { plaqueNo live title employerName grantedOn endedOn } }'
const FIGURES = 'query ($region: RegionCode, $year: Int) { postFigures(region: $region, year: $year) { posts veterans byState { state count } byKind { kind count } byPlace { placeKind count } townships { region { code } posts rectifying veterans served reviewsDue } months { month people times minutes } granted revoked reviewsDue reviewsDone reviewsPassed praise complaints } }'
const TASKS = 'query ($region: RegionCode!) { tasks(filter: { region: $region, state: [OPEN], kind: [POST] }) { items { cause entityId dueAt } } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let head: Asker
let officer: Asker
let leader: Asker

beforeAll(async () => {
  await arrangePosts()
  place = await aPlace(3)
  worker = await person('stationWorker', { regionCode: place.township })
  head = await person('stationHead', { regionCode: place.township })
  officer = await person('bureauOfficer')
  leader = await person('bureauLeader')
})

const see = async (id: string) => (await officer.get(SEE, { id })).pioneerPost
const causes = async () => (await officer.get(TASKS, { region: place.township })).tasks.items.map((task: any) => task.cause).sort()
/** A filled-in review in which every item has this share of its points. */
const marks = (review: any, share: number) => ({ reviewedOn: '2026-11-20', findings: share < 0.8 ? '台账不全' : null, scores: review.rule.items.filter((item: any) => item.kind === 'REVIEW').map((item: any) => ({ itemId: item.id, points: Math.floor(item.points * share) })) })

it('logs what a post does while its plaque hangs, and lets a wrong line count no more', async () => {
  setClock('2026-11-25T02:00:00Z')
  const { post, employer } = await aPost({ regionCode: place.village(1), employer: await anEmployer({ regionCode: place.village(1) }) })
  const contact = await person('employerContact', { employerId: employer.id })
  const input = { postId: post.id, servedOn: '2026-11-20', service: 'POLICY', peopleServed: 12, minutes: 90, note: '优抚政策咨询', clientKey: 'log-1' }
  for (const [bad, field] of [[{ servedOn: '2026-11-09' }, 'servedOn'], [{ servedOn: '2026-11-26' }, 'servedOn'], [{ service: 'NONSENSE' }, 'services'], [{ peopleServed: 0 }, 'peopleServed']] as const) {
    const answer = await contact.ask(LOG, { input: { ...input, clientKey: undefined, ...bad } })
    expect([bad, answer.code, Object.keys(answer.error!.extensions.fields).some(key => key.endsWith(field))]).toEqual([bad, 'INVALID', true])
  }
  const { logPostService: log } = await contact.get(LOG, { input })
  expect(log).toMatchObject({ peopleServed: 12, item: { code: 'POLICY', nameZh: '政策宣传咨询' }, recordedBy: { name: '测试employerContact' }, post: { lastLoggedOn: '2026-11-20' } })
  expect((await contact.get(LOG, { input })).logPostService.id).toBe(log.id)
  const { logPostService: later } = await worker.get(LOG, { input: { ...input, servedOn: '2026-11-24', clientKey: 'log-2' } })
  expect((await contact.get(LOGS, { filter: {} })).postServiceLogs.total).toBe(2)
  expect((await worker.get(VOID, { id: later.id, version: later.version })).voidPostService).toMatchObject({ voidedFor: '录入有误', post: { lastLoggedOn: '2026-11-20' } })
  expect((await worker.get(LOGS, { filter: { postId: post.id } })).postServiceLogs.items).toMatchObject([{ id: log.id }])
  expect((await worker.ask(VOID, { id: later.id, version: later.version + 1 })).code).toBe('WRONG_STATE')
  // Another employer's contact sees nothing of it.
  const stranger = await person('employerContact', { employerId: (await anEmployer()).id })
  expect((await stranger.get(LOGS, { filter: {} })).postServiceLogs.total).toBe(0)
  expect((await stranger.ask(LOG, { input: { ...input, clientKey: undefined } })).code).toBe('NOT_FOUND')
  // A plaque taken back logs nothing.
  await leader.get('mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version, reason: "弄虚作假", plaqueDueOn: "2026-12-10") { id } }', { id: post.id, version: (await see(post.id)).version })
  expect((await contact.ask(LOG, { input: { ...input, clientKey: undefined } })).code).toBe('WRONG_STATE')
})

it('opens the year’s reviews at once, shares them out, and draws the consequences', async () => {
  setClock('2026-10-20T02:00:00Z')
  const land = await aPlace(2)
  const granted = { grantedOn: '2025-03-01', validTo: '2028-03-01' }
  const [good, fair, bad, late] = await Promise.all([1, 2, 3, 4].map(() => aPost({ regionCode: land.village(1), ...granted })))
  await aPost({ regionCode: land.village(1), grantedOn: '2026-09-01', validTo: '2029-09-01' })
  const townHead = await person('stationHead', { regionCode: land.township })
  expect((await worker.ask(OPEN, { input: { regionCode: land.township, year: 2026, dueOn: '2026-11-30' } })).code).toBe('FORBIDDEN')
  expect((await officer.ask(OPEN, { input: { regionCode: land.township, year: 2026, dueOn: '2027-06-30' } })).error?.extensions.fields).toHaveProperty('dueOn')
  expect((await officer.ask(OPEN, { input: { regionCode: land.township, year: 2026, dueOn: '2026-11-30', reviewerIds: [worker.account.id] } })).error?.extensions.fields).toHaveProperty('reviewerIds')
  const { openReviewRound: round } = await officer.get(OPEN, { input: { regionCode: land.township, year: 2026, dueOn: '2026-11-30', reviewerIds: [officer.account.id] } })
  expect(round.progress).toEqual([{ region: { code: land.township }, all: 4, done: 0, passed: 0, rectify: 0, failed: 0, overdue: 0 }])
  expect(['DUPLICATE', 'INELIGIBLE']).toContain((await officer.ask(OPEN, { input: { regionCode: land.township, year: 2026, dueOn: '2026-11-30' } })).code)
  expect((await officer.get('query ($filter: PioneerPostFilter!) { pioneerPosts(filter: $filter) { total } }', { filter: { region: land.township, reviewDue: true } })).pioneerPosts.total).toBe(4)
  const { postReviews: reviews } = await officer.get(REVIEWS, { filter: { roundId: round.id, mine: true } })
  const of = (which: typeof good) => reviews.items.find((item: any) => item.post.id === which!.post.id)
  expect((await officer.get(ASSIGN, { id: of(late).id, version: 1, reviewerId: townHead.account.id })).assignPostReview.reviewer.id).toBe(townHead.account.id)
  expect((await officer.ask(ASSIGN, { id: of(late).id, version: 2, reviewerId: head.account.id })).error?.extensions.fields).toHaveProperty('reviewerIds')

  // Reminded 30 and 7 days before, and when it is overdue.
  const tasks = async () => (await officer.get(TASKS, { region: land.township })).tasks.items.filter((task: any) => task.entityId === of(late).id).map((task: any) => task.cause).sort()
  await watchAll(await systemCtx())
  expect(await tasks()).toEqual([])
  setClock('2026-11-05T02:00:00Z')
  await watchAll(await systemCtx())
  expect(await tasks()).toEqual(['REVIEW_EARLY'])
  setClock('2026-11-25T02:00:00Z')
  await watchAll(await systemCtx())
  expect(await tasks()).toEqual(['REVIEW_EARLY', 'REVIEW_LATE'])

  expect((await officer.ask(REVIEW, { id: of(fair).id, version: 1, input: { ...marks(of(fair), 0.7), findings: null } })).error?.extensions.fields).toHaveProperty('findings')
  expect((await officer.get(REVIEW, { id: of(good).id, version: 1, input: marks(of(good), 1) })).reviewPost).toMatchObject({ state: 'DONE', result: 'PASS', score: 100, most: 100, post: { state: 'GRANTED' } })
  expect((await officer.get(REVIEW, { id: of(fair).id, version: 1, input: marks(of(fair), 0.7) })).reviewPost).toMatchObject({ result: 'RECTIFY', post: { state: 'RECTIFYING' } })
  expect((await officer.get(REVIEW, { id: of(bad).id, version: 1, input: marks(of(bad), 0.3) })).reviewPost).toMatchObject({ result: 'FAIL', post: { state: 'RECTIFYING' } })
  expect((await officer.ask(REVIEW, { id: of(good).id, version: 2, input: marks(of(good), 1) })).code).toBe('WRONG_STATE')
  expect((await officer.get(ROUND, { id: round.id })).reviewRound.progress).toEqual([{ region: { code: land.township }, all: 4, done: 3, passed: 1, rectify: 1, failed: 1, overdue: 0 }])
  // A failed post is the leader's to decide on; what rectifies is the officer's to confirm.
  expect(await see(bad!.post.id)).toMatchObject({ revokeProposedFor: '2026年年审不合格' })
  expect((await officer.get(TASKS, { region: land.township })).tasks.items.map((task: any) => task.cause)).toContain('POST_REVOKE_PROPOSED')
  const confirm = async (who: Asker, id: string) => who.ask(CONFIRM, { id, version: (await see(id)).version })
  expect((await confirm(officer, bad!.post.id)).code).toBe('FORBIDDEN')
  expect((await confirm(leader, bad!.post.id)).data.confirmRectified).toMatchObject({ state: 'GRANTED', revokeProposedFor: null })
  expect((await confirm(officer, fair!.post.id)).data.confirmRectified.state).toBe('GRANTED')
  expect((await see(fair!.post.id)).reviews).toMatchObject([{ year: 2026, result: 'RECTIFY', rectifiedOn: '2026-11-25' }])

  setClock('2026-12-05T02:00:00Z')
  expect((await officer.get(REVIEWS, { filter: { roundId: round.id, overdue: true } })).postReviews.items).toMatchObject([{ post: { id: late!.post.id }, overdue: true }])
  await watchAll(await systemCtx())
  expect(await tasks()).toEqual(['REVIEW_EARLY', 'REVIEW_LATE', 'REVIEW_OVERDUE'])
  // The year after: asked to rectify again, which is once too often.
  setClock('2027-10-20T02:00:00Z')
  const { openReviewRound: next } = await officer.get(OPEN, { input: { regionCode: land.township, year: 2027, dueOn: '2027-11-30' } })
  const again = (await officer.get(REVIEWS, { filter: { roundId: next.id } })).postReviews.items.find((item: any) => item.post.id === fair!.post.id)
  await officer.get(REVIEW, { id: again.id, version: 1, input: { ...marks(again, 0.7), reviewedOn: '2027-10-20' } })
  expect(await see(fair!.post.id)).toMatchObject({ state: 'RECTIFYING', revokeProposedFor: '2027年年审再次需要整改' })
})

it('shows the public who serves what and where, whether a plaque holds, and hears praise and complaints', async () => {
  setClock('2026-11-25T02:00:00Z')
  const land = await aPlace(1)
  const { post, employer } = await aPost({ regionCode: land.village(1), services: ['REPAIR'], title: '便民维修岗' })
  const draft = await aPost({ regionCode: land.village(1), state: 'SUBMITTED' as never })
  const { data } = await ask(PUBLIC, { filter: { region: land.township, services: ['REPAIR'], q: '维修' } })
  expect(data.publicPosts).toMatchObject({ total: 1, items: [{ plaqueNo: post.plaqueNo, live: true, title: '便民维修岗', employerName: employer.name, items: [{ code: 'REPAIR' }] }] })
  expect((await ask(PUBLIC, { filter: { region: land.township } })).data.publicPosts.total).toBe(1)
  expect(draft.post.plaqueNo).toBeNull()
  const typed = post.plaqueNo!.toLowerCase().replace('-', ' ')
  expect((await ask(SCAN, { plaqueNo: typed })).data.publicPost).toMatchObject({ live: true, grantedOn: '2026-11-10', endedOn: null })
  for (const plaqueNo of ['XFG1900-0001', '什么', "' OR 1=1"]) expect((await ask(SCAN, { plaqueNo })).data.publicPost).toBeNull()

  const from = (address: string) => (input: object) => ask(SAY, { input: { plaqueNo: post.plaqueNo, kind: 'COMPLAINT', text: '上午没有人在岗', ...input } }, undefined, {}, address)
  const say = from('203.0.113.77')
  const phone = aPhone()
  expect((await say({ plaqueNo: 'XFG1900-0001' })).code).toBe('NOT_FOUND')
  expect((await say({ phone: '12' })).error?.extensions.fields).toHaveProperty('phone')
  const sent = await say({ phone, clientKey: 'say-1' })
  expect(sent.data.sendPostFeedback).toMatchObject({ dueOn: '2026-12-02' })
  expect((await say({ phone, clientKey: 'say-1' })).data.sendPostFeedback.id).toBe(sent.data.sendPostFeedback.id)
  await say({ kind: 'PRAISE', text: '服务周到' })
  const codes = [await say({}), await say({}), await say({})].map(answer => answer.code)
  expect(codes).toContain('LIMITED')
  const station = await person('stationWorker', { regionCode: land.township })
  const { postFeedback } = await station.get(SAID, { filter: { postId: post.id, kind: ['COMPLAINT'], ids: [sent.data.sendPostFeedback.id] } })
  expect(postFeedback.items).toMatchObject([{ text: '上午没有人在岗', phone: expect.stringMatching(/^154\*{4}/), overdue: false, state: 'RECEIVED', post: { title: '便民维修岗' } }])
  expect((await worker.get(SAID, { filter: { postId: post.id } })).postFeedback.total).toBe(0)
  expect((await station.get(TASKS, { region: land.township })).tasks.items.map((task: any) => task.cause)).toContain('POST_FEEDBACK')
  expect((await station.get(REPLY, { id: postFeedback.items[0].id, version: 1 })).answerPostFeedback).toMatchObject({ state: 'ANSWERED' })
  expect((await station.ask(REPLY, { id: postFeedback.items[0].id, version: 2 })).code).toBe('WRONG_STATE')

  await leader.get('mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version, reason: "群众反映强烈", plaqueDueOn: "2026-12-10") { id } }', { id: post.id, version: (await see(post.id)).version })
  expect((await ask(SCAN, { plaqueNo: post.plaqueNo })).data.publicPost).toMatchObject({ live: false, endedOn: '2026-11-25' })
  expect((await ask(PUBLIC, { filter: { region: land.township } })).data.publicPosts.total).toBe(0)
  expect((await from('203.0.113.78')({})).code).toBe('WRONG_STATE')
  // The notice of a post on its way is public too.
  const noticed = await aPost({ regionCode: land.village(1), state: 'PUBLIC_NOTICE' as never, noticeFrom: '2026-11-20', noticeTo: '2026-11-26' })
  expect((await ask('{ publicPostNotices { number noticeTo employerName } }')).data.publicPostNotices).toEqual(expect.arrayContaining([{ number: noticed.post.number, noticeTo: '2026-11-26', employerName: noticed.employer.name }]))
})

it('counts what the lists show: each figure is the total that it opens', async () => {
  setClock('2026-11-25T02:00:00Z')
  const land = await aPlace(2)
  const first = await aPost({ regionCode: land.village(1) })
  const second = await aPost({ regionCode: land.village(2), state: 'RECTIFYING' as never })
  await aPost({ regionCode: land.village(2), state: 'DRAFT' as never })
  await anEmployee(first.employer)
  for (const [servedOn, peopleServed] of [['2026-11-12', 3], ['2026-11-13', 4]] as const) await officer.get(LOG, { input: { postId: first.post.id, servedOn, peopleServed, service: 'GUIDE', minutes: 30 } })
  const { postFigures: figures } = await officer.get(FIGURES, { region: land.township, year: 2026 })
  expect(figures).toMatchObject({
    posts: 2, veterans: 2, granted: 2, revoked: 0, reviewsDue: 0, reviewsDone: 0, months: [{ month: '2026-11', people: 7, times: 2, minutes: 60 }], byKind: [{ kind: 'PRIVATE_FIRM', count: 2 }], byPlace: [{ placeKind: 'WINDOW', count: 2 }],
    townships: [{ region: { code: land.township }, posts: 2, rectifying: 1, veterans: 2, served: 7, reviewsDue: 0 }],
  })
  const total = async (filter: object) => (await officer.get('query ($filter: PioneerPostFilter!) { pioneerPosts(filter: $filter) { total } }', { filter: { region: land.township, ...filter } })).pioneerPosts.total
  for (const { state, count } of figures.byState) expect([state, await total({ state: [state] })]).toEqual([state, count])
  expect(await total({ grantedOnFrom: '2026-01-01', grantedOnTo: '2026-12-31' })).toBe(figures.granted)
  expect(await total({ state: ['GRANTED', 'RECTIFYING'], employerKind: ['PRIVATE_FIRM'] })).toBe(2)
  // A contact's figures are their own.
  const contact = await person('employerContact', { employerId: second.employer.id })
  expect((await contact.get(FIGURES, { year: 2026 })).postFigures).toMatchObject({ posts: 1, veterans: 1 })
  expect((await asOwner('SELECT COUNT(*) AS n FROM pioneer_posts'))[0]!.n).not.toBe(1)
  expect(await causes()).not.toContain('POST_FEEDBACK')
})
