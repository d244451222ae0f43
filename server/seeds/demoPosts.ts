import { addDays, addMonths } from '../kernel/days'
import { idAt, newId } from '../kernel/entity'
import { PostHolderRole, PostObjectionState, PostPlaceKind, PostPromise, PostState as S, RectifyReason } from '../programmes/posts/enums'
import { FeedbackKind, FeedbackState, PostFeedback } from '../programmes/posts/feedback/PostFeedback'
import { PostServiceLog } from '../programmes/posts/logs/PostServiceLog'
import { PioneerPost } from '../programmes/posts/PioneerPost'
import { PostCounter } from '../programmes/posts/PostCounter'
import { PostHolder } from '../programmes/posts/PostHolder'
import { PostObjection } from '../programmes/posts/PostObjection'
import { PostReview, ReviewResult, ReviewState } from '../programmes/posts/reviews/PostReview'
import { ReviewRound } from '../programmes/posts/reviews/ReviewRound'
import { type DemoEmployers, staffed } from './demoEmployers'
import type { Random } from './random'

/** Invented posts in every state, with what has become of them. */
export interface DemoPosts {
  posts: PioneerPost[]
  holders: PostHolder[]
  logs: PostServiceLog[]
  objections: PostObjection[]
  rounds: ReviewRound[]
  reviews: PostReview[]
  feedback: PostFeedback[]
  counters: PostCounter[]
}

interface Making {
  random: Random
  today: string
  ruleId: string
  /** Accounts by their user names. */
  accounts: ReadonlyMap<string, string>
}

/** How many posts there are in each state: most are at work, one or two on each step of the way. */
const STATES: readonly [S, number][] = [[S.GRANTED, 11], [S.RECTIFYING, 2], [S.DRAFT, 2], [S.SUBMITTED, 2], [S.RETURNED, 1], [S.RECOMMENDED, 1], [S.SITE_CHECKED, 1], [S.PUBLIC_NOTICE, 1], [S.REVOKED, 1], [S.EXPIRED, 1], [S.WITHDRAWN, 1], [S.REJECTED, 1]]
const HUNG: readonly S[] = [S.GRANTED, S.RECTIFYING, S.REVOKED, S.EXPIRED]
const BEFORE_CHECK: readonly S[] = [S.DRAFT, S.SUBMITTED, S.RETURNED, S.RECOMMENDED]
const TITLES = ['退役军人优先窗口', '拥军惠民柜台', '便民维修岗', '红色服务班组', '政策咨询岗', '爱心代办岗', '平安调解岗']
const PLACES: Record<PostPlaceKind, string> = { WINDOW: '服务大厅', SHIFT: '一线班组', SHOP: '临街门店', OTHER: '院内' }
const SERVICES = ['POLICY', 'PRIORITY', 'GUIDE', 'ERRANDS', 'DISCOUNT', 'REPAIR', 'REST']

/** Makes the posts at employers in which veterans work, with their logs, last year's reviews, and what the public said. */
export function makePosts(work: DemoEmployers, making: Making): DemoPosts {
  const { today, accounts } = making
  const made: DemoPosts = { posts: [], holders: [], logs: [], objections: [], rounds: [], reviews: [], feedback: [], counters: [] }
  const lastYear = Number(today.slice(0, 4)) - 1
  const round = ReviewRound.of({ regionCode: '150525000000', year: lastYear, openedOn: `${lastYear}-11-01`, openedById: accounts.get('officer')!, dueOn: `${lastYear}-12-10` })
  made.rounds.push(round)
  const { employments } = work
  const employers = staffed(work)
  let n = 0
  for (const [state, many] of STATES) {
    for (let k = 0; k < many && employers[n]; k++, n++) {
      const employer = employers[n]!
      const post = makePost(making, employer, state, n)
      made.posts.push(post)
      employments.filter(one => one.employerId === employer.id && one.to === null).slice(0, 2).forEach((one, index) => {
        const ended = post.liveKey === null
        made.holders.push(PostHolder.of({ postId: post.id, personId: one.personId, role: index === 0 ? PostHolderRole.HOLDER : PostHolderRole.OTHER, from: post.grantedOn ?? post.appliedOn ?? today, to: ended ? post.endedOn : null }))
      })
      if (post.isHanging()) addYears(made, making, post, round)
      if (state === S.PUBLIC_NOTICE) made.objections.push(PostObjection.of({ postId: post.id, regionCode: post.regionCode, state: PostObjectionState.OPEN, text: '示例异议：公示的服务时间与实际不符。', raisedOn: addDays(today, -2), recordedById: accounts.get('station')!, answer: null, answeredById: null, answeredOn: null }))
    }
  }
  made.counters.push(PostCounter.of({ series: `SFG${today.slice(0, 4)}`, last: n }), PostCounter.of({ series: `XFG${today.slice(0, 4)}`, last: n }))
  return made
}

function makePost({ random, today, ruleId, accounts }: Making, employer: { id: string; regionCode: string }, state: S, n: number): PioneerPost {
  const hung = HUNG.includes(state)
  const grantedOn = hung ? (state === S.EXPIRED ? addDays(addMonths(today, -36), -10) : addDays(addMonths(today, -random.int(2, 30)), -random.int(0, 20))) : null
  const appliedOn = state === S.DRAFT ? null : addDays(grantedOn ?? today, hung ? -40 : -random.int(8, 20))
  const placeKind = random.pick(Object.values(PostPlaceKind))
  const checked = !BEFORE_CHECK.includes(state) && state !== S.WITHDRAWN
  const ended = [S.REVOKED, S.EXPIRED, S.WITHDRAWN, S.REJECTED].includes(state)
  const post = PioneerPost.of({
    id: appliedOn ? idAt(new Date(`${appliedOn}T10:00:00+08:00`)) : newId(), number: `SFG${today.slice(0, 4)}-${String(n + 1).padStart(4, '0')}`, employerId: employer.id, regionCode: employer.regionCode, title: TITLES[n % TITLES.length]!, placeKind, place: PLACES[placeKind],
    promises: random.some(Object.values(PostPromise), random.int(3, 6)), pledge: '首问负责、热情周到，退役军人和老年人优先。', services: random.some(SERVICES, random.int(1, 3)), serviceNote: null, openingHours: '周一至周五 8:30–17:30', state, stateReason: null, liveKey: null,
    ruleId: state === S.DRAFT ? null : ruleId, createdById: accounts.get('station')!, appliedOn, appliedById: appliedOn && accounts.get('station')!, recommendedOn: checked ? addDays(appliedOn!, 3) : null, recommendedById: checked ? accounts.get('stationhead')! : null,
    recommendation: checked ? '服务意识强，群众评价好，同意推荐。' : null, score: checked ? random.int(82, 98) : null, passed: checked ? true : null, inspectorIds: checked ? [accounts.get('officer')!, accounts.get('admin')!] : [],
    noticeFrom: null, noticeTo: null, noticePlace: null, plaqueNo: hung ? `XFG${grantedOn!.slice(0, 4)}-${String(n + 1).padStart(4, '0')}` : null, grantedOn, grantedById: hung ? accounts.get('leader')! : null, validTo: grantedOn && addMonths(grantedOn, 36), renewedOn: null,
    rectifyReason: null, rectifyBy: null, revokeProposedFor: null, lastLoggedOn: null, endedOn: ended ? addDays(today, -random.int(3, 10)) : null, plaqueDueOn: null, plaqueReturnedOn: null,
  })
  if (state === S.PUBLIC_NOTICE) Object.assign(post, { noticeFrom: addDays(today, -3), noticeTo: addDays(today, 3), noticePlace: '单位公示栏、旗政府门户网站' })
  if (hung) Object.assign(post, { noticeFrom: addDays(grantedOn!, -10), noticeTo: addDays(grantedOn!, -4), noticePlace: '单位公示栏' })
  if (state === S.RECTIFYING) Object.assign(post, { rectifyReason: RectifyReason.ORDER, rectifyBy: addDays(today, 12), stateReason: '服务台账不完整，限期补齐。' })
  if (state === S.RETURNED) post.stateReason = '请补充服务项目和岗位责任人。'
  if (ended) Object.assign(post, { stateReason: state === S.EXPIRED ? null : '示例原因：单位自愿放弃或不再符合条件。', plaqueDueOn: hung ? addDays(post.endedOn!, 15) : null })
  post.settleKey()
  return post
}

/** What a post under its plaque did of late, last year's review, and what the public said. */
function addYears(made: DemoPosts, { random, today, accounts }: Making, post: PioneerPost, round: ReviewRound): void {
  const since = addMonths(today, -10)
  const begin = post.grantedOn! > since ? post.grantedOn! : since
  const quiet = random.chance(0.15)
  for (let day = addDays(begin, random.int(1, 9)); day < (quiet ? addMonths(today, -3) : today); day = addDays(day, random.int(5, 14))) {
    made.logs.push(PostServiceLog.of({ id: idAt(new Date(`${day}T17:00:00+08:00`)), postId: post.id, employerId: post.employerId, regionCode: post.regionCode, servedOn: day, service: random.pick(post.services), peopleServed: random.int(2, 30), minutes: random.int(20, 240), note: null, recordedById: accounts.get('station')!, voidedFor: null }))
    post.lastLoggedOn = day
  }
  if (post.grantedOn! < `${round.year}-06-01`) {
    const result = random.chance(0.85) ? ReviewResult.PASS : ReviewResult.RECTIFY
    const reviewedOn = `${round.year}-11-${String(random.int(10, 28))}`
    made.reviews.push(PostReview.of({
      postId: post.id, employerId: post.employerId, regionCode: post.regionCode, roundId: round.id, year: round.year, ruleId: post.ruleId!, state: ReviewState.DONE, dueOn: round.dueOn, reviewerId: accounts.get('officer')!, reviewedOn, reviewedById: accounts.get('officer')!,
      score: result === ReviewResult.PASS ? random.int(82, 98) : random.int(62, 78), most: 100, result, findings: result === ReviewResult.PASS ? null : '示例问题：台账记录不全，已限期补齐。', rectifiedOn: result === ReviewResult.PASS ? null : `${round.year}-12-20`,
    }))
  }
  if (random.chance(0.4)) {
    const answered = random.chance(0.5)
    const kind = random.chance(0.7) ? FeedbackKind.PRAISE : FeedbackKind.COMPLAINT
    const day = addDays(today, -random.int(0, 4))
    made.feedback.push(PostFeedback.of({
      postId: post.id, regionCode: post.regionCode, kind, state: answered ? FeedbackState.ANSWERED : FeedbackState.RECEIVED, text: kind === FeedbackKind.PRAISE ? '示例：服务热情，办事很快。' : '示例：上午去的时候岗位上没有人。', dueOn: addDays(day, 7), answer: answered ? '已转告岗位并登记。' : null,
      answeredById: answered ? accounts.get('station')! : null, answeredAt: answered ? new Date(`${addDays(day, 1)}T01:30:00Z`) : null,
    }))
  }
}
