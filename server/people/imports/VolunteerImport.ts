import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { SealedBytes } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'
import { RowVerdict } from '../../kernel/RowVerdict'

export enum ImportSource {
  PLATFORM = 'PLATFORM',
  SHEET = 'SHEET',
}
registerEnumType(ImportSource, { name: 'ImportSource', description: '文明实践云导出的名册、自行整理的 Excel' })

export enum ImportState {
  READING = 'READING',
  COLUMNS = 'COLUMNS',
  CHECKING = 'CHECKING',
  CHECKED = 'CHECKED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  UNDOING = 'UNDOING',
  UNDONE = 'UNDONE',
}
registerEnumType(ImportState, { name: 'ImportState' })

/** A sheet of volunteers on its way into the registry: read, its columns matched, checked row by row, run, and taken back. */
@ObjectType({ description: 'A sheet of volunteers on its way into the registry.' })
@Table('volunteer_imports')
@Within({ region: 'regionCode' })
@Index(['regionCode', 'id'])
@Index(['source', 'state', 'id'])
export class VolunteerImport extends Entity {
  @Stored.ref()
  ownerId: string

  @Field()
  @Stored.text(60)
  ownerName: string

  /** How far its owner sees: the station's township, or the banner. */
  @Stored.region()
  regionCode: string

  @Field(() => ImportSource)
  @Stored.code(24)
  source: ImportSource

  @Field(() => ImportState)
  @Stored.code(24)
  state: ImportState

  @Stored.ref()
  fileId: string

  @Field()
  @Stored.text(200)
  fileName: string

  /** The digest of the sheet, by which the same one is known again. */
  @Stored.code(43)
  digest: string

  /** The heads of the sheet's columns, in their order. */
  @Stored.json({ nullable: true })
  heads: string[] | null

  /** What each column means: a field, or IGNORE. */
  @Stored.json({ nullable: true })
  columns: string[] | null

  /** What was answered to the questions, by their keys. */
  @Stored.json({ nullable: true })
  answers: Record<string, string> | null

  @Field(() => Int)
  @Stored.whole()
  total: number

  @Field(() => ID, { nullable: true, description: 'The job that works on it now, or did last.' })
  @Stored.ref({ nullable: true })
  jobId: string | null
}

/** What the sealed parts of a row are bound to. */
export const placeInRow = (importId: string, number: number, part: 'cells' | 'replaced'): string => `ImportRow/${importId}/${number}/${part}`

/** A row of the sheet: what it says, sealed; what is to become of it, and what became of it. */
@Table('import_rows')
@Within({ part: 'importId' })
@Index(['importId', 'number'], { unique: true })
@Index(['importId', 'verdict', 'number'])
export class ImportRow extends Entity {
  @Stored.ref()
  importId: string

  @Stored.whole()
  number: number

  /** The cells as JSON, sealed; gone after a while. */
  @SealedBytes<ImportRow>(['importId', 'number'], ({ importId, number }) => placeInRow(importId, number, 'cells'))
  @Stored.blob({ nullable: true })
  cells: Buffer | null

  @Stored.text(60, { nullable: true })
  name: string | null

  @Stored.code(24, { nullable: true })
  verdict: RowVerdict | null

  @Stored.text(600, { nullable: true })
  reasonZh: string | null

  @Stored.text(600, { nullable: true })
  reasonEn: string | null

  /** The question that must be answered first. */
  @Stored.code(60, { nullable: true })
  question: string | null

  /** What the run did: NEW, UPDATE, or the verdict that it left alone. */
  @Stored.code(24, { nullable: true })
  outcome: RowVerdict | null

  @Stored.ref({ nullable: true })
  volunteerId: string | null

  @Stored.whole({ nullable: true })
  volunteerVersion: number | null

  @Stored.ref({ nullable: true })
  personId: string | null

  @Stored.whole({ nullable: true })
  personVersion: number | null

  /** What an update replaced, as JSON, sealed: what taking it back restores. */
  @SealedBytes<ImportRow>(['importId', 'number'], ({ importId, number }) => placeInRow(importId, number, 'replaced'))
  @Stored.blob({ nullable: true })
  replaced: Buffer | null

  @Stored.flag()
  undone: boolean
}

/** A row as its importer sees it. */
@ObjectType('ImportRow')
export class ImportRowView {
  @Field(() => ID) id: string
  @Field(() => Int, { description: 'The row’s number in the sheet.' }) number: number
  @Field(() => String, { nullable: true }) name: string | null
  @Field(() => RowVerdict, { nullable: true }) verdict: RowVerdict | null
  @Field(() => RowVerdict, { nullable: true, description: 'What the run made of it.' }) outcome: RowVerdict | null
  @Field(() => String, { nullable: true, description: 'Why, in the language asked for.' }) reason: string | null
  @Field(() => ID, { nullable: true }) volunteerId: string | null
  @Field(() => Boolean) undone: boolean
}
