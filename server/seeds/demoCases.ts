import type { Database } from '../kernel/database'
import { accountActor } from '../people/accounts/identify'
import type { Account } from '../people/accounts/Account'
import type { Person } from '../people/persons/Person'
import { CaseCause as Cause, CaseCloseReason, CaseColour as Colour, ClueSource, HardshipKind as Kind } from '../programmes/hardship/enums'
import { FollowUpResult } from '../programmes/hardship/followUps/FollowUp'
import { Department, MeasureKind } from '../programmes/hardship/measures/enums'
import { DEMO_TOWNSHIP, OTHER_TOWNSHIP } from './demoAccounts'
import { type Cast, CaseTale, type Trouble } from './demoCaseSteps'

/** The troubles that the demo's people may be in. */
const TROUBLES: readonly Omit<Trouble, 'personId' | 'ofVillage'>[] = [
  { cause: Cause.ILLNESS, kind: Kind.ILL_OR_DISABLED, text: '做了心脏手术，自费部分借了亲戚的钱', wish: '补助手术自费部分', colour: Colour.YELLOW, amount: '5000' },
  { cause: Cause.ACCIDENT, kind: Kind.SUDDEN_EVENT, text: '赶集时被农用车撞伤，半年不能下地', wish: '补助误工期间生活费', colour: Colour.YELLOW, amount: '3000' },
  { cause: Cause.FIRE, kind: Kind.SUDDEN_EVENT, text: '草垛起火烧了仓房和农具', wish: '补助修缮仓房', colour: Colour.RED, amount: '6000' },
  { cause: Cause.EDUCATION, kind: Kind.OTHER, text: '两个孩子同时上大学，学费不够', wish: '补助一学年学费', colour: Colour.BLUE, amount: '4000' },
  { cause: Cause.UNEMPLOYMENT, kind: Kind.LONG_UNEMPLOYED, text: '厂子停产后一年没有找到活', wish: '介绍工作、临时生活补助', colour: Colour.BLUE, amount: '2000' },
  { cause: Cause.DISABILITY, kind: Kind.OLD_INJURY, text: '腿部旧伤加重，走路要拄拐', wish: '补助康复器具', colour: Colour.YELLOW, amount: '3500' },
  { cause: Cause.FLOOD, kind: Kind.SUDDEN_EVENT, text: '汛期泡了十几亩玉米', wish: '补助种子化肥', colour: Colour.BLUE, amount: '2500' },
  { cause: Cause.HOUSING, kind: Kind.OTHER, text: '土房后墙裂缝，冬天透风', wish: '补助修房', colour: Colour.RED, amount: '8000' },
]

type Step = Exclude<keyof CaseTale, 'ago'>

/** Days after the first that each step of a usual case comes. */
const USUAL: readonly [day: number, tell: (tale: CaseTale) => Promise<void>, step: Step][] = [
  [0, tale => tale.clue(ClueSource.VILLAGE), 'clue'],
  [1, tale => tale.register(), 'register'],
  [2, tale => tale.investigate(), 'investigate'],
  [4, tale => tale.record(), 'record'],
  [5, tale => tale.notice(), 'notice'],
  [13, tale => tale.review(), 'review'],
  [16, tale => tale.check(), 'check'],
  [18, tale => tale.approve(), 'approve'],
  [19, tale => tale.deliver(), 'deliver'],
  [20, tale => tale.plan(), 'plan'],
  [24, tale => tale.give(MeasureKind.MONEY), 'give'],
  [29, tale => tale.give(MeasureKind.GOODS), 'give'],
  [40, tale => tale.give(MeasureKind.SERVICE), 'give'],
  [55, tale => tale.followUp(FollowUpResult.BETTER), 'followUp'],
  [90, tale => tale.close(CaseCloseReason.SOLVED), 'close'],
]

/** Cases in every state, told by the acts themselves on days past, of people who were invented. */
export async function tellCases(database: Database, today: string, accounts: readonly Account[], persons: readonly Person[]): Promise<number> {
  const cast = Object.fromEntries(await Promise.all(accounts.map(async ({ id, username }) => [username, await accountActor(database, id)]))) as Cast
  const village = accounts.find(account => account.username === 'village')!.regionCode!
  const pick = (township: string): Person[] => persons.filter(({ isVeteran, regionCode }) => isVeteran && regionCode.startsWith(township.slice(0, 9)))
  const [here, there] = [pick(DEMO_TOWNSHIP).sort((a, b) => Number(b.regionCode === village) - Number(a.regionCode === village)), pick(OTHER_TOWNSHIP)]
  let told = 0
  const tale = (from: Person[], home: 'station' | 'station2' = 'station'): CaseTale => {
    const person = from[Math.floor(told / TROUBLES.length) * 3 + (told % TROUBLES.length)] ?? from[told % from.length]!
    return new CaseTale(database, today, cast, { personId: person.id, ofVillage: person.regionCode === village, ...TROUBLES[told++ % TROUBLES.length]! }, home)
  }
  /** A usual case that began so many days ago, up to a step or to today. */
  const usual = async (age: number, until?: number): Promise<CaseTale> => {
    const one = tale(here)
    for (const [n, [day, tell]] of USUAL.entries()) if (day <= age && (until === undefined || n <= until)) await tell(one.ago(age - day))
    return one
  }
  const to = (step: Step): number => USUAL.findIndex(([, , name]) => name === step)

  await tale(here).ago(1).clue(ClueSource.VILLAGE)
  await tale(here).ago(8).clue(ClueSource.PERSON)
  await tale(here).ago(0).clue(ClueSource.VILLAGE, true)
  await usual(2, to('register'))
  await (await usual(5, to('register'))).ago(3).urgent()
  await (await usual(3, to('register'))).ago(1).handOver(OTHER_TOWNSHIP)
  await usual(3)
  await usual(30, to('investigate'))
  await usual(8)
  await (await usual(9)).ago(1).objectToNotice()
  await usual(15, to('notice'))
  await (await usual(19, to('review'))).ago(2).sendBack()
  await usual(15)
  await usual(17)
  await usual(18)
  await usual(45, to('deliver'))
  await (await usual(22, to('check'))).ago(1).refuse()
  const refused = await usual(32, to('check'))
  await refused.ago(12).refuse()
  await refused.ago(11).deliver()
  await refused.ago(3).objectToDecision()
  await usual(23)
  const helped = [await usual(30), await usual(60, to('give')), await usual(70)]
  await helped[0]!.ago(1).refer()
  await helped[1]!.ago(20).refer(Department.CIVIL_AFFAIRS, '申请临时救助', '已发放临时救助金')
  await helped[2]!.ago(40).refer(Department.DISABLED_FEDERATION, '残疾等级评定和辅具', '已评定，配发轮椅')
  for (const [n, one] of helped.entries()) await one.ago(20 + n * 18).helpers()
  for (const age of [100, 150, 220, 300]) await usual(age)
  await (await usual(20, to('record'))).ago(6).close(CaseCloseReason.WITHDREW)
  const dismissed = tale(here)
  await dismissed.ago(20).clue(ClueSource.PERSON)
  await dismissed.ago(18).dismiss()
  await tale(there, 'station2').ago(6).clue(ClueSource.PERSON)
  await tale(there, 'station2').ago(2).register()
  return told
}
