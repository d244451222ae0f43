import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Sealed } from '../../kernel/sealed'
import { Findable } from '../../kernel/searchTokens'
import { Stored } from '../../kernel/stored'
import { queryTokens, searchTokensOf } from '../persons/nameTokens'
import { readingOf } from '../persons/pinyin'

export enum EmployerKind {
  GOVERNMENT = 'GOVERNMENT',
  INSTITUTION = 'INSTITUTION',
  STATE_FIRM = 'STATE_FIRM',
  PRIVATE_FIRM = 'PRIVATE_FIRM',
  SELF_EMPLOYED = 'SELF_EMPLOYED',
  SOCIAL_ORG = 'SOCIAL_ORG',
}
registerEnumType(EmployerKind, { name: 'EmployerKind', description: '机关、事业单位、国有企业、民营企业、个体工商户、社会组织' })

export enum EmployerState {
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
  MERGED = 'MERGED',
}
registerEnumType(EmployerState, { name: 'EmployerState', description: '在业、已注销、已合并' })

/** What a name says of place and form, which many share. */
const COMMON = /^(内蒙古自治区|内蒙古|通辽市|奈曼旗)+|(有限责任公司|股份有限公司|有限公司|分公司|公司|（.*）)+$/gu
/** What is left of a name without the place it begins with and the form it ends with: by this people know and type it. */
export const coreOf = (name: string): string => name.replace(COMMON, '')

const nameTokens = (name: string): string[] => [...searchTokensOf(name), ...searchTokensOf(coreOf(name))]
const codeTokens = (code: string | null): string[] => (code ? [code.toLowerCase(), code.slice(-4).toLowerCase()] : [])

/** A question is a credit code, whole or its last four, or a fragment of a name. */
function tokensFor(q: string): readonly string[] {
  const said = q.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
  return /^[0-9a-z]{18}$/.test(said) || /^(?=.*\d)[0-9a-z]{4}$/.test(said) ? [said] : queryTokens(q)
}

/** A unit in which veterans work: an office, an institution, a firm, a shop, an association. */
@ObjectType({ description: 'A unit in which veterans work.' })
@Table('employers')
@Within({ region: 'regionCode', self: 'it.id = :employer' })
@Findable<Employer>(['name', 'aliases', 'creditCode'], employer => [...[employer.name, ...employer.formerNames()].flatMap(nameTokens), ...codeTokens(employer.creditCode)], tokensFor)
@Index(['regionCode', 'state', 'pinyin'])
@Index(['regionCode', 'kind', 'id'])
@Index(['name'])
export class Employer extends Entity {
  @Field()
  @Stored.text(100)
  name: string

  /** The syllables of the name, by which lists are sorted. */
  @Stored.code(200)
  pinyin: string

  /** The names of those merged into it, one a line, so that it is found by them too. */
  @Stored.text(1000, { nullable: true })
  aliases: string | null

  @Field(() => EmployerKind)
  @Stored.code(24)
  kind: EmployerKind

  @Field(() => String, { nullable: true, description: 'The unified social credit code, GB 32100.' })
  @Index()
  @Stored.code(18, { nullable: true })
  creditCode: string | null

  /** The code as long as the record stands, so that one code has one employer. */
  @Index({ unique: true })
  @Stored.code(18, { nullable: true })
  creditCodeKey: string | null

  @Field(() => String, { nullable: true, description: 'Why a code that fails its checks was taken all the same.' })
  @Stored.text(200, { nullable: true })
  creditCodeReason: string | null

  @Field(() => String, { nullable: true, description: 'The section of GB/T 4754, one letter.' })
  @Stored.code(1, { nullable: true })
  industryCode: string | null

  /** The village, or where it is not known the township, in which it is. */
  @Stored.region()
  regionCode: string

  @Field(() => String, { nullable: true, description: 'Street and number of the place of business, public as its name is.' })
  @Stored.text(120, { nullable: true })
  premises: string | null

  @Field(() => String, { nullable: true, description: 'Whom one speaks to there, masked.' })
  @Sealed({ mask: 'name', reveal: 'employer.revealContact' })
  contactName: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'employer.revealContact', find: true })
  contactPhone: string | null

  @Field(() => EmployerState)
  @Stored.code(24)
  state: EmployerState

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  closedOn: string | null

  @Field(() => String, { nullable: true })
  @Stored.text(200, { nullable: true })
  closeReason: string | null

  @Field(() => ID, { nullable: true, description: 'The record that stands for this one since they were merged.' })
  @Index()
  @Stored.ref({ nullable: true })
  mergedIntoId: string | null

  /** Gives the name, and with it how it is sorted. */
  call(name: string): void {
    this.name = name
    this.pinyin = readingOf(name).sortKey.slice(0, 200)
  }

  /** Gives or takes away the credit code, which no other standing record may have. */
  register(code: string | null, reason: string | null = null): void {
    this.creditCode = code
    this.creditCodeKey = code
    this.creditCodeReason = reason
  }

  /** The names of those that were merged into it. */
  formerNames(): string[] {
    return this.aliases ? this.aliases.split('\n') : []
  }
}
