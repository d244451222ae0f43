import { Account } from '../../../server/people/accounts/Account'
import { draftKey } from '../../../server/people/accounts/draftKey'
import { person, stop } from '../../support/app'

afterAll(stop)

const KEY = '{ me { draftKey account { id version } } }'
const RESET = 'mutation ($id: ID!, $version: Int!) { resetPassword(id: $id, version: $version) { account { id } } }'

it('is the account’s own, the same in every session of it, and another once the password has changed', async () => {
  const worker = await person('stationWorker', { regionCode: '990001000000' })
  const other = await person('stationWorker', { regionCode: '990001000000' })
  const { me } = await worker.get(KEY)
  expect(Buffer.from(me.draftKey, 'base64')).toHaveLength(32)
  expect((await worker.get(KEY)).me.draftKey).toBe(me.draftKey)
  expect((await other.get(KEY)).me.draftKey).not.toBe(me.draftKey)
  expect(draftKey(Account.of({ id: me.account.id, stamp: 2 }))).not.toBe(me.draftKey)
  await (await person('bureauAdministrator')).get(RESET, { id: me.account.id, version: me.account.version })
  expect((await worker.ask(KEY)).code).toBe('UNAUTHENTICATED')
})
