import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Guarded, Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { keepTotal } from '../../kernel/keptTotals'
import { Refused } from '../../kernel/errors'
import { DateTime, Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Carries } from '../../kernel/shape'
import { Stored } from '../../kernel/stored'
import { say } from '../../kernel/text'
import { Person, Sex } from '../persons/Person'
import { Skill } from '../persons/Skill'
import { Ability, BeneficiaryKind, BeneficiaryState, ConsentState, ElderLanguage, EndReason, RiskGrade } from './enums'

/** An elder or disabled person whom volunteers look after. */
@ObjectType({ description: 'Somebody whom volunteers look after: a role of a person.' })
@Table('beneficiaries')
@Within({ region: 'regionCode', assigned: 'caseWorkerId' })
@Index(['regionCode', 'state', 'grade'])
@Index(['regionCode', 'unpairedSince'])
@Index(['caseWorkerId', 'state'])
@Index(['state', 'unpairedSince'])
@Index(['gradeRank', 'id'])
export class Beneficiary extends Entity {
  @Index({ unique: true })
  @Stored.ref()
  personId: string

  @Carries(() => Person, 'personId')
  person: Person

  @Stored.region()
  regionCode: string

  @Field(() => [BeneficiaryKind])
  @Stored.codes(120)
  kinds: BeneficiaryKind[]

  @Field(() => RiskGrade)
  @Stored.code(24)
  grade: RiskGrade

  /** The grade's rank, 1 the highest, by which lists are sorted. */
  @Stored.whole()
  gradeRank: number

  @Field(() => Day)
  @Stored.day()
  gradedOn: string

  @Field(() => Int, { description: 'Days between visits, as the grade means.' })
  @Stored.whole()
  visitEvery: number

  @Field(() => DateTime, { nullable: true, description: 'When the state last changed so much that a visit was due within 24 hours.' })
  @Stored.instant({ nullable: true })
  majorChangeAt: Date | null

  @Field(() => Boolean)
  @Stored.flag()
  livesAlone: boolean

  @Field(() => BeneficiaryState)
  @Stored.code(24)
  state: BeneficiaryState

  @Field(() => EndReason, { nullable: true })
  @Stored.code(24, { nullable: true })
  endReason: EndReason | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  endedOn: string | null

  @Field(() => [Ability], { description: 'What the elder manages alone.' })
  @Stored.codes(200)
  abilities: Ability[]

  @Field(() => ElderLanguage)
  @Stored.code(24)
  language: ElderLanguage

  @Field(() => Sex, { nullable: true, description: 'Whom the elder would rather have; null is either.' })
  @Stored.code(24, { nullable: true })
  volunteerSexWish: Sex | null

  @Field(() => [Skill])
  @Stored.codes(300)
  skillWishes: Skill[]

  @Field(() => String, { nullable: true, description: 'Illness and disability; sealed, and only for those who may read it.' })
  @Guarded('beneficiary.health')
  @Sealed({ mask: 'hidden', reveal: 'beneficiary.health', length: 2200 })
  healthNotes: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  needsNote: string | null

  @Field(() => String, { nullable: true, description: 'The doctor in charge, by name and place.' })
  @Stored.text(100, { nullable: true })
  doctor: string | null

  /** The account of the case worker in charge. */
  @Field(() => ID, { nullable: true })
  @Stored.ref({ nullable: true })
  caseWorkerId: string | null

  @Field(() => ConsentState, { description: 'As the latest consent to the service stands.' })
  @Stored.code(24)
  consentState: ConsentState

  @Field(() => String, { nullable: true })
  @Stored.code(24, { nullable: true })
  consentVersion: string | null

  @Field(() => Boolean)
  @Stored.flag()
  photoConsent: boolean

  @Field(() => Day, { nullable: true, description: 'Since when the elder waits for a volunteer.' })
  @Stored.day({ nullable: true })
  unpairedSince: string | null

  @Field(() => String, { nullable: true, description: 'What was found at the assessment.' })
  @Stored.text(500, { nullable: true })
  assessment: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  assessedOn: string | null

  /** What the elder was before the pause. */
  @Stored.code(24, { nullable: true })
  pausedFrom: BeneficiaryState | null

  /** Refuses what needs the elder's consent, or a recorded legal ground, where neither is there. */
  mustHaveConsent(): void {
    if (this.mayBeServed()) return
    throw new Refused('CONSENT_MISSING', say('尚未取得服务对象（或监护人）的同意，也没有记录法定依据。', 'There is neither the elder’s consent nor a recorded legal ground.'), { consentState: this.consentState })
  }

  /** Whether there is consent, or a legal ground in its place. */
  mayBeServed(): boolean {
    return this.consentState === ConsentState.GIVEN || this.consentState === ConsentState.LEGAL_GROUND
  }

  isEnded(): boolean {
    return this.state === BeneficiaryState.ENDED
  }
}

export const ELDERS = keepTotal('beneficiaries', Beneficiary, { heading: ['state', 'grade'] })
