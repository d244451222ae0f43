import { Arg, Ctx, Field, FieldResolver, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Allow } from '../../kernel/access'
import { Context } from '../../kernel/context'
import { chooseTemplate } from './chooseTemplate'
import { type DescribedField, knownPapers, type PaperKind, paperNamed } from './definePaper'
import { PaperTemplate, TemplateChoice } from './PaperTemplate'

@ObjectType('PaperField', { description: 'What a template may ask for, in braces: by its Chinese label or its name.' })
class PaperFieldView {
  @Field() name: string
  @Field({ description: 'In Chinese; what stands in the braces.' }) label: string
  @Field({ description: 'What it is, in English.' }) en: string
  @Field(() => String, { nullable: true, description: 'What stands for it in a preview.' }) sample: string | null
  @Field({ description: 'Whether every template of this kind must ask for it.' }) must: boolean
  @Field(() => [PaperFieldView], { description: 'What each entry of a list has; for a list alone.' }) fields: PaperFieldView[]
}

@ObjectType('PaperKind', { description: 'A kind of paper that the office words itself in Word.' })
class PaperKindView {
  @Field() id: string
  @Field() code: string
  @Field() zh: string
  @Field() en: string
}

@ObjectType('PaperKindList')
class PaperKindList {
  @Field(() => [PaperKindView]) items: PaperKindView[]
  @Field(() => Int) total: number
}

const view = ({ code, zh, en }: PaperKind): PaperKindView => ({ id: code, code, zh, en })
const fieldView = ({ name, label, en, sample, must, fields }: DescribedField): PaperFieldView => ({ name, label, en, sample: sample ?? null, must: must ?? false, fields: (fields ?? []).map(fieldView) })
const choiceOf = (ctx: Context, { code }: PaperKindView): Promise<TemplateChoice | null> => ctx.store.batch('TemplateChoice', code, async codes => {
  const rows = await ctx.store.query(TemplateChoice).where('it.kind IN (?)', codes).rows()
  return codes.map(one => rows.find(({ kind }) => kind === one) ?? null)
})

@Resolver(() => PaperKindView)
export class PaperKindResolver {
  @Allow('template.read')
  @Query(() => PaperKindList, { description: 'The kinds of paper that the office words itself, with their fields and versions.' })
  paperKinds(): PaperKindList {
    const items = knownPapers().map(view)
    return { items, total: items.length }
  }

  @Allow('template.write')
  @Mutation(() => PaperKindView, { description: 'Takes a version of a template into use, a later or an earlier one; 0 is what the product comes with. Refuses with NOT_FOUND, STALE.' })
  async chooseTemplate(@Ctx() ctx: Context, @Arg('kind', () => String) kind: string, @Arg('version', () => Int) version: number, @Arg('number', () => Int) number: number): Promise<PaperKindView> {
    await chooseTemplate(ctx, kind, version, number)
    return view(paperNamed(kind)!)
  }

  @FieldResolver(() => [PaperFieldView])
  fields(@Root() { code }: PaperKindView): PaperFieldView[] {
    return paperNamed(code)!.fields.map(fieldView)
  }

  @FieldResolver(() => [PaperTemplate], { description: 'What the office uploaded, the latest first.' })
  versions(@Root() { code }: PaperKindView, @Ctx() ctx: Context): Promise<PaperTemplate[]> {
    return ctx.store.batch('PaperTemplate.kind', code, async codes => {
      const rows = await ctx.store.query(PaperTemplate).where('it.kind IN (?)', codes).orderBy('it.number DESC').rows()
      return codes.map(one => rows.filter(({ kind }) => kind === one))
    })
  }

  @FieldResolver(() => Int, { description: 'The version in use; 0 is what the product comes with.' })
  async number(@Root() kind: PaperKindView, @Ctx() ctx: Context): Promise<number> {
    return (await choiceOf(ctx, kind))?.number ?? 0
  }

  @FieldResolver(() => Int, { description: 'What `chooseTemplate` is told; 0 while nothing was chosen.' })
  async version(@Root() kind: PaperKindView, @Ctx() ctx: Context): Promise<number> {
    return (await choiceOf(ctx, kind))?.version ?? 0
  }
}
