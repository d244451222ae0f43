import { addDays, addMonths } from '../../../server/kernel/days'
import type { Account } from '../../../server/people/accounts/Account'
import { checkCharacterOf, organisationCheckOf } from '../../../server/people/employers/creditCode'
import { type Employer, EmployerKind } from '../../../server/people/employers/Employer'
import { Employment } from '../../../server/people/employers/Employment'
import { newEmployer } from '../../../server/people/employers/keepEmployer'
import type { Person } from '../../../server/people/persons/Person'
import { PostHolderRole, PostPlaceKind, PostPromise, PostState as S, RectifyReason } from '../../../server/programmes/posts/enums'
import { PostServiceLog } from '../../../server/programmes/posts/logs/PostServiceLog'
import { PioneerPost } from '../../../server/programmes/posts/PioneerPost'
import { PostCounter } from '../../../server/programmes/posts/PostCounter'
import { PostHolder } from '../../../server/programmes/posts/PostHolder'
import { at, made, type Making } from './people'

const EMPLOYERS = 1000
const POSTS_EACH = 3
const STATES: Record<S, number> = { GRANTED: 68, RECTIFYING: 3, DRAFT: 3, SUBMITTED: 5, RETURNED: 2, RECOMMENDED: 4, SITE_CHECKED: 3, PUBLIC_NOTICE: 2, REVOKED: 2, EXPIRED: 4, WITHDRAWN: 2, REJECTED: 2 }
const HUNG: readonly S[] = [S.GRANTED, S.RECTIFYING, S.REVOKED, S.EXPIRED]
const ENDED: readonly S[] = [S.REVOKED, S.EXPIRED, S.WITHDRAWN, S.REJECTED]
const BEFORE_CHECK: readonly S[] = [S.DRAFT, S.SUBMITTED, S.RETURNED, S.RECOMMENDED, S.WITHDRAWN]
const KINDS = Object.values(EmployerKind)
const WORDS = ['示例', '样例', '示样', '例样', '安示', '宏例', '达样', '兴示', '利例', '顺样']
const SUFFIXES = ['商贸有限公司', '米业有限公司', '农机服务有限公司', '超市', '中心卫生院', '供水管理所', '便民服务中心']
const TITLES = ['退役军人优先窗口', '拥军惠民柜台', '便民维修岗']
const SERVICES = ['POLICY', 'PRIORITY', 'GUIDE', 'ERRANDS', 'DISCOUNT', 'REPAIR', 'REST']

export interface Posts {
  employers: Employer[]
  employments: Employment[]
  posts: PioneerPost[]
  holders: PostHolder[]
  logs: PostServiceLog[]
  counters: PostCounter[]
}

/** A credit code that passes its checks, of a division that does not exist, so that it is nobody's. */
function creditCode(n: number): string {
  const organisation = `MADE${String(n).padStart(4, '0')}`
  const first17 = `91150599${organisation}${organisationCheckOf(organisation)}`
  return first17 + checkCharacterOf(first17)
}

/** Employers all over the county, in each of which veterans work, and three posts at each. */
export function makePosts(persons: readonly Person[], { random, ids, today }: Making, officer: Account, ruleId: string): Posts {
  const told: Posts = { employers: [], employments: [], posts: [], holders: [], logs: [], counters: [] }
  const veterans = persons.filter(({ isVeteran }) => isVeteran)
  for (let n = 0; n < EMPLOYERS; n++) {
    const staff = [0, 1, 2].map(k => veterans[(n * 37 + k * 380) % veterans.length]!)
    const born = at(addDays(today, -1200), 9, n % 60)
    const employer = Object.assign(newEmployer(), { ...made(ids, born), kind: KINDS[n % KINDS.length], industryCode: 'F', regionCode: staff[0]!.regionCode, premises: `示例街${random.int(1, 99)}号` })
    employer.call(`${WORDS[n % WORDS.length]}${n + 1}号${SUFFIXES[n % SUFFIXES.length]}`)
    employer.register(creditCode(n))
    employer.contactName = `${random.pick(['王', '李', '张', '刘', '陈'])}示例`
    employer.contactPhone = `154${String(90_000_000 + n)}`
    told.employers.push(employer)
    for (const { id: personId } of staff) told.employments.push(Employment.of({ ...made(ids, born), employerId: employer.id, personId, regionCode: employer.regionCode, jobTitle: random.pick(['窗口工作人员', '班组长', '驾驶员']), from: addMonths(today, -random.int(38, 90)), to: null, endReason: null, endNote: null }))
    for (let k = 0; k < POSTS_EACH; k++) {
      const post = makePost(random.weighted(STATES), k, n * POSTS_EACH + k + 1)
      told.posts.push(post)
      staff.slice(0, 2).forEach(({ id: personId }, at_) => told.holders.push(PostHolder.of({ ...made(ids, post.createdAt), postId: post.id, personId, role: at_ === 0 ? PostHolderRole.HOLDER : PostHolderRole.OTHER, from: post.grantedOn ?? post.appliedOn ?? today, to: post.liveKey === null ? post.endedOn : null })))
      if (!post.isHanging()) continue
      const since = addMonths(today, -10)
      for (let day = addDays(post.grantedOn! > since ? post.grantedOn! : since, random.int(1, 9)); day < today; day = addDays(day, random.int(10, 25))) {
        told.logs.push(PostServiceLog.of({ ...made(ids, at(day, 17)), postId: post.id, employerId: employer.id, regionCode: post.regionCode, servedOn: day, service: random.pick(post.services), peopleServed: random.int(2, 30), minutes: random.int(20, 240), note: null, recordedById: officer.id, voidedFor: null }))
        post.lastLoggedOn = day
      }
    }
    function makePost(state: S, k: number, number: number): PioneerPost {
      const hung = HUNG.includes(state)
      const grantedOn = hung ? addDays(addMonths(today, state === S.EXPIRED ? -36 : -random.int(2, 34)), -random.int(1, 20)) : null
      const appliedOn = state === S.DRAFT ? null : addDays(grantedOn ?? today, hung ? -40 : -random.int(8, 20))
      const placeKind = random.pick(Object.values(PostPlaceKind))
      const checked = !BEFORE_CHECK.includes(state)
      const post = PioneerPost.of({
        ...made(ids, at(appliedOn ?? today, 10)), number: `SFG${today.slice(0, 4)}-${String(number).padStart(4, '0')}`, employerId: employer.id, regionCode: employer.regionCode, title: TITLES[k]!, placeKind, place: '服务大厅', promises: random.some(Object.values(PostPromise), random.int(3, 6)),
        pledge: '首问负责、热情周到，退役军人和老年人优先。', services: random.some(SERVICES, random.int(1, 3)), serviceNote: null, openingHours: '周一至周五 8:30–17:30', state, stateReason: null, liveKey: null, ruleId: state === S.DRAFT ? null : ruleId, createdById: officer.id, appliedOn,
        appliedById: appliedOn && officer.id, recommendedOn: checked ? addDays(appliedOn!, 3) : null, recommendedById: checked ? officer.id : null, recommendation: checked ? '服务意识强，群众评价好，同意推荐。' : null, score: checked ? random.int(82, 98) : null, passed: checked ? true : null,
        inspectorIds: [], noticeFrom: hung ? addDays(grantedOn!, -10) : null, noticeTo: hung ? addDays(grantedOn!, -4) : null, noticePlace: hung ? '单位公示栏' : null, plaqueNo: hung ? `XFG${grantedOn!.slice(0, 4)}-${String(number).padStart(4, '0')}` : null, grantedOn,
        grantedById: hung ? officer.id : null, validTo: grantedOn && addMonths(grantedOn, 36), renewedOn: null, rectifyReason: null, rectifyBy: null, revokeProposedFor: null, lastLoggedOn: null, endedOn: ENDED.includes(state) ? addDays(today, -random.int(3, 10)) : null, plaqueDueOn: null, plaqueReturnedOn: null,
      })
      if (state === S.PUBLIC_NOTICE) Object.assign(post, { noticeFrom: addDays(today, -3), noticeTo: addDays(today, 3), noticePlace: '单位公示栏、旗政府门户网站' })
      if (state === S.RECTIFYING) Object.assign(post, { rectifyReason: RectifyReason.ORDER, rectifyBy: addDays(today, 12), stateReason: '服务台账不完整，限期补齐。' })
      post.settleKey()
      return post
    }
  }
  const series = (letters: string): PostCounter => PostCounter.of({ ...made(ids, at(today)), series: letters + today.slice(0, 4), last: EMPLOYERS * POSTS_EACH })
  told.counters.push(series('SFG'), series('XFG'))
  return told
}
