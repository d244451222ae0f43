import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serveTemplates } from './bureau/templates/serveTemplates'
import type { Context } from './kernel/context'
import { givePaper, signedIn } from './kernel/givePaper'
import { XLSX } from './kernel/writeSheet'
import { bulletinSheet } from './overview/bulletins/bulletinSheet'
import { printCertificate } from './people/certificates/printCertificate'
import { printCasePaper } from './programmes/hardship/papers/printCasePaper'
import { printPlaques } from './programmes/posts/papers/printPlaques'
import { printRound } from './programmes/posts/papers/printRound'

/** Where the product is reached from outside: what the codes on papers lead to. */
const originOf = (request: FastifyRequest): string => process.env.PUBLIC_URL ?? `${request.protocol}://${request.host}`

/** Papers and sheets that leave over HTTP, drawn when they are asked for, to whoever may see what they say. */
export function servePapers(http: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  const known = signedIn(contextOf)

  http.get<{ Params: { id: string }; Querystring: { reason?: string } }>('/papers/certificates/:id', async (request, reply) => {
    const ctx = await known(request)
    return givePaper(reply, { type: 'application/pdf', ...(await printCertificate(ctx, request.params.id, { origin: originOf(request), reason: request.query.reason })) })
  })

  http.get<{ Params: { id: string } }>('/papers/bulletins/:id', async (request, reply): Promise<FastifyReply> => givePaper(reply, { type: XLSX, ...(await bulletinSheet(await known(request), request.params.id)) }))

  http.get<{ Params: { id: string; kind: string; form: string } }>('/papers/cases/:id/:kind.:form', async (request, reply) => {
    const { id, kind, form } = request.params
    return givePaper(reply, await printCasePaper(await known(request), id, kind, form))
  })

  http.get<{ Querystring: { ids?: string } }>('/papers/plaques', async (request, reply) => {
    const ids = (request.query.ids ?? '').split(',').filter(Boolean)
    return givePaper(reply, { type: 'application/pdf', ...(await printPlaques(await known(request), ids, originOf(request))) })
  })

  http.get<{ Params: { id: string } }>('/papers/reviewRounds/:id', async (request, reply) => givePaper(reply, { type: 'application/pdf', ...(await printRound(await known(request), request.params.id)) }))

  serveTemplates(http, known)
}
