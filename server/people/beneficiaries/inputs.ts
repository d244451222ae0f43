import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { MONTH } from '../../kernel/days'
import { ArrayMaxSize, ArrayNotEmpty, Matches, MaxLength } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { PersonInput } from '../persons/inputs'
import { Sex } from '../persons/Person'
import { Skill } from '../persons/Skill'
import { Ability, BeneficiaryKind, BeneficiaryState, ConsentChannel, ConsentGiver, ConsentGround, ConsentPurpose, ConsentState, ContactKind, ElderLanguage, EndReason, RiskGrade } from './enums'

/** What may be changed of an elder. Null clears, absence leaves. */
@InputType()
export class BeneficiaryChange {
  @Field(() => [BeneficiaryKind], { nullable: true }) @ArrayNotEmpty() @ArrayMaxSize(7) kinds?: BeneficiaryKind[] | null
  @Field(() => Boolean, { nullable: true }) livesAlone?: boolean | null
  @Field(() => [Ability], { nullable: true }) @ArrayMaxSize(11) abilities?: Ability[] | null
  @Field(() => ElderLanguage, { nullable: true }) language?: ElderLanguage | null
  @Field(() => Sex, { nullable: true }) volunteerSexWish?: Sex | null
  @Field(() => [Skill], { nullable: true }) @ArrayMaxSize(16) skillWishes?: Skill[] | null
  @Field(() => String, { nullable: true, description: 'Needs the permission beneficiary.health.' }) @MaxLength(500) healthNotes?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(500) needsNote?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(100) doctor?: string | null
}

/** Whom to call about an elder. */
@InputType()
export class ContactInput {
  @Field(() => ContactKind) kind: ContactKind
  @Field() @MaxLength(50) name: string
  @Field(() => String, { nullable: true }) @MaxLength(30) relation?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(40) phone?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** An elder whom somebody proposes: a person of the registry, or one to be put into it. */
@InputType()
export class BeneficiaryInput extends BeneficiaryChange {
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => PersonInput, { nullable: true }) person?: PersonInput | null
  @Field(() => [BeneficiaryKind]) @ArrayNotEmpty() @ArrayMaxSize(7) declare kinds: BeneficiaryKind[]
  @Field(() => RiskGrade, { nullable: true, description: 'Where the proposer can tell; the assessment grades anew.' }) grade?: RiskGrade | null
  @Field(() => [ContactInput], { nullable: true }) @ArrayMaxSize(6) contacts?: ContactInput[] | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class AssessmentInput {
  @Field(() => RiskGrade) grade: RiskGrade
  @Field(() => String, { nullable: true, description: 'What was found at the visit.' }) @MaxLength(500) findings?: string | null
  @Field(() => [Ability], { nullable: true }) @ArrayMaxSize(11) abilities?: Ability[] | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class GradeInput {
  @Field(() => RiskGrade) grade: RiskGrade
  @Field(() => Boolean, { defaultValue: false, description: 'The state changed so much that a visit is due within 24 hours.' }) majorChange: boolean = false
  @Field(() => String, { nullable: true }) @MaxLength(500) reason?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** An agreement, or the legal ground that stands in its place. */
@InputType()
export class ConsentInput {
  @Field(() => ConsentPurpose, { defaultValue: ConsentPurpose.SERVICE }) purpose: ConsentPurpose = ConsentPurpose.SERVICE
  @Field(() => ConsentGround, { defaultValue: ConsentGround.CONSENT }) ground: ConsentGround = ConsentGround.CONSENT
  @Field({ description: 'The version of the text read out or shown.' }) @MaxLength(24) textVersion: string
  @Field(() => ConsentGiver, { defaultValue: ConsentGiver.SELF }) givenBy: ConsentGiver = ConsentGiver.SELF
  @Field(() => String, { nullable: true, description: 'Needed where the guardian gives it.' }) @MaxLength(50) guardianName?: string | null
  @Field(() => Day) givenOn: string
  @Field(() => ConsentChannel, { defaultValue: ConsentChannel.PAPER }) channel: ConsentChannel = ConsentChannel.PAPER
  @Field(() => String, { nullable: true, description: 'Needed where there is a legal ground in place of consent.' }) @MaxLength(500) note?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class EndInput {
  @Field(() => EndReason) reason: EndReason
  @Field(() => Day, { nullable: true, description: 'Today where it is not given; for a death, the day of it.' }) endedOn?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(500) note?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class BeneficiaryFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Name, pinyin, initials, or the end of a number.' }) @MaxLength(50) q?: string | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [BeneficiaryKind], { nullable: true, description: 'Any of them.' }) kinds?: BeneficiaryKind[] | null
  @Field(() => [RiskGrade], { nullable: true }) grade?: RiskGrade[] | null
  @Field(() => [BeneficiaryState], { nullable: true }) state?: BeneficiaryState[] | null
  @Field(() => Boolean, { nullable: true, description: 'Waits for a volunteer.' }) unpaired?: boolean | null
  @Field(() => ID, { nullable: true }) caseWorkerId?: string | null
  @Field(() => Boolean, { nullable: true, description: 'Has a case worker.' }) entrusted?: boolean | null
  @Field(() => [ConsentState], { nullable: true }) consentState?: ConsentState[] | null
  @Field(() => ID, { nullable: true }) personId?: string | null
  @Field(() => Boolean, { nullable: true }) livesAlone?: boolean | null
  @Field(() => Boolean, { nullable: true, description: 'Has a pairing that has begun, or has none.' }) matched?: boolean | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM: a contact was due in that month.' }) @Matches(MONTH) dueIn?: string | null
  @Field(() => String, { nullable: true, description: 'YYYY-MM: a contact that counts was made in that month.' }) @Matches(MONTH) contactedIn?: string | null
}

export enum BeneficiarySortField {
  GRADE = 'GRADE',
  UNPAIRED_SINCE = 'UNPAIRED_SINCE',
  NAME = 'NAME',
  GRADED_ON = 'GRADED_ON',
  CREATED_AT = 'CREATED_AT',
}
registerEnumType(BeneficiarySortField, { name: 'BeneficiarySortField' })

@InputType()
export class BeneficiarySort {
  @Field(() => BeneficiarySortField) field: BeneficiarySortField
  @Field(() => Order) order: Order
}
