import { loadCredentials } from '../../../server/people/records/loadCredentials'
import { person, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { newId } from '../../../server/kernel/entity'
import { aPlace, aVolunteer } from '../../support/people'

afterAll(stop)

const CREATE = 'mutation ($input: CredentialInput!) { it: createCredential(input: $input) { id version kind name active } }'
const UPDATE = 'mutation ($id: ID!, $version: Int!, $input: CredentialChange!) { it: updateCredential(id: $id, version: $version, input: $input) { id version name active } }'
const ADD = 'mutation ($v: ID!, $input: TrainingInput!) { it: addTraining(volunteerId: $v, input: $input) { id version course credentialId } }'

it('keeps a catalogue of courses and certificates, from which records are chosen, whatever they were called before', async () => {
  const place = await aPlace()
  const [officer, worker, volunteer] = [await person('bureauOfficer'), await person('stationWorker', { regionCode: place.township }), await aVolunteer({ regionCode: place.village() })]
  const name = `急救培训${newId().slice(-6)}`
  const add = async (input: object) => (await worker.ask(ADD, { v: volunteer.id, input: { heldOn: '2026-01-05', hours: 4, ...input } }))
  const before = (await add({ course: ` ${name} ` })).data.it
  expect(before).toMatchObject({ course: name, credentialId: null })
  expect((await worker.ask(CREATE, { input: { kind: 'TRAINING', name } })).code).toBe('FORBIDDEN')
  const { it: made } = await officer.get(CREATE, { input: { kind: 'TRAINING', name } })
  expect(made).toMatchObject({ kind: 'TRAINING', name, active: true })
  expect((await officer.ask(CREATE, { input: { kind: 'TRAINING', name: ` ${name}` } })).code).toBe('DUPLICATE')
  const licence = (await officer.get(CREATE, { input: { kind: 'QUALIFICATION', name } })).it
  // What was called so before is known as it now; what is entered is chosen, or found by its name; the other kind is not of it.
  expect((await asOwner('SELECT credentialId FROM trainings WHERE id = ?', [before.id]))[0]!.credentialId).toBe(made.id)
  expect((await add({ credentialId: made.id })).data.it).toMatchObject({ course: name, credentialId: made.id })
  expect((await add({ course: name })).data.it.credentialId).toBe(made.id)
  expect((await add({ course: '插花' })).data.it.credentialId).toBeNull()
  expect([(await add({ credentialId: licence.id })).code, (await add({})).code]).toEqual(['INVALID', 'INVALID'])
  const { it: renamed } = await officer.get(UPDATE, { id: made.id, version: 1, input: { name: `${name}（红十字）`, active: false } })
  expect(renamed).toMatchObject({ version: 2, active: false })
  expect((await officer.ask(UPDATE, { id: made.id, version: 1, input: { active: true } })).code).toBe('STALE')
  const { credentials } = await worker.get('query ($q: String) { credentials(filter: { q: $q, active: true }) { items { id } } }', { q: name })
  expect(credentials.items).toEqual([{ id: licence.id }])
})

it('begins with what most activities ask for, once', async () => {
  await loadCredentials(await systemCtx())
  const count = async () => Number((await asOwner('SELECT COUNT(*) AS n FROM credentials'))[0]!.n)
  const first = await count()
  await loadCredentials(await systemCtx())
  expect([first > 0, await count()]).toEqual([true, first])
})
