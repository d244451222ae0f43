import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../../kernel/context'
import { Invalid, NotFound } from '../../kernel/errors'
import { givePaper } from '../../kernel/givePaper'
import { sentName } from '../../kernel/sheetRoutes'
import { say } from '../../kernel/text'
import { keepPace } from '../../kernel/throttle'
import { paperNamed } from './definePaper'
import { keepTemplate, TEMPLATE_LIMITS } from './keepTemplate'
import { DRAWING, type PaperForm, paperForms, previewPaper, templateOf } from './makePaper'

type Version = { kind: string; number: string }

/** Takes a Word template that somebody sends, and gives each version as it is and filled with samples. */
export function serveTemplates(http: FastifyInstance, known: (request: FastifyRequest) => Promise<Context>): void {
  http.post<{ Params: { kind: string } }>('/templates/:kind', { bodyLimit: TEMPLATE_LIMITS.sent }, async (request, reply) => {
    if (!request.headers['apollo-require-preflight'] && !request.headers.authorization) throw new Invalid({ file: say('请求不完整。', 'The request lacks its header.') })
    const ctx = await known(request)
    if (!Buffer.isBuffer(request.body)) throw new Invalid({ file: say('请上传 Word 的 .docx 文件。', 'Send a .docx of Word.') })
    const { number, losses } = await keepPace('uploadTemplate', DRAWING, ctx, () => keepTemplate(ctx, request.params.kind, request.body as Buffer, { name: sentName(request, 'x-file-name'), note: sentName(request, 'x-note') }))
    return reply.code(201).send({ number, losses })
  })

  http.get<{ Params: Version }>('/templates/:kind/:number', async (request, reply) => {
    const ctx = await known(request)
    const { kind, number } = asked(ctx, request.params)
    return givePaper(reply, { name: nameOf(kind.zh, number, 'docx'), type: paperForms.docx, bytes: await templateOf(ctx, kind, number) })
  })

  http.get<{ Params: Version & { form: string } }>('/templates/:kind/:number/preview.:form', async (request, reply) => {
    const ctx = await known(request)
    const { kind, number } = asked(ctx, request.params)
    const { form } = request.params
    if (!(form in paperForms)) throw new NotFound()
    const made = await keepPace('previewPaper', DRAWING, ctx, () => previewPaper(ctx, kind.code, number, form as PaperForm))
    return givePaper(reply, { name: nameOf(`${kind.zh}（预览）`, number, form), ...made })
  })
}

const nameOf = (title: string, number: number, form: string): string => `${title} ${number}.${form}`

function asked(ctx: Context, { kind, number }: Version) {
  ctx.actor.mustBeAllowed('template.read')
  const known = paperNamed(kind)
  if (!known || !/^\d{1,6}$/.test(number)) throw new NotFound()
  return { kind: known, number: Number(number) }
}
