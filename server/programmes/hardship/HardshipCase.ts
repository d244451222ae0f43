import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { type Actor, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day, Decimal } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Stored, Untold } from '../../kernel/stored'
import { CaseCategory, CaseCause, CaseCloseReason, CaseColour, CaseState, CaseTag, ClueSource, HardshipKind, ObjectionAgainst } from './enums'
import { caseReach } from './reachRule'

/** What a text of a case is sealed as: hidden in lists, plain for whoever opened the case (class C3, rules.md 2.7). */
const FILED = { mask: 'hidden', reveal: 'case.read', opened: true, length: 3300 } as const

/** Somebody in hardship, from the first clue to the last follow-up, under 手拉手帮战友. */
@ObjectType({ description: 'Somebody in hardship, from the first clue to the last follow-up. Its texts are plain only where it was opened by `hardshipCase`.' })
@Table('hardship_cases')
@Within(caseReach(''))
@Index(['regionCode', 'state', 'dueOn'])
@Index(['state', 'dueOn'])
@Index(['dueOn', 'id'])
@Index(['ownerId', 'state'])
@Index(['personId', 'state'])
@Index(['standInId'])
@Index(['countyReviewerId'])
@Index(['transferToId'])
@Index(['transferRegion'])
@Index(['policyId'])
@Index(['sourceEntity', 'sourceId'], { unique: true })
export class HardshipCase extends Entity {
  @Field(() => String, { nullable: true, description: 'HZ2026-00001; given at registration, never given again.' })
  @Index({ unique: true })
  @Stored.code(16, { nullable: true })
  number: string | null

  /** Whom it is about; null only while a clue names somebody who is not in the registry. */
  @Field(() => ID, { nullable: true, description: 'Null only while a clue names somebody who is not in the registry yet.' })
  @Stored.ref({ nullable: true })
  personId: string | null

  @Field(() => String, { nullable: true, description: 'Whom a clue names who is not in the registry.' })
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  clueName: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone' })
  cluePhone: string | null

  /** The village, or where it is not known the township. */
  @Stored.region()
  regionCode: string

  @Field(() => CaseCategory, { nullable: true })
  @Stored.code(24, { nullable: true })
  category: CaseCategory | null

  @Field(() => [CaseTag])
  @Untold
  @Stored.codes(120)
  tags: CaseTag[]

  @Field(() => [HardshipKind])
  @Untold
  @Stored.codes(120)
  kinds: HardshipKind[]

  @Field(() => CaseCause, { nullable: true })
  @Untold
  @Stored.code(24, { nullable: true })
  cause: CaseCause | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  causeText: string | null

  @Field(() => String, { nullable: true, description: 'What the person wishes for.' })
  @Sealed(FILED)
  wishes: string | null

  @Field(() => Day, { nullable: true, description: 'When what caused the hardship happened.' })
  @Untold
  @Stored.day({ nullable: true })
  eventOn: string | null

  @Field(() => Boolean)
  @Stored.flag()
  urgent: boolean

  @Field(() => CaseColour)
  @Untold
  @Stored.code(24)
  colour: CaseColour

  @Field(() => ClueSource)
  @Stored.code(24)
  source: ClueSource

  @Field(() => String, { nullable: true, description: 'The type of the record that the clue came from.' })
  @Stored.code(60, { nullable: true })
  sourceEntity: string | null

  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  sourceId: string | null

  @Field(() => String, { nullable: true, description: 'Who applies for somebody who cannot.' })
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  agentName: string | null

  @Field(() => String, { nullable: true })
  @Untold
  @Stored.text(20, { nullable: true })
  agentRelation: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone' })
  agentPhone: string | null

  @Stored.ref()
  reportedById: string

  @Field(() => Day)
  @Stored.day()
  reportedOn: string

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  registeredOn: string | null

  /** The account that has the case in hand. */
  @Stored.ref({ nullable: true })
  ownerId: string | null

  /** Who does the owner's work while they are away. */
  @Stored.ref({ nullable: true })
  standInId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  standInUntil: string | null

  @Stored.codes(60)
  investigatorIds: string[]

  @Field(() => Day, { nullable: true, description: 'The latest look at home.' })
  @Stored.day({ nullable: true })
  investigatedOn: string | null

  @Field(() => Day, { nullable: true, description: 'When the household was last written down.' })
  @Stored.day({ nullable: true })
  householdOn: string | null

  @Stored.ref({ nullable: true })
  townshipReviewerId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  townshipReviewedOn: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  townshipOpinion: string | null

  @Stored.ref({ nullable: true })
  countyReviewerId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  countyReviewedOn: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  countyOpinion: string | null

  /** Whether a ground of exclusion was found: then help is not approved. */
  @Untold
  @Stored.flag()
  exclusionFound: boolean

  @Stored.ref({ nullable: true })
  deciderId: string | null

  @Field(() => CaseState)
  @Stored.code(24)
  state: CaseState

  @Field(() => Day)
  @Stored.day()
  stateSince: string

  @Field(() => Day, { nullable: true, description: 'The last day of the state’s clock; null where nothing is waited for.' })
  @Stored.day({ nullable: true })
  dueOn: string | null

  @Field(() => Day, { nullable: true, description: 'From when on the clock is yellow.' })
  @Stored.day({ nullable: true })
  soonOn: string | null

  /** Working days that were left of the review's clock when the case was returned. */
  @Stored.whole({ nullable: true })
  clockLeft: number | null

  @Field(() => CaseState, { nullable: true, description: 'Which review a returned case goes back to.' })
  @Stored.code(24, { nullable: true })
  returnedFrom: CaseState | null

  /** What is missing, one a line. */
  @Sealed(FILED)
  missingText: string | null

  /** The version of the policy that was in force at registration. */
  @Stored.ref({ nullable: true })
  policyId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  noticeFrom: string | null

  @Field(() => Day, { nullable: true, description: 'The last day of the village notice.' })
  @Stored.day({ nullable: true })
  noticeTo: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(100, { nullable: true })
  noticePlace: string | null

  @Field(() => Boolean)
  @Stored.flag()
  noticeSkipped: boolean

  @Field(() => String, { nullable: true, description: 'Why there was no village notice.' })
  @Sealed(FILED)
  noticeSkippedFor: string | null

  @Field(() => ObjectionAgainst, { nullable: true, description: 'What an objection that is not answered yet is raised against.' })
  @Stored.code(24, { nullable: true })
  objectionOpen: ObjectionAgainst | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  decidedOn: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  decisionReason: string | null

  @Field(() => Decimal, { nullable: true, description: 'What may be given in all.' })
  @Untold
  @Stored.money({ nullable: true })
  approvedAmount: string | null

  /** What was approved before it was last reopened; part of what is approved in all. */
  @Field(() => Decimal, { nullable: true, description: 'What of it was approved before it was reopened.' })
  @Untold
  @Stored.money({ nullable: true })
  earlierAmount: string | null

  @Field(() => Decimal, { nullable: true, description: 'What has been given so far.' })
  @Untold
  @Stored.money({ nullable: true })
  givenAmount: string | null

  @Field(() => Day, { nullable: true, description: 'When help first came.' })
  @Stored.day({ nullable: true })
  firstGivenOn: string | null

  @Field(() => Day, { nullable: true, description: 'When the decision was delivered.' })
  @Stored.day({ nullable: true })
  deliveredOn: string | null

  @Field(() => String, { nullable: true, description: 'Who took the decision.' })
  @Sealed({ mask: 'name', reveal: 'case.read', opened: true })
  deliveredTo: string | null

  @Field(() => Day, { nullable: true, description: 'Until when the decision may be objected to.' })
  @Stored.day({ nullable: true })
  objectUntil: string | null

  @Field(() => String, { nullable: true, description: 'Why help is given again for one cause.' })
  @Sealed(FILED)
  overrideReason: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  urgentOn: string | null

  @Field(() => Decimal, { nullable: true, description: 'What may be given before the decision.' })
  @Untold
  @Stored.money({ nullable: true })
  urgentAmount: string | null

  @Stored.ref({ nullable: true })
  urgentById: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  urgentFor: string | null

  @Field(() => Day, { nullable: true, description: 'By when the papers of urgent help are complete; null when they are.' })
  @Stored.day({ nullable: true })
  papersDueOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  lastContactOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  nextFollowUpOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  closedOn: string | null

  @Field(() => CaseCloseReason, { nullable: true })
  @Untold
  @Stored.code(24, { nullable: true })
  closeReason: CaseCloseReason | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  closeNote: string | null

  @Field(() => String, { nullable: true })
  @Sealed(FILED)
  reopenReason: string | null

  @Field(() => Int, { description: 'Grows by one when it is reopened.' })
  @Stored.whole()
  round: number

  @Field(() => Int, { description: 'How many of its steps took longer than their clock.' })
  @Stored.whole()
  lateSteps: number

  /** Whom a transfer waits for: an account, or a division. */
  @Stored.ref({ nullable: true })
  transferToId: string | null

  @Stored.region({ nullable: true })
  transferRegion: string | null

  /** Accounts that said, or of whom it was said, that they are related. */
  @Stored.codes(270)
  recusedIds: string[]

  /** Persons of the registry who live in the household, or did. */
  @Stored.codes(540)
  concernedIds: string[]

  /** What keeps one open case to a person and a cause, whoever saves at the same time. */
  @Untold
  @Index({ unique: true })
  @Stored.code(60, { nullable: true })
  get openKey(): string | null {
    return this.personId && this.cause && this.isOpen() ? `${this.personId}/${this.cause}` : null
  }

  set openKey(_: string | null) {
    // Follows from the person, the cause and the state.
  }

  /** Registered and not closed. */
  isOpen(): boolean {
    return this.state !== CaseState.CLUE && this.state !== CaseState.CLOSED
  }

  /** Whether it is the actor's own case, or a relative's: then somebody else decides. */
  concerns({ id, reach }: Actor): boolean {
    return this.recusedIds.includes(id) || (reach.personId !== undefined && (this.personId === reach.personId || this.concernedIds.includes(reach.personId)))
  }

  /** The accounts that took part in the chain: who looked at the home, reviewed, decided. */
  chain(): string[] {
    return [...this.investigatorIds, this.townshipReviewerId, this.countyReviewerId, this.deciderId].filter(id => id !== null)
  }

  /** Whether an account looks after it now. */
  isKeptBy(accountId: string): boolean {
    return this.ownerId === accountId || this.standInId === accountId
  }
}
