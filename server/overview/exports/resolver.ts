import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { LongJob } from '../../kernel/longJobs'
import { columnsOf, exportSheet } from './exportSheet'
import { ExportSheetInput } from './inputs'
import { lists } from './lists'

/** A column that may leave in a sheet. */
@ObjectType()
class SheetColumnInfo {
  @Field({ description: 'What `exportSheet` takes.' }) key: string
  @Field({ description: 'Its head, in the language asked for.' }) title: string
}

/** A list that may leave as a sheet. */
@ObjectType('SheetInfo')
class SheetInfo {
  @Field({ description: 'The list’s name in the API.' }) list: string
  @Field() title: string
  @Field(() => [SheetColumnInfo]) columns: SheetColumnInfo[]
}

@Resolver()
export class ExportResolver {
  @Allow('sheet.export')
  @Query(() => [SheetInfo], { description: 'The lists that you may export, with their columns.' })
  sheets(@Ctx() ctx: Context): SheetInfo[] {
    const { locale } = ctx.origin
    return lists.filter(sheet => ctx.actor.may(sheet.may)).map(sheet => ({ list: sheet.name, title: sheet.title[locale], columns: columnsOf(ctx, sheet, null).map(({ key, title }) => ({ key, title: title[locale] })) }))
  }

  @Allow('sheet.export')
  @Mutation(() => LongJob, { description: 'Makes a sheet of exactly what a list shows, masked as it is, as a job. Refuses with INVALID, FORBIDDEN, OVER_CAPACITY, IDEMPOTENCY_KEY_REUSED.' })
  exportSheet(@Ctx() ctx: Context, @Arg('input', () => ExportSheetInput) input: ExportSheetInput): Promise<LongJob> {
    return exportSheet(ctx, input)
  }
}
