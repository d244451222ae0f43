import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import cors from '@fastify/cors'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Admission } from './kernel/admission'
import { Context, type Origin } from './kernel/context'
import type { Database } from './kernel/database'
import { Deadline, REQUEST_MS } from './kernel/deadline'
import type { Type } from './kernel/entity'
import { Invalid, Refusal, Unauthenticated } from './kernel/errors'
import { FILE_LIMITS, keepPicture, showPicture } from './kernel/files'
import { LIMITS } from './kernel/limits'
import { log } from './kernel/log'
import { Metrics } from './kernel/metrics'
import { PUBLIC_SECONDS, PublicAnswers } from './kernel/publicAnswers'
import { serveSheets } from './kernel/sheetRoutes'
import { localeOf, say } from './kernel/text'
import { localised, RETRY_SECONDS, secondsToWait, startGraphql } from './graphql'
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
  /** For how long, in seconds, a public answer may be given again. */
  publicSeconds?: number
}

/** The running product: HTTP in front, the schema behind its door, the database below. */
export interface App {
  http: FastifyInstance
  /** True while requests are to be sent here. */
  ready: boolean
}

const COOKIE = 'laobing'

/** GraphQL says what is taken and given, no route has a JSON schema: what compiles such is not even loaded. */
const noSchemas = () => (): never => {
  throw new Error('A route has a JSON schema, which nothing here compiles.')
}

/** Composes everything; the same function is what tests start. */
export async function createApp({ database, consoleFolder, production = false, now = () => new Date(), publicSeconds = PUBLIC_SECONDS }: AppOptions): Promise<App> {
  const schema = buildFrontedSchema()
  const typeNamed = (name: string) => entities.find(entity => entity.name === name) as Type | undefined
  const http = Fastify({ bodyLimit: LIMITS.body, trustProxy: process.env.TRUST_PROXY === '1', genReqId: numbered(), forceCloseConnections: 'idle', return503OnClosing: false, frameworkErrors: answerError, schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } } })
  const app: App = { http, ready: true }

  const [admission, metrics] = [new Admission(), new Metrics()]
  const apollo = await startGraphql(schema, http, production, code => metrics.refused(code))

  http.addHook('onRequest', async (request, reply) => {
    guard(request, reply)
    if (/^\/(livez|readyz|version|metrics)/.test(request.url)) return
    const left = app.ready ? admission.enter() : null
    if (!left) return reply.code(503).header('retry-after', String(RETRY_SECONDS)).send({ errors: [{ message: 'Too busy.', extensions: { code: 'UNAVAILABLE', requestId: request.id } }] })
    reply.raw.once('close', left)
  })

  // One deadline a request, whatever it waits for before anybody knows who asks.
  const deadlines = new WeakMap<FastifyRequest, Deadline>()
  const deadlineOf = (request: FastifyRequest): Deadline => {
    const deadline = deadlines.get(request) ?? new Deadline(REQUEST_MS)
    deadlines.set(request, deadline)
    return deadline
  }
  await http.register(cors, {
    delegator: async (request: FastifyRequest) => ({
      origin: request.headers.origin !== undefined && (await isKnownOrigin(database, request.headers.origin, deadlineOf(request)).catch(() => false)),
      methods: ['GET', 'POST'],
      allowedHeaders: ['content-type', 'authorization', 'x-api-key', 'accept-language', 'apollo-require-preflight', 'x-background'],
      exposedHeaders: ['retry-after', 'x-request-id'],
      maxAge: 600,
      strictPreflight: false,
    }),
  })

  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? cookieOf(request)
    const deadline = deadlineOf(request)
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

  const publicAnswers = new PublicAnswers(schema, publicSeconds)
  metrics.serve(http, { database, admission, publicAnswers })
  // Who asks is known before Apollo begins, so that being refused at the gate is answered like any other refusal.
  const contexts = new WeakMap<FastifyRequest, Context>()
  const graphql = fastifyApolloHandler(apollo, { context: async request => contexts.get(request)! })
  http.post('/graphql', async (request, reply) => {
    const ctx = await contextOf(request)
    contexts.set(request, ctx)
    return publicAnswers.answer(ctx, request, reply, async () => graphql.call(http, request, reply))
  })
  http.get('/graphql', (_, reply) => reply.code(405).header('allow', 'POST').send({ errors: [{ message: 'Use POST.', extensions: { code: 'BAD_REQUEST' } }] }))

  http.addContentTypeParser(['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'], { parseAs: 'buffer', bodyLimit: FILE_LIMITS.bytes }, (_, body, done) => done(null, body))
  http.post('/files', { bodyLimit: FILE_LIMITS.bytes }, async (request, reply) => {
    if (!request.headers['apollo-require-preflight'] && !request.headers.authorization) throw new Invalid({ file: say('请求不完整。', 'The request lacks its header.') })
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    if (!Buffer.isBuffer(request.body)) throw new Invalid({ file: say('只能上传 JPEG、PNG 或 WebP 图片。', 'Only JPEG, PNG or WebP pictures.') })
    const file = await keepPicture(ctx, request.body)
    return reply.code(201).send({ id: file.id, size: file.size })
  })
  http.get<{ Params: { id: string }; Querystring: { thumbnail?: string } }>('/files/:id', async (request, reply) => {
    const ctx = await contextOf(request)
    if (ctx.actor.role === 'anonymous') throw new Unauthenticated()
    const bytes = await showPicture(ctx, request.params.id, request.query.thumbnail ? 'thumbnail' : 'content', typeNamed)
    return reply.headers({ 'content-type': 'image/jpeg', 'content-disposition': `attachment; filename="${request.params.id}.jpg"` }).send(bytes)
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
  http.setErrorHandler(answerError)
  const showConsole = consoleFolder && existsSync(consoleFolder) ? await serveConsole(http, consoleFolder) : null
  http.setNotFoundHandler((request, reply) => {
    if (showConsole && request.method === 'GET' && /text\/html/.test(request.headers.accept ?? '')) return showConsole(request, reply)
    return reply.code(404).send({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND', requestId: request.id } }] })
  })
  return app
}

/** Numbers for requests that no other process gives: a beginning of this one's own, and a count. */
function numbered(): () => string {
  const own = randomBytes(6).toString('base64url')
  let count = 0
  return () => `${own}-${(++count).toString(36)}`
}

/** What every answer says, unless it knows better: nobody keeps it, it is what it says, it stands in no frame; over TLS, TLS for good. */
function guard(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY', 'x-request-id': request.id })
  if (isSecure(request)) void reply.header('strict-transport-security', 'max-age=31536000')
}

/** The answer to what went wrong: a refusal as it is, everything else without a word of its inside. An address that cannot be read comes here before any hook. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  guard(request, reply)
  const refusal = error instanceof Refusal ? error : undefined
  const thrown = (error as { statusCode?: number }).statusCode
  const status = refusal ? httpStatus(refusal.code) : thrown && thrown < 500 ? thrown : 500
  if (status === 500) log.error({ requestId: request.id, error: (error as Error).message }, 'a request failed')
  const locale = localeOf(request.headers['accept-language'])
  const fields = refusal instanceof Invalid ? { fields: localised(refusal.fields, locale) } : {}
  if (status === 503 || status === 429) void reply.header('retry-after', secondsToWait([refusal?.details.retryAfter]))
  void reply.code(status).send({
    errors: [{ message: refusal ? refusal.text[locale] : status === 500 ? 'Something went wrong.' : 'Bad request.', extensions: { code: refusal?.code ?? (status === 500 ? 'INTERNAL' : 'BAD_REQUEST'), ...refusal?.details, ...fields, requestId: request.id } }],
  })
}

const httpStatus = (code: string): number => ({ UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, LIMITED: 429, UNAVAILABLE: 503 })[code] ?? 400

/** Whether the browser takes this for a secure place; it does so with the machine's own address. */
const isSecure = (request: FastifyRequest): boolean => request.protocol === 'https'
/** The session's cookie; from a page elsewhere it opens nothing, whatever a browser lets pass. */
const cookieOf = (request: FastifyRequest): string | undefined => (isForeign(request) ? undefined : cookieIn(request))
const cookieIn = (request: FastifyRequest): string | undefined => (request.headers.cookie ?? '').split(/;\s*/).map(pair => pair.split('=')).find(([name]) => name === cookieName(request))?.[1]
/** Whether another site's page sends this: its browser says so itself, or an older one says where the page is from. */
function isForeign({ headers, protocol, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return headers.origin !== undefined && ![`${protocol}://${host}`, process.env.PUBLIC_URL].includes(headers.origin)
}
export const cookieName = (request: FastifyRequest): string => (isSecure(request) ? `__Host-${COOKIE}` : COOKIE)

/** Serves the built console: what is named by its content may be kept for good; its page, which this answers, comes with a fresh nonce for styles each time. */
async function serveConsole(http: FastifyInstance, folder: string): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply> {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const files = { index: false, preCompressed: true, decorateReply: false } as const
  await http.register(fastifyStatic, { ...files, root: path.join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d' })
  // The few beside them, each at an address of its own, so that every other one is the console's page.
  await http.register(fastifyStatic, { ...files, root: folder, wildcard: false, globIgnore: ['*.html', 'assets/**'], cacheControl: false })
  const show = (_: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`,
      })
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
  http.get('/', show)
  return show
}
