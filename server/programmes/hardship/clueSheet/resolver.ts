import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql'
import { Allow } from '../../../kernel/access'
import { Context } from '../../../kernel/context'
import { beginJob, LongJob } from '../../../kernel/longJobs'
import { say } from '../../../kernel/text'
import { RowVerdict } from '../../../kernel/RowVerdict'
import { type JudgedClue, judgeClues } from './judgeClues'

/** A row of a sheet of clues, and what becomes of it. */
@ObjectType({ description: 'A row of a sheet of clues, and what becomes of it.' })
class ClueRow {
  @Field(() => Int, { description: 'The row’s number in the sheet.' }) number: number
  @Field() name: string
  @Field(() => RowVerdict, { description: 'NEW is reported; SAME is known already; ERROR is to be mended.' }) verdict: RowVerdict
  @Field(() => String, { nullable: true, description: 'Why, in the language asked for.' }) reason: string | null
}

/** What becomes of a sheet of clues. */
@ObjectType({ description: 'What becomes of a sheet of clues, row by row.' })
class ClueSheet {
  @Field(() => ID, { description: 'The file.' }) id: string
  @Field(() => Int, { description: 'Rows that are reported, or would be.' }) reported: number
  @Field(() => Int, { description: 'Rows that are left out.' }) left: number
  @Field(() => [ClueRow]) rows: ClueRow[]

  static of(id: string, judged: readonly JudgedClue[], { origin }: Context): ClueSheet {
    const reported = judged.filter(one => one.clue).length
    return { id, reported, left: judged.length - reported, rows: judged.map(({ number, name, verdict, reasons }) => ({ number, name, verdict, reason: reasons.map(text => text[origin.locale]).join('') || null })) }
  }
}

/** Clues from a sheet: what a department or a township hands over as a list. */
@Resolver()
export class ClueSheetResolver {
  @Allow('case.report')
  @Query(() => ClueSheet, { description: 'What would become of a sheet of clues that was sent to POST /sheets, row by row; nothing is written. Refuses with NOT_FOUND, INVALID.' })
  async clueSheet(@Ctx() ctx: Context, @Arg('fileId', () => ID) fileId: string): Promise<ClueSheet> {
    return ClueSheet.of(fileId, await judgeClues(ctx, fileId), ctx)
  }

  @Allow('case.report')
  @Mutation(() => ClueSheet, { description: 'Reports the clues of a sheet, judged as `clueSheet` does; rows at fault are left out. Refuses with NOT_FOUND, INVALID, FORBIDDEN, INELIGIBLE.' })
  async importClues(@Ctx() ctx: Context, @Arg('fileId', () => ID) fileId: string): Promise<ClueSheet> {
    const judged = await judgeClues(ctx, fileId)
    for (const { clue } of judged) if (clue) await ctx.store.beyondReach.save(clue, { action: 'REPORT' })
    return ClueSheet.of(fileId, judged, ctx)
  }

  @Allow('sheet.import')
  @Mutation(() => LongJob, { description: 'Makes an empty sheet of clues with the right heads, as a job. Refuses with OVER_CAPACITY.' })
  clueTemplate(@Ctx() ctx: Context): Promise<LongJob> {
    return beginJob(ctx, 'CLUE_TEMPLATE', say('线索导入模板', 'Template for clues'), {})
  }
}
