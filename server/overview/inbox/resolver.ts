import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import { addDays } from '../../kernel/days'
import { Allow, type Condition, reachOf, SIGNED_IN } from '../../kernel/access'
import { Context } from '../../kernel/context'
import type { Entity, Type } from '../../kernel/entity'
import type { Query as Rows } from '../../kernel/query'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import { ApplicationState, VolunteerApplication } from '../../people/applications/VolunteerApplication'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState, ConsentState, RiskGrade } from '../../people/beneficiaries/enums'
import { SquadProposal, SquadState } from '../../people/teams/SquadProposal'
import { AT_WORK, IS_LED, MEETS_MINIMUM, Team } from '../../people/teams/Team'
import { answerable, Membership } from '../../people/volunteers/Membership'
import { Certificate, CertificateState } from '../../people/certificates/Certificate'
import { ObjectionState, ServiceObjection } from '../../people/hours/ServiceObjection'
import { Volunteer, VolunteerState } from '../../people/volunteers/Volunteer'
import { Activity, ActivityState, PUBLIC_STATES } from '../../programmes/activities/Activity'
import { mineSql, unclosedSql } from '../../programmes/activities/conditions'
import { dueSoonSql, overdueSql } from '../../programmes/pairings/dueRule'
import { dueSoonSql as caseDueSoonSql, keptBySql, openSql, overdueSql as caseOverdueSql, toReviewSql, transferWaitsSql, unownedSql } from '../../programmes/hardship/conditions'
import { CaseState } from '../../programmes/hardship/enums'
import { HardshipCase } from '../../programmes/hardship/HardshipCase'
import { overdueSql as measureOverdueSql, toApproveSql, toPaySql } from '../../programmes/hardship/measures/conditions'
import { Measure } from '../../programmes/hardship/measures/Measure'
import { NeedRequest, NeedState } from '../../programmes/pairings/needs/NeedRequest'
import { Pairing, PairingState } from '../../programmes/pairings/Pairing'
import { OBJECTED, PLAQUE_OUT, toGrantOn } from '../../programmes/posts/conditions'
import { PostState } from '../../programmes/posts/enums'
import { FeedbackState, PostFeedback } from '../../programmes/posts/feedback/PostFeedback'
import { PioneerPost } from '../../programmes/posts/PioneerPost'
import { PostReview, ReviewState } from '../../programmes/posts/reviews/PostReview'

/** How many of one kind of thing wait for whoever asks. */
@ObjectType()
class InboxCount {
  @Field({ description: 'What waits, e.g. OVERDUE.' }) kind: string
  @Field(() => Int) count: number
}

/** What waits for whoever asks, each kind counted by the same rule as the list that it opens. */
@ObjectType()
class Inbox {
  @Field(() => [InboxCount]) counts: InboxCount[]
}

interface Kind {
  kind: string
  /** Who is shown it. */
  may: string
  type: Type
  narrow: (query: Rows<Entity>, ctx: Context) => unknown
}

/** A kind has no activity for so many days when it counts as gone quiet. */
const QUIET_DAYS = 60

/** A kind that is counted by one condition. */
const by = (condition: (ctx: Context) => Condition): Kind['narrow'] => (query, ctx) => {
  const { sql, values } = condition(ctx)
  query.where(sql, ...values)
}

const kinds: readonly Kind[] = [
  { kind: 'OVERDUE', may: 'pairing.read', type: Pairing, narrow: (query, { today }) => { const due = overdueSql(today); query.where(due.sql, ...due.values) } },
  { kind: 'DUE_TODAY', may: 'pairing.read', type: Pairing, narrow: (query, { today }) => query.where('it.state = ? AND it.nextVisitOn = ?', PairingState.ACTIVE, today) },
  { kind: 'DUE_SOON', may: 'pairing.read', type: Pairing, narrow: (query, { today }) => { const due = dueSoonSql(today); query.where(due.sql, ...due.values) } },
  { kind: 'PAIRING_PROPOSED', may: 'pairing.read', type: Pairing, narrow: query => query.where('it.state = ?', PairingState.PROPOSED) },
  { kind: 'HANDOVER', may: 'pairing.handOver', type: Pairing, narrow: query => query.where('it.needsHandover = 1 AND it.state <> ?', PairingState.ENDED) },
  { kind: 'QUIET', may: 'pairing.handOver', type: Pairing, narrow: (query, { today }) => query.where('it.state = ? AND it.nextVisitOn < ?', PairingState.ACTIVE, addDays(today, -QUIET_DAYS)) },
  { kind: 'RED_FLAG', may: 'task.read', type: Task, narrow: query => query.where('it.state = ? AND it.kind = ?', TaskState.OPEN, TaskKind.RED_FLAG) },
  { kind: 'WEATHER', may: 'task.read', type: Task, narrow: query => query.where('it.state = ? AND it.kind = ?', TaskState.OPEN, TaskKind.WEATHER) },
  { kind: 'POST_RETURNED', may: 'post.apply', type: PioneerPost, narrow: query => query.where('it.state = ?', PostState.RETURNED) },
  { kind: 'POST_SUBMITTED', may: 'post.recommend', type: PioneerPost, narrow: query => query.where('it.state = ?', PostState.SUBMITTED) },
  { kind: 'POST_RECOMMENDED', may: 'post.inspect', type: PioneerPost, narrow: query => query.where('it.state = ?', PostState.RECOMMENDED) },
  { kind: 'POST_CHECKED', may: 'post.inspect', type: PioneerPost, narrow: query => query.where('it.state = ?', PostState.SITE_CHECKED) },
  { kind: 'POST_NOTICE', may: 'post.grant', type: PioneerPost, narrow: (query, { today }) => { const { sql, values } = toGrantOn(today); query.where(sql, ...values) } },
  { kind: 'POST_OBJECTED', may: 'post.answer', type: PioneerPost, narrow: query => query.where(OBJECTED) },
  { kind: 'POST_TO_REVOKE', may: 'post.grant', type: PioneerPost, narrow: query => query.where('it.revokeProposedFor IS NOT NULL') },
  { kind: 'POST_PLAQUE_OUT', may: 'post.recommend', type: PioneerPost, narrow: query => query.where(PLAQUE_OUT) },
  { kind: 'POST_REVIEW_DUE', may: 'post.review', type: PostReview, narrow: query => query.where('it.state = ?', ReviewState.DUE) },
  { kind: 'POST_FEEDBACK', may: 'post.answerFeedback', type: PostFeedback, narrow: query => query.where('it.state = ?', FeedbackState.RECEIVED) },
  { kind: 'WAITING_FOR_ME', may: 'task.read', type: Task, narrow: query => query.where('it.state = ? AND it.kind NOT IN (?)', TaskState.OPEN, [TaskKind.RED_FLAG, TaskKind.WEATHER]) },
  { kind: 'UNPAIRED_HIGH', may: 'beneficiary.grade', type: Beneficiary, narrow: query => query.where('it.grade = ? AND it.state IN (?)', RiskGrade.HIGH, [BeneficiaryState.ASSESSED, BeneficiaryState.WAITING]) },
  { kind: 'CONSENT_MISSING', may: 'beneficiary.consent', type: Beneficiary, narrow: query => query.where('it.consentState = ? AND it.state <> ?', ConsentState.MISSING, BeneficiaryState.ENDED) },
  { kind: 'VOLUNTEER_PENDING', may: 'volunteer.activate', type: Volunteer, narrow: query => query.where('it.state = ?', VolunteerState.PENDING) },
  { kind: 'APPLICATION_RECEIVED', may: 'application.review', type: VolunteerApplication, narrow: query => query.where('it.state = ?', ApplicationState.RECEIVED) },
  { kind: 'JOIN_REQUESTED', may: 'member.confirm', type: Membership, narrow: (query, { actor }) => { const reach = reachOf(actor, Team); query.where(answerable(reach.sql), ...reach.values) } },
  { kind: 'TEAM_BELOW_MINIMUM', may: 'team.write', type: Team, narrow: query => query.where(`${AT_WORK} AND NOT (${MEETS_MINIMUM})`) },
  { kind: 'TEAM_LEADERLESS', may: 'team.write', type: Team, narrow: query => query.where(`${AT_WORK} AND NOT ${IS_LED}`) },
  { kind: 'SQUAD_PROPOSED', may: 'squad.check', type: SquadProposal, narrow: query => query.where('it.state = ?', SquadState.PROPOSED) },
  { kind: 'SQUAD_CHECKED', may: 'squad.approve', type: SquadProposal, narrow: query => query.where('it.state = ?', SquadState.CHECKED) },
  { kind: 'ACTIVITY_SUBMITTED', may: 'activity.approve', type: Activity, narrow: query => query.where('it.state = ? AND it.needsBureau = 0', ActivityState.SUBMITTED) },
  { kind: 'ACTIVITY_FOR_BUREAU', may: 'activity.approveLarge', type: Activity, narrow: query => query.where('it.state = ? AND it.needsBureau = 1', ActivityState.SUBMITTED) },
  { kind: 'ACTIVITY_REJECTED', may: 'activity.write', type: Activity, narrow: query => query.where('it.state = ?', ActivityState.REJECTED) },
  { kind: 'ACTIVITY_TO_PUBLISH', may: 'activity.write', type: Activity, narrow: query => query.where('it.state = ?', ActivityState.APPROVED) },
  { kind: 'ACTIVITY_UNCLOSED', may: 'activity.write', type: Activity, narrow: (query, { now }) => { const late = unclosedSql(now, 0); query.where(late.sql, ...late.values) } },
  { kind: 'ACTIVITY_FINISHED', may: 'activity.approve', type: Activity, narrow: query => query.where('it.state = ?', ActivityState.FINISHED) },
  { kind: 'MY_ACTIVITIES', may: 'signUp.own', type: Activity, narrow: (query, { actor }) => { const own = mineSql(actor); query.where('it.state IN (?)', [...PUBLIC_STATES]).where(own.sql, ...own.values) } },
  { kind: 'OBJECTION_OPEN', may: 'service.correct', type: ServiceObjection, narrow: query => query.where('it.state = ?', ObjectionState.OPEN) },
  { kind: 'CERTIFICATE_REQUESTED', may: 'certificate.approve', type: Certificate, narrow: query => query.where('it.state = ?', CertificateState.REQUESTED) },
  { kind: 'CERTIFICATE_APPROVED', may: 'certificate.seal', type: Certificate, narrow: (query, { today }) => query.where('it.state = ? AND (it.displayUntil IS NULL OR it.displayUntil < ?)', CertificateState.APPROVED, today) },
  { kind: 'CASE_OVERDUE', may: 'case.read', type: HardshipCase, narrow: by(({ today }) => caseOverdueSql(today)) },
  { kind: 'CASE_DUE_SOON', may: 'case.read', type: HardshipCase, narrow: by(({ today }) => caseDueSoonSql(today)) },
  { kind: 'CASE_CLUE', may: 'case.register', type: HardshipCase, narrow: query => query.where('it.state = ?', CaseState.CLUE) },
  { kind: 'CASE_UNOWNED', may: 'case.assign', type: HardshipCase, narrow: by(() => ({ sql: `${openSql().sql} AND ${unownedSql().sql}`, values: [...openSql().values, ...unownedSql().values] })) },
  { kind: 'CASE_MINE', may: 'case.keep', type: HardshipCase, narrow: by(({ actor }) => ({ sql: `${openSql().sql} AND ${keptBySql(actor.id).sql}`, values: [...openSql().values, ...keptBySql(actor.id).values] })) },
  { kind: 'CASE_TRANSFER', may: 'case.keep', type: HardshipCase, narrow: by(({ actor }) => transferWaitsSql(actor)) },
  { kind: 'CASE_TO_REVIEW', may: 'case.review', type: HardshipCase, narrow: by(({ today }) => toReviewSql(today)) },
  { kind: 'CASE_TO_CHECK', may: 'case.check', type: HardshipCase, narrow: query => query.where('it.state = ?', CaseState.TOWNSHIP_REVIEWED) },
  { kind: 'CASE_TO_DECIDE', may: 'case.decide', type: HardshipCase, narrow: query => query.where('it.state = ?', CaseState.COUNTY_REVIEW) },
  { kind: 'MEASURE_TO_APPROVE', may: 'measure.approve', type: Measure, narrow: by(({ actor }) => toApproveSql(actor)) },
  { kind: 'MEASURE_TO_PAY', may: 'case.pay', type: Measure, narrow: by(() => toPaySql()) },
  { kind: 'MEASURE_OVERDUE', may: 'case.keep', type: Measure, narrow: by(({ today }) => measureOverdueSql(today)) },
  { kind: 'CASE_OBJECTION', may: 'case.answer', type: HardshipCase, narrow: query => query.where('it.objectionOpen IS NOT NULL') },
  { kind: 'NEED_OPEN', may: 'need.move', type: NeedRequest, narrow: query => query.where('it.state = ?', NeedState.OPEN) },
  { kind: 'NEED_ASSIGNED', may: 'need.answer', type: NeedRequest, narrow: query => query.where('it.state = ?', NeedState.ASSIGNED) },
]

@Resolver()
export class InboxResolver {
  @Allow(SIGNED_IN)
  @Query(() => Inbox, { description: 'What waits for whoever asks, within their reach.' })
  async inbox(@Ctx() ctx: Context): Promise<Inbox> {
    const mine = kinds.filter(each => ctx.actor.may(each.may))
    const counts = await Promise.all(
      mine.map(async ({ kind, type, narrow }) => {
        const query = ctx.store.query(type)
        narrow(query, ctx)
        return { kind, count: await query.count() }
      }),
    )
    return { counts }
  }
}
