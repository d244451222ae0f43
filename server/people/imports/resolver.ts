import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { historyOf } from '../../kernel/history'
import { MaxLength } from '../../kernel/inputRules'
import { listOf, Page } from '../../kernel/lists'
import { beginJob, LongJob } from '../../kernel/longJobs'
import { say } from '../../kernel/text'
import { RowVerdict } from '../../kernel/RowVerdict'
import { FIELDS, matchHeads } from './fields'
import { ImportAnswerInput, ImportSheetInput } from './inputs'
import { checkImport, importSheet, resumeImport, runImport, undoImport } from './keepImport'
import { type Question, questionsOf } from './questions'
import { ImportRowView, VolunteerImport } from './VolunteerImport'
import { rememberedHeads } from './workImport'

const VolunteerImportList = listOf(VolunteerImport)

/** A column of the sheet, and what it may mean. */
@ObjectType()
class ImportColumn {
  @Field() head: string
  @Field(() => String, { nullable: true, description: 'What it is taken for; IGNORE where it is left out; null where somebody must say.' }) field: string | null
  @Field(() => String, { nullable: true, description: 'What it may mean, where it is not known.' }) suggested: string | null
}

/** A thing that a column may hold. */
@ObjectType('ImportField')
class ImportFieldView {
  @Field() key: string
  @Field() title: string
  @Field(() => Boolean) required: boolean
}

/** How many rows have a verdict. */
@ObjectType()
class VerdictCount {
  @Field(() => RowVerdict) verdict: RowVerdict
  @Field(() => Int) count: number
}

/** One of the things that a question may be answered with. */
@ObjectType()
class ImportChoice {
  @Field() value: string
  @Field() label: string
}

/** What must be said before some rows can be imported; it holds for all of them. */
@ObjectType()
class ImportQuestion implements Question {
  @Field() key: string
  @Field() text: string
  @Field(() => Int, { description: 'How many rows wait for it.' }) rows: number
  @Field(() => [ImportChoice]) choices: ImportChoice[]
}

@ObjectType()
class ImportRowList {
  @Field(() => [ImportRowView]) items: ImportRowView[]
  @Field(() => Int) total: number
}

@ArgsType()
class RowsAsked {
  @Field(() => [RowVerdict], { nullable: true, description: 'Those that stand with one of these verdicts.' }) verdict?: RowVerdict[] | null
  @Field(() => Boolean, { nullable: true, description: 'Those that were taken back.' }) undone?: boolean | null
  @Field(() => Page, { defaultValue: {} }) page: Page
}

@ArgsType()
class Which {
  @Field(() => ID) id: string
  @Field(() => Int) version: number
}

@ArgsType()
class WhichWhy extends Which {
  @Field() @MaxLength(200) reason: string
}

/** Imports of volunteers, as the schema names them. */
@Resolver(() => VolunteerImport)
export class ImportResolver {
  @Allow('sheet.import')
  @Query(() => VolunteerImportList, { description: 'The imports within reach, the latest first.' })
  volunteerImports(@Ctx() ctx: Context, @Arg('page', () => Page, { defaultValue: {} }) page: Page) {
    return new VolunteerImportList(ctx.store.query(VolunteerImport).orderBy('it.id DESC'), page)
  }

  @Allow('sheet.import')
  @Query(() => VolunteerImport, { nullable: true, description: 'Refuses with NOT_FOUND.' })
  volunteerImport(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<VolunteerImport> {
    return ctx.store.get(VolunteerImport, id)
  }

  @Allow('sheet.import')
  @Query(() => [ImportFieldView], { description: 'What a sheet of volunteers may say.' })
  importFields(@Ctx() { origin }: Context): ImportFieldView[] {
    return FIELDS.map(({ key, title, required }) => ({ key, title: title[origin.locale], required: required ?? false }))
  }

  @Allow('sheet.import')
  @Mutation(() => LongJob, { description: 'Makes an empty sheet with the right heads, as a job. Refuses with OVER_CAPACITY.' })
  importTemplate(@Ctx() ctx: Context): Promise<LongJob> {
    return beginJob(ctx, 'IMPORT_TEMPLATE', say('导入模板', 'Template for imports'), {})
  }

  @Allow('sheet.import')
  @Mutation(() => VolunteerImport, { description: 'Begins an import of a sheet that was sent to POST /sheets; nothing is written yet. Refuses with NOT_FOUND, OVER_CAPACITY, IDEMPOTENCY_KEY_REUSED.' })
  importSheet(@Ctx() ctx: Context, @Arg('input', () => ImportSheetInput) input: ImportSheetInput): Promise<VolunteerImport> {
    return importSheet(ctx, input)
  }

  @Allow('sheet.import')
  @Mutation(() => VolunteerImport, { description: 'Says what the columns mean, answers questions, and has every row checked. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, OVER_CAPACITY.' })
  checkImport(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which, @Arg('columns', () => [String]) columns: string[], @Arg('answers', () => [ImportAnswerInput], { defaultValue: [] }) answers: ImportAnswerInput[]): Promise<VolunteerImport> {
    return checkImport(ctx, id, version, columns, answers)
  }

  @Allow('sheet.import')
  @Mutation(() => VolunteerImport, { description: 'Writes what is new or differs. Refuses with NOT_FOUND, STALE, WRONG_STATE, OVER_CAPACITY.' })
  runImport(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<VolunteerImport> {
    return runImport(ctx, id, version)
  }

  @Allow('sheet.import')
  @Mutation(() => VolunteerImport, { description: 'Goes on with an import whose job failed or was cancelled. Refuses with NOT_FOUND, STALE, WRONG_STATE, OVER_CAPACITY.' })
  resumeImport(@Ctx() ctx: Context, @Args(() => Which) { id, version }: Which): Promise<VolunteerImport> {
    return resumeImport(ctx, id, version)
  }

  @Allow('sheet.import')
  @Mutation(() => VolunteerImport, { description: 'Takes back what nobody has touched since. Refuses with NOT_FOUND, STALE, WRONG_STATE, INVALID, OVER_CAPACITY.' })
  undoImport(@Ctx() ctx: Context, @Args(() => WhichWhy) { id, version, reason }: WhichWhy): Promise<VolunteerImport> {
    return undoImport(ctx, id, version, reason)
  }

  @FieldResolver(() => [ImportColumn], { description: 'The columns of the sheet, and what they mean.' })
  async columns(@Root() one: VolunteerImport, @Ctx() ctx: Context): Promise<ImportColumn[]> {
    const matches = matchHeads(one.heads ?? [], await rememberedHeads(ctx, one))
    return matches.map((match, index) => ({ ...match, field: one.columns?.[index] || match.field }))
  }

  @FieldResolver(() => [VerdictCount], { description: 'How many rows have each verdict and stand: what was taken back is not among them.' })
  async verdicts(@Root() one: VolunteerImport, @Ctx() ctx: Context): Promise<VerdictCount[]> {
    const rows = await ctx.store.sql('SELECT verdict, COUNT(*) AS n FROM import_rows WHERE importId = ? AND verdict IS NOT NULL AND undone = 0 GROUP BY verdict', [one.id])
    return rows.map(row => ({ verdict: row.verdict as RowVerdict, count: Number(row.n) }))
  }

  @FieldResolver(() => Int, { description: 'How many rows were taken back.' })
  async undone(@Root() one: VolunteerImport, @Ctx() ctx: Context): Promise<number> {
    const [row] = await ctx.store.sql('SELECT COUNT(*) AS n FROM import_rows WHERE importId = ? AND undone = 1', [one.id])
    return Number(row!.n)
  }

  @FieldResolver(() => [ImportQuestion], { description: 'What must be said before some rows can be imported.' })
  questions(@Root() one: VolunteerImport, @Ctx() ctx: Context): Promise<Question[]> {
    return questionsOf(ctx, one)
  }

  @FieldResolver(() => ImportRowList, { description: 'Its rows in their order.' })
  async rows(@Root() one: VolunteerImport, @Ctx() ctx: Context, @Args(() => RowsAsked) { verdict, undone, page }: RowsAsked): Promise<ImportRowList> {
    const where = `importId = ?${verdict?.length ? ' AND verdict IN (?) AND undone = 0' : ''}${undone ? ' AND undone = 1' : ''}`
    const values = [one.id, ...(verdict?.length ? [verdict] : [])]
    const [count] = await ctx.store.sql(`SELECT COUNT(*) AS n FROM import_rows WHERE ${where}`, values)
    const rows = await ctx.store.sql(`SELECT id, number, name, verdict, outcome, reasonZh, reasonEn, volunteerId, undone FROM import_rows WHERE ${where} ORDER BY number LIMIT ? OFFSET ?`, [...values, page.size, (page.number - 1) * page.size])
    const reason = ctx.origin.locale === 'en' ? 'reasonEn' : 'reasonZh'
    return { total: Number(count!.n), items: rows.map(row => ({ ...row, reason: row[reason], undone: row.undone === 1 }) as unknown as ImportRowView) }
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is your own, so that you may go on with it.' })
  mine(@Root() one: VolunteerImport, @Ctx() { actor }: Context): boolean {
    return one.ownerId === actor.id
  }
}

export const ImportHistory = historyOf(VolunteerImport)
