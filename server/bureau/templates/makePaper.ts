import type { Context } from '../../kernel/context'
import { NotFound } from '../../kernel/errors'
import { fillTemplate, type PaperData, printTemplate } from '../../kernel/paper'
import type { Pace } from '../../kernel/throttle'
import { unsealBytes } from '../../kernel/sealed'
import { type PaperKind, paperNamed, sampleOf } from './definePaper'
import { TemplateChoice, templatePlace } from './PaperTemplate'
import { writeDocx } from './writeDocx'

/** As Word documents, to be edited on, or as PDF, to be printed. */
export type PaperForm = 'docx' | 'pdf'
export const paperForms = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const

/** Nobody draws without end. */
export const DRAWING: Pace = { by: ctx => ctx.actor.id, limit: async () => ({ tries: 20, minutes: 1 }) }

/** A paper as it leaves. */
export interface MadePaper {
  bytes: Uint8Array
  type: string
  /** The characters that a PDF could not show. */
  lacking?: string[]
}

/** A version of a kind's template; 0 is what the product comes with. Refuses with NOT_FOUND. */
export async function templateOf(ctx: Context, kind: PaperKind, number: number): Promise<Buffer> {
  if (number === 0) return writeDocx(kind.builtIn)
  const [row] = await ctx.store.sql('SELECT content FROM paper_templates WHERE kind = ? AND number = ?', [kind.code, number])
  if (!row) throw new NotFound()
  return unsealBytes(row.content as Buffer, templatePlace(kind.code, number))
}

/** The version of a kind's template that is in use. */
export const numberInUse = async (ctx: Context, { code }: PaperKind): Promise<number> => (await ctx.store.query(TemplateChoice).where('it.kind = ?', code).first())?.number ?? 0

/** Fills a version of a template, without one the version in use. The PDF is drawn from the very document that Word would open. Refuses with NOT_FOUND, UNAVAILABLE. */
export async function makePaper(ctx: Context, kind: PaperKind, data: PaperData, form: PaperForm, number?: number): Promise<MadePaper> {
  return make(kind, await templateOf(ctx, kind, number ?? (await numberInUse(ctx, kind))), data, form)
}

/** A version of a template filled with samples. Refuses with NOT_FOUND, UNAVAILABLE. */
export async function previewPaper(ctx: Context, code: string, number: number, form: PaperForm): Promise<MadePaper> {
  const kind = paperNamed(code)
  if (!kind) throw new NotFound()
  return make(kind, await templateOf(ctx, kind, number), sampleOf(kind.fields), form)
}

async function make({ fields }: PaperKind, template: Buffer, data: PaperData, form: PaperForm): Promise<MadePaper> {
  const made = form === 'pdf' ? await printTemplate({ template, fields, data }) : await fillTemplate({ template, fields, data })
  return { ...made, type: paperForms[form] }
}
