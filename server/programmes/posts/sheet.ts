import { askedByRegion, placeColumns } from '../../bureau/regions/sheet'
import type { Context } from '../../kernel/context'
import { found } from '../../kernel/follows'
import { ActorName } from '../../kernel/history'
import { type Cell, clock, defineSheet, inWords, named, type SheetColumn, spoken, wordsFor, yesNo } from '../../kernel/sheets'
import { say } from '../../kernel/text'
import { Employer } from '../../people/employers/Employer'
import { employerKinds } from '../../people/employers/sheet'
import { PostPlaceKind, PostState, RectifyReason } from './enums'
import { PostServiceLogFilter, PostServiceLogSort } from './logs/inputs'
import { PostServiceLog } from './logs/PostServiceLog'
import { searchLogs } from './logs/searchLogs'
import { PioneerPostFilter, PioneerPostSort } from './inputs'
import { servicesNamed } from './names'
import { PioneerPost } from './PioneerPost'
import { factsOf } from './postConditions'
import { PostReviewFilter, PostReviewSort } from './reviews/inputs'
import { PostReview, ReviewResult, ReviewState } from './reviews/PostReview'
import { searchReviews } from './reviews/searchReviews'
import { searchPosts } from './searchPosts'

const states = wordsFor<PostState>('PostState', {
  DRAFT: say('草稿', 'Draft'), SUBMITTED: say('已申报', 'Submitted'), RETURNED: say('已退回', 'Returned'), RECOMMENDED: say('已推荐', 'Recommended'), SITE_CHECKED: say('已现场核查', 'Site checked'), PUBLIC_NOTICE: say('公示中', 'On notice'),
  GRANTED: say('已授牌', 'Granted'), RECTIFYING: say('整改中', 'Rectifying'), REVOKED: say('已撤销', 'Revoked'), EXPIRED: say('已到期', 'Expired'), WITHDRAWN: say('已撤回', 'Withdrawn'), REJECTED: say('未通过', 'Rejected'),
})
const placeKinds = wordsFor<PostPlaceKind>('PostPlaceKind', { WINDOW: say('服务窗口', 'Window'), SHIFT: say('班组', 'Shift'), SHOP: say('门店', 'Shop'), OTHER: say('其他', 'Other') })
const reasons = wordsFor<RectifyReason>('RectifyReason', { NO_VETERAN: say('岗上已无退役军人', 'No veteran left'), REVIEW: say('年审要求', 'Asked by the review'), ORDER: say('局机关要求', 'Asked by the bureau') })
const reviewStates = wordsFor<ReviewState>('ReviewState', { DUE: say('待年审', 'To be held'), DONE: say('已年审', 'Held'), CANCELLED: say('不再年审', 'Called off') })
const results = wordsFor<ReviewResult>('ReviewResult', { PASS: say('合格', 'Passed'), RECTIFY: say('限期整改', 'To rectify'), FAIL: say('不合格', 'Failed') })

const employerName = async (id: string, { store }: Context): Promise<Cell> => (await store.follow(Employer, id))?.name ?? null
const services = async (codes: readonly string[], ctx: Context): Promise<Cell> => (await servicesNamed(ctx, codes)).map(item => (ctx.origin.locale === 'en' ? item.nameEn : item.nameZh)).join(ctx.origin.locale === 'en' ? ', ' : '、')
const title = { key: 'title', title: say('岗位名称', 'Title'), width: 24 }
const askedByPost = named(say('示范岗', 'Post'), PioneerPost, post => post.title)
const askedByEmployer = named(say('用人单位', 'Employer'), Employer, employer => employer.name)

/** The posts, as they may leave. */
export const postSheet = defineSheet<PioneerPost, PioneerPostFilter, PioneerPostSort>({
  name: 'pioneerPosts', title: say('先锋示范岗', 'Pioneer posts'), type: PioneerPost, may: 'post.read', filter: PioneerPostFilter, sort: PioneerPostSort, rows: searchPosts,
  columns: [
    { key: 'number', title: say('编号', 'Number'), width: 16, value: row => row.number },
    { ...title, value: row => row.title },
    { key: 'employer.name', title: say('用人单位', 'Employer'), width: 30, value: (row, ctx) => employerName(row.employerId, ctx) },
    { key: 'employer.kind', title: say('单位性质', 'Kind of employer'), width: 12, value: async (row, ctx) => inWords(employerKinds, (await ctx.store.follow(Employer, row.employerId))?.kind ?? null, ctx) },
    { key: 'state', title: say('状态', 'State'), width: 12, value: (row, ctx) => inWords(states, row.state, ctx) },
    { key: 'placeKind', title: say('岗位类别', 'Kind of place'), width: 12, value: (row, ctx) => inWords(placeKinds, row.placeKind, ctx) },
    { key: 'place', title: say('岗位位置', 'Where'), width: 24, value: row => row.place },
    ...placeColumns<PioneerPost>(),
    { key: 'items', title: say('服务项目', 'Services'), width: 28, value: (row, ctx) => services(row.services, ctx) },
    { key: 'openingHours', title: say('服务时间', 'Hours'), width: 18, value: row => row.openingHours },
    { key: 'veteranCount', title: say('在岗退役军人数', 'Veterans at it'), width: 12, value: async (row, ctx) => (await factsOf(ctx, row)).holders },
    { key: 'appliedOn', title: say('申报日期', 'Applied'), width: 12, value: row => row.appliedOn },
    { key: 'score', title: say('核查得分', 'Points'), width: 10, value: row => row.score },
    { key: 'plaqueNo', title: say('牌匾编号', 'Plaque'), width: 16, value: row => row.plaqueNo },
    { key: 'grantedOn', title: say('授牌日期', 'Granted'), width: 12, value: row => row.grantedOn },
    { key: 'validTo', title: say('有效期至', 'Valid until'), width: 12, value: row => row.validTo },
    { key: 'rectifyReason', title: say('整改原因', 'Why it rectifies'), width: 16, value: (row, ctx) => inWords(reasons, row.rectifyReason, ctx) },
    { key: 'rectifyBy', title: say('整改期限', 'To rectify by'), width: 12, value: row => row.rectifyBy },
    { key: 'lastLoggedOn', title: say('最近服务', 'Last log'), width: 12, value: row => row.lastLoggedOn },
    { key: 'endedOn', title: say('终止日期', 'Ended'), width: 12, value: row => row.endedOn },
    { key: 'plaqueReturnedOn', title: say('牌匾收回日期', 'Plaque back'), width: 12, value: row => row.plaqueReturnedOn },
  ],
  filters: {
    q: spoken(say('关键词', 'Keyword')), region: askedByRegion, state: { title: say('状态', 'State'), words: states }, employerId: askedByEmployer, employerKind: { title: say('单位性质', 'Kind of employer'), words: employerKinds },
    placeKind: { title: say('岗位类别', 'Kind of place'), words: placeKinds }, services: { title: say('服务项目', 'Services') }, grantedOnFrom: { title: say('授牌日期起', 'Granted from') }, grantedOnTo: { title: say('授牌日期止', 'Granted to') },
    endedOnFrom: { title: say('终止日期起', 'Ended from') }, endedOnTo: { title: say('终止日期止', 'Ended to') }, validToFrom: { title: say('有效期起', 'Valid until, from') }, validToTo: { title: say('有效期止', 'Valid until, to') },
    reviewDue: { title: say('待年审', 'Review due') }, quiet: { title: say('长期无服务记录', 'Nothing logged for long') }, holderless: { title: say('无责任人', 'Without a holder') }, plaqueOut: { title: say('牌匾未收回', 'Plaque out') },
    objected: { title: say('有异议', 'Objected to') }, ending: { title: say('即将到期', 'Ending') }, noticeOver: { title: say('公示期满', 'Notice over') }, revokeProposed: { title: say('建议撤销', 'To be revoked') },
  },
})

const ofPost = <T extends { postId: string }>(read: (post: PioneerPost, ctx: Context) => Cell | Promise<Cell>): SheetColumn<T>['value'] => async (row, ctx) => {
  const post = await ctx.store.follow(PioneerPost, row.postId)
  return post && read(post, ctx)
}

/** The log of posts, as it may leave. */
export const postLogSheet = defineSheet<PostServiceLog, PostServiceLogFilter, PostServiceLogSort>({
  name: 'postServiceLogs', title: say('示范岗服务记录', 'Log of posts'), type: PostServiceLog, may: 'post.read', filter: PostServiceLogFilter, sort: PostServiceLogSort, rows: searchLogs,
  columns: [
    { key: 'servedOn', title: say('服务日期', 'Day'), width: 12, value: row => row.servedOn },
    { key: 'post.title', title: say('岗位名称', 'Post'), width: 24, value: ofPost(post => post.title) },
    { key: 'post.plaqueNo', title: say('牌匾编号', 'Plaque'), width: 16, value: ofPost(post => post.plaqueNo) },
    { key: 'post.employer.name', title: say('用人单位', 'Employer'), width: 30, value: (row, ctx) => employerName(row.employerId, ctx) },
    ...placeColumns<PostServiceLog>(),
    { key: 'item', title: say('服务项目', 'Service'), width: 18, value: (row, ctx) => services([row.service], ctx) },
    { key: 'peopleServed', title: say('服务人次', 'People served'), width: 10, value: row => row.peopleServed },
    { key: 'minutes', title: say('服务时长（分钟）', 'Minutes'), width: 12, value: row => row.minutes },
    { key: 'note', title: say('说明', 'Note'), width: 30, value: row => row.note },
    { key: 'voidedFor', title: say('作废原因', 'Why voided'), width: 20, value: row => row.voidedFor },
  ],
  filters: { postId: askedByPost, employerId: askedByEmployer, region: askedByRegion, service: { title: say('服务项目', 'Service') }, servedOnFrom: { title: say('服务日期起', 'From') }, servedOnTo: { title: say('服务日期止', 'To') }, voided: { title: say('已作废', 'Voided') } },
})

/** What a year's reviews came to, as it may leave. */
export const postReviewSheet = defineSheet<PostReview, PostReviewFilter, PostReviewSort>({
  name: 'postReviews', title: say('示范岗年审结果', 'Reviews of posts'), type: PostReview, may: 'post.read', filter: PostReviewFilter, sort: PostReviewSort, rows: searchReviews,
  columns: [
    { key: 'year', title: say('年度', 'Year'), width: 8, value: row => row.year },
    { key: 'post.plaqueNo', title: say('牌匾编号', 'Plaque'), width: 16, value: ofPost(post => post.plaqueNo) },
    { key: 'post.title', title: say('岗位名称', 'Post'), width: 24, value: ofPost(post => post.title) },
    { key: 'post.employer.name', title: say('用人单位', 'Employer'), width: 30, value: (row, ctx) => employerName(row.employerId, ctx) },
    ...placeColumns<PostReview>(),
    { key: 'state', title: say('状态', 'State'), width: 10, value: (row, ctx) => inWords(reviewStates, row.state, ctx) },
    { key: 'dueOn', title: say('期限', 'Due'), width: 12, value: row => row.dueOn },
    { key: 'reviewer.name', title: say('年审人', 'Reviewer'), width: 14, value: async (row, ctx) => (await found(ActorName, ctx, row.reviewedById ?? row.reviewerId))?.name ?? null },
    { key: 'reviewedOn', title: say('年审日期', 'Held'), width: 12, value: row => row.reviewedOn },
    { key: 'score', title: say('得分', 'Points'), width: 8, value: row => row.score },
    { key: 'most', title: say('满分', 'Of'), width: 8, value: row => row.most },
    { key: 'result', title: say('结果', 'Result'), width: 12, value: (row, ctx) => inWords(results, row.result, ctx) },
    { key: 'findings', title: say('问题和整改要求', 'Findings'), width: 36, value: row => row.findings },
    { key: 'rectifiedOn', title: say('整改确认日期', 'Put right'), width: 12, value: row => row.rectifiedOn },
    { key: 'updatedAt', title: say('更新时间', 'Updated'), width: 18, value: row => clock(row.updatedAt) },
    { key: 'overdue', title: say('超期', 'Overdue'), width: 8, value: (row, ctx) => yesNo(row.state === ReviewState.DUE && row.dueOn < ctx.today, ctx) },
  ],
  filters: {
    postId: askedByPost, region: askedByRegion, year: { title: say('年度', 'Year') }, state: { title: say('状态', 'State'), words: reviewStates }, result: { title: say('结果', 'Result'), words: results }, overdue: { title: say('超期', 'Overdue') }, mine: { title: say('由我年审', 'Mine') },
    reviewedOnFrom: { title: say('年审日期起', 'Held from') }, reviewedOnTo: { title: say('年审日期止', 'Held to') },
  },
})
