import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { Context } from '../../../kernel/context'
import { HardshipCase } from '../HardshipCase'
import { CasePaperKind } from './CasePaperKind'
import { openPapers } from './printCasePaper'

@Resolver(() => HardshipCase)
export class CasePapersResolver {
  @FieldResolver(() => [CasePaperKind], { description: 'The papers that may be printed now: GET /papers/cases/{id}/{kind}.pdf or .docx.' })
  papers(@Root() one: HardshipCase, @Ctx() ctx: Context): Promise<CasePaperKind[]> {
    return openPapers(ctx, one)
  }
}
