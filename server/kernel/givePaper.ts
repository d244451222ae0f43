import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from './context'
import { Unauthenticated } from './errors'

/** A paper or a sheet that leaves. */
export interface Given {
  /** The name that it is kept under. */
  name: string
  type: string
  bytes: Uint8Array
  /** The characters that could not be drawn. */
  lacking?: readonly string[]
}

/** A character as a header can say it. */
const codeOf = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`

/** Sends a paper to be kept. `x-lacking` names the characters that must be written in by hand. */
export function givePaper(reply: FastifyReply, { name, type, bytes, lacking = [] }: Given): FastifyReply {
  const plain = /^[\w.-]+$/.test(name) ? name : `paper.${name.split('.').at(-1)}`
  const spelled = plain === name ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`
  return reply.headers({ 'content-type': type, 'content-disposition': `attachment; filename="${plain}"${spelled}`, ...(lacking.length > 0 && { 'x-lacking': lacking.map(codeOf).join(' ') }) }).send(bytes)
}

/** Who asks, or a refusal where nobody has signed in. */
export const signedIn = (contextOf: (request: FastifyRequest) => Promise<Context>) => async (request: FastifyRequest): Promise<Context> => {
  const ctx = await contextOf(request)
  if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
  return ctx
}
