import fc from 'fast-check'
import type { CareLink } from '../../admin/programmes/careLinks'
import { caseLinks } from '../../admin/programmes/hardship/caseLinks'
import { sumOf } from '../../server/kernel/money'
import { CaseObjection } from '../../server/programmes/hardship/CaseObjection'
import { CaseCategory, CaseCause, CaseCloseReason, CaseColour, CaseObjectionState, CaseState, ClueSource, ContactWay, HardshipKind, ObjectionAgainst } from '../../server/programmes/hardship/enums'
import { HardshipCase } from '../../server/programmes/hardship/HardshipCase'
import { FollowUp, FollowUpResult } from '../../server/programmes/hardship/followUps/FollowUp'
import { Department, FundSource, MeasureKind, MeasureState, ReferralState } from '../../server/programmes/hardship/measures/enums'
import { Referral } from '../../server/programmes/hardship/measures/Referral'
import { type Person, person, put, setClock, stop, systemCtx } from '../support/app'
import { aCase } from '../support/cases'
import { statementsFromNow } from '../support/database'
import { aMeasure } from '../support/measures'
import { aPerson, aPlace } from '../support/people'

const TODAY = '2026-11-23'
const [FROM, TO] = ['2026-10-01', TODAY]
const FIGURES = `query($region: RegionCode, $from: Date, $to: Date) { caseFigures(region: $region, from: $from, to: $to) { from to clues cases inTime helped medianDays repeats objected onRegister overdue casesHelped peopleHelped closed solved money goods referralsSent referralsDone followUps
  kinds { key count } colours { key count } categories { key count } sources { key count } states { key count } townships { key count } measures { key count } funds { fund measures money goods } } }`
const FILTERS: Record<string, string> = { hardshipCases: 'HardshipCaseFilter', measures: 'MeasureFilter', referrals: 'ReferralFilter', followUps: 'FollowUpFilter' }

async function list<T>(asker: Person, { of, filter }: CareLink, fields: string): Promise<{ total: number; items: T[] }> {
  return (await asker.get<Record<string, { total: number; items: T[] }>>(`query($filter: ${FILTERS[of]}!) { ${of}(filter: $filter, page: { size: 100 }) { total items { ${fields} } } }`, { filter }))[of]!
}
const count = async (asker: Person, link: CareLink): Promise<number> => (await list(asker, link, 'id')).total

beforeAll(() => setClock(`${TODAY}T04:00:00Z`))
afterAll(stop)

const day = fc.constantFrom('2026-09-20', '2026-10-01', '2026-10-31', '2026-11-05', TODAY)
const yuan = fc.constantFrom('0.01', '99.99', '1500.50', '3000.00')
/** One case's part of a random township. */
const story = fc.record({
  reportedOn: day, registered: fc.boolean(), state: fc.constantFrom(...Object.values(CaseState)), colour: fc.constantFrom(...Object.values(CaseColour)), category: fc.option(fc.constantFrom(...Object.values(CaseCategory)), { nil: null }),
  kinds: fc.uniqueArray(fc.constantFrom(...Object.values(HardshipKind)), { minLength: 1, maxLength: 3 }), source: fc.constantFrom(...Object.values(ClueSource)), closeReason: fc.constantFrom(...Object.values(CaseCloseReason)), closedOn: day,
  lateSteps: fc.constantFrom(0, 0, 1), dueOn: fc.constantFrom(null, '2026-11-22', '2026-11-23', '2026-11-30'), objected: fc.boolean(), village: fc.constantFrom(1, 2), who: fc.constantFrom(0, 1),
  measures: fc.array(fc.record({ kind: fc.constantFrom(...Object.values(MeasureKind)), state: fc.constantFrom(...Object.values(MeasureState)), fund: fc.constantFrom(FundSource.BANNER, FundSource.DONATION), given: fc.option(yuan, { nil: null }), on: day }), { maxLength: 3 }),
  referrals: fc.array(fc.record({ state: fc.constantFrom(...Object.values(ReferralState)), sentOn: day, doneOn: day }), { maxLength: 2 }),
  looks: fc.array(day, { maxLength: 2 }),
})
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never

async function arrange(village: (n: number) => string, people: readonly string[], stories: readonly Story[]): Promise<number[]> {
  const days: number[] = []
  for (const { registered, state: asked, measures, referrals, looks, objected, village: n, who, closeReason, closedOn, dueOn, reportedOn, ...values } of stories) {
    const state = registered ? (asked === CaseState.CLUE ? CaseState.REGISTERED : asked) : asked === CaseState.CLOSED ? asked : CaseState.CLUE
    const closed = state === CaseState.CLOSED
    const done = measures.filter(measure => measure.state === MeasureState.DONE)
    const firstGivenOn = registered && done.length > 0 ? done.map(({ on }) => on).sort()[0]! : null
    const one = await aCase({
      ...values, regionCode: village(n), personId: people[who], cause: closed ? CaseCause.ILLNESS : Object.values(CaseCause)[days.length % 11], state, reportedOn, registeredOn: registered ? reportedOn : null, dueOn: closed ? null : dueOn, firstGivenOn,
      closedOn: closed ? closedOn : null, closeReason: closed ? closeReason : null,
    }).catch((error: { code?: string }) => (error.code === 'DUPLICATE' ? null : Promise.reject(error)))
    if (!one) continue
    if (registered) for (const { on, given, ...measure } of measures) await aMeasure(one, { ...measure, fund: given === null ? null : measure.fund, given: measure.state === MeasureState.DONE ? given : null, givenOn: measure.state === MeasureState.DONE ? on : null })
    for (const { doneOn, ...referral } of registered ? referrals : []) await put(Referral.of({ caseId: one.id, department: Department.HOUSING, measureId: null, what: '危房改造', contact: null, answeredOn: null, answer: null, doneOn: referral.state === ReferralState.DONE ? doneOn : null, result: null, ...referral }))
    for (const followedOn of registered ? looks : []) await put(FollowUp.of({ caseId: one.id, followedOn, way: ContactWay.HOME, result: FollowUpResult.BETTER, note: null, nextOn: null, madeById: one.id }))
    if (objected) await putPart(one, CaseObjection.of({ caseId: one.id, against: ObjectionAgainst.NOTICE, state: CaseObjectionState.OPEN, byName: null, byPhone: null, text: null, receivedOn: TODAY, dueOn: TODAY, recordedById: one.id, answer: null, answeredById: null, answeredOn: null }))
    if (firstGivenOn && reportedOn >= FROM) days.push((Date.parse(firstGivenOn) - Date.parse(reportedOn)) / 86_400_000)
  }
  return days
}

async function putPart(one: HardshipCase, part: CaseObjection): Promise<void> {
  const ctx = await systemCtx()
  await ctx.transact('arrange', async inner => {
    await inner.store.hold(HardshipCase, one.id)
    return inner.store.save(part)
  })
}

it('counts each figure as the list does that it leads to, in one number of statements however much there is', () => fc.assert(fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 6 }), fc.boolean(), async (stories, narrowed) => {
  const place = await aPlace(2)
  const people = [(await aPerson({ regionCode: place.village(1) })).id, (await aPerson({ regionCode: place.village(2) })).id]
  const days = await arrange(place.village, people, stories)
  const station = await person('stationWorker', { regionCode: place.township })
  const region = narrowed ? place.village(1) : null
  const sent = await statementsFromNow()
  const { caseFigures: figures } = await station.get(FIGURES, { region, from: FROM, to: TO })
  const seen = sent()
  expect(seen.filter(sql => /FROM (hardship_cases|measures|referrals|follow_ups) it/.test(sql))).toHaveLength(8)
  const links = caseLinks(FROM, TO, region)
  for (const [name, link] of Object.entries(links)) {
    if (typeof link === 'function' || ['late', 'given', 'money', 'goods'].includes(name)) continue
    expect([name, figures[name]]).toEqual([name, await count(station, link)])
  }
  expect(figures.cases - figures.inTime).toBe(await count(station, links.late))
  for (const [tallies, link] of [[figures.kinds, links.kind], [figures.colours, links.colour], [figures.categories, links.category], [figures.sources, links.source], [figures.states, links.state], [figures.measures, links.measure]] as const) {
    for (const { key, count: counted } of tallies) expect([key, counted]).toEqual([key, await count(station, link(key))])
  }
  if (!narrowed) for (const { key, count: counted } of figures.townships) expect([key, counted]).toEqual([key, await count(station, links.township(key))])
  const sum = async (link: CareLink): Promise<string> => sumOf((await list<{ given: string | null }>(station, link, 'given')).items.map(item => item.given))
  expect([figures.money, figures.goods]).toEqual([await sum(links.money), await sum(links.goods)])
  for (const { fund, ...row } of figures.funds as { fund: string; measures: number; money: string; goods: string }[]) {
    expect([fund, row]).toEqual([fund, { measures: await count(station, links.fund(fund)), money: await sum(links.moneyOf(fund)), goods: await sum(links.goodsOf(fund)) }])
  }
  const helped = await list<{ person: { id: string } }>(station, links.casesHelped, 'person { id }')
  expect(figures.peopleHelped).toBe(new Set(helped.items.map(item => item.person.id)).size)
  if (!narrowed) {
    const sorted = [...days].sort((a, b) => a - b)
    const middle = sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2
    expect(figures.medianDays).toBe(middle)
  }
}), { numRuns: 6 }), 180_000)

it('counts nothing beyond reach, and is forbidden without the case role', async () => {
  const place = await aPlace(1)
  await aCase({ regionCode: place.village(1), reportedOn: TODAY, registeredOn: TODAY })
  const mine = await person('caseWorker')
  await aCase({ regionCode: place.village(1), reportedOn: TODAY, registeredOn: TODAY, ownerId: mine.account.id })
  expect((await mine.get(FIGURES)).caseFigures).toMatchObject({ from: '2026-01-01', to: TODAY, clues: 1, cases: 1, onRegister: 1, medianDays: null })
  expect((await (await person('stationHead', { regionCode: place.township })).get(FIGURES)).caseFigures).toMatchObject({ clues: 2 })
  expect((await (await person('stationHead', { regionCode: (await aPlace(1)).township })).get(FIGURES, { region: place.township })).caseFigures).toMatchObject({ clues: 0, onRegister: 0 })
  for (const role of ['bureauAdministrator', 'auditor', 'villageLiaison', 'volunteer'] as const) expect((await (await person(role)).ask(FIGURES)).code).toBe('FORBIDDEN')
})
