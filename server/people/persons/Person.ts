import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { ageOn } from '../../kernel/days'
import { Entity } from '../../kernel/entity'
import { DateTime, Day } from '../../kernel/scalars'
import { printOf, Sealed } from '../../kernel/sealed'
import { Findable } from '../../kernel/searchTokens'
import { Stored } from '../../kernel/stored'
import { queryTokens, searchTokensOf } from './nameTokens'
import { readingOf } from './pinyin'

export enum Sex {
  MALE = 'MALE',
  FEMALE = 'FEMALE',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(Sex, { name: 'Sex' })

export enum PersonState {
  ACTIVE = 'ACTIVE',
  MERGED = 'MERGED',
  DECEASED = 'DECEASED',
}
registerEnumType(PersonState, { name: 'PersonState' })

/** The last four characters of a number, as it is searched by. */
const endOf = (number: string | null): string[] => (number && number.length >= 4 ? [number.slice(-4).toLowerCase()] : [])

/** What a question means: the end of a number, a whole number, or a name in characters, pinyin or initials. */
function tokensFor(q: string): readonly string[] {
  const said = q.normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{3,}[\dx]$/i.test(said) ? endOf(said) : queryTokens(q)
}

/** Somebody of the registry: veteran, volunteer, elder and contact are roles of one person. */
@ObjectType({ description: 'Somebody of the registry. Volunteer and beneficiary are roles of a person.' })
@Table('persons')
@Within({ region: 'regionCode', self: 'it.id = :person' })
@Findable<Person>(['name', 'phone', 'idCard'], person => [...searchTokensOf(person.name), ...endOf(person.phone), ...endOf(person.idCard)], tokensFor)
@Index(['regionCode', 'state', 'pinyin'])
@Index(['regionCode', 'isVeteran', 'id'])
@Index(['pinyin'])
@Index(['name', 'birthDatePrint'])
export class Person extends Entity {
  @Field()
  @Stored.text(50)
  name: string

  /** The syllables of the name, by which lists are sorted. */
  @Field()
  @Stored.code(200)
  pinyin: string

  @Field()
  @Stored.code(50)
  initials: string

  @Field(() => Sex)
  @Stored.code(24)
  sex: Sex

  @Field(() => String, { nullable: true, description: 'The year is shown; the day is sealed.' })
  @Sealed({ mask: 'birthDate', reveal: 'person.revealIdCard', find: true })
  birthDate: string | null

  @Field(() => Int, { nullable: true })
  @Stored.whole({ nullable: true })
  birthYear: number | null

  @Field(() => String, { nullable: true, description: 'The resident ID number, masked.' })
  @Sealed({ mask: 'idCard', reveal: 'person.revealIdCard', find: true })
  idCard: string | null

  /** The fingerprint of the number as long as the record stands, so that one number has one person. */
  @Index({ unique: true })
  @Stored.code(43, { nullable: true })
  idCardKey: string | null

  @Field(() => String, { nullable: true, description: 'Masked.' })
  @Sealed({ mask: 'phone', reveal: 'person.revealPhone', find: true })
  phone: string | null

  @Field(() => String, { nullable: true, description: 'The address within the village, masked.' })
  @Sealed({ mask: 'address', reveal: 'person.revealAddress', length: 600 })
  address: string | null

  @Field(() => String, { nullable: true, description: 'Ethnic group, GB/T 3304.' })
  @Stored.code(2, { nullable: true })
  ethnicCode: string | null

  @Field(() => String, { nullable: true, description: 'Political status, GB/T 4762.' })
  @Stored.code(2, { nullable: true })
  politicalCode: string | null

  /** The village, or where it is not known the township, of residence; never read from the resident ID. */
  @Stored.region()
  regionCode: string

  @Field(() => Boolean)
  @Stored.flag()
  isVeteran: boolean

  @Field(() => String, { nullable: true, description: 'Year and month, YYYY-MM.' })
  @Stored.code(7, { nullable: true })
  enlistedMonth: string | null

  @Field(() => String, { nullable: true, description: 'Year and month, YYYY-MM.' })
  @Stored.code(7, { nullable: true })
  dischargedMonth: string | null

  @Field(() => Boolean)
  @Stored.flag()
  servedInCombat: boolean

  @Field(() => PersonState)
  @Stored.code(24)
  state: PersonState

  @Field(() => ID, { nullable: true, description: 'The record that stands for this one since they were merged.' })
  @Index()
  @Stored.ref({ nullable: true })
  mergedIntoId: string | null

  @Field(() => Day, { nullable: true })
  @Stored.day({ nullable: true })
  deceasedOn: string | null

  @Field(() => DateTime, { nullable: true, description: 'When the identity was checked against the document.' })
  @Stored.instant({ nullable: true })
  verifiedAt: Date | null

  /** Gives the name, and with it how it is read and sorted. */
  call(name: string): void {
    const reading = readingOf(name)
    this.name = name
    this.pinyin = reading.sortKey.slice(0, 200)
    this.initials = reading.initials.slice(0, 50)
  }

  /** Gives or takes away the resident ID number, which no other living record may have. */
  identify(idCard: string | null): void {
    this.idCard = idCard
    this.idCardKey = printOf(this, 'idCard')
  }

  /** Gives or takes away the day of birth, and with it the year that lists show. */
  bornOn(day: string | null): void {
    this.birthDate = day
    this.birthYear = day === null ? null : Number(day.slice(0, 4))
  }

  /** Full years of age on a day: exact where the act holds the row, else by the year alone, and then the birthday counts as past. */
  ageOn(day: string): number | null {
    const { birthDate } = this
    if (birthDate) return ageOn(birthDate, day)
    return this.birthYear ? Number(day.slice(0, 4)) - this.birthYear : null
  }
}
