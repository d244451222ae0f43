import type { Actor } from '../../kernel/access'
import { type Refusal, Refused, WrongState } from '../../kernel/errors'
import { isWithin } from '../../kernel/regionCode'
import { say, type Text } from '../../kernel/text'
import { CaseAction as A, caseWorkflow } from './caseWorkflow'
import { CaseCloseReason, CaseState as S, ObjectionAgainst } from './enums'
import type { HardshipCase } from './HardshipCase'

/** Whoever asks, and when. */
export interface Asking {
  actor: Actor
  today: string
}

/** Says the refusal to whoever wants to know why: a list of cases asks only whether there is one. */
type Obstacle = () => Refusal
type Rule = (one: HardshipCase, asking: Asking) => Obstacle | null

const wrong = (one: HardshipCase, zh: string, en: string): Obstacle => () => new WrongState(one.state, [], say(zh, en))
const somebodyElse = (text: Text): Obstacle => () => new Refused('SELF_APPROVAL', text)
/** The first of several obstacles. */
const all = (...rules: Rule[]): Rule => (one, asking) => {
  for (const rule of rules) {
    const found = rule(one, asking)
    if (found) return found
  }
  return null
}

/** Nobody decides their own case or a relative's. */
const unconcerned: Rule = (one, { actor }) => (one.concerns(actor) ? somebodyElse(say('本人或亲属的案件，须由其他人办理。', 'It is your own case or a relative’s: somebody else has to act.')) : null)
/** Three different people: whoever did one step over the chain does not do the next. */
const notBy = (who: (one: HardshipCase) => readonly (string | null)[], zh: string, en: string): Rule => (one, { actor }) => (who(one).includes(actor.id) ? somebodyElse(say(zh, en)) : null)
const notInvestigator = notBy(one => one.investigatorIds, '入户核实人不能审核自己核实的案件。', 'Whoever investigated a case does not review it.')
const notTownship = notBy(one => [one.townshipReviewerId], '乡镇初审人不能再办理旗级审核。', 'Whoever reviewed for the township does not review for the county.')
const notCounty = notBy(one => [one.countyReviewerId], '旗级核查人不能审批自己核查的案件。', 'Whoever checked for the county does not decide.')
const notDecider = notBy(one => [one.deciderId, one.townshipReviewerId, one.countyReviewerId], '异议须由未参与该案办理的人复核。', 'An objection is answered by somebody who had no part in the case.')
const noObjection: Rule = one => (one.objectionOpen ? wrong(one, '有异议尚未复核。', 'An objection is not answered yet.') : null)

const noticeOver: Rule = (one, { today }) => (one.noticeSkipped || (one.noticeTo !== null && one.noticeTo < today) ? null : wrong(one, `公示到 ${one.noticeTo} 结束后才能初审。`, `The notice lasts until ${one.noticeTo}.`))
const looked: Rule = one => {
  if (!one.investigatedOn) return wrong(one, '请先记录入户核实。', 'Record the investigation first.')
  return one.householdOn ? null : wrong(one, '请先填写家庭情况。', 'Write down the household first.')
}
const keeper: Rule = (one, { actor }) => (one.isKeptBy(actor.id) || actor.may('case.assign') ? null : somebodyElse(say('只有承办人、代办人或负责分派的人可以办理。', 'Only who has the case in hand, or assigns cases.')))

/** Whether a transfer waits for this actor: by name, or as a worker of the township that it goes to. */
const asked: Rule = (one, { actor }) => {
  const { transferToId: to, transferRegion: region } = one
  const mine = to ? to === actor.id : region !== null && actor.reach.kind === 'region' && actor.reach.regionCode !== undefined && isWithin(region, actor.reach.regionCode)
  return mine ? null : wrong(one, '没有等待您接收的移交。', 'No transfer waits for you.')
}

const granted: Rule = one => (one.urgentOn || one.decidedOn ? null : wrong(one, '审批前不能给予帮扶。', 'Nothing is given before it is approved.'))

/** What was approved is not given while somebody's objection to it waits. */
const decisionStands: Rule = (one, asking) => (one.decidedOn ? noObjection(one, asking) : null)

/** For each review, who may not give it. */
const CHAIN: Partial<Record<S, Rule>> = {
  NOTICE: all(unconcerned, notInvestigator),
  TOWNSHIP_REVIEWED: all(unconcerned, notInvestigator, notTownship),
  COUNTY_REVIEW: all(unconcerned, notInvestigator, notTownship, notCounty),
}
const REVIEWER: Partial<Record<S, string>> = { NOTICE: 'case.review', TOWNSHIP_REVIEWED: 'case.check', COUNTY_REVIEW: 'case.decide' }
const reviewer: Rule = (one, asking) => (asking.actor.may(REVIEWER[one.state] ?? '') ? (CHAIN[one.state]?.(one, asking) ?? null) : wrong(one, '这一步的审核不由您办理。', 'This review is not yours to give.'))

/** Beyond the state and the permission: what else an action needs. */
const RULES: Partial<Record<A, Rule>> = {
  STAND_IN: keeper,
  TRANSFER: keeper,
  ANSWER_TRANSFER: asked,
  START_INVESTIGATION: unconcerned,
  RECORD_INVESTIGATION: (one, { actor }) => (one.investigatorIds.includes(actor.id) ? null : somebodyElse(say('由两名入户核实人之一记录。', 'One of the two who went records it.'))),
  PUBLISH_NOTICE: looked,
  SKIP_NOTICE: all(looked, one => (one.noticeSkipped ? wrong(one, '已免于公示。', 'The notice is skipped already.') : null)),
  OBJECT_TO_NOTICE: all(noObjection, one => (one.noticeSkipped ? wrong(one, '本案未公示。', 'There is no notice.') : null)),
  REVIEW: all(noObjection, noticeOver, CHAIN.NOTICE!),
  CHECK_EXCLUSION: CHAIN.TOWNSHIP_REVIEWED!,
  COUNTY_CHECK: CHAIN.TOWNSHIP_REVIEWED!,
  RETURN: all(noObjection, reviewer),
  GRANT_URGENT: all(unconcerned, one => (one.urgentOn ? wrong(one, '已批准过应急帮扶。', 'Urgent help was granted already.') : null)),
  APPROVE: all(CHAIN.COUNTY_REVIEW!, one => (one.exclusionFound ? () => new Refused('INELIGIBLE', say('核查发现不予帮扶的情形，不能批准。', 'A ground of exclusion was found.')) : null)),
  REFUSE: CHAIN.COUNTY_REVIEW!,
  DELIVER: one => (one.deliveredOn ? wrong(one, '决定已送达。', 'The decision has been delivered.') : null),
  OBJECT: all(noObjection, (one, { today }) => (one.objectUntil && one.objectUntil < today ? wrong(one, `已过提出异议的期限（${one.objectUntil}）。`, `It could be objected to until ${one.objectUntil}.`) : null)),
  ANSWER_OBJECTION: all(one => (one.objectionOpen ? null : wrong(one, '没有待复核的异议。', 'No objection waits.')), unconcerned, notInvestigator, (one, asking) => (one.objectionOpen === ObjectionAgainst.DECISION ? notDecider(one, asking) : null)),
  PLAN: all(granted, decisionStands),
  GIVE: all(granted, decisionStands),
  REOPEN: one => (one.closeReason === CaseCloseReason.DIED || one.closeReason === CaseCloseReason.NO_CASE ? wrong(one, '该案件不能重新办理，请新登记。', 'It cannot be reopened: register a new one.') : null),
  CLOSE: all(noObjection, one => (one.state === S.REFUSED && !one.deliveredOn ? wrong(one, '请先送达不予批准的决定。', 'Deliver the refusal first.') : null)),
}

/** What the rules speak of: a list of cases reads these columns for its buttons, and a rule that spoke of another would fail there. */
export const RULE_COLUMNS = [
  'state', 'personId', 'recusedIds', 'concernedIds', 'ownerId', 'standInId', 'transferToId', 'transferRegion', 'investigatorIds', 'townshipReviewerId', 'countyReviewerId', 'deciderId', 'investigatedOn', 'householdOn',
  'noticeSkipped', 'noticeTo', 'objectionOpen', 'objectUntil', 'exclusionFound', 'urgentOn', 'decidedOn', 'deliveredOn', 'closeReason',
] as const satisfies readonly (keyof HardshipCase)[]

/** Why an action is not open to this actor now though state and permission would allow it; null where it is. */
export const obstacleTo = (one: HardshipCase, action: A, asking: Asking): Refusal | null => RULES[action]?.(one, asking)?.() ?? null

/** What this actor may do now: exactly what the acts accept. */
export const openActions = (one: HardshipCase, asking: Asking): A[] => caseWorkflow.open(one, asking.actor).filter(action => !RULES[action]?.(one, asking))

/** Whether one action is open to this actor now. */
export const isOpenTo = (one: HardshipCase, action: A, asking: Asking): boolean => openActions(one, asking).includes(action)

/** Refuses what is not open in this state, to this actor, now. */
export function mustBeOpen(one: HardshipCase, action: A, asking: Asking): void {
  caseWorkflow.mustBeOpen(one, action, asking.actor)
  const obstacle = obstacleTo(one, action, asking)
  if (obstacle) throw obstacle
}
