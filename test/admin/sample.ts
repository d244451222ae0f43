import { ApolloLink, type FetchResult, Observable } from '@apollo/client/core'
import { print } from 'graphql'
import { makeClient } from '../../admin/data/client'
import { type ConsoleProvider, makeDataProvider } from '../../admin/data/dataProvider'
import type { ResourceQueries } from '../../admin/data/Definition'

/** A resource like those of the console. */
export const pairings: ResourceQueries = {
  name: 'pairings',
  type: 'Pairing',
  fields: { list: 'id state', show: 'id version state history { id }' },
  sorts: { nextVisitOn: 'NEXT_VISIT_ON' },
  mutations: {
    create: { call: 'pairElder(input: PairElderInput!)', may: 'pairing.propose' },
    update: { call: 'updatePairing(id: ID!, version: Int!, input: UpdatePairingInput!)', may: 'pairing.propose' },
    move: 'movePairing(id: ID!, version: Int!, action: PairingAction!, note: String)',
    acts: ['recordVisit(input: RecordVisitInput!) { id visitedOn }'],
  },
}

/** What was asked of the fake server. */
export interface Sent {
  text: string
  variables: Record<string, unknown>
}

/** A data provider over a server that answers as the test says. */
export function providerOver(answer: (sent: Sent) => FetchResult | Error, resources: readonly ResourceQueries[] = [pairings]): { provider: ConsoleProvider; sent: Sent[] } {
  const sent: Sent[] = []
  const link = new ApolloLink(
    ({ query, variables }) =>
      new Observable(observer => {
        const asked = { text: print(query).replace(/\s+/g, ' '), variables }
        sent.push(asked)
        const result = answer(asked)
        if (result instanceof Error) return observer.error(result)
        observer.next(result)
        observer.complete()
      }),
  )
  return { provider: makeDataProvider(makeClient(() => 'zh-CN', link), resources), sent }
}

/** An answer that refuses. */
export const refusal = (code: string, more: Record<string, unknown> = {}): FetchResult => ({ data: null, errors: [{ message: `no: ${code}`, extensions: { code, requestId: 'r1', ...more } }] })
