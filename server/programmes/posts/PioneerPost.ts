import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { type Actor, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { halfWidth } from '../../kernel/halfWidth'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { HANGING, LIVE, PostPlaceKind, PostPromise, PostState, RectifyReason } from './enums'

/** A place at which veterans of an employer serve the public under a plaque: applied for, granted, kept up, and taken back. */
@ObjectType({ description: 'A place at which veterans of an employer serve the public under a plaque.' })
@Table('pioneer_posts')
@Within({ region: 'regionCode', self: 'it.employerId = :employer' })
@Index(['employerId', 'liveKey'], { unique: true })
@Index(['regionCode', 'state', 'id'])
@Index(['state', 'validTo'])
@Index(['plaqueDueOn'])
export class PioneerPost extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.code(16)
  number: string

  @Field(() => ID)
  @Stored.ref()
  employerId: string

  /** The employer's division. */
  @Stored.region()
  regionCode: string

  @Field()
  @Stored.text(80)
  title: string

  @Field(() => PostPlaceKind)
  @Stored.code(24)
  placeKind: PostPlaceKind

  @Field({ description: 'Which window, shift or shop, and where.' })
  @Stored.text(120)
  place: string

  @Field(() => [PostPromise], { description: 'Which of the six it has.' })
  @Stored.codes(120)
  promises: PostPromise[]

  @Field(() => String, { nullable: true, description: 'What it promises those it serves, as it hangs there.' })
  @Stored.text(500, { nullable: true })
  pledge: string | null

  @Field(() => [String], { description: 'Services, by the codes of the programme’s catalogue.' })
  @Stored.codes(300)
  services: string[]

  @Field(() => String, { nullable: true, description: 'What it offers in its own words.' })
  @Stored.text(500, { nullable: true })
  serviceNote: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(120, { nullable: true })
  openingHours: string | null

  @Field(() => PostState)
  @Stored.code(24)
  state: PostState

  @Field(() => String, { nullable: true, description: 'Why it was returned, rejected, put to rectifying, revoked or withdrawn.' })
  @Stored.text(500, { nullable: true })
  stateReason: string | null

  /** Place and title while it stands: an employer has one such post at a time. */
  @Stored.text(220, { nullable: true })
  liveKey: string | null

  /** The version of the rules that it was last submitted under, or renewed under. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  ruleId: string | null

  @Stored.ref()
  createdById: string

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  appliedOn: string | null

  @Stored.ref({ nullable: true })
  appliedById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  recommendedOn: string | null

  @Stored.ref({ nullable: true })
  recommendedById: string | null

  @Field(() => String, { nullable: true, description: 'What the station says for it.' })
  @Stored.text(500, { nullable: true })
  recommendation: string | null

  @Field(() => Int, { nullable: true, description: 'Points of the latest site check.' })
  @Stored.whole({ nullable: true })
  score: number | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the site check reached the mark.' })
  @Stored.flag({ nullable: true })
  passed: boolean | null

  /** The two accounts of the latest site check. */
  @Stored.codes(60)
  inspectorIds: string[]

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  noticeFrom: string | null

  @Field(() => Day, { nullable: true, description: 'The last day of the notice.' })
  @Stored.day({ nullable: true })
  noticeTo: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(120, { nullable: true })
  noticePlace: string | null

  @Field(() => String, { nullable: true, description: 'Given with the grant, once and for ever; never used again.' })
  @Index({ unique: true })
  @Stored.code(16, { nullable: true })
  plaqueNo: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  grantedOn: string | null

  @Stored.ref({ nullable: true })
  grantedById: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  validTo: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  renewedOn: string | null

  @Field(() => RectifyReason, { nullable: true })
  @Stored.code(24, { nullable: true })
  rectifyReason: RectifyReason | null

  @Field(() => Day, { nullable: true, description: 'By when what was found is to be put right.' })
  @Stored.day({ nullable: true })
  rectifyBy: string | null

  @Field(() => String, { nullable: true, description: 'Why it is proposed to the leader to take the plaque back.' })
  @Stored.text(300, { nullable: true })
  revokeProposedFor: string | null

  @Field(() => Day, { nullable: true, description: 'The latest day of its log.' })
  @Stored.day({ nullable: true })
  lastLoggedOn: string | null

  @Field(() => Day, { nullable: true, description: 'When it was revoked, expired, withdrawn or rejected.' })
  @Stored.day({ nullable: true })
  endedOn: string | null

  @Field(() => Day, { nullable: true, description: 'By when the plaque is to come back.' })
  @Stored.day({ nullable: true })
  plaqueDueOn: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  plaqueReturnedOn: string | null

  /** Keeps the key by which an employer has one such post at a time. */
  settleKey(): void {
    this.liveKey = LIVE.includes(this.state) ? `${fold(this.place)}/${fold(this.title)}` : null
  }

  isHanging(): boolean {
    return HANGING.includes(this.state)
  }

  /** Whether a plaque is out there that should have come back. */
  owesPlaque(): boolean {
    return this.plaqueNo !== null && !this.isHanging() && this.plaqueReturnedOn === null
  }

  /** Whether the actor had a hand in bringing it forward: somebody else decides on it. */
  wasBroughtBy({ id }: Actor): boolean {
    return [this.createdById, this.appliedById, this.recommendedById, ...this.inspectorIds].includes(id)
  }
}

const fold = (text: string): string => halfWidth(text).replace(/[\s\p{P}]/gu, '').toLowerCase()
