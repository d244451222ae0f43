import { ProgrammeCode } from '../../../server/bureau/programmes/ProgrammeCode'
import { Setting } from '../../../server/bureau/settings/Setting'
import { forgetSettings } from '../../../server/bureau/settings/defineSetting'
import { newId } from '../../../server/kernel/entity'
import { Certificate, CertificateState } from '../../../server/people/certificates/Certificate'
import { certificatePaper } from '../../../server/people/certificates/certificatePaper'
import { recordService } from '../../../server/people/hours/recordService'
import { app, ask, type Person as Asker, person, put, setClock, stop, systemCtx } from '../../support/app'
import { asOwner } from '../../support/database'
import { anIdCard, aPlace, aVolunteer } from '../../support/people'

const NOW = '2026-11-24T09:00:00+08:00'
beforeAll(() => setClock(NOW))
afterAll(stop)

const SHOW = 'id version state displayUntil number checkCode openActions content { name volunteerNo idCardMask minutes drillMinutes issuer responsible handler contact lines { servedOn programmeCode content minutes } }'
const REQUEST = `mutation ($input: CertificateInput!) { requestCertificate(input: $input) { ${SHOW} volunteer { id } region { code } } }`
const APPROVE = `mutation ($id: ID!, $version: Int!, $input: CertificateApproval!) { approveCertificate(id: $id, version: $version, input: $input) { ${SHOW} } }`
const REJECT = 'mutation ($id: ID!, $version: Int!, $reason: String!) { rejectCertificate(id: $id, version: $version, reason: $reason) { state reason openActions } }'
const ISSUE = 'mutation ($id: ID!, $version: Int!, $input: CertificateSealing!) { issueCertificate(id: $id, version: $version, input: $input) { version state sealedOn remarks openActions } }'
const REVOKE = 'mutation ($id: ID!, $version: Int!, $reason: String!) { revokeCertificate(id: $id, version: $version, reason: $reason) { state reason openActions } }'
const SEE = `query ($id: ID!) { certificate(id: $id) { ${SHOW} history { act } } }`
const CHECK = 'query ($number: String!, $code: String!) { verifyCertificate(number: $number, checkCode: $code) { number from to minutes state sealedOn } }'
const SPAN = { from: '2026-10-01', to: '2026-11-24' }
const BY = { responsible: '示例负责人', issuer: '测试旗退役军人服务中心', contact: '0475-0000000' }

let place: Awaited<ReturnType<typeof aPlace>>
let worker: Asker
let head: Asker
let officer: Asker
let stranger: Asker

beforeAll(async () => {
  place = await aPlace()
  worker = await person('stationWorker', { regionCode: place.township })
  head = await person('stationHead', { regionCode: place.township })
  officer = await person('bureauOfficer')
  stranger = await person('stationHead', { regionCode: (await aPlace()).township })
})

async function serve(volunteerId: string, servedOn: string, minutes: number, more: object = {}): Promise<void> {
  await (await systemCtx()).transact('test', inner => recordService(inner, { volunteerId, programmeCode: ProgrammeCode.SUNSET, servedOn, minutes, sourceType: 'Visit', sourceId: newId(), regionCode: place.village(), ...more }))
}

async function aServer(name = '示例·巴特尔堃'): Promise<Awaited<ReturnType<typeof aVolunteer>>> {
  const volunteer = await aVolunteer({ regionCode: place.village(), name, idCard: anIdCard() })
  await serve(volunteer.id, '2026-10-05', 90, { content: '敬老日理发' })
  await serve(volunteer.id, '2026-11-05', 120)
  await serve(volunteer.id, '2026-11-06', 60, { drill: true })
  await serve(volunteer.id, '2026-09-30', 480)
  return volunteer
}

/** A certificate that the station asked for and its head approved. */
async function anApproved(): Promise<any> {
  const { requestCertificate: asked } = await worker.get(REQUEST, { input: { volunteerId: (await aServer()).id, ...SPAN } })
  return (await head.get(APPROVE, { id: asked.id, version: asked.version, input: BY })).approveCertificate
}

it('goes from the request over somebody else’s approval to the bureau’s seal, and is revoked', async () => {
  const volunteer = await aServer()
  const own = await person('volunteer', { volunteerId: volunteer.id, personId: volunteer.personId })
  const input = { ...SPAN, purpose: '评优', clientKey: `c-${volunteer.id}` }
  const [one, other] = await Promise.all([own.get(REQUEST, { input }), own.get(REQUEST, { input })])
  expect(other.requestCertificate.id).toBe(one.requestCertificate.id)
  const asked = one.requestCertificate
  expect(asked).toMatchObject({ state: 'REQUESTED', number: null, checkCode: null, content: null, openActions: [], volunteer: { id: volunteer.id } })
  expect((await worker.ask(REQUEST, { input: { volunteerId: volunteer.id, ...SPAN } })).code).toBe('DUPLICATE')
  expect((await own.ask(APPROVE, { id: asked.id, version: asked.version, input: BY })).code).toBe('FORBIDDEN')
  expect((await worker.ask(APPROVE, { id: asked.id, version: asked.version, input: BY })).code).toBe('FORBIDDEN')
  expect((await stranger.ask(APPROVE, { id: asked.id, version: asked.version, input: BY })).code).toBe('NOT_FOUND')
  expect((await head.ask(APPROVE, { id: asked.id, version: 9, input: BY })).code).toBe('STALE')
  expect((await head.ask(APPROVE, { id: asked.id, version: asked.version, input: { responsible: '' } })).code).toBe('INVALID')
  expect((await officer.ask(ISSUE, { id: asked.id, version: asked.version, input: { sealedOn: '2026-11-24' } })).code).toBe('WRONG_STATE')

  const { approveCertificate: approved } = await head.get(APPROVE, { id: asked.id, version: asked.version, input: BY })
  expect(approved).toMatchObject({ state: 'APPROVED', openActions: [], number: expect.stringMatching(new RegExp(`^${place.township.slice(0, 6)}-2026-\\d{6}$`)), checkCode: expect.stringMatching(/^[A-HJ-NP-Z2-9]{8}$/) })
  expect(approved.content).toMatchObject({ name: '示例·巴特尔堃', volunteerNo: volunteer.volunteerNo, idCardMask: expect.stringMatching(/^152\*{11}\d{3}[\dX]$/), minutes: 210, drillMinutes: 60, ...BY, handler: '测试stationHead' })
  expect(approved.content.lines).toEqual([{ servedOn: '2026-10-05', programmeCode: 'SUNSET', content: '敬老日理发', minutes: 90 }, { servedOn: '2026-11-05', programmeCode: 'SUNSET', content: null, minutes: 120 }])

  const seal = (asker: Asker, sealedOn: string) => asker.ask(ISSUE, { id: approved.id, version: approved.version, input: { sealedOn, remarks: '一式一份' } })
  expect((await seal(head, '2026-11-24')).code).toBe('FORBIDDEN')
  for (const day of ['2026-11-25', '2026-11-23']) expect((await seal(officer, day)).code).toBe('INVALID')
  const { issueCertificate: issued } = (await seal(officer, '2026-11-24')).data
  expect(issued).toMatchObject({ state: 'ISSUED', sealedOn: '2026-11-24', remarks: '一式一份', openActions: ['REVOKE'] })
  expect((await head.ask(REVOKE, { id: approved.id, version: issued.version, reason: 'x' })).code).toBe('FORBIDDEN')
  expect((await officer.ask(REVOKE, { id: approved.id, version: issued.version, reason: ' ' })).code).toBe('INVALID')
  expect((await officer.get(REVOKE, { id: approved.id, version: issued.version, reason: '记录不实' })).revokeCertificate).toEqual({ state: 'REVOKED', reason: '记录不实', openActions: [] })
  expect((await own.get(SEE, { id: approved.id })).certificate.history.map((each: any) => each.act)).toEqual(['revokeCertificate', 'issueCertificate', 'approveCertificate', 'requestCertificate'])
  expect((await stranger.ask(SEE, { id: approved.id })).code).toBe('NOT_FOUND')
})

it('is not approved by whoever asked for it or whose it is, nor over nothing, nor turned down without a reason', async () => {
  const volunteer = await aServer()
  const request = (asker: Asker, more: object = {}) => asker.ask(REQUEST, { input: { volunteerId: volunteer.id, ...SPAN, ...more } })
  expect((await request(stranger)).code).toBe('NOT_FOUND')
  expect((await request(worker, { to: '2026-09-01' })).code).toBe('INVALID')
  expect((await request(worker, { to: '2099-01-01' })).code).toBe('INVALID')
  expect((await request(worker, { volunteerId: null })).code).toBe('INVALID')
  expect((await request(await person('volunteer', { volunteerId: newId() }))).code).toBe('NOT_FOUND')
  const { requestCertificate: asked } = (await request(head)).data
  expect(asked.openActions).toEqual([])
  expect((await head.ask(APPROVE, { id: asked.id, version: asked.version, input: BY })).code).toBe('SELF_APPROVAL')
  expect((await head.ask(REJECT, { id: asked.id, version: asked.version, reason: 'x' })).code).toBe('SELF_APPROVAL')
  const himself = await person('bureauOfficer', { volunteerId: volunteer.id })
  expect((await himself.ask(APPROVE, { id: asked.id, version: asked.version, input: BY })).code).toBe('SELF_APPROVAL')
  expect((await officer.ask(REJECT, { id: asked.id, version: asked.version, reason: ' ' })).code).toBe('INVALID')
  expect((await officer.get(REJECT, { id: asked.id, version: asked.version, reason: '时段有误' })).rejectCertificate).toEqual({ state: 'REJECTED', reason: '时段有误', openActions: [] })
  const { requestCertificate: empty } = (await request(worker, { from: '2020-01-01', to: '2020-12-31' })).data
  expect((await officer.ask(APPROVE, { id: empty.id, version: empty.version, input: BY })).code).toBe('INELIGIBLE')
})

it('is sealed only after the days for which it is published among the members', async () => {
  await put(Setting.of({ key: 'certificate.displayDays', value: 7 }))
  forgetSettings()
  const seal = async (version: number, sealedOn: string) => (await person('bureauOfficer')).ask(ISSUE, { id: approved.id, version, input: { sealedOn } })
  const approved = await anApproved()
  try {
    expect(approved).toMatchObject({ state: 'APPROVED', displayUntil: '2026-12-01' })
    expect((await officer.get(SEE, { id: approved.id })).certificate.openActions).toEqual(['REVOKE'])
    const { code, error } = await seal(approved.version, '2026-11-24')
    expect([code, error!.message]).toEqual(['WRONG_STATE', 'It is published until 2026-12-01; it is sealed after that.'])
    setClock('2026-12-01T20:00:00+08:00')
    expect((await seal(approved.version, '2026-12-01')).code).toBe('WRONG_STATE')
    setClock('2026-12-02T09:00:00+08:00')
    expect((await (await person('bureauOfficer')).get(SEE, { id: approved.id })).certificate.openActions).toEqual(['ISSUE', 'REVOKE'])
    expect((await seal(approved.version, '2026-12-01')).code).toBe('INVALID')
    expect((await seal(approved.version, '2026-12-02')).data.issueCertificate.state).toBe('ISSUED')
  } finally {
    setClock(NOW)
    await asOwner("DELETE FROM settings WHERE `key` = 'certificate.displayDays'")
    forgetSettings()
  }
})

it('keeps what it says when the ledger changes afterwards', async () => {
  const approved = await anApproved()
  const { volunteer } = (await officer.get('query ($id: ID!) { certificate(id: $id) { volunteer { id } } }', { id: approved.id })).certificate
  for (const { id, version } of (await officer.get('query ($id: ID!) { serviceRecords(filter: { volunteerId: $id }) { items { id version } } }', { id: volunteer.id })).serviceRecords.items) {
    await officer.get('mutation ($id: ID!, $version: Int!) { voidServiceRecord(id: $id, version: $version, reason: "核查") { id } }', { id, version })
  }
  await asOwner("UPDATE persons p JOIN volunteers v ON v.personId = p.id SET p.name = '另名' WHERE v.id = ?", [volunteer.id])
  const { content } = (await officer.get(SEE, { id: approved.id })).certificate
  expect(content).toEqual(approved.content)
  expect((await ask(CHECK, { number: approved.number, code: approved.checkCode })).data.verifyCertificate.minutes).toBe(210)
})

it('gives every paper another number, however many are approved at once, and never one again', async () => {
  const asked = await Promise.all(Array.from({ length: 6 }, async () => (await worker.get(REQUEST, { input: { volunteerId: (await aServer()).id, ...SPAN } })).requestCertificate))
  const approved = await Promise.all(asked.map(({ id, version }) => head.get(APPROVE, { id, version, input: BY })))
  const numbers = approved.map(each => each.approveCertificate.number)
  expect(new Set(numbers).size).toBe(6)
  const last = [...numbers].sort().at(-1)!
  const revoked = approved.find(each => each.approveCertificate.number === last)!.approveCertificate
  await officer.get(REVOKE, { id: revoked.id, version: revoked.version, reason: '作废' })
  expect((await anApproved()).number > last).toBe(true)
})

it('tells whoever holds the paper what it is, without a name, and nothing to whoever guesses', async () => {
  const approved = await anApproved()
  const check = (number: string, code: string) => ask(CHECK, { number, code })
  expect((await check(approved.number, approved.checkCode.toLowerCase())).data.verifyCertificate).toEqual({ number: approved.number, ...SPAN, minutes: 210, state: 'APPROVED', sealedOn: null })
  for (const [number, code] of [[approved.number, 'AAAAAAAA'], ['150525-2026-999999', approved.checkCode], ["1' OR 1=1", 'x'], ['号', '码']] as const) expect((await check(number, code)).data.verifyCertificate).toBeNull()
  const answers = await Promise.all(Array.from({ length: 25 }, () => check(approved.number, 'BBBBBBBB')))
  expect(answers.filter(({ code }) => code === 'LIMITED').length).toBeGreaterThan(0)
  expect(answers.find(({ code }) => code === 'LIMITED')!.status).toBe(429)
})

describe('the paper', () => {
  const print = async (asker: Asker | null, id: string, query = '') =>
    (await app()).http.inject({ url: `/papers/certificates/${id}${query}`, headers: asker ? { authorization: `Bearer ${asker.token}` } : {} })

  it('is drawn for whoever may see it, with its fonts inside', async () => {
    const approved = await anApproved()
    const answer = await print(worker, approved.id)
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control'], answer.headers['content-disposition']]).toEqual([200, 'application/pdf', 'no-store', `attachment; filename="${approved.number}.pdf"`])
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(answer.rawPayload.length).toBeGreaterThan(10_000)
    expect(answer.rawPayload.length).toBeLessThan(200_000)
    expect(answer.headers['x-lacking']).toBeUndefined()
    expect((await print(null, approved.id)).statusCode).toBe(401)
    expect((await print(stranger, approved.id)).statusCode).toBe(404)
    expect((await print(await person('auditor'), approved.id)).statusCode).toBe(403)
    const { requestCertificate: asked } = await worker.get(REQUEST, { input: { volunteerId: (await aServer()).id, ...SPAN } })
    expect((await print(worker, asked.id)).statusCode).toBe(400)
  })

  it('tells which characters of a name must be written in by hand', async () => {
    const volunteer = await aServer('示例𣵦𪛕')
    const { requestCertificate: asked } = await worker.get(REQUEST, { input: { volunteerId: volunteer.id, ...SPAN } })
    await head.get(APPROVE, { id: asked.id, version: asked.version, input: BY })
    expect((await print(worker, asked.id)).headers['x-lacking']).toBe('U+2A6D5')
  })

  it('shows the whole resident ID number only to whoever may reveal it and says why, and leaves that in the trail', async () => {
    const approved = await anApproved()
    expect((await print(worker, approved.id, '?reason=%20')).statusCode).toBe(400)
    expect((await print(await person('bureauLeader'), approved.id, '?reason=x')).statusCode).toBe(403)
    expect((await print(worker, approved.id, `?reason=${encodeURIComponent('用人单位要求')}`)).statusCode).toBe(200)
    const trail = await asOwner("SELECT action, note FROM audit_entries WHERE entityId = ? AND act = 'printCertificate' AND result = 'DONE'", [approved.id])
    expect(trail).toEqual([{ action: 'PRINT_WITH_ID', note: '用人单位要求' }])
  })

  it('says what the rules ask for, and neither name nor resident ID number in its code', () => {
    const certificate = Certificate.of({
      state: CertificateState.APPROVED, from: SPAN.from, to: SPAN.to, purpose: null, number: '150525-2026-000001', checkCode: 'ABCD2345', approvedAt: new Date(NOW), sealedOn: null, remarks: null,
      content: { name: '示例·额尔敦巴雅尔犇', volunteerNo: 'V150525-000001', nationalNo: null, idCardMask: '152***********1234', minutes: 93, drillMinutes: 60, lines: [{ servedOn: '2026-10-05', programmeCode: ProgrammeCode.SUNSET, content: null, minutes: 93 }], ...BY, handler: '示例经办' },
    })
    const said = (idCard: string | null) => JSON.stringify(certificatePaper({ certificate, checkAddress: 'https://example.cn/#/verify?number=150525-2026-000001&code=ABCD2345', idCard, printedOn: '2026-11-24' }))
    const masked = said(null)
    for (const words of ['测试旗退役军人服务中心', '示例·额尔敦巴雅尔犇', 'V150525-000001', '居民身份证', '152***********1234', '1.6', '另参加培训演练 1.0 小时', '示例负责人', '示例经办', '0475-0000000', '（盖章处）', '草稿，加盖公章后生效', '牵手夕阳']) expect(masked).toContain(words)
    const [, code] = /"qr":"([^"]+)"/.exec(said('152326197001011234'))!
    expect(code).toBe('https://example.cn/#/verify?number=150525-2026-000001&code=ABCD2345')
    expect(said('152326197001011234')).toContain('152326197001011234')
  })
})
