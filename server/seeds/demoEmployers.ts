import { addDays, addMonths } from '../kernel/days'
import { checkCharacterOf, organisationCheckOf } from '../people/employers/creditCode'
import { Employer, EmployerKind } from '../people/employers/Employer'
import { Employment, EmploymentEnd } from '../people/employers/Employment'
import { newEmployer } from '../people/employers/keepEmployer'
import { type Person, PersonState } from '../people/persons/Person'
import { DEMO_TOWNSHIP } from './demoAccounts'
import type { DemoPeople, Making } from './demoPeople'
import type { Random } from './random'

/** Invented employers, and the veterans of the registry who work for them. */
export interface DemoEmployers {
  employers: Employer[]
  employments: Employment[]
}

/** What employers are called, by their kind: an invented word goes before. */
const KINDS: Record<EmployerKind, { code: string; industry: string; suffixes: readonly string[] }> = {
  GOVERNMENT: { code: '11', industry: 'S', suffixes: ['镇人民政府便民服务中心', '旗示例局'] },
  INSTITUTION: { code: '12', industry: 'Q', suffixes: ['中心卫生院', '综合文化站', '供水管理所'] },
  STATE_FIRM: { code: '91', industry: 'D', suffixes: ['供电所', '粮库有限公司', '供销社有限公司'] },
  PRIVATE_FIRM: { code: '91', industry: 'F', suffixes: ['商贸有限公司', '米业有限公司', '农机服务有限公司', '物流有限公司'] },
  SELF_EMPLOYED: { code: '92', industry: 'O', suffixes: ['超市', '汽车修理部', '理发店', '家电维修部', '饭店'] },
  SOCIAL_ORG: { code: '51', industry: 'S', suffixes: ['退役军人创业协会', '志愿服务协会'] },
}
const SHARES: Record<EmployerKind, number> = { GOVERNMENT: 3, INSTITUTION: 4, STATE_FIRM: 3, PRIVATE_FIRM: 6, SELF_EMPLOYED: 8, SOCIAL_ORG: 1 }
const WORDS = ['示例', '样例', '示样', '例样', '安示', '宏例', '达样', '兴示', '利例', '顺样']
const NUMERALS = [...'甲乙丙丁戊己庚辛']
const JOBS = ['窗口工作人员', '班组长', '店长', '驾驶员', '维修工', '业务员', '仓管员']
const EMPLOYERS = 40

/** A credit code that passes its checks, of a division that does not exist, so that it is nobody's. */
function creditCode(begins: string, n: number): string {
  const organisation = `MADEM${String(n).padStart(3, '0')}`
  const first17 = `${begins}150599${organisation}${organisationCheckOf(organisation)}`
  return first17 + checkCharacterOf(first17)
}

/** Employers all over the banner, a third of them in the demo's township; most have one to three veterans of their township. */
export function makeEmployers({ persons }: DemoPeople, { random, today, scale }: Making): DemoEmployers {
  const made: DemoEmployers = { employers: [], employments: [] }
  const veterans = new Map<string, Person[]>()
  for (const person of persons.filter(one => one.isVeteran && one.state === PersonState.ACTIVE && (one.birthYear ?? 0) > Number(today.slice(0, 4)) - 62)) {
    const township = person.regionCode.slice(0, 9)
    veterans.set(township, [...(veterans.get(township) ?? []), person])
  }
  const townships = [...veterans.keys()].sort()
  for (let n = 0; n < EMPLOYERS * scale; n++) {
    const township = n % 3 === 0 ? DEMO_TOWNSHIP.slice(0, 9) : random.pick(townships)
    const employer = makeEmployer(random, n, township, veterans.get(township) ?? [])
    made.employers.push(employer)
    const staff = random.chance(0.9) ? random.some(veterans.get(township) ?? [], random.int(1, 3)) : []
    for (const { id: personId } of staff) {
      const left = random.chance(0.1)
      const from = addMonths(today, -random.int(14, 90))
      made.employments.push(Employment.of({ employerId: employer.id, personId, regionCode: employer.regionCode, jobTitle: random.pick(JOBS), from, to: left ? addDays(today, -random.int(20, 200)) : null, endReason: left ? EmploymentEnd.LEFT : null, endNote: null }))
    }
  }
  return made
}

/** Those in which veterans work now: only they may have posts. */
export const staffed = ({ employers, employments }: DemoEmployers): Employer[] => employers.filter(({ id }) => employments.some(one => one.employerId === id && one.to === null))

function makeEmployer(random: Random, n: number, township: string, people: readonly Person[]): Employer {
  const kind = random.weighted(SHARES) as EmployerKind
  const { code, industry, suffixes } = KINDS[kind]
  const employer = newEmployer()
  Object.assign(employer, { kind, industryCode: industry, regionCode: people[0] ? random.pick(people).regionCode : `${township}000`, premises: `示例街${random.int(1, 99)}号` })
  employer.call(`${random.pick(WORDS)}${NUMERALS[n % NUMERALS.length]}${random.pick(suffixes)}`)
  employer.register(creditCode(code, n))
  employer.contactName = `${random.pick(['王', '李', '张', '刘', '陈'])}示例`
  employer.contactPhone = `154${String(20_000_000 + n)}`
  return employer
}
