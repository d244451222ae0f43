import { type DocumentNode, parse } from 'graphql'
import type { ResourceQueries, Row } from './Definition'

/** A request ready to be sent, and how its answer is read. */
export interface Request {
  query: DocumentNode
  variables: Record<string, unknown>
  parseResponse: (response: { data: Record<string, unknown> }) => { data: unknown; total?: number; meta?: ListMeta }
}

/** What a list says beside its total: whether there may be more. */
export interface ListMeta {
  more: boolean
}

/** Whether a list has more rows than its total says, which react-admin hands on beside it. */
export const hasMore = (meta: ListMeta | undefined): boolean => meta?.more === true

/** What react-admin passes to a data provider, all kinds together. */
export interface Asked {
  id?: string | number
  ids?: (string | number)[]
  target?: string
  filter?: Record<string, unknown>
  sort?: { field: string; order: 'ASC' | 'DESC' }
  pagination?: { page: number; perPage: number }
  data?: Record<string, unknown>
  previousData?: Row
  meta?: { version?: number; fields?: string; whole?: boolean }
}

/** The API's largest page. */
export const LARGEST_PAGE = 100

/** Turns what react-admin asks for into the API's one list shape, its singular queries and its named mutations. */
export function buildQuery(resources: readonly ResourceQueries[]) {
  const byName = new Map(resources.map(resource => [resource.name, resource]))
  return (ask: string, name: string, asked: Asked): Request => {
    const resource = byName.get(name)
    if (!resource) throw new Error(`No resource is called ${name}.`)
    switch (ask) {
      case 'GET_LIST':
        return list(resource, asked.filter, asked)
      case 'GET_MANY':
        return list(resource, { ids: asked.ids?.map(String) }, { pagination: { page: 1, perPage: LARGEST_PAGE }, meta: asked.meta })
      case 'GET_MANY_REFERENCE':
        return list(resource, { ...asked.filter, [String(asked.target)]: asked.id }, asked)
      case 'GET_ONE':
        return one(resource, String(asked.id))
      case 'CREATE':
        return write(resource, resource.mutations?.create?.call, { input: asked.data })
      case 'UPDATE':
        return write(resource, resource.mutations?.update?.call, { id: asked.id, version: asked.meta?.version ?? asked.previousData?.version, input: asked.data })
      default:
        throw new Error(`${name} cannot be asked for ${ask}.`)
    }
  }
}

const showFields = (resource: ResourceQueries): string => resource.fields.show ?? resource.fields.list

/** The list query of a resource; `fields` narrows or widens the selection of one page. */
export function listDocument(resource: ResourceQueries, fields = resource.fields.list): DocumentNode {
  const { name, type, sorts, bare, filterType = `${type}Filter`, sortType = `${type}Sort` } = resource
  if (bare) return documentOf(`query ${name} { list: ${name} { total items { ${fields} } } }`)
  if (resource.filterless) return documentOf(`query ${name}($page: Page!) { list: ${name}(page: $page) { total more items { ${fields} } } }`)
  const sort = sorts ? { declared: `, $sort: ${sortType}`, passed: ', sort: $sort' } : { declared: '', passed: '' }
  return documentOf(`query ${name}($filter: ${filterType}!${sort.declared}, $page: Page!) { list: ${name}(filter: $filter${sort.passed}, page: $page) { total more items { ${fields} } } }`)
}

/** The query for one record. */
export function oneDocument(resource: ResourceQueries): DocumentNode {
  const one = resource.one || lowerFirst(resource.type)
  return documentOf(`query ${one}($id: ID!) { one: ${one}(id: $id) { ${showFields(resource)} } }`)
}

/** A mutation from its signature; what comes back is the signature's own selection, else `fields`. */
export function mutationDocument(signature: string, fields: string): DocumentNode {
  const { name, args, selection } = readSignature(signature)
  const declared = args.map(({ name: arg, type }) => `$${arg}: ${type}`).join(', ')
  const passed = args.map(({ name: arg }) => `${arg}: $${arg}`).join(', ')
  const chosen = selection ?? fields
  return documentOf(`mutation ${name}${declared && `(${declared})`} { it: ${name}${passed && `(${passed})`}${chosen && ` { ${chosen} }`} }`)
}

/** Every document that a resource may send, for the test that holds them against the schema. */
export function documentsOf(resource: ResourceQueries): DocumentNode[] {
  const { create, update, move, acts = [] } = resource.mutations ?? {}
  return [
    listDocument(resource),
    ...(resource.one === false ? [] : [oneDocument(resource)]),
    ...[create?.call, update?.call].filter(call => call !== undefined).map(call => mutationDocument(call, showFields(resource))),
    ...[move, ...acts].filter(call => call !== undefined).map(call => mutationDocument(call, 'id')),
  ]
}

/** The parts of a signature such as `endPairing(id: ID!, version: Int!, note: String) { id }`. */
export function readSignature(signature: string): { name: string; args: { name: string; type: string }[]; selection?: string } {
  const found = /^\s*(\w+)\s*(?:\(([^)]*)\))?\s*(?:\{([\s\S]*)\})?\s*$/.exec(signature)
  if (!found) throw new Error(`Not a signature: ${signature}`)
  const args = [...(found[2] ?? '').matchAll(/(\w+)\s*:\s*([\w![\]]+)/g)].map(([, name, type]) => ({ name: name!, type: type! }))
  return { name: found[1]!, args, ...(found[3] !== undefined && { selection: found[3].trim() }) }
}

function list(resource: ResourceQueries, filter: Record<string, unknown> = {}, { sort, pagination, meta }: Asked): Request {
  const field = sort && resource.sorts?.[sort.field]
  return {
    query: listDocument(resource, meta?.fields),
    variables: resource.bare
      ? {}
      : {
          ...(!resource.filterless && { filter: withoutBlanks(filter) }),
          ...(field && { sort: { field, order: sort.order } }),
          page: { number: pagination?.page ?? 1, size: Math.min(pagination?.perPage ?? 25, LARGEST_PAGE) },
        },
    parseResponse: ({ data }) => {
      const { items, total, more } = data.list as { items: Row[]; total: number; more?: boolean }
      return { data: items, total, meta: { more: more === true } }
    },
  }
}

function one(resource: ResourceQueries, id: string): Request {
  if (resource.one !== false) return { query: oneDocument(resource), variables: { id }, parseResponse: ({ data }) => ({ data: data.one }) }
  const request = list(resource, { ids: [id] }, { meta: { fields: showFields(resource) } })
  return { ...request, parseResponse: response => ({ data: (request.parseResponse(response).data as Row[])[0] }) }
}

function write(resource: ResourceQueries, signature: string | undefined, given: Record<string, unknown>): Request {
  if (!signature) throw new Error(`${resource.name} has no such mutation.`)
  return {
    query: mutationDocument(signature, showFields(resource)),
    variables: variablesFor(signature, given),
    parseResponse: ({ data }) => ({ data: data.it }),
  }
}

/** Of what is given, the variables that the signature takes; in an input, an emptied field is null and the record's own marks stay out. */
export function variablesFor(signature: string, given: Record<string, unknown>): Record<string, unknown> {
  const entries = readSignature(signature).args.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, name === 'input' ? asInput(given[name]) : given[name]]]))
  return Object.fromEntries(entries) as Record<string, unknown>
}

function asInput(value: unknown): unknown {
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, field]) => (key === 'id' || key === 'version' || field === undefined ? [] : [[key, field === '' ? null : field]])))
}

/** A filter without what was left empty. */
export function withoutBlanks(filter: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const documents = new Map<string, DocumentNode>()

/** The parsed document of a text; each text is parsed once. */
export function documentOf(text: string): DocumentNode {
  const known = documents.get(text)
  if (known) return known
  const parsed = parse(text, { noLocation: true })
  documents.set(text, parsed)
  return parsed
}
