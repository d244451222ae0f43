import { person, stop } from '../../support/app'
import { aBeneficiary } from '../../support/people'

afterAll(stop)

const CREATE = 'mutation ($b: ID!, $input: ContactInput!) { createContact(beneficiaryId: $b, input: $input) { id version name phone } }'
const UPDATE = 'mutation ($id: ID!, $v: Int!, $input: ContactInput!) { updateContact(id: $id, version: $v, input: $input) { id version name phone } }'
const ARCHIVE = 'mutation ($id: ID!, $v: Int!) { archiveContact(id: $id, version: $v) { id archived } }'
const CHANGE = 'mutation ($id: ID!, $v: Int!, $input: BeneficiaryChange!) { updateBeneficiary(id: $id, version: $v, input: $input) { id version livesAlone language needsNote } }'

it('keeps whom to call, masked, and lets them go again', async () => {
  const elder = await aBeneficiary()
  const worker = await person('stationWorker', { regionCode: `${elder.regionCode.slice(0, 9)}000` })
  const { createContact: made } = await worker.get(CREATE, { b: elder.id, input: { kind: 'EMERGENCY', name: '示例一', relation: '儿子', phone: '15411112222' } })
  expect(made.phone).toBe('154****2222')
  expect((await worker.ask(CREATE, { b: elder.id, input: { kind: 'EMERGENCY', name: '示例二', phone: '12' } })).error!.extensions.fields).toHaveProperty('phone')
  const { updateContact } = await worker.get(UPDATE, { id: made.id, v: made.version, input: { kind: 'GUARDIAN', name: '示例三', phone: '15433334444' } })
  expect(updateContact).toMatchObject({ name: '示例三', phone: '154****4444' })
  expect((await worker.ask(UPDATE, { id: made.id, v: made.version, input: { kind: 'GUARDIAN', name: '迟到的' } })).code).toBe('STALE')
  expect((await worker.get(ARCHIVE, { id: made.id, v: updateContact.version })).archiveContact.archived).toBe(true)
  const stranger = await person('stationWorker', { regionCode: '990001000000' })
  expect((await stranger.ask(ARCHIVE, { id: made.id, v: 3 })).code).toBe('NOT_FOUND')
})

it('changes what is given and leaves what is absent', async () => {
  const elder = await aBeneficiary({ livesAlone: true })
  const worker = await person('stationWorker', { regionCode: `${elder.regionCode.slice(0, 9)}000` })
  const { updateBeneficiary } = await worker.get(CHANGE, { id: elder.id, v: elder.version, input: { needsNote: '想理发', language: 'MONGOL' } })
  expect(updateBeneficiary).toMatchObject({ livesAlone: true, language: 'MONGOL', needsNote: '想理发' })
  expect((await worker.ask(CHANGE, { id: elder.id, v: elder.version, input: { needsNote: '旧的' } })).code).toBe('STALE')
  expect((await (await person('volunteer')).ask(CHANGE, { id: elder.id, v: 2, input: {} })).code).toBe('FORBIDDEN')
})
