import AssignmentIcon from '@mui/icons-material/Assignment'
import BarChartIcon from '@mui/icons-material/BarChart'
import FactCheckIcon from '@mui/icons-material/FactCheck'
import RateReviewIcon from '@mui/icons-material/RateReview'
import RuleIcon from '@mui/icons-material/Rule'
import StorefrontIcon from '@mui/icons-material/Storefront'
import ViewWeekIcon from '@mui/icons-material/ViewWeek'
import { definePage, defineResource } from '../../ui/defineResource'
import { HISTORY } from '../../ui/record/Timeline'
import { callOf, type PostRow } from './Post'

const NAMED = '{ id name }'
const REGION = 'region { code name fullName }'
const ITEM = 'id kind nameZh nameEn points'
const SCORES = `scores { id points note item { ${ITEM} } }`
const RULE = `id name checkPassMark reviewPassMark reviewRectifyMark noticeDays termMonths rectifyDays expiryDays plaqueDays logMonths items { ${ITEM} }`
const POST = `id version number state title placeKind place plaqueNo appliedOn grantedOn validTo noticeTo rectifyBy lastLoggedOn plaqueDueOn plaqueReturnedOn revokeProposedFor veteranCount openObjections
  employer { id name kind } ${REGION} dueReview { id dueOn overdue } openActions`
const ABOUT = `post { id number title plaqueNo state employer ${NAMED} }`

/** The places at which veterans serve under a plaque, from the application to the plaque's return. */
export const pioneerPosts = defineResource({
  name: 'pioneerPosts',
  type: 'PioneerPost',
  icon: StorefrontIcon,
  group: 'programmes',
  permission: 'post.read',
  searchable: true,
  badge: ['POST_OBJECTED', 'POST_TO_REVOKE', 'POST_RETURNED', 'POST_SUBMITTED', 'POST_RECOMMENDED', 'POST_CHECKED'],
  text: row => callOf(row as PostRow) || row.id,
  fields: {
    list: POST,
    show: `${POST.replace('dueReview { id dueOn overdue }', '')} promises pledge services serviceNote openingHours stateReason recommendation recommendedOn score passed noticeFrom noticePlace renewedOn rectifyReason endedOn
      appliedBy ${NAMED} recommendedBy ${NAMED} grantedBy ${NAMED} rule { ${RULE} }
      holders { id role from to person { id name phone } }
      siteChecks { id checkedOn score most passed findings checker ${NAMED} secondChecker ${NAMED} photoIds ${SCORES} }
      objections { id version state text objectorName objectorPhone raisedOn answer answeredOn answeredBy ${NAMED} }
      reviews { id version year state dueOn overdue reviewedOn score most result findings rectifiedOn reviewer ${NAMED} reviewedBy ${NAMED} photoIds ${SCORES} }
      dueReview { id version year dueOn overdue reviewer ${NAMED} rule { ${RULE} } } ${HISTORY}`,
  },
  sorts: { number: 'NUMBER', appliedOn: 'APPLIED_ON', grantedOn: 'GRANTED_ON', validTo: 'VALID_TO', lastLoggedOn: 'LAST_LOGGED_ON' },
  mutations: {
    create: { call: 'applyForPost(input: PostInput!)', may: 'post.apply' },
    acts: [
      'updatePost(id: ID!, version: Int!, input: PostChange!)',
      'changePostHolders(id: ID!, version: Int!, holders: [PostHolderInput!]!)',
      'submitPost(id: ID!, version: Int!)',
      'recommendPost(id: ID!, version: Int!, recommendation: String!)',
      'returnPost(id: ID!, version: Int!, reason: String!)',
      'rejectPost(id: ID!, version: Int!, reason: String!)',
      'inspectPost(id: ID!, version: Int!, input: SiteCheckInput!)',
      'publishPostNotice(id: ID!, version: Int!, place: String!, from: Date)',
      'objectToPost(postId: ID!, input: PostObjectionInput!)',
      'answerPostObjection(id: ID!, version: Int!, upheld: Boolean!, answer: String!)',
      'grantPost(id: ID!, version: Int!)',
      'logPostService(input: PostLogInput!)',
      'reviewPost(id: ID!, version: Int!, input: PostReviewInput!)',
      'rectifyPost(id: ID!, version: Int!, reason: String!, by: Date)',
      'confirmRectified(id: ID!, version: Int!, note: String!)',
      'renewPost(id: ID!, version: Int!)',
      'revokePost(id: ID!, version: Int!, reason: String!, plaqueDueOn: Date!)',
      'returnPlaque(id: ID!, version: Int!, returnedOn: Date!)',
      'withdrawPost(id: ID!, version: Int!, reason: String!)',
    ],
  },
  List: () => import('./PostList'),
  Show: () => import('./PostShow'),
  Create: () => import('./PostCreate'),
})

/** Posts by the step that they are at. */
export const postBoard = definePage({ name: 'postBoard', icon: ViewWeekIcon, group: 'programmes', permission: 'post.read', hidden: true, Page: () => import('./PostBoard') })

/** What posts did, day by day. */
export const postServiceLogs = defineResource({
  name: 'postServiceLogs',
  type: 'PostServiceLog',
  icon: AssignmentIcon,
  group: 'programmes',
  permission: 'post.read',
  one: false,
  text: row => [row.servedOn, (row.item as { nameZh?: string } | null)?.nameZh].filter(Boolean).join(' · ') || row.id,
  fields: { list: `id version servedOn service peopleServed minutes note voidedFor photoIds item { id code nameZh nameEn } recordedBy ${NAMED} ${ABOUT}` },
  sorts: { servedOn: 'SERVED_ON', peopleServed: 'PEOPLE_SERVED' },
  mutations: { acts: ['voidPostService(id: ID!, version: Int!, reason: String!)'] },
  List: () => import('./logs/LogList'),
})

/** The annual rounds of reviews. */
export const reviewRounds = defineResource({
  name: 'reviewRounds',
  type: 'ReviewRound',
  icon: FactCheckIcon,
  group: 'programmes',
  permission: 'post.read',
  inMenu: 'post.review',
  badge: ['POST_REVIEW_DUE'],
  filterless: true,
  text: row => [row.year, (row.region as { name?: string } | null)?.name].filter(Boolean).join(' · ') || row.id,
  fields: {
    list: `id version year dueOn openedOn ${REGION} progress { region { code name } all done passed rectify failed overdue }`,
  },
  mutations: { create: { call: 'openReviewRound(input: ReviewRoundInput!)', may: 'post.openRound' } },
  List: () => import('./reviews/RoundList'),
  Show: () => import('./reviews/RoundShow'),
  Create: () => import('./reviews/RoundCreate'),
})

/** The reviews of posts, round by round. */
export const postReviews = defineResource({
  name: 'postReviews',
  type: 'PostReview',
  icon: FactCheckIcon,
  group: 'programmes',
  permission: 'post.read',
  hidden: true,
  text: row => [row.year, (row.post as { title?: string } | null)?.title].filter(Boolean).join(' · ') || row.id,
  fields: { list: `id version year state dueOn overdue reviewedOn score most result findings rectifiedOn reviewer ${NAMED} reviewedBy ${NAMED} post { id number title plaqueNo state employer ${NAMED} ${REGION} }` },
  sorts: { dueOn: 'DUE_ON', reviewedOn: 'REVIEWED_ON', score: 'SCORE' },
  mutations: { acts: ['assignPostReview(id: ID!, version: Int!, reviewerId: ID)'] },
  List: () => import('./reviews/ReviewList'),
})

/** What the public says of posts, by the code on the plaque. */
export const postFeedback = defineResource({
  name: 'postFeedback',
  type: 'PostFeedback',
  icon: RateReviewIcon,
  group: 'programmes',
  permission: 'post.answerFeedback',
  badge: ['POST_FEEDBACK'],
  one: false,
  text: row => String(row.text ?? row.id).slice(0, 20),
  fields: { list: `id version kind state text phone dueOn overdue answer answeredAt createdAt answeredBy ${NAMED} ${ABOUT}` },
  mutations: { acts: ['answerPostFeedback(id: ID!, version: Int!, answer: String!)'] },
  List: () => import('./feedback/FeedbackList'),
})

/** Posts in figures, and township by township. */
export const postFigures = definePage({ name: 'postFigures', icon: BarChartIcon, group: 'programmes', permission: 'post.read', Page: () => import('./PostFigures') })

const RULES = `id name basis validFrom validTo inForce checkPassMark reviewPassMark reviewRectifyMark noticeDays termMonths reviewMonth reviewAfterMonths remindEarlyDays remindLateDays rectifyDays expiryDays logMonths plaqueDays feedbackDays items { ${ITEM} }`

/** The rules of posts, version by version. */
export const postRules = defineResource({
  name: 'postRules',
  type: 'PostRule',
  icon: RuleIcon,
  group: 'programmes',
  permission: 'post.read',
  inMenu: 'policy.write',
  text: row => String(row.name ?? row.id),
  filterless: true,
  fields: { list: RULES },
  mutations: { create: { call: 'issuePostRule(input: PostRuleInput!)', may: 'policy.write' } },
  List: () => import('./rules/RuleList'),
  Show: () => import('./rules/RuleShow'),
  Create: () => import('./rules/RuleCreate'),
})
