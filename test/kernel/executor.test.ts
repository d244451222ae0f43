import { readdirSync, readFileSync } from 'node:fs'
import { execute, type ExecutionResult, getOperationAST, graphql, GraphQLError, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, isObjectType, type OperationDefinitionNode, parse } from 'graphql'
import { getMetadataStorage } from 'type-graphql'
import { Actor } from '../../server/kernel/access'
import { KnownDocuments } from '../../server/kernel/documents'
import { CompiledQueries, FIELDS } from '../../server/kernel/executor'
import { LIMITS, mustBeAffordable } from '../../server/kernel/limits'
import { measure } from '../../server/kernel/measure'
import { maskColumn } from '../../server/kernel/sealed'
import { Recent } from '../../server/kernel/Recent'
import { DateTime } from '../../server/kernel/scalars'
import { buildFrontedSchema } from '../../server/schema'

const fails = (): never => { throw new GraphQLError('refused', { extensions: { code: 'SOMETHING' } }) }
const thing: GraphQLObjectType = new GraphQLObjectType({
  name: 'Thing',
  fields: () => ({
    plain: { type: GraphQLString },
    certain: { type: new GraphQLNonNull(GraphQLString) },
    count: { type: GraphQLInt },
    at: { type: DateTime },
    failing: { type: GraphQLString, resolve: fails },
    failingCertain: { type: new GraphQLNonNull(GraphQLString), resolve: async () => { throw new TypeError('ours') } },
    times: { type: GraphQLString, args: { n: { type: new GraphQLNonNull(GraphQLInt) }, text: { type: GraphQLString, defaultValue: 'a' } }, resolve: (_, { n, text }: { n: number; text: string }) => `${n}${text}` },
    things: { type: new GraphQLList(new GraphQLNonNull(thing)), resolve: async () => [{ certain: 'a' }, { certain: 'b' }, { certain: 'c' }] },
    maybe: { type: new GraphQLList(thing), resolve: () => [{ certain: 'a' }, null, { certain: null }, new Error('an item')] },
    thrown: { type: GraphQLString, resolve: () => { throw 'no error at all' } },
  }),
})
const small = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { thing: { type: thing, resolve: () => ({ plain: 'p', certain: 'c', count: 3, at: new Date(0) }) }, empty: { type: thing, resolve: () => ({}) }, wrong: { type: thing, resolve: () => ({ certain: {}, count: 'much', at: new Date(NaN) }) } } }) })

/** An answer without the order of its errors, and each error with whose fault it is. */
const told = ({ data, errors }: ExecutionResult) => ({
  data: JSON.parse(JSON.stringify(data)) as unknown,
  errors: (errors ?? []).map(({ message, path, locations, originalError, extensions }) => JSON.stringify({ message, path, locations, isOurs: !(originalError instanceof GraphQLError), extensions })).sort(),
})

async function compiledOf(schema: GraphQLSchema, query: string, variables: Record<string, unknown> = {}): Promise<ExecutionResult | null> {
  const document = parse(query)
  const compiled = new CompiledQueries(schema)
  let answer: ExecutionResult | null = null
  for (let n = 0; n < 6; n++) answer = await compiled.answer(document, getOperationAST(document) as OperationDefinitionNode, 1, {}, variables)
  return answer
}

describe('a compiled query', () => {
  it.each([
    ['plain values', '{ thing { plain certain count at __typename } }'],
    ['aliases and fragments', '{ a: thing { ...F b: plain } ...Q } fragment F on Thing { plain things { certain } } fragment Q on Query { thing { count ...F } }'],
    ['a refusal beside what there is', '{ thing { plain failing thrown } }'],
    ['null that goes up to what may be null', '{ thing { plain things { certain failingCertain } } }'],
    ['null that goes up to the root field', '{ thing { plain failingCertain } empty { certain } }'],
    ['items that are null, incomplete or errors', '{ thing { maybe { certain } } }'],
    ['values that their scalar cannot write', '{ wrong { count at } }'],
    ['such a value that must not be null', '{ wrong { certain } }'],
    ['arguments with their defaults', '{ thing { times(n: 3) b: times(n: 2, text: null) } }'],
  ])('answers as graphql-js does: %s', async (_, query) => {
    expect(told((await compiledOf(small, query))!)).toEqual(told(await graphql({ schema: small, source: query })))
  })

  it('takes variables as graphql-js does, and leaves to it those that do not fit', async () => {
    const query = 'query ($n: Int!, $text: String) { thing { times(n: $n, text: $text) } }'
    for (const variables of [{ n: 1 }, { n: 1, text: null }, { n: 2, text: 'x', more: 1 }]) {
      expect(told((await compiledOf(small, query, variables))!)).toEqual(told(await graphql({ schema: small, source: query, variableValues: variables })))
    }
    for (const variables of [{}, { n: null }, { n: 'a' }, { n: 1.5 }, { n: 2 ** 31 }, { n: 1, text: 5 }]) expect(await compiledOf(small, query, variables)).toBeNull()
  })

  it('leaves to graphql-js what has directives, is large or changes something', async () => {
    expect(await compiledOf(small, 'query ($x: Boolean = true) { thing { plain @include(if: $x) } }')).toBeNull()
    const document = parse('{ thing { plain } }')
    const compiled = new CompiledQueries(small)
    for (let n = 0; n < 9; n++) expect(await compiled.answer(document, getOperationAST(document)!, FIELDS + 1, {}, {})).toBeNull()
  })

  it('runs every query of the front ends without a difference', async () => {
    const schema = buildFrontedSchema()
    const sources = readdirSync('schema/operations').map(name => readFileSync(`schema/operations/${name}`, 'utf8'))
    let [asked, answered] = [0, 0]
    for (const document of sources.map(source => parse(source))) {
      for (const operation of document.definitions) {
        if (operation.kind !== 'OperationDefinition' || operation.operation !== 'query') continue
        asked++
        const variables = Object.fromEntries(operation.variableDefinitions!.filter(one => one.type.kind === 'NonNullType' && !one.defaultValue).map(one => [one.variable.name.value, 'x']))
        const compiled = new CompiledQueries(schema)
        const ctx = { actor: new Actor('ANONYMOUS', 'x', 'anonymous', new Set(), { kind: 'public' }), origin: {}, remember: async () => undefined }
        let answer: ExecutionResult | null = null
        for (let n = 0; n < 6; n++) answer = await compiled.answer(document, operation, 1, ctx, variables)
        const plain = await execute({ schema, document, operationName: operation.name?.value, contextValue: ctx, variableValues: variables })
        if (!answer) expect([operation.name?.value, plain.data]).toEqual([operation.name?.value, undefined])
        else {
          answered++
          expect(told(answer)).toEqual(told(plain))
        }
      }
    }
    expect(asked).toBeGreaterThan(3)
    expect(answered).toBeGreaterThan(3)
  })
})

describe('the front door', () => {
  const schema = buildFrontedSchema()
  const fields = Object.values(schema.getTypeMap()).filter(isObjectType).filter(type => !type.name.startsWith('__')).flatMap(type => Object.values(type.getFields()).map(field => ({ name: `${type.name}.${field.name}`, root: type === schema.getQueryType() || type === schema.getMutationType(), field })))

  it('stands before whatever is sealed, guarded, followed, paced or a root field', () => {
    const watched = fields.filter(({ root, field: { extensions } }) => root || ['sealed', 'guard', 'follows', 'pace', 'opens'].some(name => extensions[name]))
    expect(watched.length).toBeGreaterThan(300)
    expect(watched.filter(({ field }) => !field.resolve).map(({ name }) => name)).toEqual([])
  })

  it('answers for what is sealed or guarded, whoever made the field leaner', async () => {
    const [may, mayNot] = [true, false].map(allowed => ({ actor: { may: () => allowed } }))
    const ask = async (field: (typeof fields)[number]['field'], ctx: unknown) => field.resolve!(new Proxy({}, { get: (_, name) => String(name), has: () => true }), {}, ctx, {} as never) as unknown
    const sealed = fields.filter(({ field }) => typeof field.extensions.sealed === 'string')
    const guarded = fields.filter(({ root, field }) => !root && typeof field.extensions.guard === 'string')
    expect([sealed.length > 10, guarded.length > 0]).toEqual([true, true])
    for (const { name, field } of sealed) expect([name, await ask(field, may)]).toEqual([name, maskColumn(String(field.extensions.sealed))])
    for (const { name, field } of guarded) expect([name, await ask(field, mayNot)]).toEqual([name, null])
  })

  it('leaves plain properties bare, under their own name only, and keeps what is coded', () => {
    const { fieldResolvers, fields: described } = getMetadataStorage()
    const bare = fields.filter(({ field }) => !field.resolve)
    expect(bare.length).toBeGreaterThan(500)
    const types = new Map(getMetadataStorage().objectTypes.map(one => [one.name, one.target]))
    for (const { name, field } of bare) {
      const target = types.get(name.split('.')[0]!)!
      expect([name, field.name in (target.prototype as object)]).toEqual([name, false])
      expect([name, fieldResolvers.some(one => one.getObjectType?.() === target && one.schemaName === field.name)]).toEqual([name, false])
      expect([name, described.some(one => one.target === target && one.schemaName === field.name && one.name !== field.name)]).toEqual([name, false])
      expect([name, field.args.length]).toEqual([name, 0])
    }
  })
})

describe('what a document costs', () => {
  const schema = buildFrontedSchema()
  const of = (query: string) => {
    const document = parse(query)
    return measure(schema, document, getOperationAST(document)!)
  }
  const allowed = (query: string, variables = {}) => { try { mustBeAffordable(of(query), variables); return true } catch { return false } }

  it('is one a field, times the size of the page', () => {
    const paged = (size: number | string) => `query ($n: Int = 10) { pairings(page: { size: ${size} }) { total items { id visits(page: { size: 50 }) { total } } } }`
    // 1 + size * (total 1 + items 1 + id 1 + visits (1 + 50))
    const most = Math.floor((LIMITS.cost - 1) / 54)
    expect([allowed(paged(most)), allowed(paged(most + 1))]).toEqual([true, false])
    expect([allowed(paged('$n')), allowed(paged('$n'), { n: most }), allowed(paged('$n'), { n: most + 1 })]).toEqual([true, true, false])
    const whole = 'query ($p: Page! = { size: 100 }) { pairings(page: $p) { items { id visits(page: { size: 50 }) { total } } } }'
    expect([allowed(whole), allowed(whole, { p: {} }), allowed(whole, { p: { size: 1 } })]).toEqual([false, true, true])
  })

  it('is not lowered by a size that is none', () => {
    expect(allowed('{ a: pairings(page: { size: -100000 }) { total } b: pairings(page: { size: 100 }) { items { visits(page: { size: 100 }) { total } } } }')).toBe(false)
  })

  it('counts fragments of fragments without walking them again', () => {
    const chain = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`).join(' ')
    const query = `{ ...F0 } ${chain} fragment F60 on Query { about { demo } }`
    expect(allowed(query)).toBe(false)
    expect(of('{ ...A } fragment A on Query { __schema { queryType { name } } }').introspects).toBe(true)
    expect(of('{ about { demo __typename } }').introspects).toBe(false)
  })
})

it('keeps what was of use of late, within its bound', async () => {
  const recent = new Recent<string, string>(10, value => value.length)
  for (const value of ['aaaa', 'bbbb']) recent.set(value, value)
  recent.get('aaaa')
  recent.set('cccc', 'cccc')
  expect([recent.get('aaaa'), recent.get('bbbb'), recent.get('cccc')]).toEqual(['aaaa', undefined, 'cccc'])
  recent.set('long', 'a'.repeat(11))
  expect([recent.get('long'), recent.size]).toEqual([undefined, 2])

  const documents = new KnownDocuments()
  for (let n = 0; n < 2000; n++) await documents.set(String(n), parse(`{ a${n} } # ${'x'.repeat(1000)}`))
  await documents.set('stuffed', parse(`{ a } # ${'x'.repeat(500_000)}`))
  expect(documents.size).toBeLessThan(400)
  expect(await documents.get('stuffed')).toBeUndefined()

  const compiled = new CompiledQueries(small)
  for (let n = 0; n < 300; n++) {
    const document = parse(`{ a${n}: thing { plain } }`)
    for (let times = 0; times < 6; times++) await compiled.answer(document, getOperationAST(document)!, 1, {}, {})
  }
  expect(compiled.size).toBe(200)
})
