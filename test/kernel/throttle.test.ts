import { clientOf, forgetThrottles } from '../../server/kernel/throttle'
import { ask, person, stop } from '../support/app'
import { asOwner, database } from '../support/database'
import { aPerson } from '../support/people'

afterAll(stop)

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:0DB8:0:7:1:2:3:4', '2001:db8:0:7'],
  ['2001:db8:0:7::9', '2001:db8:0:7'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [null, 'nowhere'],
])('takes %s for the client %s', (ip, client) => {
  expect(clientOf(ip)).toBe(client)
})

it('counts parallel tries once each, and says once in the trail that there were too many', async () => {
  const officer = await person('bureauOfficer')
  const { id } = await aPerson()
  const codes = (await Promise.all(Array.from({ length: 30 }, () => officer.ask('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "测试") }', { id })))).map(answer => answer.code)
  expect(codes.filter(code => code === undefined)).toHaveLength(20)
  expect(codes.filter(code => code === 'LIMITED')).toHaveLength(10)
  expect(await asOwner("SELECT COUNT(*) AS n FROM audit_entries WHERE actorId = ? AND result = 'LIMITED'", [officer.account.id])).toEqual([{ n: 1 }])
})

it('forgets what is over, and nothing else', async () => {
  await ask('mutation { signIn(input: { username: "nobody", password: "wrong" }) { token } }')
  const [{ n }] = (await asOwner('SELECT COUNT(*) AS n FROM throttles')) as [{ n: number }]
  const db = await database()
  await asOwner("UPDATE throttles SET endsAt = '2020-01-01' ORDER BY id LIMIT 1")
  await forgetThrottles(db, new Date())
  expect(await asOwner('SELECT COUNT(*) AS n FROM throttles')).toEqual([{ n: n - 1 }])
})
