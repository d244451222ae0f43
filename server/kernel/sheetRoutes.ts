import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from './context'
import { Invalid, Unauthenticated } from './errors'
import { keepSheet, SHEET_LIMITS } from './readSheet'
import { contentOf, ownFile } from './sealedFiles'
import { say } from './text'

/** Takes a sheet that somebody sends, and gives one to its owner, as an attachment and piece by piece. */
export function serveSheets(http: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  http.post('/sheets', { bodyLimit: SHEET_LIMITS.bytes }, async (request, reply) => {
    if (!request.headers['apollo-require-preflight'] && !request.headers.authorization) throw new Invalid({ file: say('请求不完整。', 'The request lacks its header.') })
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    if (!Buffer.isBuffer(request.body)) throw new Invalid({ file: say('请上传 .xlsx 或 .csv 表格。', 'Send a sheet as .xlsx or .csv.') })
    const file = await keepSheet(ctx, request.body, sentName(request, 'x-file-name'))
    return reply.code(201).send({ id: file.id, name: file.name, size: file.size })
  })
  http.get<{ Params: { id: string } }>('/sheets/:id', async (request, reply) => {
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    const file = await ownFile(ctx, request.params.id)
    return reply
      .headers({ 'content-type': file.mediaType, 'content-length': file.size, 'content-disposition': `attachment; filename="sheet-${file.id}"; filename*=UTF-8''${encodeURIComponent(file.name)}` })
      .send(Readable.from(contentOf(ctx.database, file)))
  })
}

/** What a header says in any letters, such as a file's name; empty where it says nothing. */
export function sentName({ headers }: FastifyRequest, header: string): string {
  try {
    return decodeURIComponent(String(headers[header] ?? ''))
  } catch {
    return ''
  }
}
