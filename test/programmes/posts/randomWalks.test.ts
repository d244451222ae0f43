import fc from 'fast-check'
import { PostAction } from '../../../server/programmes/posts/postWorkflow'
import { seeToPosts } from '../../../server/programmes/posts/fallShort'
import { asOwner, type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { aPlace } from '../../support/people'
import { anEmployee, anEmployer, aPost, arrangePosts } from '../../support/posts'

afterAll(stop)
afterEach(() => setClock())

/** As a list reads it: no more of it than the buttons need. */
const LISTED = 'query ($id: ID!) { pioneerPosts(filter: { ids: [$id] }) { items { openActions } } }'
const SEE = 'query ($id: ID!) { pioneerPost(id: $id) { version state openActions rule { items { id kind points } } objections { id version state } dueReview { id version } } }'
const ARGS: Partial<Record<PostAction, [field: string, args: string]>> = {
  UPDATE: ['updatePost', 'input: { openingHours: "全天" }'], SUBMIT: ['submitPost', ''], RECOMMEND: ['recommendPost', 'recommendation: "同意"'], RETURN: ['returnPost', 'reason: "补充"'], REJECT: ['rejectPost', 'reason: "不符合"'],
  PUBLISH_NOTICE: ['publishPostNotice', 'place: "公示栏"'], GRANT: ['grantPost', ''], RENEW: ['renewPost', ''], REVOKE: ['revokePost', 'reason: "撤销", plaqueDueOn: "2027-12-01"'], WITHDRAW: ['withdrawPost', 'reason: "放弃"'],
  RECTIFY: ['rectifyPost', 'reason: "整改"'], CONFIRM_RECTIFIED: ['confirmRectified', 'note: "已整改"'],
}
const DAYS = ['2027-03-01T02:00:00Z', '2027-03-04T02:00:00Z', '2027-03-12T02:00:00Z', '2027-11-20T02:00:00Z']
const FAULTS = ['INTERNAL', 'UNAVAILABLE', 'UNAUTHENTICATED', 'BAD_REQUEST', 'STALE', 'INVALID']
const OPENED = Object.values(PostAction).filter(action => !['FALL_SHORT', 'EXPIRE', 'CLOSE'].includes(action))

type Step = { kind: 'act'; who: number; action: PostAction; share: number } | { kind: 'day' } | { kind: 'leave' } | { kind: 'come' } | { kind: 'review' }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('act' as const), who: fc.nat(5), action: fc.constantFrom(...OPENED), share: fc.constantFrom(1, 1, 0.7, 0.3) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'day' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'leave' as const }, { kind: 'come' as const }, { kind: 'review' as const }) },
)

/** What holds after every step, whatever was tried (programmes.md 4.6). */
async function invariants(postId: string): Promise<string> {
  const [post] = await asOwner('SELECT * FROM pioneer_posts WHERE id = ?', [postId])
  const [counts] = await asOwner("SELECT (SELECT COUNT(DISTINCT e.personId) FROM employments e JOIN persons p ON p.id = e.personId WHERE e.employerId = ? AND e.`to` IS NULL AND p.isVeteran = 1 AND p.state = 'ACTIVE') AS veterans, (SELECT COUNT(*) FROM post_objections WHERE postId = ? AND state = 'OPEN') AS objections", [post!.employerId, postId])
  const state = String(post!.state)
  const hangs = ['GRANTED', 'RECTIFYING'].includes(state)
  if (state === 'GRANTED') expect(Number(counts!.veterans)).toBeGreaterThan(0)
  if (hangs) {
    expect([post!.plaqueNo, post!.noticeTo, post!.passed]).not.toContain(null)
    expect(String(post!.grantedOn) > String(post!.noticeTo)).toBe(true)
    expect(String(post!.validTo) > String(post!.grantedOn)).toBe(true)
    expect(Number(counts!.objections)).toBe(0)
    expect([post!.createdById, post!.appliedById, post!.recommendedById, ...String(post!.inspectorIds).split(',')]).not.toContain(post!.grantedById)
    expect(new Set(String(post!.inspectorIds).split(',')).size).toBe(2)
  }
  expect([state, post!.liveKey !== null]).toEqual([state, !['REVOKED', 'EXPIRED', 'WITHDRAWN', 'REJECTED'].includes(state)])
  if (state === 'REVOKED') expect([post!.stateReason, post!.plaqueDueOn]).not.toContain(null)
  expect(await asOwner('SELECT year FROM post_reviews WHERE postId = ? GROUP BY year HAVING COUNT(*) > 1', [postId])).toEqual([])
  expect(await asOwner('SELECT id FROM post_service_logs WHERE postId = ? AND (servedOn < ? OR ? IS NULL)', [postId, post!.grantedOn as string, post!.grantedOn as string])).toEqual([])
  return state
}

it('keeps every promise on random walks, and takes exactly what it offers', async () => {
  await arrangePosts()
  const place = await aPlace(1)
  const employer = await anEmployer({ regionCode: place.village() })
  const veterans = [await anEmployee(employer), await anEmployee(employer)]
  const whos: Asker[] = [await person('employerContact', { employerId: employer.id }), await person('stationWorker', { regionCode: place.township }), await person('bureauOfficer'), await person('bureauAdministrator'), await person('bureauLeader'), await person('stationHead', { regionCode: place.township })]
  const [contact, worker, officer, admin] = whos as [Asker, Asker, Asker, Asker]
  const reached = new Set<string>()
  let number = 0

  /** Does what an action is, with what it takes. */
  const take = async (who: Asker, action: PostAction, id: string, share: number): Promise<string | undefined> => {
    const { pioneerPost: post } = await who.get(SEE, { id })
    const scores = (kind: string) => post.rule.items.filter((item: any) => item.kind === kind).map((item: any) => ({ itemId: item.id, points: Math.floor(item.points * share) }))
    const today = (await systemCtx()).today
    const plain = ARGS[action]
    if (plain) return (await who.ask(`mutation ($id: ID!, $version: Int!) { ${plain[0]}(id: $id, version: $version${plain[1] && `, ${plain[1]}`}) { id } }`, { id, version: post.version })).code
    if (action === PostAction.CHANGE_HOLDERS) {
      const [there] = await asOwner('SELECT personId FROM employments WHERE employerId = ? AND `to` IS NULL LIMIT 1', [employer.id])
      return there && (await who.ask('mutation ($id: ID!, $version: Int!, $holders: [PostHolderInput!]!) { changePostHolders(id: $id, version: $version, holders: $holders) { id } }', { id, version: post.version, holders: [{ personId: there.personId, role: 'HOLDER' }] })).code
    }
    if (action === PostAction.INSPECT) return (await who.ask('mutation ($id: ID!, $version: Int!, $input: SiteCheckInput!) { inspectPost(id: $id, version: $version, input: $input) { id } }', { id, version: post.version, input: { checkedOn: today, secondCheckerId: who === officer ? admin.account.id : officer.account.id, scores: scores('SITE_CHECK') } })).code
    if (action === PostAction.OBJECT) return (await who.ask('mutation ($id: ID!) { objectToPost(postId: $id, input: { text: "有异议" }) { id } }', { id })).code
    if (action === PostAction.LOG) return (await who.ask('mutation ($input: PostLogInput!) { logPostService(input: $input) { id } }', { input: { postId: id, servedOn: today, service: 'GUIDE', peopleServed: 2, minutes: 10 } })).code
    if (action === PostAction.RETURN_PLAQUE) return (await who.ask('mutation ($id: ID!, $version: Int!, $day: Date!) { returnPlaque(id: $id, version: $version, returnedOn: $day) { id } }', { id, version: post.version, day: today })).code
    const [objection] = await asOwner("SELECT id, version FROM post_objections WHERE postId = ? ORDER BY state = 'OPEN' DESC LIMIT 1", [id])
    if (action === PostAction.ANSWER_OBJECTION) return objection && (await who.ask('mutation ($id: ID!, $version: Int!) { answerPostObjection(id: $id, version: $version, upheld: false, answer: "不成立") { id } }', { id: objection.id, version: objection.version })).code
    const [review] = await asOwner("SELECT id, version FROM post_reviews WHERE postId = ? ORDER BY state = 'DUE' DESC LIMIT 1", [id])
    return review && (await who.ask('mutation ($id: ID!, $version: Int!, $input: PostReviewInput!) { reviewPost(id: $id, version: $version, input: $input) { id } }', { id: review.id, version: review.version, input: { reviewedOn: today, findings: '如上', scores: scores('REVIEW') } })).code
  }
  const employ = async (come: boolean): Promise<void> => {
    const rows = await asOwner('SELECT id, version FROM employments WHERE employerId = ? AND `to` IS NULL', [employer.id])
    const today = (await systemCtx()).today
    if (come && rows.length === 0) for (const { person: one } of veterans) await worker.get('mutation ($input: EmploymentInput!) { recordEmployment(input: $input) { id } }', { input: { employerId: employer.id, personId: one.id, from: '2025-01-01' } })
    if (!come) for (const row of rows) await worker.get('mutation ($id: ID!, $version: Int!, $day: Date!) { endEmployment(id: $id, version: $version, input: { to: $day, reason: LEFT }) { id } }', { id: row.id, version: row.version, day: today })
  }
  /** The way to a grant, so that the walks also begin where few of them come by chance. */
  const LED: [number, PostAction][] = [[0, PostAction.CHANGE_HOLDERS], [0, PostAction.SUBMIT], [1, PostAction.RECOMMEND], [2, PostAction.INSPECT], [2, PostAction.PUBLISH_NOTICE]]

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 2, 4, 5, 6, 6, 6), fc.array(step, { minLength: 8, maxLength: 14 }), async (led, steps) => {
      let day = 0
      setClock(DAYS[day])
      await employ(true)
      const { applyForPost: made } = await contact.get('mutation ($input: PostInput!) { applyForPost(input: $input) { id } }', { input: { employerId: employer.id, title: `第${++number}号岗`, placeKind: 'WINDOW', place: '大厅', services: ['GUIDE'] } })
      const id = made.id as string
      for (const [who, action] of LED.slice(0, led)) expect([action, await take(whos[who]!, action, id, 1)]).toEqual([action, undefined])
      if (led === 6) {
        setClock(DAYS[(day = 2)])
        expect(await take(whos[4]!, PostAction.GRANT, id, 1)).toBeUndefined()
      }
      reached.add(await invariants(id))
      for (const one of steps) {
        if (one.kind === 'day' && day < DAYS.length - 1) {
          setClock(DAYS[++day])
          await seeToPosts(await systemCtx())
        } else if (one.kind === 'leave' || one.kind === 'come') await employ(one.kind === 'come')
        else if (one.kind === 'review') await officer.ask('mutation ($input: ReviewRoundInput!) { openReviewRound(input: $input) { id } }', { input: { regionCode: place.township, year: 2027, dueOn: '2027-12-31' } })
        else if (one.kind === 'act') {
          const who = whos[one.who]!
          const { pioneerPost: before } = await who.get(SEE, { id })
          const { pioneerPosts: listed } = await who.get(LISTED, { id })
          expect(listed.items).toEqual([{ openActions: before.openActions }])
          const offered = before.openActions.includes(one.action)
          const [there] = await asOwner('SELECT id FROM employments WHERE employerId = ? AND `to` IS NULL LIMIT 1', [employer.id])
          if (one.action === PostAction.CHANGE_HOLDERS && !there) continue
          const code = await take(who, one.action, id, one.share)
          const nothing = (one.action === PostAction.REVIEW || one.action === PostAction.ANSWER_OBJECTION) && code === undefined && !offered
          if (!nothing) expect([whos[one.who]!.account.role, before.state, one.action, offered, code ?? 'DONE']).toEqual([whos[one.who]!.account.role, before.state, one.action, offered, offered ? 'DONE' : expect.not.stringMatching(/^DONE$/)])
          expect(FAULTS).not.toContain(code)
        }
        reached.add(await invariants(id))
      }
      await asOwner("UPDATE pioneer_posts SET liveKey = NULL, state = IF(state IN ('GRANTED','RECTIFYING'), 'WITHDRAWN', state) WHERE id = ?", [id])
      await asOwner('DELETE FROM post_review_rounds')
    }),
    { numRuns: 14 },
  )
  expect([...reached]).toEqual(expect.arrayContaining(['GRANTED']))
}, 60_000)

it('gives each plaque a number of its own, also with many grants at once, and never again after it was taken back', async () => {
  await arrangePosts()
  setClock('2027-05-20T02:00:00Z')
  const place = await aPlace(1)
  const leader = await person('bureauLeader')
  const GRANT = 'mutation ($id: ID!, $version: Int!) { grantPost(id: $id, version: $version) { plaqueNo version } }'
  const ready = () => aPost({ regionCode: place.village(), state: 'PUBLIC_NOTICE' as never, noticeFrom: '2027-05-10', noticeTo: '2027-05-16' })
  const posts = await Promise.all(Array.from({ length: 8 }, ready))
  // Each is asked for twice at once: one of the two is granted.
  const answers = await Promise.all(posts.flatMap(({ post }) => [post, post]).map(({ id, version }) => leader.ask(GRANT, { id, version })))
  const numbers = answers.flatMap(({ data, code }) => (code ? [] : [data.grantPost.plaqueNo as string]))
  expect(new Set(numbers).size).toBe(8)
  expect(answers.filter(({ code }) => code).map(({ code }) => code)).toEqual(Array(8).fill('STALE'))
  const highest = [...numbers].sort().at(-1)!
  for (const { post } of posts) await leader.get('mutation ($id: ID!, $version: Int!) { revokePost(id: $id, version: $version, reason: "撤销", plaqueDueOn: "2027-06-01") { id } }', { id: post.id, version: post.version + 1 })
  const { post: after } = await ready()
  const { grantPost } = await leader.get(GRANT, { id: after.id, version: after.version })
  expect(grantPost.plaqueNo > highest).toBe(true)
  expect(await asOwner('SELECT plaqueNo FROM pioneer_posts WHERE plaqueNo IS NOT NULL GROUP BY plaqueNo HAVING COUNT(*) > 1')).toEqual([])
})
