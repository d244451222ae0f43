import { MaxLength } from 'class-validator'
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { LongJob } from '../../../kernel/longJobs'
import { employerTemplate, importEmployers } from './importEmployers'

/** A sheet of employers that was sent to POST /sheets. */
@InputType()
class EmployerImportInput {
  @Field(() => ID, { description: 'As POST /sheets answered.' }) fileId: string
  @Field(() => Boolean, { description: 'False looks only: the answer is the sheet with what would become of each row.' }) write: boolean
  @Field(() => String, { nullable: true }) @MaxLength(64) clientKey?: string | null
}

/** Imports of employers, as the schema names them. */
@Resolver()
export class EmployerImportResolver {
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
