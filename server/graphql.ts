import { ApolloServer, type ApolloServerPlugin, type HeaderMap } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import type { Context } from './kernel/context'
import { KnownDocuments, measured } from './kernel/documents'
import { Invalid, Refusal } from './kernel/errors'
import { CompiledQueries } from './kernel/executor'
import { aliasRule, depthRule, LIMITS, mustBeAffordable, oneMutationRule } from './kernel/limits'
import { log } from './kernel/log'
import { type Locale, say, type Text } from './kernel/text'
import { refusalOf } from './kernel/validation'

/** When whoever was turned away may try again, in seconds, where the refusal itself does not say. */
export const RETRY_SECONDS = 2

/** Apollo in front of the schema: what a document may ask, who runs it, and the form in which answers leave. `refused` is told the code of each refusal. */
export async function startGraphql(schema: GraphQLSchema, http: FastifyInstance, production: boolean, refused: (code: string) => void): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    introspection: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [depthRule, aliasRule, oneMutationRule],
    documentStore: new KnownDocuments(),
    stringifyResult: result => JSON.stringify(result),
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(http), answering(schema, production, refused)],
  })
  await apollo.start()
  return apollo
}

function answering(schema: GraphQLSchema, production: boolean, refused: (code: string) => void): ApolloServerPlugin<Context> {
  const compiled = new CompiledQueries(schema)
  const listener: Listener = {
    async didResolveOperation({ document, operation, request, contextValue }) {
      if (!operation) return
      const known = measured(schema, document, operation)
      if (production && contextValue.actor.role === 'anonymous' && known.introspects) {
        throw new GraphQLError('Introspection is for those who have signed in.', { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
      }
      mustBeAffordable(known, request.variables ?? {})
    },
    async responseForOperation({ document, operation, request, response, contextValue }) {
      if (!operation) return null
      const answer = compiled.answer(document, operation, measured(schema, document, operation).fields, contextValue, request.variables ?? {})
      const result = await contextValue.within(answer).catch((error: Error) => ({ data: null, errors: [new GraphQLError(error.message, { path: [], originalError: error })] }))
      if (!result) return null
      return { http: response.http, body: { kind: 'single', singleResult: { ...result, errors: result.errors?.map(formatted) } } }
    },
    async willSendResponse({ response, contextValue }) {
      for (const code of localise(response, contextValue)) refused(code)
    },
  }
  return { requestDidStart: async () => listener }
}

type Listener = Exclude<Awaited<ReturnType<NonNullable<ApolloServerPlugin<Context>['requestDidStart']>>>, void>

/** An error of a compiled query in the form that Apollo gives it. */
const formatted = (error: GraphQLError): GraphQLFormattedError => formatError({ ...error.toJSON(), extensions: { ...error.extensions, code: error.extensions.code ?? 'INTERNAL_SERVER_ERROR' } }, error)

/** What leaves of an error: a code, its details, and, until the answer is sent, its two texts. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const refusal = refusalOf(cause)
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

/** Puts the asker's language, the request's number and the HTTP status on an answer; gives the codes of its refusals. */
function localise(answer: unknown, ctx: Context | undefined): readonly string[] {
  const response = answer as Answer
  for (const [name, value] of Object.entries(ctx?.answerHeaders ?? {})) response.http.headers.set(name, value)
  const result = response.body.singleResult
  if (!result?.errors) return []
  const locale = ctx?.origin.locale ?? 'zh'
  result.errors = result.errors.map(error => {
    const { text, fields, ...rest } = (error.extensions ?? {}) as Record<string, unknown> & { text?: Text; fields?: Record<string, Text> }
    return { ...error, message: text?.[locale] ?? error.message, extensions: { ...rest, ...(fields && { fields: localised(fields, locale) }), requestId: ctx?.origin.requestId } }
  })
  const codes = result.errors.map(error => String(error.extensions?.code))
  if (codes.includes('UNAVAILABLE')) response.http.status = 503
  else if (codes.includes('LIMITED')) response.http.status = 429
  else if (codes.includes('UNAUTHENTICATED')) response.http.status = 401
  if (response.http.status === 503 || response.http.status === 429) response.http.headers.set('retry-after', secondsToWait(result.errors.map(error => error.extensions?.retryAfter)))
  return codes
}

/** The `Retry-After` of an answer: the longest that any of its refusals says. */
export const secondsToWait = (said: readonly unknown[]): string => String(Math.max(RETRY_SECONDS, ...said.filter(seconds => typeof seconds === 'number')))

export const localised = (fields: Record<string, Text>, locale: Locale): Record<string, string> => Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text[locale]]))
