import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { Day } from '../../kernel/scalars'
import { Stored } from '../../kernel/stored'

/** Whether a bulletin stands, or another stands in its place. */
export enum BulletinState {
  STANDING = 'STANDING',
  CORRECTED = 'CORRECTED',
}
registerEnumType(BulletinState, { name: 'BulletinState', description: '有效、已更正' })

/** The month's figures of a township, of the banner's own teams, or of all together. */
@ObjectType({ description: 'The month’s figures of a township, of the banner’s own teams, or of all together.' })
export class BulletinRow {
  @Field(() => String, { nullable: true, description: 'The division; null for all together.' }) regionCode: string | null
  @Field(() => String, { nullable: true }) regionName: string | null
  @Field(() => Int, { nullable: true, description: 'The place among the townships by the share; townships with the same share have the same place.' }) rank: number | null
  @Field(() => Int, { description: 'Teams and squads at work when the month ended, or now.' }) teams: number
  @Field(() => Int) townshipTeams: number
  @Field(() => Int) villageTeams: number
  @Field(() => Int) squads: number
  @Field(() => Int, { description: 'Active, with the members that they must have.' }) reached: number
  @Field(() => Int, { description: 'Teams that have done the monthly duty.' }) dutyDone: number
  @Field(() => Int, { description: 'Teams that may still do it.' }) dutyDue: number
  @Field(() => Int, { description: 'Teams that have not done it.' }) dutyMissing: number
  @Field(() => Float, { nullable: true, description: 'Done, in percent of done, due and missing; null where nothing was asked.' }) share: number | null
  @Field(() => Int, { description: 'Activities of the month that are confirmed, without drills.' }) activities: number
  @Field(() => Int) drills: number
  @Field(() => Int, { description: 'How many different volunteers took part in those activities.' }) people: number
  @Field(() => Int) personTimes: number
  @Field(() => Int, { description: 'How many people were served.' }) served: number
  @Field(() => Int, { description: 'Confirmed minutes of service in the month.' }) minutes: number
  @Field(() => Int) drillMinutes: number
  @Field(() => Int, { description: 'Visits done in the month.' }) visits: number
  @Field(() => Int, { description: 'Elders who had a pairing in the month.' }) elders: number
  @Field(() => Int, { nullable: true, description: 'Elders to whom a contact was due in the month, by its own records: pauses, grades and endings of the time. Null in bulletins that did not tell.' }) eldersDue: number | null
  @Field(() => Int, { nullable: true, description: 'Of those due, the elders who had a contact that counts. Null in bulletins that did not tell.' }) dueVisited: number | null
  @Field(() => Int, { description: 'Elders who were seen or spoken to in the month.' }) eldersVisited: number
  @Field(() => Int, { description: 'Pairings whose visit was overdue when the month ended; in a month that runs, those whose visit is.' }) overdue: number
}

/** What a bulletin says: one row a township, and all together. */
@ObjectType({ description: 'What a bulletin says: one row a township, and all together.' })
export class BulletinContent {
  @Field({ description: 'YYYY-MM' }) month: string
  @Field(() => Day, { description: 'The day on which the figures were drawn up.' }) asOf: string
  @Field(() => [BulletinRow]) rows: BulletinRow[]
  @Field(() => BulletinRow) total: BulletinRow
}

/**
 * The monthly bulletin by township (月通报, programmes.md 2): a circular that all of the house read. Its figures are frozen when
 * it is issued; what was wrong in it is put right by another one.
 */
@ObjectType({ description: 'The monthly bulletin by township, its figures frozen when it was issued.' })
@Table('bulletins')
@Within('everyone')
@Index(['month', 'edition'], { unique: true })
export class Bulletin extends Entity {
  @Field({ description: 'As it is cited: 〔2026〕第11期.' })
  @Index({ unique: true })
  @Stored.text(40)
  number: string

  @Field({ description: 'YYYY-MM' })
  @Stored.code(7)
  month: string

  /** 0 for the month's first bulletin, then one more for each that corrects it. */
  @Field(() => Int, { description: '0 for the month’s first bulletin, then one more for each that corrects it.' })
  @Stored.whole()
  edition: number

  @Field(() => Day)
  @Stored.day()
  issuedOn: string

  @Stored.code(26)
  issuedById: string

  @Field({ description: 'Who issued it.' })
  @Stored.text(50)
  issuedByName: string

  @Field(() => String, { nullable: true })
  @Stored.text(500, { nullable: true })
  remark: string | null

  /** The bulletin in whose place this one stands. */
  @Index({ unique: true })
  @Stored.ref({ nullable: true })
  correctsId: string | null

  @Field(() => String, { nullable: true, description: 'Why it was issued in place of an earlier one.' })
  @Stored.text(200, { nullable: true })
  reason: string | null

  @Field(() => BulletinContent)
  @Stored.json()
  content: BulletinContent

  /** How a month's bulletin is cited. */
  static numberOf(month: string, edition: number): string {
    const number = `〔${month.slice(0, 4)}〕第${Number(month.slice(5))}期`
    return edition === 0 ? number : `${number}（更正${edition}）`
  }
}
