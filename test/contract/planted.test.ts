import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pino from 'pino'
import sharp from 'sharp'
import { log } from '../../server/kernel/log'
import { unpacked } from '../launch/standIn'
import { app, ask, asOwner, person, stop } from '../support/app'
import { anApprovedCase } from '../support/measures'
import { ExclusionKind } from '../../server/programmes/hardship/enums'
import { act, anApplication, done, input, thePolicy } from '../support/cases'
import { aBeneficiary, aPlace, anIdCard } from '../support/people'

afterAll(stop)

const PHONE = '15498761234'
const OTHER_PHONE = '15498764321'
const CARD = anIdCard('1953-07-19', undefined, 777)
const ADDRESS = '柳条沟里第九十九号院'
const NAME = '验真柒'
const ACCOUNT = '6222999900001111789'
const ILLNESS = '每周三次透析，药费九千九百九'
const AGENT_PHONE = '15498765555'
/** What a case of hardship says: it is no less personal than a number. */
const TEXTS = ['弹片旧伤复发卧床不起', '植家子捌', '尿毒症每周透析', '欠信用社两万三', '炕塌了一半', '邻居说他有存款', '查无犯罪记录底档', '收入超标三百元不批', '送到植家弟玖手里', '再次透析请求']
const planted = [PHONE, OTHER_PHONE, CARD, ADDRESS, AGENT_PHONE, ACCOUNT, ILLNESS, ...TEXTS].map(text => Buffer.from(text))

const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
/** A file's content; other tests' tables may go meanwhile. */
const read = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))
const plainIn = (bytes: Buffer): string[] => planted.filter(text => bytes.includes(text)).map(String)

it('leaves known IDs, phones, addresses, accounts and illnesses in no file of the database, no dump, no log, no picture', async () => {
  const lines: string[] = []
  const stream = (log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym]
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) } })
  log.level = 'trace'

  const place = await aPlace()
  const officer = await person('bureauOfficer')
  const elder = await aBeneficiary()
  const input = { name: NAME, idCard: CARD, phone: PHONE, address: ADDRESS, regionCode: place.village(1) }
  const { createPerson } = await officer.get('mutation ($input: PersonInput!) { createPerson(input: $input) { id } }', { input })
  // Sent again, wrongly, searched for, revealed, tried as a user name: none of it may leave a trace.
  expect((await officer.ask('mutation ($input: PersonInput!) { createPerson(input: $input) { id } }', { input })).code).toBeDefined()
  expect((await officer.ask('mutation ($input: PersonInput!) { createPerson(input: $input) { id } }', { input: { ...input, idCard: `${CARD.slice(0, 17)}?` } })).code).toBe('INVALID')
  for (const q of [PHONE, CARD]) expect((await officer.get('query ($q: String!) { persons(filter: { q: $q }) { items { id } } }', { q })).persons.items).toEqual([{ id: createPerson.id }])
  for (const [field, value] of [['phone', PHONE], ['idCard', CARD], ['address', ADDRESS]]) expect((await officer.get('mutation ($id: ID!, $field: String!) { reveal(type: "Person", id: $id, field: $field, reason: "核对") }', { id: createPerson.id, field })).reveal).toBe(value)
  expect((await ask('mutation ($username: String!) { signIn(input: { username: $username, password: $username }) { token } }', { username: PHONE })).code).toBe('BAD_CREDENTIALS')
  await officer.get('mutation ($id: ID!, $phone: String!) { createContact(beneficiaryId: $id, input: { kind: EMERGENCY, name: "乙", phone: $phone }) { id } }', { id: elder.id, phone: OTHER_PHONE })
  const help = await anApprovedCase()
  await officer.get('mutation ($input: ClueInput!) { reportClue(input: $input) { id } }', { input: { personId: help.personId, source: 'PERSON', text: ILLNESS, phone: OTHER_PHONE } })
  const measure = { kind: 'MONEY', what: ILLNESS, amount: '900', fund: 'BANNER', plannedOn: help.decidedOn, responsible: '服务站', payee: { bank: '信用社', holder: '甲', number: ACCOUNT, reason: ILLNESS } }
  await officer.get('mutation ($id: ID!, $version: Int!, $input: HelpPlanInput!) { planMeasures(id: $id, version: $version, input: $input) { id } }', { id: help.id, version: help.version, input: { measures: [measure] } })
  await officer.get('mutation ($caseId: ID!, $input: ReferralInput!) { sendReferral(caseId: $caseId, input: $input) { id } }', { caseId: help.id, input: { department: 'MEDICAL_INSURANCE', what: ILLNESS } })
  const [{ id: planned }] = (await officer.get('query ($id: ID!) { hardshipCase(id: $id) { measures { id what } } }', { id: help.id })).hardshipCase.measures
  expect((await officer.get('mutation ($id: ID!) { reveal(type: "Measure", id: $id, field: "payeeNumber", reason: "付款") }', { id: planned })).reveal).toBe(ACCOUNT)
  await plantCase(createPerson.id, place)
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).withExif({ IFD0: { Copyright: `${PHONE} ${CARD}` } }).jpeg().toBuffer()
  expect(plainIn(picture)).toEqual([PHONE, CARD])
  const { http } = await app()
  const sent = await http.inject({ method: 'POST', url: '/files', headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${officer.token}` }, payload: picture })
  const shown = await http.inject({ url: `/files/${(sent.json() as { id: string }).id}`, headers: { authorization: `Bearer ${officer.token}` } })
  log.error('the last line of the test')
  Object.assign(log, { [pino.symbols.streamSym]: stream })
  log.level = 'silent'

  expect(plainIn(shown.rawPayload)).toEqual([])
  expect(lines.join('')).toContain('the last line of the test')
  expect(plainIn(Buffer.from(lines.join('')))).toEqual([])

  const dump = theDump()
  expect([dump.includes(NAME), plainIn(dump)]).toEqual([true, []])

  const [{ folder }] = (await asOwner('SELECT @@datadir AS folder')) as [{ folder: string }]
  const found = filesOf(folder).map(file => {
    const bytes = read(file)
    return { file, named: bytes.includes(NAME), plain: plainIn(bytes) }
  })
  expect(found.some(({ named }) => named)).toBe(true)
  expect(found.filter(({ plain }) => plain.length > 0)).toEqual([])
}, 120_000)

/** A case goes its whole way, with something to be found in every text that it takes. */
async function plantCase(personId: string, place: Awaited<ReturnType<typeof aPlace>>): Promise<void> {
  await thePolicy()
  const at = { regionCode: place.township }
  const [one, two, head] = [await person('stationWorker', at), await person('stationWorker', at), await person('stationHead', at)]
  const [officer, leader, liaison] = [await person('bureauOfficer'), await person('bureauLeader'), await person('villageLiaison', { regionCode: place.village(1) })]
  const [cause, member, illness, debt, bed, hearsay, record, refusal, taker, wish] = TEXTS
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await liaison.get('mutation ($input: ClueInput!) { reportClue(input: $input) { id } }', { input: { name: member, phone: AGENT_PHONE, regionCode: place.village(1), source: 'VILLAGE', text: cause } })
  const { registerCase } = await one.get('mutation ($input: CaseInput!) { registerCase(input: $input) { id } }', { input: anApplication(personId, { causeText: cause, wishes: wish, agentName: member, agentRelation: '侄子', agentPhone: AGENT_PHONE }) })
  const id = registerCase.id as string
  // Looked for by what it says, and refused with what it says: neither leaves a trace.
  await one.get('query ($q: String!) { hardshipCases(filter: { q: $q }) { total } }', { q: cause })
  expect((await act(one, 'skipNotice', id, { text: cause })).code).toBe('WRONG_STATE')
  await done(one, 'recordCaseContact', id, { input: { contactedOn: today, way: 'PHONE', reached: true, note: illness } }, input('CaseContactInput'))
  await done(leader, 'grantUrgentHelp', id, { input: { amount: '100', reason: illness } }, input('UrgentInput'))
  await done(one, 'startInvestigation', id, { investigatorIds: [one.account.id, two.account.id] })
  await done(one, 'writeHousehold', id, { input: { members: [{ name: member, relation: 'CHILD', health: illness, work: debt }], economy: { income: '1', spending: '2', housing: bed, otherAid: debt } } }, input('HouseholdInput'))
  await done(one, 'recordInvestigation', id, { input: { investigatedOn: today, housing: bed, living: bed, income: debt, schoolWorkHealth: illness, specialGroups: cause, findings: illness } }, input('InvestigationInput'))
  await done(one, 'publishNotice', id, { input: { from: today, place: '村部' } }, input('CaseNoticeInput'))
  await done(one, 'objectToNotice', id, { input: { byName: taker, byPhone: OTHER_PHONE, text: hearsay, receivedOn: today } }, input('CaseObjectionInput'))
  await done(head, 'answerObjection', id, { input: { uphold: false, answer: hearsay } }, input('CaseObjectionAnswer'))
  await done(one, 'skipNotice', id, { text: illness })
  await done(head, 'returnCase', id, { missing: [record] })
  await done(one, 'resubmitCase', id)
  await done(head, 'reviewCase', id, { text: cause })
  await done(officer, 'checkCase', id, { input: { opinion: record, checks: Object.values(ExclusionKind).map(kind => ({ kind, found: false, source: '旗公安局', note: record })) } }, input('CaseCheckInput'))
  await done(leader, 'approveCase', id, { input: { amount: '100', reason: refusal, overrideReason: wish } }, input('ApprovalInput'))
  await done(one, 'deliverDecision', id, { deliveredOn: today, to: taker })
  await done(one, 'planMeasures', id, { input: { measures: [{ kind: 'MONEY', what: wish, amount: '100', fund: 'BANNER', plannedOn: today, responsible: '服务站', payee: { bank: '信用社', holder: member, number: ACCOUNT, reason: illness } }] } }, input('HelpPlanInput'))
  await done(one, 'transferCase', id, { input: { toAccountId: two.account.id, reason: illness } }, input('CaseTransferInput'))
  await done(two, 'answerCaseTransfer', id, { input: { accept: true, answer: illness } }, input('CaseTransferAnswer'))
  await done(two, 'closeCase', id, { input: { reason: 'WITHDREW', note: refusal } }, input('CaseCloseInput'))
  await done(head, 'reopenCase', id, { reason: wish })
  const FILE = '{ household { name } snapshots { causeText members { health } } measures { what } causeText agentPhone }'
  const { hardshipCase } = await two.get(`query ($id: ID!) { hardshipCase(id: $id) ${FILE} }`, { id })
  expect(hardshipCase).toMatchObject({ causeText: cause, household: [{ name: member }], snapshots: [{ causeText: cause, members: [{ health: illness }] }] })
  for (const [field, value] of [['agentPhone', AGENT_PHONE], ['causeText', cause]]) expect((await two.get('mutation ($id: ID!, $field: String!) { reveal(type: "HardshipCase", id: $id, field: $field, reason: "核对") }', { id, field })).reveal).toBe(value)
}

const DUMP = `
import { spawnSync } from 'node:child_process'
import { findDumpTools, withOptionsFile } from './server/launch/dumpTools.mjs'
const [unpacked, address] = process.argv.slice(1)
await withOptionsFile(address, (options, name) => spawnSync(findDumpTools(unpacked).dump, ['--defaults-file=' + options, '--single-transaction', '--no-tablespaces', name], { stdio: 'inherit' }))
`
/** The worker's database as a dump has it, in the clear. */
function theDump(): Buffer {
  const url = new URL(process.env.TEST_DB_OWNER_URL!)
  url.pathname = `/laobing_test_${process.pid}`
  return execFileSync(process.execPath, ['--input-type=module', '-e', DUMP, unpacked, url.href], { maxBuffer: 1 << 30 })
}
