import { ApolloClient, ApolloLink, type FetchResult, InMemoryCache, type NormalizedCacheObject, Observable } from '@apollo/client/core'
import { type DocumentNode, print } from 'graphql'

/** How a question is asked. */
export interface Asking {
  /** With this a page that is left stops asking. */
  signal?: AbortSignal
  /** The page asks by itself, while nobody touches it: that does not keep a session alive. */
  background?: boolean
}

/** The console's GraphQL client: nothing is cached, so that a page shows what the server says now. */
export function makeClient(locale: () => string, link: ApolloLink = overHttp(locale)): ApolloClient<NormalizedCacheObject> {
  return new ApolloClient({
    link,
    cache: new NoCache(),
    queryDeduplication: false,
    defaultOptions: { query: { fetchPolicy: 'no-cache' }, mutate: { fetchPolicy: 'no-cache' } },
  })
}

/** Keeps nothing, and leaves documents as they are written: no `__typename` is asked for that nobody reads. */
class NoCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document
  }
}

/**
 * Asks over HTTP with the session cookie. Refusals come back as GraphQL errors whatever their HTTP status is, because 401, 429
 * and 503 carry a code too; only a server that does not answer in GraphQL at all is a network error.
 */
function overHttp(locale: () => string): ApolloLink {
  return new ApolloLink(
    operation =>
      new Observable(observer => {
        const { signal, background } = operation.getContext() as Asking
        const body = JSON.stringify({ operationName: operation.operationName || undefined, query: print(operation.query), variables: operation.variables })
        fetch('/graphql', {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': locale(), 'apollo-require-preflight': 'true', ...(background && { 'x-background': '1' }) },
          body,
          signal,
        })
          .then(readAnswer)
          .then(
            answer => {
              observer.next(answer)
              observer.complete()
            },
            error => observer.error(error),
          )
      }),
  )
}

async function readAnswer(response: Response): Promise<FetchResult> {
  const answer = (await response.json().catch(() => null)) as FetchResult | null
  if (!answer || (answer.data === undefined && !answer.errors)) throw new Error(`HTTP ${response.status}`)
  return answer
}
