import { IsNotEmpty, Max, MaxLength, Min } from 'class-validator'
import { Field, InputType, Int } from 'type-graphql'
import { Day } from '../../kernel/scalars'

/** What every record comes with. */
@InputType()
abstract class RecordInput {
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class QualificationInput extends RecordInput {
  @Field() @IsNotEmpty() @MaxLength(80) title: string
  @Field(() => String, { nullable: true }) @MaxLength(60) certificateNo?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(80) issuer?: string | null
  @Field(() => Day, { nullable: true }) issuedOn?: string | null
  @Field(() => Day, { nullable: true }) validUntil?: string | null
}

@InputType()
export class InsuranceInput extends RecordInput {
  @Field() @IsNotEmpty() @MaxLength(80) company: string
  @Field() @IsNotEmpty() @MaxLength(60) policyNo: string
  @Field(() => Day) fromOn: string
  @Field(() => Day) toOn: string
}

@InputType()
export class TrainingInput extends RecordInput {
  @Field() @IsNotEmpty() @MaxLength(120) course: string
  @Field(() => Day) heldOn: string
  @Field(() => Int) @Min(1) @Max(500) hours: number
  @Field(() => Day, { nullable: true }) validUntil?: string | null
}

@InputType()
export class AwardInput extends RecordInput {
  @Field() @IsNotEmpty() @MaxLength(120) title: string
  @Field() @IsNotEmpty() @MaxLength(80) issuer: string
  @Field(() => Day) awardedOn: string
}

@InputType()
export class EvaluationInput extends RecordInput {
  @Field(() => Day) evaluatedOn: string
  @Field(() => Int) @Min(1) @Max(5) rating: number
  @Field(() => String, { nullable: true }) @MaxLength(300) note?: string | null
}
