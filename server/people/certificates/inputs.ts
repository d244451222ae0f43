import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { IsNotEmpty, MaxLength } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { CertificateState } from './Certificate'

@InputType()
export class CertificateInput {
  @Field(() => ID, { nullable: true, description: 'Whose; a volunteer asks for their own.' }) volunteerId?: string | null
  @Field(() => Day) from: string
  @Field(() => Day) to: string
  @Field(() => String, { nullable: true, description: 'What it is needed for.' }) @MaxLength(120) purpose?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** Who issues it. What is not given is the service centre, its office's number, and whoever approves. */
@InputType()
export class CertificateApproval {
  @Field({ description: 'The person responsible.' }) @IsNotEmpty() @MaxLength(50) responsible: string
  @Field(() => String, { nullable: true, description: 'The issuing unit.' }) @MaxLength(80) issuer?: string | null
  @Field(() => String, { nullable: true }) @MaxLength(50) handler?: string | null
  @Field(() => String, { nullable: true, description: 'The office’s own number or address.' }) @MaxLength(120) contact?: string | null
}

@InputType()
export class CertificateSealing {
  @Field(() => Day, { description: 'The date under the seal.' }) sealedOn: string
  @Field(() => String, { nullable: true }) @MaxLength(200) remarks?: string | null
}

@InputType()
export class CertificateFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => String, { nullable: true, description: 'The number, or the beginning of it.' }) @MaxLength(24) q?: string | null
  @Field(() => RegionCode, { nullable: true, description: 'Where the volunteer lives.' }) region?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => [CertificateState], { nullable: true }) state?: CertificateState[] | null
  @Field(() => Day, { nullable: true }) sealedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) sealedOnTo?: string | null
}

export enum CertificateSortField {
  NUMBER = 'NUMBER',
  CREATED_AT = 'CREATED_AT',
  SEALED_ON = 'SEALED_ON',
}
registerEnumType(CertificateSortField, { name: 'CertificateSortField' })

@InputType()
export class CertificateSort {
  @Field(() => CertificateSortField) field: CertificateSortField
  @Field(() => Order) order: Order
}
