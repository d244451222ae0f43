import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import type { Context } from '../../../kernel/context'
import { addDays, startOfDay } from '../../../kernel/days'
import { IsOptional, MaxLength } from '../../../kernel/inputRules'
import { Order, search } from '../../../kernel/lists'
import type { Query } from '../../../kernel/query'
import { Day, RegionCode } from '../../../kernel/scalars'
import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'
import { NeedRequest, NeedState } from './NeedRequest'

@InputType()
export class NeedRequestFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [NeedState], { nullable: true }) state?: NeedState[] | null
  @Field(() => [ProgrammeCode], { nullable: true }) programme?: ProgrammeCode[] | null
  @Field(() => ID, { nullable: true }) beneficiaryId?: string | null
  @Field(() => ID, { nullable: true }) pairingId?: string | null
  @Field(() => ID, { nullable: true }) volunteerId?: string | null
  @Field(() => Day, { nullable: true, description: 'Raised on that day or later.' }) createdOnFrom?: string | null
  @Field(() => Day, { nullable: true }) createdOnTo?: string | null
  @Field(() => String, { nullable: true, description: 'The elder’s name, pinyin or initials.' }) @IsOptional() @MaxLength(60) q?: string | null
}

export enum NeedRequestSortField {
  CREATED_AT = 'CREATED_AT',
  UPDATED_AT = 'UPDATED_AT',
}
registerEnumType(NeedRequestSortField, { name: 'NeedRequestSortField' })

@InputType()
export class NeedRequestSort {
  @Field(() => NeedRequestSortField) field: NeedRequestSortField
  @Field(() => Order) order: Order
}

/** What elders need, within reach, as it is asked for. */
export function searchNeeds(ctx: Context, filter: NeedRequestFilter, sort: NeedRequestSort | null): Query<NeedRequest> {
  return search(ctx, NeedRequest, {
    filter,
    sort,
    rules: {
      createdOnFrom: (rows, day) => rows.where('it.createdAt >= ?', startOfDay(day)),
      createdOnTo: (rows, day) => rows.where('it.createdAt < ?', startOfDay(addDays(day, 1))),
    },
    find: { kind: 'Person', column: '(SELECT b.personId FROM beneficiaries b WHERE b.id = it.beneficiaryId)' },
  })
}
