import { detailsOf } from '../../admin/data/Refusal'
import { pairings, providerOver, refusal } from './sample'

const failed = async (promise: Promise<unknown>) => promise.then(() => Promise.reject(new Error('It went through.')), (error: { status: number; message: string }) => ({ status: error.status, message: error.message, details: detailsOf(error) }))

it('lists', async () => {
  const { provider, sent } = providerOver(() => ({ data: { list: { total: 7, more: true, items: [{ id: 'a', state: 'ACTIVE' }] } } }))
  expect(await provider.getList('pairings', { filter: { q: 'x' }, pagination: { page: 1, perPage: 10 }, sort: { field: 'nextVisitOn', order: 'ASC' } })).toEqual({ total: 7, data: [{ id: 'a', state: 'ACTIVE' }], meta: { more: true } })
  expect(sent[0]!.text).not.toContain('__typename')
})

it('asks for many in hundreds', async () => {
  const { provider, sent } = providerOver(({ variables }) => {
    const ids = (variables.filter as { ids: string[] }).ids
    return { data: { list: { total: ids.length, items: ids.map(id => ({ id })) } } }
  })
  const ids = Array.from({ length: 230 }, (_, index) => String(index))
  expect((await provider.getMany('pairings', { ids })).data.map(row => row.id)).toEqual(ids)
  expect(sent).toHaveLength(3)
})

it.each([
  ['UNAUTHENTICATED', 401],
  ['FORBIDDEN', 403],
  ['NOT_FOUND', 404],
  ['WRONG_STATE', 409],
  ['DUPLICATE', 409],
  ['LIMITED', 429],
  ['UNAVAILABLE', 503],
  ['CONSENT_MISSING', 400],
  ['INTERNAL', 500],
])('reports %s as %i with its code and the request id', async (code, status) => {
  const { provider } = providerOver(() => refusal(code))
  expect(await failed(provider.getOne('pairings', { id: 'p' }))).toMatchObject({ status, message: `no: ${code}`, details: { code, requestId: 'r1' } })
})

it('words anew what the server could not read, and leaves its refusals as they are', async () => {
  const error = { message: 'Variable "$filter" got invalid value "NONSENSE"', extensions: { code: 'BAD_REQUEST', requestId: 'r1' } }
  const unreadable = providerOver(() => ({ data: null, errors: [{ ...error, locations: [{ line: 1, column: 8 }] }] }) as never)
  expect(await failed(unreadable.provider.getOne('pairings', { id: 'p' }))).toMatchObject({ status: 400, message: 'console.error.unreadable', details: { code: 'BAD_REQUEST', requestId: 'r1' } })
  const { provider } = providerOver(() => refusal('BAD_REQUEST'))
  expect(await failed(provider.getOne('pairings', { id: 'p' }))).toMatchObject({ status: 400, message: 'no: BAD_REQUEST' })
})

it('puts what is wrong with the fields where forms look for it', async () => {
  const { provider } = providerOver(() => refusal('INVALID', { fields: { 'input.visitedOn': 'too late', minutes: 'too many' } }))
  expect(await failed(provider.create('pairings', { data: {} }))).toMatchObject({ status: 422, details: { errors: { visitedOn: 'too late', minutes: 'too many' } } })
})

it('passes on who was first', async () => {
  const { provider, sent } = providerOver(() => refusal('STALE', { version: 4, changed: ['note'] }))
  const answer = await failed(provider.update('pairings', { id: 'p', data: { note: 'mine' }, previousData: { id: 'p', version: 3 } }))
  expect(answer).toMatchObject({ status: 409, details: { code: 'STALE', version: 4, changed: ['note'] } })
  expect(answer.details.errors).toBeUndefined()
  expect(sent[0]!.variables).toEqual({ id: 'p', version: 3, input: { note: 'mine' } })
})

it('says when nobody answered', async () => {
  const { provider } = providerOver(() => new TypeError('Failed to fetch'))
  expect(await failed(provider.getList('pairings', {}))).toMatchObject({ status: 503, details: { code: 'UNREACHABLE' } })
  expect(await failed(provider.ask('{ inbox { id } }'))).toMatchObject({ status: 503, details: { code: 'UNREACHABLE' } })
})

it('runs the acts that a resource names', async () => {
  const { provider, sent } = providerOver(() => ({ data: { it: { id: 'v' } } }))
  expect(await provider.act('pairings', 'recordVisit', { input: { minutes: 30 }, id: 'left out' })).toEqual({ id: 'v' })
  expect(sent[0]).toEqual({ text: 'mutation recordVisit($input: RecordVisitInput!) { it: recordVisit(input: $input) { id visitedOn } }', variables: { input: { minutes: 30 } } })
  await expect(provider.act('pairings', 'inventedAct', {})).rejects.toThrow('declares no mutation inventedAct')
})

it('takes the signature of the act where what creates the record has the same name', async () => {
  const twice = { ...pairings, mutations: { ...pairings.mutations, acts: ['pairElder(id: ID!, version: Int!, input: PairElderInput!)'] } }
  const { provider, sent } = providerOver(() => ({ data: { it: { id: 'v' } } }), [twice])
  const input = { volunteerId: 'v' }
  await provider.act('pairings', 'pairElder', { id: 'p', version: 2, input })
  await provider.create('pairings', { data: input })
  expect(sent.map(({ variables }) => variables)).toEqual([{ id: 'p', version: 2, input }, { input }])
})

it('reveals one value for a reason', async () => {
  const { provider, sent } = providerOver(() => ({ data: { value: '138' } }))
  expect(await provider.reveal({ type: 'Person', id: 'p', field: 'phone', reason: 'call' })).toBe('138')
  expect(sent[0]!.variables).toEqual({ type: 'Person', id: 'p', field: 'phone', reason: 'call' })
})

it('deletes nothing', async () => {
  const { provider, sent } = providerOver(() => ({ data: {} }))
  await expect(provider.delete('pairings', { id: 'p' })).rejects.toThrow()
  await expect(provider.deleteMany('pairings', { ids: ['p'] })).rejects.toThrow()
  expect(sent).toHaveLength(0)
})
