import { type Person as Asker, person, stop } from '../../support/app'
import { asOwner } from '../../support/database'
import { aBeneficiary, anIdCard, aPerson, aPlace } from '../../support/people'
import { Sex } from '../../../server/people/persons/Person'

afterAll(stop)

const REGISTER = 'mutation ($input: BeneficiaryInput!) { registerBeneficiary(input: $input) { id version state grade visitEvery kinds consentState healthNotes person { id name } contacts { id name phone } gradeChanges { grade fromGrade } openActions } }'
const ASSESS = 'mutation ($id: ID!, $version: Int!, $input: AssessmentInput!) { assessBeneficiary(id: $id, version: $version, input: $input) { version state grade visitEvery unpairedSince } }'
const GRADE = 'mutation ($id: ID!, $version: Int!, $input: GradeInput!) { gradeBeneficiary(id: $id, version: $version, input: $input) { version grade visitEvery majorChangeAt gradeChanges { fromGrade grade majorChange } } }'
const CONSENT = 'mutation ($id: ID!, $input: ConsentInput!) { recordConsent(id: $id, input: $input) { version state consentState consentVersion photoConsent unpairedSince consents { purpose ground withdrawnOn } } }'
const WITHDRAW = 'mutation ($id: ID!, $version: Int!, $purpose: ConsentPurpose! = SERVICE) { withdrawConsent(id: $id, version: $version, purpose: $purpose, note: "本人不愿") { version state consentState photoConsent unpairedSince consents { withdrawnOn } } }'
const END = 'mutation ($id: ID!, $version: Int!, $input: EndInput!) { endBeneficiary(id: $id, version: $version, input: $input) { version state endReason openActions person { state deceasedOn } } }'

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker

beforeAll(async () => {
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
})

it('goes from proposal over assessment and consent to waiting; grades mean a visit period', async () => {
  const input = {
    person: { name: '乌力吉·其其格', regionCode: place.village(), idCard: anIdCard('1938-02-02', Sex.FEMALE), ethnicCode: '02' }, kinds: ['EMPTY_NEST', 'OLDEST'], language: 'MONGOL', livesAlone: true,
    healthNotes: '高血压多年需按时服药', contacts: [{ kind: 'EMERGENCY', name: '其其格之女', relation: '女儿', phone: '15488889999' }], clientKey: `b-${place.township}`,
  }
  const { registerBeneficiary: made } = await worker.get(REGISTER, { input })
  expect(made).toMatchObject({ state: 'PROPOSED', grade: 'GENERAL', visitEvery: 90, consentState: 'MISSING', healthNotes: '•••', contacts: [{ phone: '154****9999' }], gradeChanges: [{ grade: 'GENERAL', fromGrade: null }] })
  expect((await worker.get(REGISTER, { input })).registerBeneficiary.id).toBe(made.id)
  expect((await worker.ask(REGISTER, { input: { personId: made.person.id, kinds: ['SICK'] } })).code).toBe('DUPLICATE')
  expect((await worker.ask(REGISTER, { input: { personId: (await aPerson({ regionCode: place.village() })).id, kinds: [] } })).code).toBe('INVALID')
  for (const table of ['beneficiaries', 'contacts', 'audit_entries', 'persons']) {
    const rows = await asOwner<Record<string, unknown>[]>(`SELECT * FROM ${table}`)
    for (const row of rows) for (const value of Object.values(row)) expect(String(Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'object' ? JSON.stringify(value) : value)).not.toMatch(/高血压多年|15488889999/)
  }
  expect((await worker.get('mutation ($id: ID!) { reveal(type: "Beneficiary", id: $id, field: "healthNotes", reason: "入户前了解") }', { id: made.id })).reveal).toBe('高血压多年需按时服药')
  expect((await worker.get('mutation ($id: ID!) { reveal(type: "Contact", id: $id, field: "phone", reason: "紧急联系") }', { id: made.contacts[0].id })).reveal).toBe('15488889999')
  const liaison = await person('villageLiaison', { regionCode: place.village() })
  expect((await liaison.get('query ($id: ID!) { beneficiary(id: $id) { healthNotes person { idCard } } }', { id: made.id })).beneficiary).toMatchObject({ healthNotes: null })
  expect((await liaison.ask('mutation ($id: ID!) { reveal(type: "Beneficiary", id: $id, field: "healthNotes", reason: "看看") }', { id: made.id })).code).toBe('FORBIDDEN')

  const { assessBeneficiary: assessed } = await worker.get(ASSESS, { id: made.id, version: made.version, input: { grade: 'KEY', findings: '独居，行走需扶' } })
  expect(assessed).toMatchObject({ state: 'ASSESSED', grade: 'KEY', visitEvery: 30, unpairedSince: null })
  expect((await worker.ask(ASSESS, { id: made.id, version: assessed.version, input: { grade: 'KEY' } })).code).toBe('WRONG_STATE')
  const consent = { textVersion: '2026-01', givenOn: '2026-01-05' }
  expect((await worker.ask(CONSENT, { id: made.id, input: { ...consent, givenBy: 'GUARDIAN' } })).error!.extensions.fields).toHaveProperty('guardianName')
  expect((await worker.ask(CONSENT, { id: made.id, input: { ...consent, ground: 'LEGAL_DUTY' } })).error!.extensions.fields).toHaveProperty('note')
  expect((await worker.ask(CONSENT, { id: made.id, input: { ...consent, givenOn: '2099-01-01' } })).error!.extensions.fields).toHaveProperty('givenOn')
  const { recordConsent: waiting } = await worker.get(CONSENT, { id: made.id, input: consent })
  expect(waiting).toMatchObject({ state: 'WAITING', consentState: 'GIVEN', consentVersion: '2026-01', photoConsent: false })
  expect(waiting.unpairedSince).not.toBeNull()
  expect((await worker.get(CONSENT, { id: made.id, input: { ...consent, purpose: 'PHOTO' } })).recordConsent.photoConsent).toBe(true)

  let { version } = (await worker.get('query ($id: ID!) { beneficiary(id: $id) { version } }', { id: made.id })).beneficiary
  expect((await worker.ask(GRADE, { id: made.id, version, input: { grade: 'HIGH', majorChange: true } })).code).toBe('INVALID')
  const { gradeBeneficiary: graded } = await worker.get(GRADE, { id: made.id, version, input: { grade: 'HIGH', majorChange: true, reason: '摔伤出院' } })
  expect(graded).toMatchObject({ grade: 'HIGH', visitEvery: 7 })
  expect(graded.majorChangeAt).not.toBeNull()
  expect(graded.gradeChanges.map((one: { grade: string }) => one.grade)).toEqual(['GENERAL', 'KEY', 'HIGH'])
  expect((await worker.ask(GRADE, { id: made.id, version, input: { grade: 'KEY' } })).code).toBe('STALE')

  version = graded.version
  const { withdrawConsent: held } = await worker.get(WITHDRAW, { id: made.id, version })
  expect(held).toMatchObject({ state: 'ASSESSED', consentState: 'WITHDRAWN', photoConsent: true, unpairedSince: null })
  expect((await worker.ask(WITHDRAW, { id: made.id, version: held.version })).code).toBe('WRONG_STATE')
  const { recordConsent: legal } = await worker.get(CONSENT, { id: made.id, input: { ...consent, ground: 'LEGAL_DUTY', note: '特困供养法定职责' } })
  expect(legal).toMatchObject({ state: 'WAITING', consentState: 'LEGAL_GROUND' })
})

it('pauses, resumes, ends and reopens; a death marks the person', async () => {
  const elder = await aBeneficiary({ name: '杨有期', regionCode: place.village() })
  const move = async (act: string, version: number, extra: string) => worker.ask(`mutation ($id: ID!, $version: Int!) { ${act}(id: $id, version: $version, ${extra}) { version state } }`, { id: elder.id, version })
  expect((await move('pauseBeneficiary', 1, 'note: " "')).code).toBe('INVALID')
  expect((await move('pauseBeneficiary', 1, 'note: "住院"')).data.pauseBeneficiary).toEqual({ version: 2, state: 'PAUSED' })
  expect((await move('resumeBeneficiary', 2, 'note: null')).data.resumeBeneficiary).toEqual({ version: 3, state: 'WAITING' })
  expect((await worker.ask(END, { id: elder.id, version: 3, input: { reason: 'OTHER' } })).code).toBe('INVALID')
  expect((await worker.get(END, { id: elder.id, version: 3, input: { reason: 'MOVED' } })).endBeneficiary).toMatchObject({ state: 'ENDED', endReason: 'MOVED', openActions: ['REOPEN'], person: { state: 'ACTIVE' } })
  expect((await move('reopenBeneficiary', 4, 'note: "迁回"')).data.reopenBeneficiary.state).toBe('PROPOSED')
  expect((await worker.get(END, { id: elder.id, version: 5, input: { reason: 'DIED', endedOn: '2026-01-02' } })).endBeneficiary).toMatchObject({ state: 'ENDED', openActions: [], person: { state: 'DECEASED', deceasedOn: '2026-01-02' } })
})

it('lists within reach by what is asked, and shows a case worker only their own', async () => {
  const caseWorker = await person('caseWorker')
  const high = await aBeneficiary({ name: '朱高龄', regionCode: place.village(2), grade: 'HIGH' as never, unpairedSince: '2026-10-01' })
  const low = await aBeneficiary({ name: '秦一般', regionCode: place.village(2), grade: 'GENERAL' as never, unpairedSince: null, beneficiaryState: 'PAIRED' as never })
  const LIST = 'query ($filter: BeneficiaryFilter!, $sort: BeneficiarySort) { beneficiaries(filter: $filter, sort: $sort) { total items { id age grade state region { code name } person { name phone } } } }'
  const ids = async (filter: Record<string, unknown>, sort?: Record<string, unknown>, by = worker) => (await by.get(LIST, { filter, sort })).beneficiaries.items.map((one: { id: string }) => one.id)
  const region = place.village(2)
  expect(await ids({ region }, { field: 'GRADE', order: 'ASC' })).toEqual([high.id, low.id])
  expect(await ids({ region }, { field: 'NAME', order: 'ASC' })).toEqual([low.id, high.id])
  expect(await ids({ region, unpaired: true })).toEqual([high.id])
  expect(await ids({ region, unpaired: false, state: ['PAIRED'], kinds: ['EMPTY_NEST', 'SICK'], grade: ['GENERAL'], consentState: ['GIVEN'] })).toEqual([low.id])
  expect(await ids({ q: 'zgl' })).toEqual([high.id])
  const stranger = await person('stationWorker', { regionCode: (await aPlace()).township })
  expect(await ids({}, undefined, stranger)).toEqual([])
  expect((await stranger.ask(GRADE, { id: high.id, version: 1, input: { grade: 'KEY' } })).code).toBe('NOT_FOUND')

  const ASSIGN = 'mutation ($id: ID!, $version: Int!, $who: ID) { assignCaseWorker(id: $id, version: $version, caseWorkerId: $who) { caseWorkerId } }'
  expect((await worker.ask(ASSIGN, { id: high.id, version: 1, who: worker.account.id })).code).toBe('INVALID')
  await worker.get(ASSIGN, { id: high.id, version: 1, who: caseWorker.account.id })
  expect(await ids({}, undefined, caseWorker)).toEqual([high.id])
  expect((await caseWorker.get('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "约访") }', { id: high.personId })).reveal).toMatch(/^154/)
  expect((await caseWorker.ask('mutation ($id: ID!) { reveal(type: "Person", id: $id, field: "phone", reason: "约访") }', { id: low.personId })).code).toBe('NOT_FOUND')

  const bureau = await person('bureauOfficer')
  const moved = await bureau.get('mutation ($id: ID!, $region: RegionCode!) { updatePerson(id: $id, version: 1, input: { regionCode: $region }) { region { code } } }', { id: low.personId, region: place.village(1) })
  expect(moved.updatePerson.region.code).toBe(place.village(1))
  expect(await ids({ region: place.village(1), q: '秦一般' })).toEqual([low.id])
})
