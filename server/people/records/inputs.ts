import { Field, ID, InputType, Int } from 'type-graphql'
import { IsNotEmpty, IsOptional, Max, MaxLength, Min } from '../../kernel/inputRules'
import { Day } from '../../kernel/scalars'
import { CredentialKind } from './Credential'

/** What every record comes with. */
@InputType()
abstract class RecordInput {
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@InputType()
export class QualificationInput extends RecordInput {
  @Field(() => ID, { nullable: true, description: 'Of the catalogue; its name is then the title.' }) credentialId?: string | null
  @Field(() => String, { nullable: true, description: 'What it is called, where it is not in the catalogue.' }) @IsOptional() @MaxLength(80) title?: string | null
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
  @Field(() => ID, { nullable: true, description: 'Of the catalogue; its name is then the course.' }) credentialId?: string | null
  @Field(() => String, { nullable: true, description: 'What it is called, where it is not in the catalogue.' }) @IsOptional() @MaxLength(120) course?: string | null
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

/** A course or a certificate that is put into the catalogue. */
@InputType()
export class CredentialInput extends RecordInput {
  @Field(() => CredentialKind) kind: CredentialKind
  @Field() @IsNotEmpty() @MaxLength(80) name: string
}

/** What may be changed of one; absence leaves. */
@InputType()
export class CredentialChange {
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) name?: string | null
  @Field(() => Boolean, { nullable: true }) active?: boolean | null
}

@InputType()
export class CredentialFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) @IsOptional() @MaxLength(40) q?: string | null
  @Field(() => [CredentialKind], { nullable: true }) kind?: CredentialKind[] | null
  @Field(() => Boolean, { nullable: true }) active?: boolean | null
}
