import sharp from 'sharp'
import { app, asOwner, person, type Person, setClock, stop } from '../../support/app'
import { act, anApplication, done, HOUSE, input, LOOKS, thePolicy } from '../../support/cases'
import { aPerson, aPlace } from '../../support/people'

afterAll(stop)
beforeEach(() => setClock('2026-11-16T02:00:00Z'))

const REGISTER = 'mutation ($input: CaseInput!) { registerCase(input: $input) { id version state } }'
const FILE = `query ($id: ID!) { hardshipCase(id: $id) {
  id version state dueOn soonOn overdue openActions missing townshipOpinion countyOpinion decisionReason approvedAmount urgentAmount papersDueOn objectUntil closeNote round earlierAmount noticeTo lastContactOn
  household { id name relation age health } economy { income spending medicalSpending } investigations { investigatedOn findings investigators { id } photoIds }
  objections { against state text answer byName byPhone } exclusionChecks { kind found source } snapshots { outcome round causeText approvedAmount members { name health } economy { income } decider { id } }
} }`

async function people() {
  await thePolicy()
  const place = await aPlace()
  const at = { regionCode: place.township }
  const [one, two, head, officer, leader, other] = [await person('stationWorker', at), await person('stationWorker', at), await person('stationHead', at), await person('bureauOfficer'), await person('bureauLeader'), await person('bureauLeader')]
  const who = await aPerson({ regionCode: place.village(1), isVeteran: true })
  const { registerCase } = await one.get(REGISTER, { input: anApplication(who.id) })
  return { place, one, two, head, officer, leader, other, who, id: registerCase.id as string }
}

const CHECKS = ['CRIMINAL', 'DISHONESTY', 'UNLAWFUL_PETITION', 'REFUSED_COOPERATION', 'FRAUD', 'OTHER_LEGAL'].map(kind => ({ kind, found: false, source: '旗公安局复函' }))

async function toNotice({ one, two, id }: Awaited<ReturnType<typeof people>>) {
  await done(one, 'startInvestigation', id, { investigatorIds: [one.account.id, two.account.id] })
  await done(one, 'writeHousehold', id, { input: HOUSE }, input('HouseholdInput'))
  await done(two, 'recordInvestigation', id, { input: { investigatedOn: '2026-11-16', ...LOOKS } }, input('InvestigationInput'))
  return done(one, 'publishNotice', id, { input: { from: '2026-11-16', place: '村部公示栏' } }, input('CaseNoticeInput'))
}

it('goes from the look at home over notice, reviews and a return to the decision, by three different people', async () => {
  const all = await people()
  const { one, two, head, officer, leader, id } = all
  expect((await act(one, 'startInvestigation', id, { investigatorIds: [one.account.id, one.account.id] })).code).toBe('INVALID')
  expect((await act(one, 'publishNotice', id, { input: { from: '2026-11-16', place: '村部' } }, input('CaseNoticeInput'))).code).toBe('WRONG_STATE')
  await toNotice(all)
  // The notice of seven days runs to the 22nd; the township's five working days follow it.
  expect((await one.get(FILE, { id })).hardshipCase).toMatchObject({ state: 'NOTICE', noticeTo: '2026-11-22', dueOn: '2026-11-27', soonOn: '2026-11-26', lastContactOn: '2026-11-16', household: [{ name: '王小二', relation: 'CHILD', health: '健康' }], economy: { income: '12000.00', spending: '21000.5', medicalSpending: '9000' } })
  const early = await act(head, 'reviewCase', id, { text: '同意上报' })
  expect([early.code, early.error?.message]).toEqual(['WRONG_STATE', 'The notice lasts until 2026-11-22.'])
  setClock('2026-11-23T02:00:00Z')

  expect((await done(head, 'reviewCase', id, { text: '情况属实，同意上报' })).state).toBe('TOWNSHIP_REVIEWED')
  expect((await act(officer, 'checkCase', id, { input: { opinion: '同意', checks: CHECKS.slice(1) } }, input('CaseCheckInput'))).error?.extensions.fields).toHaveProperty('checks')
  // Returned with a list; the county's ten working days stop after two of them and go on.
  setClock('2026-11-25T02:00:00Z')
  await done(officer, 'returnCase', id, { missing: ['住院发票', ' 银行流水 ', ''] })
  expect((await one.get(FILE, { id })).hardshipCase).toMatchObject({ state: 'RETURNED', missing: ['住院发票', '银行流水'], dueOn: '2026-12-09' })
  setClock('2026-12-01T02:00:00Z')
  expect((await done(two, 'resubmitCase', id)).dueOn).toBe('2026-12-11')
  expect((await done(officer, 'checkCase', id, { input: { opinion: '符合条件', checks: CHECKS } }, input('CaseCheckInput'))).state).toBe('COUNTY_REVIEW')
  expect((await act(officer, 'approveCase', id, { input: { amount: '5000' } }, input('ApprovalInput'))).code).toBe('FORBIDDEN')
  expect((await act(leader, 'approveCase', id, { input: { amount: '-1' } }, input('ApprovalInput'))).error?.extensions.fields).toHaveProperty('amount')
  expect((await done(leader, 'approveCase', id, { input: { amount: '5000.5', reason: '家庭困难' } }, input('ApprovalInput'))).state).toBe('APPROVED')

  // What is written at home later does not change what was decided on.
  expect((await act(one, 'writeHousehold', id, { input: HOUSE }, input('HouseholdInput'))).code).toBe('WRONG_STATE')
  const { hardshipCase: file } = await leader.get(FILE, { id })
  expect(file).toMatchObject({ approvedAmount: '5000.50', townshipOpinion: '情况属实，同意上报', decisionReason: '家庭困难', missing: [] })
  expect(file.snapshots).toEqual([{ outcome: 'APPROVED', round: 1, causeText: '住院两个月，家里欠下药费', approvedAmount: '5000.50', members: [{ name: '王小二', health: '健康' }], economy: { income: '12000.00' }, decider: { id: leader.account.id } }])
  expect(file.exclusionChecks).toHaveLength(6)
  // Grounds of exclusion are for reviewers alone.
  expect((await one.get(FILE, { id })).hardshipCase.exclusionChecks).toBeNull()
})

it('lets nobody review what they investigated, nor decide their own or a relative’s', async () => {
  const all = await people()
  const { place, one, head, officer, leader, who, id } = all
  await done(one, 'startInvestigation', id, { investigatorIds: [one.account.id, head.account.id] })
  const kin = await aPerson({ regionCode: place.village(1) })
  await done(one, 'writeHousehold', id, { input: { ...HOUSE, members: [{ ...HOUSE.members[0], personId: kin.id }] } }, input('HouseholdInput'))
  await done(head, 'recordInvestigation', id, { input: { investigatedOn: '2026-11-16', ...LOOKS } }, input('InvestigationInput'))
  await done(one, 'skipNotice', id, { text: '涉及隐私' })
  expect((await act(head, 'reviewCase', id, { text: '同意' })).code).toBe('SELF_APPROVAL')
  const second = await person('stationHead', { regionCode: place.township })
  const related = await person('stationHead', { regionCode: place.township, personId: kin.id })
  const himself = await person('stationHead', { regionCode: place.township, personId: who.id })
  for (const near of [related, himself]) expect((await act(near, 'reviewCase', id, { text: '同意' })).code).toBe('SELF_APPROVAL')
  await done(second, 'reviewCase', id, { text: '同意' })
  await done(officer, 'checkCase', id, { input: { opinion: '同意', checks: [{ ...CHECKS[0], found: true }, ...CHECKS.slice(1)] } }, input('CaseCheckInput'))
  await done(leader, 'recuseFromCase', id)
  expect((await act(leader, 'refuseCase', id, { text: '不符合' })).code).toBe('SELF_APPROVAL')
  // A ground of exclusion keeps it from being approved, until it is looked up again.
  const { other } = all
  expect((await act(other, 'approveCase', id, { input: { amount: '1' } }, input('ApprovalInput'))).code).toBe('INELIGIBLE')
  await done(officer, 'recordExclusionCheck', id, { input: CHECKS[0] }, input('ExclusionCheckInput'))
  expect((await done(other, 'approveCase', id, { input: { amount: '1' } }, input('ApprovalInput'))).state).toBe('APPROVED')
})

it('answers an objection to the notice and one to the decision by somebody who had no part in it', async () => {
  const all = await people()
  const { one, head, officer, leader, other, id } = all
  await toNotice(all)
  await done(one, 'objectToNotice', id, { input: { byName: '赵六', byPhone: '15400002222', text: '他家有车', receivedOn: '2026-11-16' } }, input('CaseObjectionInput'))
  setClock('2026-11-23T02:00:00Z')
  expect((await act(head, 'reviewCase', id, { text: '同意' })).code).toBe('WRONG_STATE')
  expect((await done(head, 'answerObjection', id, { input: { uphold: true, answer: '需再次入户核实车辆' } }, input('CaseObjectionAnswer'))).state).toBe('INVESTIGATING')
  expect((await head.get(FILE, { id })).hardshipCase.objections).toEqual([{ against: 'NOTICE', state: 'UPHELD', text: '他家有车', answer: '需再次入户核实车辆', byName: '赵六', byPhone: '154****2222' }])
  await done(one, 'recordInvestigation', id, { input: { investigatedOn: '2026-11-23', ...LOOKS } }, input('InvestigationInput'))
  await done(one, 'skipNotice', id, { text: '已公示过，车辆系他人寄放' })
  await done(head, 'reviewCase', id, { text: '同意' })
  await done(officer, 'checkCase', id, { input: { opinion: '同意', checks: CHECKS } }, input('CaseCheckInput'))
  expect((await act(leader, 'refuseCase', id, { text: '  ' })).code).toBe('INVALID')
  expect((await done(leader, 'refuseCase', id, { text: '家庭收入超过标准' })).state).toBe('REFUSED')
  expect((await act(one, 'closeCase', id, { input: { reason: 'NOT_ELIGIBLE' } }, input('CaseCloseInput'))).code).toBe('WRONG_STATE')
  await done(one, 'deliverDecision', id, { deliveredOn: '2026-11-23', to: '本人' })
  expect((await one.get(FILE, { id })).hardshipCase).toMatchObject({ objectUntil: '2027-01-22', dueOn: null })
  await done(one, 'objectToDecision', id, { input: { byName: '本人', text: '收入算错了', receivedOn: '2026-11-23' } }, input('CaseObjectionInput'))
  expect((await act(leader, 'answerObjection', id, { input: { uphold: false, answer: '维持' } }, input('CaseObjectionAnswer'))).code).toBe('SELF_APPROVAL')
  expect((await done(other, 'answerObjection', id, { input: { uphold: true, answer: '重新核算' } }, input('CaseObjectionAnswer'))).state).toBe('COUNTY_REVIEW')
  expect((await done(leader, 'approveCase', id, { input: { amount: '800' } }, input('ApprovalInput'))).state).toBe('APPROVED')
})

it('helps first in an emergency, and says by when the papers are complete', async () => {
  const { one, leader, id } = await people()
  expect((await act(leader, 'grantUrgentHelp', id, { input: { amount: '3000.01', reason: '断粮' } }, input('UrgentInput'))).error?.extensions.fields).toHaveProperty('amount')
  await done(leader, 'grantUrgentHelp', id, { input: { amount: '3000', reason: '断粮' } }, input('UrgentInput'))
  expect((await one.get(FILE, { id })).hardshipCase).toMatchObject({ state: 'REGISTERED', urgentAmount: '3000.00', papersDueOn: '2026-11-30' })
  expect((await act(leader, 'grantUrgentHelp', id, { input: { amount: '1', reason: '断粮' } }, input('UrgentInput'))).code).toBe('WRONG_STATE')
})

it('finds help for the same cause in another township before it is approved, and overrides it only with a reason', async () => {
  const all = await people()
  await asOwner("UPDATE hardship_cases SET state = 'CLOSED', openKey = NULL, closeReason = 'SOLVED', closedOn = '2026-11-10', decidedOn = '2026-10-10', approvedAmount = '700.00', regionCode = ? WHERE id = ?", [(await aPlace()).village(1), all.id])
  const { registerCase } = await all.one.get(REGISTER, { input: anApplication(all.who.id) })
  const now = { ...all, id: registerCase.id as string }
  const { duplicateAid } = await all.one.get('query ($id: ID!) { duplicateAid(caseId: $id) { number state cause samePerson repeats approvedAmount region { code } } }', { id: now.id })
  expect(duplicateAid).toMatchObject([{ state: 'CLOSED', samePerson: true, repeats: true, approvedAmount: '700.00' }])
  await done(now.one, 'startInvestigation', now.id, { investigatorIds: [now.one.account.id, now.two.account.id] })
  await done(now.one, 'writeHousehold', now.id, { input: HOUSE }, input('HouseholdInput'))
  await done(now.one, 'recordInvestigation', now.id, { input: { investigatedOn: '2026-11-16', ...LOOKS } }, input('InvestigationInput'))
  await done(now.one, 'skipNotice', now.id, { text: '紧急' })
  await done(now.head, 'reviewCase', now.id, { text: '同意' })
  await done(now.officer, 'checkCase', now.id, { input: { opinion: '同意', checks: CHECKS } }, input('CaseCheckInput'))
  expect((await act(now.leader, 'approveCase', now.id, { input: { amount: '500' } }, input('ApprovalInput'))).code).toBe('DUPLICATE')
  // Of two who decide at the same moment one does.
  const version = (await asOwner<{ version: number }[]>('SELECT version FROM hardship_cases WHERE id = ?', [now.id]))[0]!.version
  const APPROVE = 'mutation ($id: ID!, $version: Int!, $input: ApprovalInput!) { approveCase(id: $id, version: $version, input: $input) { state } }'
  const REFUSE = 'mutation ($id: ID!, $version: Int!) { refuseCase(id: $id, version: $version, text: "不符合") { state } }'
  const answers = await Promise.all([
    now.leader.ask(APPROVE, { id: now.id, version, input: { amount: '500', overrideReason: '病情复发，再次住院' } }),
    now.other.ask(REFUSE, { id: now.id, version }),
  ])
  expect(answers.map(answer => answer.code ?? 'DONE').sort()).toEqual(['DONE', 'STALE'])
})

it('shows the pictures of a home to the case role alone, whoever knows their number', async () => {
  const all = await people()
  const { place, one, two, id } = all
  await done(one, 'startInvestigation', id, { investigatorIds: [one.account.id, two.account.id] })
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'green' } }).jpeg().toBuffer()
  const { http } = await app()
  const sent = await http.inject({ method: 'POST', url: '/files', headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${two.token}` }, payload: picture })
  const photoId = (sent.json() as { id: string }).id
  await done(two, 'recordInvestigation', id, { input: { investigatedOn: '2026-11-16', ...LOOKS, photoIds: [photoId] } }, input('InvestigationInput'))
  expect((await one.get(FILE, { id })).hardshipCase.investigations).toMatchObject([{ investigatedOn: '2026-11-16', findings: LOOKS.findings, photoIds: [photoId] }])
  const seen = async (who: Person) => (await http.inject({ url: `/files/${photoId}`, headers: { authorization: `Bearer ${who.token}` } })).statusCode
  const liaison = await person('villageLiaison', { regionCode: place.village(1) })
  expect([await seen(one), await seen(liaison), await seen(await person('bureauAdministrator')), await seen(await person('stationWorker', { regionCode: (await aPlace()).township }))]).toEqual([200, 404, 404, 404])
})
