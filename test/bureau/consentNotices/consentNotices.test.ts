import { loadNotices } from '../../../server/bureau/consentNotices/loadNotices'
import { ask, type Person as Asker, person, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { aPerson, aPlace } from '../../support/people'

const CREATE = 'mutation ($input: ConsentNoticeInput!) { createConsentNotice(input: $input) { id version edition fromOn inForce writtenByName } }'
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: ConsentNoticeInput!) { updateConsentNotice(id: $id, version: $version, input: $input) { id version edition textZh } }'
const PUBLIC = 'query ($version: String) { applicationNotice(version: $version) { version text fromOn } }'
const REGISTER = 'mutation ($input: VolunteerInput!) { registerVolunteer(input: $input) { id consentVersion consentAt } }'
const NOW = '2026-12-06T02:00:00Z'

let admin: Asker

beforeAll(async () => {
  setClock(NOW)
  await loadNotices(await systemCtx())
  admin = await person('bureauAdministrator')
})
afterAll(async () => {
  await asOwner("DELETE FROM consent_notices WHERE edition <> '2026-1'")
  await stop()
})

it('is worded by the bureau from a day on, changed until then and never after', async () => {
  const station = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect((await station.ask(CREATE, { input: { textZh: '新文本', fromOn: '2026-12-11' } })).code).toBe('FORBIDDEN')
  for (const wrong of [{ textZh: ' ', fromOn: '2026-12-11' }, { textZh: '新文本', fromOn: '2026-12-05' }]) expect((await admin.ask(CREATE, { input: wrong })).code).toBe('INVALID')
  const { createConsentNotice: made } = await admin.get(CREATE, { input: { textZh: '新文本', fromOn: '2026-12-11' } })
  expect(made).toMatchObject({ edition: '2026-2', inForce: false })
  const before = (await ask(PUBLIC)).data.applicationNotice
  expect(before).toMatchObject({ version: '2026-1', fromOn: '2026-01-01' })
  // What is not in force yet can be reworded, and nobody is shown it or has agreed to it.
  const { updateConsentNotice: reworded } = await admin.get(UPDATE, { id: made.id, version: 1, input: { textZh: '改过的新文本', textEn: 'The new text', fromOn: '2026-12-11' } })
  expect(reworded).toEqual({ id: made.id, version: 2, edition: '2026-2', textZh: '改过的新文本' })
  expect((await admin.ask(UPDATE, { id: made.id, version: 1, input: { textZh: '又改', fromOn: '2026-12-11' } })).code).toBe('STALE')
  expect((await ask(PUBLIC, { version: '2026-2' })).code).toBe('NOT_FOUND')
  setClock('2026-12-10T16:00:00Z')
  expect((await ask(PUBLIC)).data.applicationNotice).toEqual({ version: '2026-2', text: 'The new text', fromOn: '2026-12-11' })
  expect((await admin.ask(UPDATE, { id: made.id, version: 2, input: { textZh: '又改', fromOn: '2027-01-01' } })).code).toBe('WRONG_STATE')
  expect((await admin.get(CREATE, { input: { textZh: '当天生效', fromOn: '2026-12-11' } })).createConsentNotice).toMatchObject({ edition: '2026-3', inForce: true })
  const { consentNotices } = await station.get('{ consentNotices(filter: { inForce: true }) { items { edition } } }')
  expect(consentNotices.items.map(({ edition }: { edition: string }) => edition)).toEqual(['2026-3', '2026-2', '2026-1'])
})

it('stays with whoever agreed to it, in its own words, whatever is shown since; nobody agrees to what there never was', async () => {
  const place = await aPlace()
  const station = await person('stationWorker', { regionCode: place.township })
  const register = async (consentVersion: string) => station.ask(REGISTER, { input: { personId: (await aPerson({ regionCode: place.village() })).id, consentVersion } })
  setClock('2026-12-12T02:00:00Z')
  expect(Object.keys((await register('2019-7')).error!.extensions.fields)).toEqual(['consentVersion'])
  const made = (await register('2026-1')).data.registerVolunteer
  await admin.get(CREATE, { input: { textZh: '再一个版本', fromOn: '2026-12-12' } })
  const { volunteer } = await station.get('query ($id: ID!) { volunteer(id: $id) { consentVersion consentAt } }', { id: made.id })
  expect(volunteer).toEqual({ consentVersion: '2026-1', consentAt: made.consentAt })
  expect((await ask(PUBLIC, { version: '2026-1' })).data.applicationNotice).toMatchObject({ version: '2026-1', text: expect.stringContaining('Naiman banner') })
})
