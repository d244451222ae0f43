import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import { Entity } from '../../kernel/entity'
import { SealedBytes } from '../../kernel/sealed'
import { Stored } from '../../kernel/stored'

export enum PaperLoss {
  PICTURE = 'PICTURE',
  TEXT_BOX = 'TEXT_BOX',
  FORMULA = 'FORMULA',
  FOOTNOTE = 'FOOTNOTE',
  COLUMNS = 'COLUMNS',
  TABS = 'TABS',
}
registerEnumType(PaperLoss, { name: 'PaperLoss', description: 'What the PDF does not show of a Word template: 图片、文本框、公式、脚注、分栏、制表位' })

/** A wording of a kind of paper that the office uploaded. It is never changed; another wording is another version. */
@ObjectType({ description: 'A wording of a kind of paper that the office uploaded; never changed.' })
@Table('paper_templates')
@Within('everyone')
@Index(['kind', 'number'], { unique: true })
export class PaperTemplate extends Entity {
  @Stored.code(40)
  kind: string

  @Field(() => Int, { description: 'From 1 within its kind; 0 is what the product comes with.' })
  @Stored.whole()
  number: number

  @Field({ description: 'The name that the file had.' })
  @Stored.text(120)
  fileName: string

  @Field(() => Int, { description: 'In bytes.' })
  @Stored.whole()
  size: number

  @Stored.ref()
  uploadedById: string

  @Field()
  @Stored.text(60)
  uploadedByName: string

  @Field(() => String, { nullable: true, description: 'What was changed, in the uploader’s words.' })
  @Stored.text(200, { nullable: true })
  note: string | null

  @Field(() => [PaperLoss], { description: 'What the PDF will not show of it.' })
  @Stored.codes(100)
  losses: PaperLoss[]

  @SealedBytes<PaperTemplate>(['kind', 'number'], ({ kind, number }) => templatePlace(kind, number), true)
  @Stored.blob()
  content: Buffer
}

/** What a template's bytes are bound to. */
export const templatePlace = (kind: string, number: number): string => `PaperTemplate/${kind}/${number}`

/** Which version of a kind of paper is in use; without a row, what the product comes with. */
@Table('template_choices')
@Within('everyone')
export class TemplateChoice extends Entity {
  @Index({ unique: true })
  @Stored.code(40)
  kind: string

  @Stored.whole()
  number: number
}
