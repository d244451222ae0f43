import { print } from 'graphql'
import { buildQuery, documentsOf, mutationDocument, readSignature, variablesFor, withoutBlanks } from '../../admin/data/buildQuery'
import { pairings } from './sample'

const text = (document: Parameters<typeof print>[0]): string => print(document).replace(/\s+/g, ' ')
const build = buildQuery([pairings, { name: 'auditTrail', type: 'AuditLine', one: false, filterType: 'AuditFilter', fields: { list: 'id act' } }])
const page = { page: 2, perPage: 25 }

it('asks for a list with filter, sort and page', () => {
  const { query, variables } = build('GET_LIST', 'pairings', { filter: { q: 'zs', region: '', state: [] }, sort: { field: 'nextVisitOn', order: 'ASC' }, pagination: page })
  expect(text(query)).toBe('query pairings($filter: PairingFilter!, $sort: PairingSort, $page: Page!) { list: pairings(filter: $filter, sort: $sort, page: $page) { total more items { id state } } }')
  expect(variables).toEqual({ filter: { q: 'zs' }, sort: { field: 'NEXT_VISIT_ON', order: 'ASC' }, page: { number: 2, size: 25 } })
})

it('leaves out a sort that the list does not know, and never asks for more than a page holds', () => {
  expect(build('GET_LIST', 'pairings', { sort: { field: 'id', order: 'DESC' }, pagination: { page: 1, perPage: 1000 } }).variables).toEqual({ filter: {}, page: { number: 1, size: 100 } })
})

it('uses the same list query for many and for references', () => {
  expect(build('GET_MANY', 'pairings', { ids: ['a', 'b'] }).variables).toMatchObject({ filter: { ids: ['a', 'b'] } })
  expect(build('GET_MANY_REFERENCE', 'pairings', { target: 'volunteerId', id: 'v', filter: { state: ['ACTIVE'] }, pagination: page }).variables).toMatchObject({ filter: { volunteerId: 'v', state: ['ACTIVE'] } })
})

it('asks for one by its singular, or through the list where there is none', () => {
  expect(text(build('GET_ONE', 'pairings', { id: 'p' }).query)).toBe('query pairing($id: ID!) { one: pairing(id: $id) { id version state history { id } } }')
  const fallback = build('GET_ONE', 'auditTrail', { id: 'x' })
  expect(text(fallback.query)).toBe('query auditTrail($filter: AuditFilter!, $page: Page!) { list: auditTrail(filter: $filter, page: $page) { total more items { id act } } }')
  expect(fallback.parseResponse({ data: { list: { total: 1, items: [{ id: 'x' }] } } })).toEqual({ data: { id: 'x' } })
})

it('asks plainly for a list that takes nothing', () => {
  const { query, variables } = buildQuery([{ name: 'settings', type: 'SettingView', one: false, bare: true, fields: { list: 'id value' } }])('GET_LIST', 'settings', { filter: { q: 'x' } })
  expect([text(query), variables]).toEqual(['query settings { list: settings { total items { id value } } }', {}])
})

it('writes through the named mutations, with the version that was read', () => {
  const created = build('CREATE', 'pairings', { data: { programme: 'SUNSET', note: '' } })
  expect(text(created.query)).toBe('mutation pairElder($input: PairElderInput!) { it: pairElder(input: $input) { id version state history { id } } }')
  expect(created.variables).toEqual({ input: { programme: 'SUNSET', note: null } })
  const updated = build('UPDATE', 'pairings', { id: 'p', data: { id: 'p', version: 9, note: 'n' }, previousData: { id: 'p', version: 3 } })
  expect(updated.variables).toEqual({ id: 'p', version: 3, input: { note: 'n' } })
})

it('refuses what the API does not offer', () => {
  expect(() => build('DELETE', 'pairings', { id: 'p' })).toThrow('cannot be asked for DELETE')
  expect(() => build('GET_LIST', 'nothing', {})).toThrow('No resource')
})

it('reads signatures', () => {
  expect(readSignature('endPairing(id: ID!, reasons: [Reason!]!) { id state }')).toEqual({ name: 'endPairing', args: [{ name: 'id', type: 'ID!' }, { name: 'reasons', type: '[Reason!]!' }], selection: 'id state' })
  expect(readSignature('signOut')).toEqual({ name: 'signOut', args: [] })
  expect(() => readSignature('not a (signature')).toThrow()
  expect(text(mutationDocument('signOut', ''))).toBe('mutation signOut { it: signOut }')
})

it('gives a mutation only the variables it takes', () => {
  expect(variablesFor('movePairing(id: ID!, version: Int!, action: A!, note: String)', { id: 'p', version: 2, action: 'PAUSE', note: 'n', input: { note: 'n' } })).toEqual({ id: 'p', version: 2, action: 'PAUSE', note: 'n' })
})

it('drops what a filter leaves empty, and keeps false and nought', () => {
  expect(withoutBlanks({ a: '', b: null, c: [], d: false, e: 0, f: 'x' })).toEqual({ d: false, e: 0, f: 'x' })
})

it('lists every document of a resource', () => {
  expect(documentsOf(pairings).map(document => text(document).split(/[ (]/)[1])).toEqual(['pairings', 'pairing', 'pairElder', 'updatePairing', 'movePairing', 'recordVisit'])
})
