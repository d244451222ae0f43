import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from './context'
import { Unauthenticated } from './errors'
import { contentOf, ownFile } from './sealedFiles'

/** Gives a sheet to its owner, as an attachment and piece by piece. */
export function serveSheets(http: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  http.get<{ Params: { id: string } }>('/sheets/:id', async (request, reply) => {
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    const file = await ownFile(ctx, request.params.id)
    return reply
      .headers({ 'content-type': file.mediaType, 'content-length': file.size, 'cache-control': 'no-store', 'content-disposition': `attachment; filename="sheet-${file.id}"; filename*=UTF-8''${encodeURIComponent(file.name)}` })
      .send(Readable.from(contentOf(ctx.database, file)))
  })
}
