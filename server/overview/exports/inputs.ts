import { type ClassType, Field, InputType, registerEnumType } from 'type-graphql'
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from '../../kernel/inputRules'
import type { Sheet } from '../../kernel/sheets'
import { lists } from './lists'

export enum SheetFormat {
  XLSX = 'XLSX',
  CSV = 'CSV',
}
registerEnumType(SheetFormat, { name: 'SheetFormat' })

/** Which rows of a list are asked for, and in which order: what the list itself is asked with. */
export interface ListAsked {
  filter: object
  sort?: object | null
}

/** What an export is asked with: one of the lists, its columns, the kind of file. */
@InputType({ description: 'One of the lists, with the filter and the sort that it is shown with.' })
export class ExportSheetInput {
  @Field(() => SheetFormat, { defaultValue: SheetFormat.XLSX }) format: SheetFormat = SheetFormat.XLSX
  @Field(() => [String], { nullable: true, description: 'The keys of the columns, in their order; all of them without it.' }) @IsOptional() @ArrayMaxSize(60) columns?: string[] | null
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(64) clientKey?: string | null
}

/** The input of one list, made of the filter and the sort that the list takes. */
function askedOf({ name, filter, sort }: Sheet): ClassType<ListAsked> {
  @InputType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Asked`)
  class Asked implements ListAsked {
    @Field(() => filter, { defaultValue: {} }) @ValidateNested() filter: object
  }
  if (sort) Field(() => sort, { nullable: true })(Asked.prototype, 'sort')
  return Asked
}

for (const sheet of lists) {
  const Asked = askedOf(sheet)
  Field(() => Asked, { nullable: true })(ExportSheetInput.prototype, sheet.name)
  IsOptional()(ExportSheetInput.prototype, sheet.name)
  ValidateNested()(ExportSheetInput.prototype, sheet.name)
}
