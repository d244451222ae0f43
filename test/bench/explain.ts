import { getNamedType, graphql, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLObjectType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql'
import mysql from 'mysql2/promise'
import { Context } from '../../server/kernel/context'
import type { Database, Value } from '../../server/kernel/database'
import { addDays } from '../../server/kernel/days'
import { Deadline } from '../../server/kernel/deadline'
import { Forbidden } from '../../server/kernel/errors'
import { accountActor } from '../../server/people/accounts/identify'
import { buildFrontedSchema } from '../../server/schema'
import type { County } from './county'

/** A statement that reads more rows than this for a page, or sorts more, is named. */
const ROWS = 2000
const COUNT_MS = 25
const LINES = 60

/** One way of asking for a list, and what its statements cost. */
export interface Costly {
  list: string
  asked: string
  as: string
  sql: string
  /** Rows and index entries that the engine went through. */
  read: number
  sorted: number
  ms: number
  /** What the engine planned, a line a table. */
  plan: string[]
}

interface Asking {
  list: string
  asked: string
  query: string
  variables: Record<string, unknown>
}

/**
 * Asks for the first page of every list of the schema in each of its orders and under each of its filters, as an officer and as a station's worker, and
 * runs each statement again by itself: the engine's own counters say how many rows it went through and sorted, whatever it had planned. Returns those beyond the mark, the costliest first.
 */
export async function explainLists(database: Database, ownerUrl: string, county: County, say: (line: string) => void, only?: readonly string[]): Promise<Costly[]> {
  const schema = buildFrontedSchema()
  const asking = Object.values(schema.getQueryType()!.getFields()).filter(field => /List!?$/.test(String(field.type)) && field.args.some(({ name }) => name === 'page') && (!only || only.includes(field.name))).flatMap(field => {
    const list = getNamedType(field.type) as GraphQLObjectType
    const filter = field.args.find(({ name }) => name === 'filter')
    const sort = field.args.find(({ name }) => name === 'sort')
    const itemsOf = (deep: boolean): string => selectionOf(getNamedType(list.getFields().items!.type) as GraphQLObjectType, deep)
    const heads = [filter && `$filter: ${String(filter.type)}`, sort && `$sort: ${String(sort.type)}`].filter(Boolean).join(', ')
    const args = [filter && 'filter: $filter', sort && 'sort: $sort'].filter(Boolean).join(', ')
    const query = `query ${heads && `(${heads})`} { ${field.name}${args && `(${args})`} { items { ${itemsOf(true)} } total } }`
    const way = (asked: string, variables: Record<string, unknown>): Asking => ({ list: field.name, asked, query, variables: { ...(filter ? { filter: {} } : {}), ...variables } })
    const [orders, filters] = [sort ? ordersOf(getNamedType(sort.type) as GraphQLInputObjectType) : [], filter ? filtersOf(getNamedType(filter.type) as GraphQLInputObjectType, county) : []]
    return [way('as it comes', {}), ...orders.map(each => way(`${each.field} ${each.order}`, { sort: each })), ...filters.map(each => way(JSON.stringify(each), { filter: each }))]
  })
  const connection = await mysql.createConnection({ uri: ownerUrl, timezone: 'Z', dateStrings: ['DATE'] })
  const [found, refused]: [Costly[], Set<string>] = [[], new Set()]
  let asked = 0
  for (const who of [county.officer, county.station, county.leader, county.auditor]) {
    const actor = (await accountActor(database, who.accountId))!
    for (const one of asking) {
      // Those who share a reach read the same rows: a list is asked for by the second only where it was not open to the first.
      if ((who === county.leader || who === county.auditor) && !refused.has(one.list)) continue
      const statements = new Map<string, readonly Value[]>()
      // Without the limit that a total is counted in, which has no plan of its own.
      database.onStatement = (sql, values) => void statements.set(sql.replace(/^SET STATEMENT .*? FOR /, ''), values)
      const contextValue = Context.for(database, actor, { requestId: null, ip: null, locale: 'zh' }, new Date(), new Deadline(60_000))
      const { errors } = await graphql({ schema, source: one.query, variableValues: one.variables, contextValue })
      database.onStatement = undefined
      if (errors?.[0]!.originalError instanceof Forbidden) {
        if (who === county.officer) refused.add(one.list)
        continue
      }
      if (errors) continue
      asked++
      for (const [sql, values] of statements) {
        const cost = await costOf(connection, sql, values)
        // A total is counted row by row; it is named where that takes long.
        const much = sql.startsWith('SELECT COUNT') ? cost.ms > COUNT_MS : cost.read > ROWS || cost.sorted > ROWS
        if (much) found.push({ list: one.list, asked: one.asked, as: who.username, sql, ...cost })
      }
    }
    say(`${who.username}: ${asked} ways of asking so far, ${found.length} statements that read or sort more than ${ROWS} rows, or count for more than ${COUNT_MS} ms`)
  }
  await connection.end()
  return found.sort((one, other) => other.ms - one.ms)
}

/** The costliest ways of asking, one line for what has one plan. */
export function toldOf(found: readonly Costly[]): string {
  const seen = new Set<string>()
  return found
    .filter(({ list, as, plan }) => !seen.has(list + as + plan.join()) && seen.add(list + as + plan.join()))
    .slice(0, LINES)
    .map(({ list, as, asked, sql, ms, read, sorted, plan }) => `${ms.toFixed(0).padStart(6)} ms  ${list} (${sql.startsWith('SELECT COUNT') ? 'total' : 'page'}) ${asked}, as ${as}: ${read} read, ${sorted} sorted; ${plan.at(-1)}`)
    .join('\n')
}

async function costOf(connection: mysql.Connection, sql: string, values: readonly Value[]): Promise<Pick<Costly, 'read' | 'sorted' | 'ms' | 'plan'>> {
  const [before, sortedBefore] = await counters(connection)
  const begun = performance.now()
  await connection.query(sql, values as unknown[])
  const ms = performance.now() - begun
  const [after, sortedAfter] = await counters(connection)
  const [read, sorted] = [after - before, sortedAfter - sortedBefore]
  if (read <= ROWS && sorted <= ROWS) return { read, sorted, ms, plan: [] }
  const [plan] = await connection.query(`EXPLAIN ${sql}`, values as unknown[])
  return { read, sorted, ms, plan: (plan as Record<string, unknown>[]).map(row => [row.table, row.type, row.key, row.rows, row.Extra].map(value => String(value ?? '-')).join(' | ')) }
}

/** Rows gone through, and rows sorted, on this connection so far. */
async function counters(connection: mysql.Connection): Promise<[number, number]> {
  const [rows] = await connection.query("SHOW SESSION STATUS WHERE Variable_name IN ('Handler_read_first','Handler_read_key','Handler_read_last','Handler_read_next','Handler_read_prev','Handler_read_rnd','Handler_read_rnd_next','Sort_rows')")
  const named = new Map((rows as { Variable_name: string; Value: string }[]).map(row => [row.Variable_name, Number(row.Value)]))
  const sorted = named.get('Sort_rows') ?? 0
  return [[...named.values()].reduce((sum, value) => sum + value, 0) - sorted, sorted]
}

/** What a list's row can show without arguments: its own fields, and of the rows that it names theirs. */
function selectionOf(type: GraphQLObjectType, deep: boolean): string {
  return Object.values(type.getFields()).filter(field => !field.args.some(arg => isNonNullType(arg.type) && arg.defaultValue === undefined)).flatMap(field => {
    const named = getNamedType(field.type)
    if (isLeafType(named)) return [field.name]
    return deep && isObjectType(named) && !String(field.type).startsWith('[') ? [`${field.name} { ${selectionOf(named, false) || '__typename'} }`] : []
  }).join(' ')
}

function ordersOf(sort: GraphQLInputObjectType): { field: string; order: string }[] {
  const field = getNamedType(sort.getFields().field!.type)
  return isEnumType(field) ? field.getValues().flatMap(({ name }) => ['ASC', 'DESC'].map(order => ({ field: name, order }))) : []
}

/** Each field of a filter with a value that may occur, and the first of its codes within a township. */
function filtersOf(filter: GraphQLInputObjectType, county: County): Record<string, unknown>[] {
  const fields = Object.values(filter.getFields())
  const single = fields.flatMap(({ name, type }) => valuesOf(name, type, county).map(value => ({ [name]: value })))
  const state = fields.find(({ name }) => name === 'state')
  const region = fields.some(({ name }) => name === 'region') ? { region: county.station.regionCode } : undefined
  return [...single, ...(state && region ? valuesOf('state', state.type, county).map(value => ({ state: value, ...region })) : [])]
}

function valuesOf(name: string, type: GraphQLInputType, county: County): unknown[] {
  const bare = isNonNullType(type) ? type.ofType : type
  if (isListType(bare)) return valuesOf(name, bare.ofType, county).map(value => [value])
  if (isEnumType(bare)) return bare.getValues().map(each => each.name)
  if (isInputObjectType(bare)) return []
  if (name === 'region') return [county.station.regionCode]
  if (name === 'q') return [county.fragments.hanzi, county.fragments.pinyin, '王']
  if (name === 'caseId') return [county.caseWithEvents]
  if (name === 'pairingId') return [county.pairingWithVisits]
  switch (String(bare)) {
    case 'Boolean': return [true, false]
    case 'Day': return [addDays(county.today, name.endsWith('To') ? 0 : -30)]
    case 'Int': return [1]
    case 'ID': return [county.recorders[0]!.volunteerId]
    case 'DateTime': return [`${addDays(county.today, name.endsWith('To') ? 0 : -30)}T00:00:00.000Z`]
    default: return []
  }
}
