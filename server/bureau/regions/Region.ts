import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

export enum RegionLevel {
  BANNER = 'BANNER',
  TOWNSHIP = 'TOWNSHIP',
  VILLAGE = 'VILLAGE',
}
registerEnumType(RegionLevel, { name: 'RegionLevel', description: '旗／苏木乡镇场街道／嘎查村（社区）' })

export enum RegionKind {
  BANNER = 'BANNER',
  TOWN = 'TOWN',
  SUMU = 'SUMU',
  TOWNSHIP = 'TOWNSHIP',
  FARM = 'FARM',
  STREET = 'STREET',
  VILLAGE = 'VILLAGE',
  GACHA = 'GACHA',
  COMMUNITY = 'COMMUNITY',
  FARM_AREA = 'FARM_AREA',
}
registerEnumType(RegionKind, { name: 'RegionKind', description: '旗、镇、苏木、乡、农场、街道、村、嘎查、社区、农场生活区' })

/** A division of the county by its 12-digit code; its first digits are the codes of what it lies in. */
@ObjectType({ description: 'A division of the county by its 12-digit code.' })
@Table('regions')
@Within('everyone')
@Index(['parentCode', 'code'])
export class Region extends Entity {
  @Field()
  @Index({ unique: true })
  @Stored.region()
  code: string

  @Field()
  @Stored.text(60)
  name: string

  @Field(() => RegionLevel)
  @Stored.code(24)
  level: RegionLevel

  @Field(() => RegionKind)
  @Stored.code(24)
  kind: RegionKind

  @Field(() => String, { nullable: true })
  @Stored.region({ nullable: true })
  parentCode: string | null

  @Field()
  @Stored.code(120)
  pinyin: string

  @Field()
  @Stored.code(40)
  initials: string

  /** Other spellings, comma-separated, that sheets are matched by. */
  @Field(() => String, { nullable: true, description: 'Other spellings, by which sheets are matched.' })
  @Stored.text(200, { nullable: true })
  aliases: string | null

  @Field(() => Day)
  @Stored.day()
  validFrom: string

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  validTo: string | null

  @Field(() => String, { nullable: true })
  @Stored.region({ nullable: true })
  predecessorCode: string | null

  @Field(() => Boolean, { description: 'Whether the plan asks for a squad here.' })
  @Stored.flag()
  needsSquad: boolean

  @Field(() => Boolean, { description: 'Whether a service station stands here.' })
  @Stored.flag()
  hasStation: boolean
}
