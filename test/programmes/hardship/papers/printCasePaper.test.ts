import PizZip from 'pizzip'
import { caseNotice, caseRefusal } from '../../../../server/programmes/hardship/papers/casePapers'
import { noticeData } from '../../../../server/programmes/hardship/papers/paperData'
import { HardshipCase } from '../../../../server/programmes/hardship/HardshipCase'
import { app, asOwner, type Person, person, setClock, stop, systemCtx } from '../../../support/app'
import { act, anApplication, done, HOUSE, input, LOOKS, thePolicy } from '../../../support/cases'
import { anIdCard, aPerson, aPlace } from '../../../support/people'

afterAll(stop)
beforeEach(() => setClock('2026-11-16T02:00:00Z'))

const REGISTER = 'mutation ($input: CaseInput!) { registerCase(input: $input) { id number } }'
const PAPERS = 'query ($id: ID!) { hardshipCase(id: $id) { papers } }'
const CHECKS = ['CRIMINAL', 'DISHONESTY', 'UNLAWFUL_PETITION', 'REFUSED_COOPERATION', 'FRAUD', 'OTHER_LEGAL'].map(kind => ({ kind, found: false, source: '旗公安局复函' }))
const PHONE = '15400001111'

/** A case that is in the village's notice, with the people who have to do with it. */
async function noticed(kinds = ['ILL_OR_DISABLED', 'OLD_INJURY']) {
  await thePolicy()
  const place = await aPlace()
  const at = { regionCode: place.township }
  const [one, two, head, officer, leader] = [await person('stationWorker', at), await person('stationWorker', at), await person('stationHead', at), await person('bureauOfficer'), await person('bureauLeader')]
  const idCard = anIdCard()
  const who = await aPerson({ regionCode: place.village(1), isVeteran: true, name: '示例巴图', phone: PHONE, idCard })
  const { registerCase } = await one.get(REGISTER, { input: anApplication(who.id, { kinds }) })
  const { id, number } = registerCase as { id: string; number: string }
  await done(one, 'startInvestigation', id, { investigatorIds: [one.account.id, two.account.id] })
  await done(one, 'writeHousehold', id, { input: HOUSE }, input('HouseholdInput'))
  await done(two, 'recordInvestigation', id, { input: { investigatedOn: '2026-11-16', ...LOOKS } }, input('InvestigationInput'))
  return { place, one, two, head, officer, leader, who, idCard, id, number }
}
type World = Awaited<ReturnType<typeof noticed>>

const publish = ({ one, id }: World) => done(one, 'publishNotice', id, { input: { from: '2026-11-16', place: '村部公示栏' } }, input('CaseNoticeInput'))
async function toDecision({ head, officer, id }: World): Promise<void> {
  setClock('2026-11-23T02:00:00Z')
  await done(head, 'reviewCase', id, { text: '情况属实' })
  await done(officer, 'checkCase', id, { input: { opinion: '符合条件', checks: CHECKS } }, input('CaseCheckInput'))
}

const print = async (who: Person | null, id: string, paper: string) => (await app()).http.inject({ url: `/papers/cases/${id}/${paper}`, headers: who ? { authorization: `Bearer ${who.token}` } : {} })
/** What the Word document of a paper says. */
async function saying(who: Person, id: string, kind: string): Promise<string> {
  const answer = await print(who, id, `${kind}.docx`)
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  return new PizZip(answer.rawPayload).file('word/document.xml')!.asText().replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
}

it('prints the decision from what was frozen, for whoever sees the case, and leaves a line in the trail', async () => {
  const world = await noticed()
  const { one, leader, who, id, number, place } = world
  await publish(world)
  expect((await print(one, id, 'CASE_APPROVAL.pdf')).statusCode).toBe(400)
  expect((await one.get(PAPERS, { id })).hardshipCase.papers).toEqual(['CASE_NOTICE'])
  await toDecision(world)
  await done(leader, 'approveCase', id, { input: { amount: '12050.5', reason: '同意帮扶' } }, input('ApprovalInput'))
  await asOwner("UPDATE persons SET name = '改名' WHERE id = ?", [who.id])
  expect((await one.get(PAPERS, { id })).hardshipCase.papers).toEqual(['CASE_APPROVAL', 'CASE_NOTICE'])

  const paper = await saying(one, id, 'CASE_APPROVAL')
  for (const words of ['示例巴图：', `编号：${number}`, '退役军人', '服役致残或患重病、旧伤复发、伤病加重', '2026年11月16日提出', '2026年11月23日作出决定', '12,050.50元（大写：壹万贰仟零伍拾元伍角整）', '同意帮扶', '2人', '可自收到之日起60日内', '退役军人部发〔2019〕62号']) expect(paper).toContain(words)
  expect(paper).not.toMatch(/\{|\}|改名|undefined|null/)
  const pdf = await print(one, id, 'CASE_APPROVAL.pdf')
  expect([pdf.statusCode, pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(pdf.headers['content-disposition']).toContain(encodeURIComponent(`困难帮扶援助决定书 ${number}.pdf`))
  for (const kind of ['CASE_REFUSAL.pdf', 'CASE_REFUSAL.docx']) expect((await print(one, id, kind)).statusCode).toBe(400)
  for (const kind of ['CASE_OTHER.pdf', 'CASE_APPROVAL.exe', 'constructor.pdf']) expect((await print(one, id, kind)).statusCode).toBe(404)

  // Not in reach, no case role, nobody.
  expect((await print(null, id, 'CASE_APPROVAL.pdf')).statusCode).toBe(401)
  expect((await print(await person('stationHead', { regionCode: (await aPlace()).township }), id, 'CASE_APPROVAL.pdf')).statusCode).toBe(404)
  expect((await print(await person('caseWorker', { regionCode: place.township }), id, 'CASE_APPROVAL.pdf')).statusCode).toBe(404)
  for (const role of ['bureauAdministrator', 'auditor', 'villageLiaison', 'teamLeader', 'volunteer'] as const) expect([role, (await print(await person(role, { regionCode: place.township }), id, 'CASE_NOTICE.pdf')).statusCode]).toEqual([role, 403])
  const trail = await asOwner("SELECT action, note, entityId FROM audit_entries WHERE act = 'printCasePaper' AND result = 'DONE' AND actorId = ? ORDER BY id", [one.account.id])
  expect(trail).toEqual([{ action: 'CASE_APPROVAL', note: 'docx, 0', entityId: id }, { action: 'CASE_APPROVAL', note: 'pdf, 0', entityId: id }])

  // Goods alone: no amount is invented.
  setClock('2026-11-16T02:00:00Z')
  const goods = await noticed(['SUDDEN_EVENT'])
  await publish(goods)
  await toDecision(goods)
  await done(goods.leader, 'approveCase', goods.id, { input: { amount: '0' } }, input('ApprovalInput'))
  expect(await saying(goods.one, goods.id, 'CASE_APPROVAL')).toContain('以实物、服务方式帮扶，不含资金')
})

it('refuses in writing, with the reasons and how to object, as long as the refusal stands', async () => {
  const world = await noticed()
  const { one, head, leader, id } = world
  await done(one, 'skipNotice', id, { text: '涉及隐私' })
  expect((await print(one, id, 'CASE_NOTICE.pdf')).statusCode).toBe(400)
  await toDecision(world)
  await done(leader, 'refuseCase', id, { text: '所述费用已由医保报销，{姓名}不符合条件' })
  const paper = await saying(head, id, 'CASE_REFUSAL')
  for (const words of ['不予帮扶援助', '所述费用已由医保报销，{姓名}不符合条件', '如对本决定有异议，可自收到之日起60日内', '由未参与本决定的人员复核']) expect(paper).toContain(words)
  for (const label of ['不予批准的理由', '异议办法']) expect(caseRefusal.fields.find(each => each.label === label)).toMatchObject({ must: true })
  // Set aside upon an objection, it is no paper any more.
  await done(one, 'deliverDecision', id, { deliveredOn: '2026-11-23', to: '本人' })
  await done(one, 'objectToDecision', id, { input: { byName: '示例巴图', text: '请再核', receivedOn: '2026-11-23' } }, input('CaseObjectionInput'))
  const other = await person('bureauLeader')
  expect((await act(other, 'answerObjection', id, { input: { uphold: true, answer: '重新核查' } }, input('CaseObjectionAnswer'))).error).toBeUndefined()
  expect((await print(one, id, 'CASE_REFUSAL.pdf')).statusCode).toBe(400)
})

it('tells the village the name and the kind alone: no number, no phone, no illness, whatever the template', async () => {
  const world = await noticed()
  const { one, who, idCard, id } = world
  await publish(world)
  const paper = await saying(one, id, 'CASE_NOTICE')
  for (const words of ['示例巴图', '生活困难', '2026年11月16日至2026年11月22日', '村部公示栏']) expect(paper).toContain(words)
  // All that is handed to a template is what it may show: nothing more can be asked for.
  const ctx = await systemCtx()
  const data = await noticeData(ctx, await ctx.store.get(HardshipCase, id))
  expect(Object.keys(data).sort()).toEqual(caseNotice.fields.map(({ name }) => name).sort())
  expect(caseNotice.fields.some(({ fields }) => fields)).toBe(false)
  const all = `${paper}${JSON.stringify(data)}`
  const secrets = [idCard, idCard.slice(-6), PHONE, PHONE.slice(-4), who.id, '住院', '药费', HOUSE.members[0]!.name, '12000', '9000', LOOKS.findings, '秸秆']
  for (const secret of secrets) expect([secret, all.includes(secret)]).toEqual([secret, false])
  expect(all).not.toMatch(/病|伤|残|医|\d{11}|\*{3}/)
})
