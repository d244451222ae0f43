import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ApolloServer, HeaderMap } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify'
import cors from '@fastify/cors'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { ArgumentValidationError } from 'type-graphql'
import { Context, type Origin } from './kernel/context'
import type { Database } from './kernel/database'
import { Deadline, REQUEST_MS } from './kernel/deadline'
import type { Type } from './kernel/entity'
import { Invalid, Refusal, Unauthenticated } from './kernel/errors'
import { FILE_LIMITS, keepPicture, showPicture } from './kernel/files'
import { aliasRule, depthRule, LIMITS, mustBeAffordable, oneMutationRule } from './kernel/limits'
import { log } from './kernel/log'
import { serveSheets } from './kernel/sheetRoutes'
import { type Locale, localeOf, say, type Text } from './kernel/text'
import { fieldsOf } from './kernel/validation'
import { identifyApiKey, isKnownOrigin } from './people/accounts/apiKeys/identifyApiKey'
import { ANONYMOUS, identify } from './people/accounts/identify'
import { servePapers } from './papers'
import { roles } from './roles'
import { buildFrontedSchema, entities } from './schema'

export interface AppOptions {
  database: Database
  /** Where the built console lies; without it only the API is served. */
  consoleFolder?: string
  production?: boolean
  /** The clock; tests set it. */
  now?: () => Date
}

/** The running product: HTTP in front, the schema behind its door, the database below. */
export interface App {
  http: FastifyInstance
  /** True while requests are to be sent here. */
  ready: boolean
}

const COOKIE = 'laobing'
/** When whoever was turned away may try again, in seconds, where the refusal itself does not say. */
const RETRY_SECONDS = 2
/** At most so many requests at once; more are turned away with 503 at once, so that the others keep their time. */
const AT_ONCE = Number(process.env.REQUESTS_AT_ONCE ?? 300)

/** Composes everything; the same function is what tests start. */
export async function createApp({ database, consoleFolder, production = false, now = () => new Date() }: AppOptions): Promise<App> {
  const schema = buildFrontedSchema()
  const typeNamed = (name: string) => entities.find(entity => entity.name === name) as Type | undefined
  const http = Fastify({ bodyLimit: LIMITS.body, trustProxy: process.env.TRUST_PROXY === '1', genReqId: () => randomBytes(9).toString('base64url'), forceCloseConnections: 'idle' })
  const app: App = { http, ready: true }

  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    introspection: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [depthRule, aliasRule, oneMutationRule],
    formatError,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(http),
      {
        async requestDidStart() {
          return {
            async didResolveOperation({ document, operation, request, contextValue }) {
              if (production && contextValue.actor.role === 'anonymous' && /"__(schema|type)"/.test(JSON.stringify(operation))) {
                throw new GraphQLError('Introspection is for those who have signed in.', { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
              }
              if (operation) mustBeAffordable(schema, document, operation, request.variables ?? {})
            },
            async willSendResponse({ response, contextValue }) {
              localise(response, contextValue)
            },
          }
        },
      },
    ],
  })
  await apollo.start()

  let running = 0
  http.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY', 'x-request-id': request.id })
    if (isSecure(request)) void reply.header('strict-transport-security', 'max-age=31536000')
    if (/^\/(livez|readyz|version|metrics)/.test(request.url)) return
    if (running >= AT_ONCE || !app.ready) return reply.code(503).header('retry-after', String(RETRY_SECONDS)).send({ errors: [{ message: 'Too busy.', extensions: { code: 'UNAVAILABLE', requestId: request.id } }] })
    running++
    reply.raw.once('close', () => void running--)
  })

  await http.register(cors, {
    origin: (origin, decide) => void (origin ? isKnownOrigin(database, origin, new Deadline(REQUEST_MS)) : Promise.resolve(false)).then(known => decide(null, known), () => decide(null, false)),
    methods: ['GET', 'POST'],
    allowedHeaders: ['content-type', 'authorization', 'x-api-key', 'accept-language', 'apollo-require-preflight', 'x-background'],
    exposedHeaders: ['retry-after', 'x-request-id'],
    maxAge: 600,
    strictPreflight: false,
  })

  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? cookieOf(request)
    const deadline = new Deadline(REQUEST_MS)
    const identity = token ? await identify(database, token, now(), deadline, 'x-background' in request.headers) : null
    const apiKey = request.headers['x-api-key']
    const frontEnd = typeof apiKey === 'string' ? await identifyApiKey(database, apiKey, request.headers.origin, now(), deadline) : null
    const origin: Origin = {
      requestId: request.id,
      ip: request.ip,
      locale: localeOf(request.headers['accept-language']),
      userAgent: request.headers['user-agent']?.slice(0, 200) ?? null,
      sessionId: identity?.sessionId ?? null,
      secure: isSecure(request),
      mayAsk: frontEnd?.operations ?? null,
    }
    return Context.for(database, identity?.actor ?? ANONYMOUS(roles.anonymous.may), origin, now(), deadline)
  }

  // Who asks is known before Apollo begins, so that being refused at the gate is answered like any other refusal.
  const contexts = new WeakMap<FastifyRequest, Context>()
  const graphql = fastifyApolloHandler(apollo, { context: async request => contexts.get(request)! })
  http.post('/graphql', async (request, reply) => {
    void reply.header('cache-control', 'no-store')
    contexts.set(request, await contextOf(request))
    return graphql.call(http, request, reply)
  })
  http.get('/graphql', (_, reply) => reply.code(405).header('allow', 'POST').send({ errors: [{ message: 'Use POST.', extensions: { code: 'BAD_REQUEST' } }] }))

  http.addContentTypeParser(['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'], { parseAs: 'buffer', bodyLimit: FILE_LIMITS.bytes }, (_, body, done) => done(null, body))
  http.post('/files', { bodyLimit: FILE_LIMITS.bytes }, async (request, reply) => {
    if (!request.headers['apollo-require-preflight'] && !request.headers.authorization) throw new Invalid({ file: say('请求不完整。', 'The request lacks its header.') })
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    if (!Buffer.isBuffer(request.body)) throw new Invalid({ file: say('只能上传 JPEG、PNG 或 WebP 图片。', 'Only JPEG, PNG or WebP pictures.') })
    const file = await keepPicture(ctx, request.body)
    return reply.code(201).header('cache-control', 'no-store').send({ id: file.id, size: file.size })
  })
  http.get<{ Params: { id: string }; Querystring: { thumbnail?: string } }>('/files/:id', async (request, reply) => {
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    const bytes = await showPicture(ctx, request.params.id, request.query.thumbnail ? 'thumbnail' : 'content', typeNamed)
    return reply.headers({ 'content-type': 'image/jpeg', 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${request.params.id}.jpg"` }).send(bytes)
  })

  serveSheets(http, contextOf)
  servePapers(http, contextOf)

  http.get('/livez', () => ({ ok: true }))
  http.get('/version', () => ({ version: process.env.LAOBING_VERSION ?? '0.1.0' }))
  http.get('/readyz', async (_, reply) => {
    if (!app.ready) return reply.code(503).send({ ok: false })
    await database.query('SELECT 1', [], new Deadline(2000))
    return { ok: true }
  })
  http.get('/metrics', async (request, reply) => {
    if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip)) return reply.code(404).send()
    const { rss, heapUsed } = process.memoryUsage()
    return reply.type('text/plain').send(`laobing_requests_running ${running}\nlaobing_statements_total ${database.statements}\nlaobing_memory_rss_bytes ${rss}\nlaobing_memory_heap_bytes ${heapUsed}\n`)
  })

  http.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : undefined
    const thrown = (error as { statusCode?: number }).statusCode
    const status = refusal ? httpStatus(refusal.code) : thrown && thrown < 500 ? thrown : 500
    if (status === 500) log.error({ requestId: request.id, error: (error as Error).message }, 'a request failed')
    const locale = localeOf(request.headers['accept-language'])
    const fields = refusal instanceof Invalid ? { fields: localised(refusal.fields, locale) } : {}
    if (status === 503 || status === 429) void reply.header('retry-after', secondsToWait([refusal?.details.retryAfter]))
    void reply.code(status).header('cache-control', 'no-store').send({
      errors: [{ message: refusal ? refusal.text[locale] : status === 500 ? 'Something went wrong.' : 'Bad request.', extensions: { code: refusal?.code ?? (status === 500 ? 'INTERNAL' : 'BAD_REQUEST'), ...refusal?.details, ...fields, requestId: request.id } }],
    })
  })

  if (consoleFolder && existsSync(consoleFolder)) await serveConsole(http, consoleFolder)
  return app
}

const httpStatus = (code: string): number => ({ UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, LIMITED: 429, UNAVAILABLE: 503 })[code] ?? 400

/** Whether the browser takes this for a secure place; it does so with the machine's own address. */
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https'
const cookieOf = (request: FastifyRequest): string | undefined => (request.headers.cookie ?? '').split(/;\s*/).map(pair => pair.split('=')).find(([name]) => name === cookieName(request))?.[1]
export const cookieName = (request: FastifyRequest): string => (isSecure(request) ? `__Host-${COOKIE}` : COOKIE)

/** What leaves of an error: a code, its details, and, until the answer is sent, its two texts. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const refusal = cause instanceof ArgumentValidationError ? new Invalid(fieldsOf(cause)) : cause
  const { path: where } = formatted
  if (refusal instanceof Refusal) {
    const fields = refusal instanceof Invalid ? { fields: refusal.fields } : {}
    return { message: refusal.message, path: where, extensions: { code: refusal.code, ...refusal.details, ...fields, text: refusal.text } }
  }
  const code = formatted.extensions?.code
  const ours = code === undefined ? !(cause instanceof GraphQLError) : code === 'INTERNAL_SERVER_ERROR'
  if (ours && !(cause instanceof GraphQLError)) {
    log.error({ error: (cause as Error)?.message, stack: (cause as Error)?.stack?.split('\n').slice(0, 6) }, 'a resolver failed')
    return { message: 'Something went wrong.', path: where, extensions: { code: 'INTERNAL', text: say('系统出错了，请把请求编号告诉管理员。', 'Something went wrong; tell the administrator the request number.') } }
  }
  return { message: formatted.message, path: where, locations: formatted.locations, extensions: { code: 'BAD_REQUEST' } }
}

interface Answer {
  body: { kind: string; singleResult?: { errors?: readonly GraphQLFormattedError[] } }
  http: { status?: number; headers: HeaderMap }
}

/** Puts the asker's language, the request's number and the HTTP status on an answer. */
function localise(answer: unknown, ctx: Context | undefined): void {
  const response = answer as Answer
  for (const [name, value] of Object.entries(ctx?.answerHeaders ?? {})) response.http.headers.set(name, value)
  const result = response.body.singleResult
  if (!result?.errors) return
  const locale = ctx?.origin.locale ?? 'zh'
  result.errors = result.errors.map(error => {
    const { text, fields, ...rest } = (error.extensions ?? {}) as Record<string, unknown> & { text?: Text; fields?: Record<string, Text> }
    return { ...error, message: text?.[locale] ?? error.message, extensions: { ...rest, ...(fields && { fields: localised(fields, locale) }), requestId: ctx?.origin.requestId } }
  })
  const codes = result.errors.map(error => error.extensions?.code)
  if (codes.includes('UNAVAILABLE')) response.http.status = 503
  else if (codes.includes('LIMITED')) response.http.status = 429
  else if (codes.includes('UNAUTHENTICATED')) response.http.status = 401
  if (response.http.status === 503 || response.http.status === 429) response.http.headers.set('retry-after', secondsToWait(result.errors.map(error => error.extensions?.retryAfter)))
}

/** The `Retry-After` of an answer: the longest that any of its refusals says. */
const secondsToWait = (said: readonly unknown[]): string => String(Math.max(RETRY_SECONDS, ...said.filter(seconds => typeof seconds === 'number')))

const localised = (fields: Record<string, Text>, locale: Locale): Record<string, string> => Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text[locale]]))

/** Serves the built console: precompressed, its page with a fresh nonce for styles. */
async function serveConsole(http: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  await http.register(fastifyStatic, { root: folder, index: false, wildcard: false, preCompressed: true, immutable: true, maxAge: '365d' })
  const show = (_: FastifyRequest, reply: { headers: (h: Record<string, string>) => { send: (body: string) => unknown } }) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`,
      })
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
  http.get('/', show as never)
  http.setNotFoundHandler((request, reply) => {
    if (request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '')) return show(request, reply as never)
    return reply.code(404).send({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND', requestId: request.id } }] })
  })
}
