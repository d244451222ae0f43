import type { Context } from '../../kernel/context'
import { NotFound, Stale } from '../../kernel/errors'
import { paperNamed } from './definePaper'
import { PaperTemplate, TemplateChoice } from './PaperTemplate'

/** Takes a version of a kind of paper into use, a later or an earlier one; 0 is what the product comes with. */
export async function chooseTemplate(ctx: Context, kind: string, version: number, number: number): Promise<void> {
  if (!paperNamed(kind)) throw new NotFound()
  if (number !== 0 && !(await ctx.store.query(PaperTemplate).where('it.kind = ? AND it.number = ?', kind, number).first())) throw new NotFound()
  const [choice] = await ctx.store.holdAll(TemplateChoice, 'it.kind = ?', kind)
  if ((choice?.version ?? 0) !== version) throw new Stale(choice?.version ?? 0, ['number'])
  await ctx.store.save(Object.assign(choice ?? TemplateChoice.of({ kind }), { number }), { action: kind, note: String(number) })
}
