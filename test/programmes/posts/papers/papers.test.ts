import { app, type Person as Asker, person, setClock, stop } from '../../../support/app'
import { aPlace } from '../../../support/people'
import { aPost, arrangePosts } from '../../../support/posts'

afterAll(stop)
afterEach(() => setClock())

const fetch = async (who: Asker | null, url: string) => (await app()).http.inject({ url, headers: who ? { authorization: `Bearer ${who.token}` } : {} })

it('prints plaques with their codes, several to a page, and the decision on a year’s reviews', async () => {
  await arrangePosts()
  const place = await aPlace(1)
  const made = await Promise.all(Array.from({ length: 9 }, () => aPost({ regionCode: place.village(), grantedOn: '2026-01-10', validTo: '2029-01-10' })))
  const worker = await person('stationWorker', { regionCode: place.township })
  const ids = made.map(({ post }) => post.id)
  const sheet = await fetch(worker, `/papers/plaques?ids=${ids.join(',')}`)
  expect([sheet.statusCode, sheet.headers['content-type'], sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(sheet.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect((await worker.get('query ($id: ID!) { pioneerPost(id: $id) { history { action } } }', { id: ids[0] })).pioneerPost.history[0].action).toBe('PRINT')
  // Nobody signed in, out of reach, nothing asked for, no plaque that holds.
  expect((await fetch(null, `/papers/plaques?ids=${ids[0]}`)).statusCode).toBe(401)
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await fetch(stranger, `/papers/plaques?ids=${ids[0]}`)).statusCode).toBe(404)
  expect((await fetch(worker, '/papers/plaques')).statusCode).toBe(400)
  const draft = await aPost({ regionCode: place.village(), state: 'DRAFT' as never })
  expect((await fetch(worker, `/papers/plaques?ids=${draft.post.id}`)).statusCode).toBe(400)

  setClock('2026-11-25T02:00:00Z')
  const officer = await person('bureauOfficer')
  const { openReviewRound: round } = await officer.get('mutation ($input: ReviewRoundInput!) { openReviewRound(input: $input) { id } }', { input: { regionCode: place.township, year: 2026, dueOn: '2026-12-15' } })
  const { postReviews } = await officer.get('query ($id: ID!) { postReviews(filter: { roundId: $id }) { items { id version rule { items { id kind points } } } } }', { id: round.id })
  for (const [n, review] of postReviews.items.slice(0, 2).entries()) {
    const scores = review.rule.items.filter((item: any) => item.kind === 'REVIEW').map((item: any) => ({ itemId: item.id, points: n === 0 ? item.points : 0 }))
    await officer.get('mutation ($id: ID!, $version: Int!, $input: PostReviewInput!) { reviewPost(id: $id, version: $version, input: $input) { id } }', { id: review.id, version: review.version, input: { reviewedOn: '2026-11-25', findings: '无人在岗', scores } })
  }
  const decision = await fetch(officer, `/papers/reviewRounds/${round.id}`)
  expect([decision.statusCode, decision.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  expect((await fetch(worker, `/papers/reviewRounds/${round.id}`)).statusCode).toBe(403)
})
