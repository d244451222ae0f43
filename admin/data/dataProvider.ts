import type { ApolloClient } from '@apollo/client/core'
import type { DocumentNode } from 'graphql'
import { type DataProvider, HttpError } from 'ra-core'
import buildGraphQLProvider from 'ra-data-graphql'
import { buildQuery, documentOf, LARGEST_PAGE, mutationDocument, readSignature, variablesFor } from './buildQuery'
import type { Asking } from './client'
import type { ResourceQueries, Row } from './Definition'
import { refusalOf, type WireError } from './Refusal'

/** What the console can ask beyond react-admin's own questions. */
export interface ConsoleProvider extends DataProvider {
  /** Runs an act named in the resource's `mutations` (or given as a signature); answers with what the act returns. */
  act(resource: string, mutation: string, variables: Record<string, unknown>): Promise<Row>
  /** One sealed value, in exchange for a reason that goes into the audit trail. */
  reveal(of: { type: string; id: string; field: string; reason: string }): Promise<string>
  /** Any query, for pages that are no list and no record: dashboards, the inbox, suggestions. */
  ask<T = Record<string, unknown>>(document: string | DocumentNode, variables?: Record<string, unknown>, asking?: Asking): Promise<T>
  /** Any mutation outside the resources: signing in, changing a password. */
  send<T = Record<string, unknown>>(document: string | DocumentNode, variables?: Record<string, unknown>): Promise<T>
}

/** `reveal` as the schema has it. */
export const REVEAL = 'mutation reveal($type: String!, $id: ID!, $field: String!, $reason: String!) { value: reveal(type: $type, id: $id, field: $field, reason: $reason) }'

/** Joins react-admin to the API: its questions through ra-data-graphql without introspection, our own beside them, refusals as `HttpError`. */
export function makeDataProvider(client: ApolloClient<unknown>, resources: readonly ResourceQueries[]): ConsoleProvider {
  const build = buildQuery(resources)
  const noCache = () => ({ fetchPolicy: 'no-cache' as const })
  const provider = buildGraphQLProvider({ client, introspection: false, buildQuery: () => build, query: noCache, mutation: noCache })
  const toDocument = (text: string | DocumentNode): DocumentNode => (typeof text === 'string' ? documentOf(text) : text)

  const ask = async <T>(document: string | DocumentNode, variables: Record<string, unknown> = {}, asking: Asking = {}): Promise<T> => {
    const { data } = await client.query<T>({ query: toDocument(document), variables, context: { ...asking } })
    return data
  }
  const send = async <T>(document: string | DocumentNode, variables: Record<string, unknown> = {}): Promise<T> => {
    const { data } = await client.mutate<T>({ mutation: toDocument(document), variables })
    return data as T
  }
  const act = async (resource: string, mutation: string, given: Record<string, unknown>): Promise<Row> => {
    const signature = mutation.includes('(') ? mutation : signatureOf(resources, resource, mutation)
    const { it } = await send<{ it: Row }>(mutationDocument(signature, 'id'), variablesFor(signature, given))
    return it
  }

  return {
    supportAbortSignal: true,
    getList: (resource, params) => explained(provider.getList(resource, params)),
    getOne: (resource, params) => explained(provider.getOne(resource, params)),
    getManyReference: (resource, params) => explained(provider.getManyReference(resource, params)),
    getMany: async (resource, { ids, ...params }) => {
      const pages = Array.from({ length: Math.ceil(ids.length / LARGEST_PAGE) }, (_, page) => ids.slice(page * LARGEST_PAGE, (page + 1) * LARGEST_PAGE))
      const answers = await Promise.all(pages.map(some => explained(provider.getMany(resource, { ids: some, ...params }))))
      return { data: answers.flatMap(answer => answer.data) }
    },
    create: (resource, params) => explained(provider.create(resource, params)),
    update: (resource, params) => explained(provider.update(resource, params)),
    // The API knows no deletion and no bulk writes: a record is ended or archived by an act of its own.
    updateMany: () => Promise.reject(new Error('Use an act of the resource.')),
    delete: () => Promise.reject(new Error('Nothing is deleted; use an act of the resource.')),
    deleteMany: () => Promise.reject(new Error('Nothing is deleted; use an act of the resource.')),
    act: (resource, mutation, variables) => explained(act(resource, mutation, variables)),
    reveal: of => explained(send<{ value: string }>(REVEAL, of)).then(({ value }) => value),
    ask: (document, variables, asking) => explained(ask(document, variables, asking)),
    send: (document, variables) => explained(send(document, variables)),
  }
}

/** By its name; an act of that name goes before what creates or changes the record, whose arguments may be others. */
function signatureOf(resources: readonly ResourceQueries[], name: string, mutation: string): string {
  const { create, update, move, acts = [] } = resources.find(resource => resource.name === name)?.mutations ?? {}
  const signature = [...acts, move, create?.call, update?.call].find(call => call !== undefined && readSignature(call).name === mutation)
  if (!signature) throw new Error(`${name} declares no mutation ${mutation}.`)
  return signature
}

async function explained<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw explain(error)
  }
}

/** ra-data-graphql reports every GraphQL error as status 200 with the Apollo error as body; this finds the refusal in either form. */
function explain(error: unknown): unknown {
  if (error instanceof Error && error.name === 'AbortError') return error
  const carrier = (error instanceof HttpError ? error.body : error) as { graphQLErrors?: readonly WireError[]; networkError?: unknown } | undefined
  const refusal = carrier?.graphQLErrors?.[0]
  if (refusal) return refusalOf(refusal)
  const silent = error instanceof HttpError || carrier?.networkError !== undefined
  return silent ? new HttpError('console.error.unreachable', 503, { code: 'UNREACHABLE' }) : error
}
