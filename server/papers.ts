import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from './kernel/context'
import { Unauthenticated } from './kernel/errors'
import { XLSX } from './kernel/writeSheet'
import { bulletinSheet } from './overview/bulletins/bulletinSheet'
import { printCertificate } from './people/certificates/printCertificate'

/** A character that could not be drawn, as a header can say it. */
const codeOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`

/** Papers and sheets that leave over HTTP, drawn when they are asked for, to whoever may see what they say. `x-lacking` names the characters that must be written in by hand. */
export function servePapers(http: FastifyInstance, contextOf: (request: FastifyRequest) => Promise<Context>): void {
  const give = (reply: FastifyReply, type: string, { name, bytes, lacking = [] }: { name: string; bytes: Uint8Array; lacking?: readonly string[] }): FastifyReply =>
    reply.headers({ 'content-type': type, 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"`, ...(lacking.length > 0 && { 'x-lacking': lacking.map(codeOf).join(' ') }) }).send(bytes)
  const signedIn = async (request: FastifyRequest): Promise<Context> => {
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    return ctx
  }

  http.get<{ Params: { id: string }; Querystring: { reason?: string } }>('/papers/certificates/:id', async (request, reply) => {
    const ctx = await signedIn(request)
    const origin = process.env.PUBLIC_URL ?? `${request.protocol}://${request.host}`
    return give(reply, 'application/pdf', await printCertificate(ctx, request.params.id, { origin, reason: request.query.reason }))
  })

  http.get<{ Params: { id: string } }>('/papers/bulletins/:id', async (request, reply) => give(reply, XLSX, await bulletinSheet(await signedIn(request), request.params.id)))
}
