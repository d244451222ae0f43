import { inboxLinks } from '../../../admin/overview/inboxLinks'
import { PostState } from '../../../server/programmes/posts/enums'
import { type Person as Asker, person, stop } from '../../support/app'
import { database } from '../../support/database'
import { aPlace } from '../../support/people'
import { aPost, anEmployer, arrangePosts } from '../../support/posts'

afterAll(stop)

const STAFF = 'query ($region: RegionCode!) { postStaff(region: $region) { id inspects reviews } }'
const INBOX = 'query { inbox { counts { kind count } } }'
const POSTS = 'query ($filter: PioneerPostFilter!) { pioneerPosts(filter: $filter) { total } }'

it('names who may look at the posts of a place, and nobody of another place', async () => {
  await arrangePosts()
  const [here, elsewhere] = [await aPlace(1), await aPlace(1)]
  const officer = await person('bureauOfficer')
  const [mine, other, worker] = [await person('stationHead', { regionCode: here.township }), await person('stationHead', { regionCode: elsewhere.township }), await person('stationWorker', { regionCode: here.township })]
  const { postStaff } = await officer.get(STAFF, { region: here.village(1) })
  const of = ({ account: { id } }: Asker) => postStaff.find((one: { id: string }) => one.id === id)
  expect([of(officer), of(mine), of(other), of(worker)]).toEqual([{ id: officer.account.id, inspects: true, reviews: true }, { id: mine.account.id, inspects: false, reviews: true }, undefined, undefined])
  expect((await worker.ask(STAFF, { region: here.village(1) })).code).toBe('FORBIDDEN')
})

it('counts at the front page exactly what the list that it opens holds', async () => {
  await arrangePosts()
  const place = await aPlace(1)
  const employer = await anEmployer({ regionCode: place.village(1) })
  for (const state of [PostState.SUBMITTED, PostState.RETURNED, PostState.GRANTED, PostState.RECOMMENDED]) await aPost({ employer, regionCode: place.village(1), state })
  await aPost({ employer, regionCode: place.village(1), state: PostState.REVOKED, endedOn: '2026-11-12', plaqueDueOn: '2026-11-20', plaqueNo: 'XFG2098-777777' })
  const worker = await person('stationWorker', { regionCode: place.township })
  const links = inboxLinks()
  const { counts } = (await worker.get(INBOX)).inbox
  const mine = counts.filter(({ kind }: { kind: string }) => links[kind]?.of === 'pioneerPosts')
  expect(mine.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['POST_PLAQUE_OUT', 'POST_RETURNED', 'POST_SUBMITTED'])
  for (const { kind, count } of mine) expect([kind, count]).toEqual([kind, (await worker.get(POSTS, { filter: links[kind]!.filter })).pioneerPosts.total])
  expect(mine.every(({ count }: { count: number }) => count === 1)).toBe(true)
})

it('reads what belongs to posts in as many statements for many as for one', async () => {
  await arrangePosts()
  const place = await aPlace(1)
  const worker = await person('stationWorker', { regionCode: place.township })
  const db = await database()
  const statements = async (): Promise<number> => {
    let seen = 0
    db.onStatement = () => void seen++
    await worker.get('query ($region: RegionCode!) { pioneerPosts(filter: { region: $region }) { items { siteChecks { id } reviews { id } objections { id } holders { id } dueReview { id } rule { id } } } }', { region: place.township })
    db.onStatement = undefined
    return seen
  }
  await aPost({ regionCode: place.village(1) })
  await statements()
  const one = await statements()
  for (let more = 0; more < 4; more++) await aPost({ regionCode: place.village(1) })
  expect(await statements()).toBe(one)
})
