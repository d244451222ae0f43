import type { Context } from '../../kernel/context'
import { Invalid, NotFound } from '../../kernel/errors'
import { checkTemplate, type Checked } from '../../kernel/paper'
import { lookIntoZip, type ZipVerdict } from '../../kernel/plainZip'
import { seal } from '../../kernel/sealed'
import { cut, say, type Text } from '../../kernel/text'
import { type PaperKind, paperNamed } from './definePaper'
import { faultWords } from './faultWords'
import { type PaperLoss, PaperTemplate, templatePlace } from './PaperTemplate'

/** What a template may be; beyond it nothing is read. What is somewhat larger is received, so that the refusal can say why. */
export const TEMPLATE_LIMITS = { sent: 8 * 1024 * 1024, bytes: 2 * 1024 * 1024, entries: 300, entryBytes: 16 * 1024 * 1024, totalBytes: 32 * 1024 * 1024, ratio: 300, depth: 200 } as const

const REFUSED: Record<ZipVerdict, Text> = {
  damaged: say('无法读取这个文件，请上传 Word 保存的 .docx 文件（.doc 请另存为 .docx）。', 'The file cannot be read; send a .docx as Word saves it (save a .doc as .docx).'),
  harmful: say('文件含有宏、嵌入对象或外部链接，不能使用；请另存为不含宏的 .docx 后重试。', 'The file holds macros, embedded objects or outside links; save it as a plain .docx and try again.'),
  tooLarge: say('模板过大：不超过 2 MB，图片请压缩或删去。', 'The template is too large: at most 2 MB; make its pictures smaller or leave them out.'),
}
const refuse = (text: Text): Invalid => new Invalid({ file: text })

/** Keeps a wording that the office uploaded as the next version of its kind, once it has been looked at. It is not in use yet. */
export async function keepTemplate(ctx: Context, code: string, bytes: Buffer, { name, note }: { name: string; note: string | null }): Promise<PaperTemplate> {
  ctx.actor.mustBeAllowed('template.write')
  const kind = paperNamed(code)
  if (!kind) throw new NotFound()
  const losses = await examined(kind, bytes)
  const fileName = cut(name.replace(/[\\/\p{Cc}]/gu, ' ').trim(), 120) || `${code}.docx`
  return (await ctx.transact('uploadTemplate', async inner => {
    const [last] = await inner.store.sql('SELECT MAX(number) AS number FROM paper_templates WHERE kind = ?', [code])
    const number = Number(last?.number ?? 0) + 1
    const template = PaperTemplate.of({ kind: code, number, fileName, size: bytes.length, uploadedById: ctx.actor.id, uploadedByName: ctx.actor.name, note: cut(note?.trim() ?? '', 200) || null, losses, content: seal(bytes, templatePlace(code, number)) })
    return inner.store.save(template, { action: code, note: `${number} ${fileName}` })
  })) as PaperTemplate
}

/** Refuses what is no plain Word document or asks for what there is not; tells what its PDF will not show. */
async function examined({ fields }: PaperKind, bytes: Buffer): Promise<PaperLoss[]> {
  if (bytes.length > TEMPLATE_LIMITS.bytes) throw refuse(REFUSED.tooLarge)
  const outside = await lookIntoZip(bytes, TEMPLATE_LIMITS, ['[Content_Types].xml', 'word/document.xml'])
  if (outside) throw refuse(REFUSED[outside])
  const { verdict, faults = [], lost = [], used = [] }: Checked = await checkTemplate({ template: bytes, fields, limits: { totalBytes: TEMPLATE_LIMITS.totalBytes, depth: TEMPLATE_LIMITS.depth } })
  if (verdict) throw refuse(REFUSED[verdict])
  const missing = faults.length > 0 ? [] : fields.filter(({ name, must }) => must && !used.includes(name)).map(({ label }) => ({ id: 'missing_field', tag: label, other: '' }))
  if (faults.length + missing.length > 0) throw refuse(faultWords([...faults, ...missing]))
  return lost as PaperLoss[]
}
