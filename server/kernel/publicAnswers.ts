import type { FastifyReply, FastifyRequest } from 'fastify'
import { type GraphQLSchema, Kind, parse } from 'graphql'
import { Extensions } from 'type-graphql'
import { ANYONE } from './access'
import type { Context } from './context'
import { LIMITS } from './limits'
import { Recent } from './Recent'

/**
 * Says of a query that its answer depends on nothing of the asker but the language, so that everybody may be given, for a few
 * seconds, what somebody was given before. Only for what everybody may ask, as often as they like.
 */
export function SameForEverybody(): MethodDecorator & PropertyDecorator {
  return Extensions({ sameForEverybody: true })
}

/** For how long, in seconds, a public answer may be given again; 0 keeps none. */
export const PUBLIC_SECONDS = Number(process.env.PUBLIC_SECONDS ?? 5)

/** What is asked, as it came over the wire. */
interface Asked {
  readonly query: string
}

/** A public answer: its words and their kind. */
interface Given {
  readonly body: string
  readonly type: string
}

interface Kept extends Given {
  readonly since: number
  readonly size: number
}

const MOST_BYTES = 16 * 1024 * 1024
const LONGEST_REQUEST = 8 * 1024
const MOST_DOCUMENTS = 1000
/** How Apollo begins an answer without errors: they would stand first. */
const SUCCESS = '{"data":{'

/**
 * What anybody may be told is told again from memory, in front of the executor, for the very same request. Nothing enters that
 * was asked by whoever has signed in, that holds a field which is not the same for everybody, or that is no success; nothing is
 * given out to whoever has signed in, or to a front end whose key does not open it.
 */
export class PublicAnswers {
  /** How often an answer was given again, and how often one was made that may be; operators read it. */
  readonly counts = { given: 0, made: 0 }
  private readonly fields: ReadonlySet<string>
  private readonly documents = new Recent<string, readonly string[] | null>(MOST_DOCUMENTS)
  /** In the order in which they end. */
  private readonly kept = new Map<string, Kept>()
  private readonly underWay = new Map<string, Promise<Given | null>>()
  private bytes = 0

  constructor(
    schema: GraphQLSchema,
    private readonly seconds = PUBLIC_SECONDS,
  ) {
    this.fields = fieldsForEverybody(schema)
  }

  /** Answers from memory, or lets `ask` do it; equal requests that come meanwhile wait for the first one's answer. */
  async answer(ctx: Context, request: FastifyRequest, reply: FastifyReply, ask: () => Promise<unknown>): Promise<unknown> {
    const key = this.seconds > 0 ? this.keyOf(ctx, request) : null
    if (key === null) return ask()
    const underWay = this.underWay.get(key)
    const given = this.find(key, ctx) ?? (await underWay)
    if (given) {
      this.counts.given++
      void reply.type(given.type)
      return given.body
    }
    // Whoever waited for one that came to nothing asks for itself: a refusal is nobody else's.
    if (underWay) return ask()
    const asking = ask()
    this.underWay.set(key, asking.then(body => this.keep(key, body, ctx, reply), () => null))
    try {
      return await asking
    } finally {
      this.underWay.delete(key)
    }
  }

  /** Under what an answer to this request is kept; null where it is nobody else's. */
  private keyOf(ctx: Context, { body, headers }: FastifyRequest): string | null {
    if (ctx.actor.role !== 'anonymous' || !isAsked(body)) return null
    const fields = this.rootFields(body.query)
    if (!fields || (ctx.origin.mayAsk && !fields.every(name => name === '__typename' || ctx.origin.mayAsk!.has(name)))) return null
    const text = JSON.stringify([ctx.origin.locale, headers.accept, body])
    return text.length <= LONGEST_REQUEST ? text : null
  }

  /** The root fields of a document of one query, when all of them are the same for everybody; found out once for a document. */
  private rootFields(query: string): readonly string[] | null {
    const known = this.documents.get(query)
    if (known !== undefined) return known
    const fields = this.read(query)
    if (query.length <= LONGEST_REQUEST) this.documents.set(query, fields)
    return fields
  }

  private read(query: string): readonly string[] | null {
    try {
      const operations = parse(query, { noLocation: true, maxTokens: LIMITS.tokens }).definitions.filter(definition => definition.kind !== Kind.FRAGMENT_DEFINITION)
      const [operation] = operations
      if (operations.length !== 1 || operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') return null
      const names = operation.selectionSet.selections.map(selection => (selection.kind === Kind.FIELD ? selection.name.value : ''))
      return names.every(name => name === '__typename' || this.fields.has(name)) ? names : null
    } catch {
      return null
    }
  }

  private find(key: string, ctx: Context): Given | undefined {
    const kept = this.kept.get(key)
    return kept && this.holds(kept, ctx) ? kept : undefined
  }

  private holds({ since }: Kept, ctx: Context): boolean {
    const age = ctx.now.getTime() - since
    return age >= 0 && age < this.seconds * 1000
  }

  private keep(key: string, body: unknown, ctx: Context, reply: FastifyReply): Given | null {
    const isPlain = reply.statusCode === 200 && Object.keys(ctx.answerHeaders).length === 0
    if (!isPlain || typeof body !== 'string' || !body.startsWith(SUCCESS)) return null
    this.forget(key)
    const kept = { body, type: String(reply.getHeader('content-type')), since: ctx.now.getTime(), size: 2 * (key.length + body.length) }
    this.kept.set(key, kept)
    this.bytes += kept.size
    this.counts.made++
    for (const [oldest, each] of this.kept) {
      if (this.bytes <= MOST_BYTES && this.holds(each, ctx)) break
      this.forget(oldest)
    }
    return kept
  }

  private forget(key: string): void {
    this.bytes -= this.kept.get(key)?.size ?? 0
    this.kept.delete(key)
  }
}

/** What everybody may be told alike; refuses to where that was said of something that not everybody may ask. */
function fieldsForEverybody(schema: GraphQLSchema): ReadonlySet<string> {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {})
  const marked = [...queries, ...Object.values(schema.getMutationType()?.getFields() ?? {})].filter(field => field.extensions.sameForEverybody === true)
  for (const field of marked) {
    if (field.extensions.allow !== ANYONE || field.extensions.pace || field.extensions.opens || !queries.includes(field)) {
      throw new Error(`${field.name} cannot be the same for everybody: it is no query, is paced or opens a record, or not everybody may ask it.`)
    }
  }
  return new Set(marked.map(field => field.name))
}

const isAsked = (body: unknown): body is Asked => typeof (body as Asked | null)?.query === 'string'
