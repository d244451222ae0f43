import { Field, ID, InputType, ObjectType, registerEnumType, Resolver } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { Entity } from '../../kernel/entity'
import { Follows } from '../../kernel/follows'
import { historyOf } from '../../kernel/history'
import { IsOptional, MaxLength } from '../../kernel/inputRules'
import { Order } from '../../kernel/lists'
import { registerOf } from '../../kernel/register'
import { RegionCode } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'
import { Region } from '../regions/Region'
import { forgetRegions, mustBeRegion } from '../regions/regionOf'

export enum StationKind {
  CENTRE = 'CENTRE',
  STATION = 'STATION',
}
registerEnumType(StationKind, { name: 'StationKind', description: '退役军人服务中心／服务站' })

/** A veterans' service centre or station: one centre, one in each township, and in the villages that have one. */
@ObjectType({ description: 'A veterans’ service centre or station.' })
@Table('stations')
@Within({ region: 'regionCode', assigned: '1=1', team: '1=1', self: '1=1' })
export class Station extends Entity {
  @Field()
  @Stored.text(80)
  name: string

  @Field(() => StationKind)
  @Stored.code(24)
  kind: StationKind

  @Field(() => RegionCode)
  @Index({ unique: true })
  @Stored.region()
  regionCode: string

  @Field(() => String, { nullable: true, description: 'The office’s own number.' })
  @Stored.text(30, { nullable: true })
  officePhone: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(120, { nullable: true })
  place: string | null
}

@InputType()
class StationFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[] | null
  @Field(() => RegionCode, { nullable: true }) region?: string | null
  @Field(() => [StationKind], { nullable: true }) kind?: StationKind[] | null
  @Field(() => String, { nullable: true }) q?: string | null
}

enum StationSortField {
  NAME = 'NAME',
  REGION_CODE = 'REGION_CODE',
}
registerEnumType(StationSortField, { name: 'StationSortField' })

@InputType()
class StationSort {
  @Field(() => StationSortField) field: StationSortField
  @Field(() => Order) order: Order
}

@InputType()
class StationInput {
  @Field() @MaxLength(80) name: string
  @Field(() => StationKind) kind: StationKind
  @Field(() => RegionCode) regionCode: string
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(30) officePhone?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) place?: string | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** The division of a station bears the mark that it has one. */
async function markRegion(ctx: Context, regionCode: string): Promise<void> {
  await mustBeRegion(ctx, regionCode)
  const [region] = await ctx.store.holdAll(Region, 'it.code = ?', regionCode)
  if (!region || region.hasStation) return
  region.hasStation = true
  await ctx.store.save(region)
  forgetRegions()
}

export const StationRegister = registerOf<Station, StationFilter, StationSort>(Station, {
  name: 'station',
  plural: 'stations',
  filter: StationFilter,
  sort: StationSort,
  input: StationInput,
  rules: { q: (query, q) => query.where('it.name LIKE ?', `%${q.replace(/[%_\\]/g, '\\$&')}%`) },
  check: (ctx, station) => markRegion(ctx, station.regionCode),
})

@Resolver(() => Station)
export class StationFields {
  @Follows(() => Region, 'regionCode')
  region: Region
}

export const StationHistory = historyOf(Station)
