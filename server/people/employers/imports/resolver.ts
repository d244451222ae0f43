import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { MaxLength } from '../../../kernel/inputRules'
import { LongJob } from '../../../kernel/longJobs'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { employerTemplate, importEmployers } from './importEmployers'
import { lookAtEmployers } from './lookAtEmployers'

/** A sheet of employers that was sent to POST /sheets. */
@InputType()
class EmployerImportInput {
  @Field(() => ID, { description: 'As POST /sheets answered.' }) fileId: string
  @Field(() => Boolean, { description: 'False looks only: the answer is the sheet with what would become of each row.' }) write: boolean
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

@ObjectType({ description: 'A row of a sheet of employers, and what would become of it.' })
class EmployerSheetRow {
  @Field(() => Int, { description: 'The row’s number in the sheet.' }) number: number
  @Field() name: string
  @Field(() => RowVerdict, { description: 'NEW and UPDATE are written; SAME is so already; ERROR is to be mended.' }) verdict: RowVerdict
  @Field(() => String, { nullable: true, description: 'Why, in the language asked for.' }) reason: string | null
}

@ObjectType({ description: 'What would become of a sheet of employers, row by row.' })
class EmployerSheet {
  @Field(() => ID, { description: 'The file.' }) id: string
  @Field(() => Int, { description: 'Rows that would be written.' }) written: number
  @Field(() => Int, { description: 'Rows that would be left out.' }) left: number
  @Field(() => [EmployerSheetRow]) rows: EmployerSheetRow[]
}

/** Imports of employers, as the schema names them. */
@Resolver()
export class EmployerImportResolver {
  @Allow('sheet.import')
  @Query(() => EmployerSheet, { description: 'What would become of a sheet of employers that was sent to POST /sheets, row by row; nothing is written. Refuses with NOT_FOUND, INVALID, and with INELIGIBLE where a column is not known.' })
  async employerSheet(@Ctx() ctx: Context, @Arg('fileId', () => ID) fileId: string): Promise<EmployerSheet> {
    const rows = await lookAtEmployers(ctx, fileId)
    const written = rows.filter(({ verdict }) => verdict === RowVerdict.NEW || verdict === RowVerdict.UPDATE).length
    return { id: fileId, written, left: rows.length - written, rows: rows.map(({ reasons, ...row }) => ({ ...row, reason: reasons.map(text => text[ctx.origin.locale]).join(ctx.origin.locale === 'en' ? ' ' : '') || null })) }
  }

  @Allow('sheet.import')
  @Mutation(() => LongJob, { description: 'Makes the empty sheet of employers, as a job. Refuses with FORBIDDEN.' })
  employerTemplate(@Ctx() ctx: Context): Promise<LongJob> {
    return employerTemplate(ctx)
  }

  @Allow('sheet.import')
  @Mutation(() => LongJob, { description: 'Looks at a sheet of employers, or writes it into the register, as a job; the same sheet again changes nothing. Refuses with NOT_FOUND, IDEMPOTENCY_KEY_REUSED; the job with INELIGIBLE where a column is not known.' })
  importEmployers(@Ctx() ctx: Context, @Arg('input', () => EmployerImportInput) { fileId, write }: EmployerImportInput): Promise<LongJob> {
    return importEmployers(ctx, { fileId, write })
  }
}
