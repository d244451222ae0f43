import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import { Order } from '../../kernel/lists'
import { Day, RegionCode } from '../../kernel/scalars'
import { ServiceState } from './ServiceRecord'

@InputType()
export class ServiceRecordFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => ID, { nullable: true }) teamId?: string | null
  @Field(() => [ProgrammeCode], { nullable: true }) programmeCode?: ProgrammeCode[] | null
  @Field(() => [ServiceState], { nullable: true }) state?: ServiceState[] | null
  @Field(() => Day, { nullable: true }) servedOnFrom?: string | null
  @Field(() => Day, { nullable: true }) servedOnTo?: string | null
}

export enum ServiceRecordSortField {
  SERVED_ON = 'SERVED_ON',
  MINUTES = 'MINUTES',
}
registerEnumType(ServiceRecordSortField, { name: 'ServiceRecordSortField' })

@InputType()
export class ServiceRecordSort {
  @Field(() => ServiceRecordSortField) field: ServiceRecordSortField
  @Field(() => Order) order: Order
}
