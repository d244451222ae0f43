import { PrimaryColumn, Entity as Table } from 'typeorm'
import { type Actor, type Condition, inDivision, isByRegion, reachOf, Within } from './access'
import type { Context } from './context'
import type { Row, Value } from './database'
import type { Entity, Type } from './entity'
import type { Statement } from './query'
import type { Store } from './store'
import { Stored } from './stored'

const code = (length: number): PropertyDecorator => PrimaryColumn({ type: 'varchar', length, charset: 'ascii', collation: 'ascii_bin' })

/**
 * How many rows of one kind there are under one heading in one village, month and team. Kept by the store with each row that it writes, so that
 * what would be counted is added up; spread so far that acts in different villages never write the same row.
 */
@Table('kept_totals')
@Within({ region: 'regionCode', team: 'team' })
export class KeptTotal {
  /** Of what. */
  @code(24) total: string
  /** `YYYY-MM`, or empty. */
  @code(7) month: string
  @code(12) regionCode: string
  /** The values of the columns by which rows are told apart, with slashes between them. */
  @code(60) heading: string
  /** The team's id, or empty. */
  @code(26) team: string
  /** How many rows there are. */
  @Stored.whole() records: number
  /** What they add up to, such as minutes. */
  @Stored.whole() amount: number
}

/** Which columns of a type say where a row is counted, beside its division. */
interface Columns<C extends string = string> {
  heading: readonly C[]
  /** A day; rows are counted by its month. */
  month?: C
  team?: C
  amount?: C
}

/** Rows of a type that are counted as they are written. */
export interface Counted {
  readonly name: string
  readonly type: Type
  readonly columns: Columns
}

const counted = new Map<Function, Counted[]>()
const KEYS = ['total', 'month', 'regionCode', 'heading', 'team'] as const

/** Has the rows of a type counted as they are written, by their division and by these columns. Said where the type is, so that nothing writes one without the other. */
export function keepTotal<T extends Entity & { regionCode: string }>(name: string, type: Type<T>, columns: Columns<string & keyof T>): Counted {
  const total = { name, type, columns }
  counted.set(type, [...(counted.get(type) ?? []), total])
  return total
}

/** By how much an act moves one total. */
export interface Difference {
  key: readonly string[]
  records: number
  amount: number
}

/** What it means for the totals that a row of a type was one way and is another; what there was not before, or is no more, is undefined. */
export function differences(type: Type, before: Row | undefined, after: Row | undefined): Difference[] {
  return (counted.get(type) ?? []).flatMap(total => [...(before ? [differenceBy(total, before, -1)] : []), ...(after ? [differenceBy(total, after, 1)] : [])])
}

function differenceBy({ name, columns: { month, heading, team, amount } }: Counted, row: Row, sign: 1 | -1): Difference {
  const text = (column: string | undefined): string => {
    const value = column ? (row[column] ?? '') : ''
    return String(typeof value === 'boolean' ? Number(value) : value)
  }
  return { key: [name, text(month).slice(0, 7), text('regionCode'), heading.map(text).join('/'), text(team)], records: sign, amount: amount ? sign * Number(row[amount]) : 0 }
}

const AT_ONCE = 500

/** Moves the totals by what an act adds up to: each row once and always in the order of the keys, so that of two acts at once one waits for the other and neither for both. */
export async function moveTotals(store: Pick<Store, 'later'>, moves: readonly Difference[]): Promise<void> {
  const sums = new Map<string, Difference>()
  for (const { key, records, amount } of moves) {
    const name = key.join('|')
    const sum = sums.get(name)
    sums.set(name, { key, records: records + (sum?.records ?? 0), amount: amount + (sum?.amount ?? 0) })
  }
  const sorted = [...sums].filter(([, { records, amount }]) => records !== 0 || amount !== 0).sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum)
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const part = sorted.slice(at, at + AT_ONCE)
    await store.later(
      `INSERT INTO kept_totals (${KEYS.join(', ')}, records, amount) VALUES ${part.map(() => '(?,?,?,?,?,?,?)').join(',')} ON DUPLICATE KEY UPDATE records = records + VALUES(records), amount = amount + VALUES(amount)`,
      part.flatMap(({ key, records, amount }) => [...key, records, amount]),
    )
  }
}

/** In SQL, the keys of a total as the rows of its table say them. */
function keysOf({ name, columns: { month, heading, team } }: Counted): string[] {
  return [
    `'${name}'`, month ? `COALESCE(DATE_FORMAT(it.${month}, '%Y-%m'), '')` : "''", 'it.regionCode',
    heading.length > 0 ? `CONCAT_WS('/', ${heading.map(column => `COALESCE(it.${column}, '')`).join(', ')})` : "''", team ? `COALESCE(it.${team}, '')` : "''",
  ]
}

const amountOf = ({ columns: { amount } }: Counted): string => (amount ? `COALESCE(SUM(it.${amount}), 0)` : '0')
const tableOf = (store: Store, { type }: Counted): string => store.shape(type).table
/** The rows of a type, added up under the keys of a total. */
const countSql = (store: Store, total: Counted, where: string): string =>
  `SELECT ${keysOf(total).map((sql, at) => `${sql} AS ${KEYS[at]}`).join(', ')}, COUNT(*) AS records, ${amountOf(total)} AS amount FROM ${tableOf(store, total)} it WHERE ${where} GROUP BY ${KEYS.map((_, at) => at + 1).join(', ')}`
const keyIn = (row: Row): string[] => KEYS.map(name => String(row[name]))

/** Lets a statement of one's own change a column of many rows, past `save`; the totals move with them. */
export async function movingTotals<R>(store: Store, type: Type, column: string, ids: readonly string[], work: () => Promise<R>): Promise<R> {
  const totals = (counted.get(type) ?? []).filter(({ columns: { month, heading, team, amount } }) => ['regionCode', month, team, amount, ...heading].includes(column))
  if (totals.length === 0 || ids.length === 0) return work()
  await store.sql(`SELECT id FROM ${store.shape(type).table} WHERE id IN (?) ORDER BY id FOR UPDATE`, [ids])
  const count = async (sign: 1 | -1): Promise<void> => {
    for (const total of totals) {
      const found = await store.sql(countSql(store, total, 'it.id IN (?)'), [ids])
      store.move(found.map(row => ({ key: keyIn(row), records: sign * Number(row.records), amount: sign * Number(row.amount) })))
    }
  }
  await count(-1)
  const result = await work()
  await count(1)
  return result
}

/** A kept total, and what its rows add up to. */
interface Compared {
  key: string[]
  kept: { records: number; amount: number }
  counted: { records: number; amount: number }
}

/** The totals that are not what their rows add up to. Each kind is compared in one statement, so that no act falls between the two. */
export async function findWrong(store: Store): Promise<Compared[]> {
  const found: Compared[] = []
  const keys = KEYS.join(', ')
  for (const total of [...counted.values()].flat()) {
    const rows = await store.sql(
      `SELECT ${keys}, SUM(k) AS k, SUM(kAmount) AS kAmount, SUM(c) AS c, SUM(cAmount) AS cAmount FROM (
         SELECT ${keys}, records AS k, amount AS kAmount, 0 AS c, 0 AS cAmount FROM kept_totals WHERE total = ?
         UNION ALL SELECT ${keys}, 0, 0, records, amount FROM (${countSql(store, total, '1=1')}) lines_of_it
       ) both_sides GROUP BY ${keys} HAVING SUM(k) <> SUM(c) OR SUM(kAmount) <> SUM(cAmount) ORDER BY ${keys}`,
      [total.name],
    )
    found.push(...rows.map(row => ({ key: keyIn(row), kept: { records: Number(row.k), amount: Number(row.kAmount) }, counted: { records: Number(row.c), amount: Number(row.cAmount) } })))
  }
  return found
}

/** Puts every total right by what it lacks, so that acts at the same time take nothing away; an empty table it fills. */
export async function mendTotals(store: Store): Promise<void> {
  await moveTotals(store, store.moves.splice(0))
  await moveTotals(store, (await findWrong(store)).map(({ key, kept, counted: real }) => ({ key, records: real.records - kept.records, amount: real.amount - kept.amount })))
}

/**
 * In SQL, how many rows of a type there are within reach, in a division and with one of the given values in each of some columns, added up from what is
 * kept. Null where nothing kept can tell.
 */
export function countKept(actor: Actor, type: Type, region: string | null, values: ReadonlyMap<string, readonly string[]>): Statement | null {
  const total = (counted.get(type) ?? []).find(({ columns: { month, heading } }) => !month && [...values.keys()].every(column => heading.includes(column)))
  if (!total || !isByRegion(actor, type)) return null
  const held = [...values].map(([column, any]): Condition => ({ sql: `SUBSTRING_INDEX(SUBSTRING_INDEX(it.heading, '/', ${total.columns.heading.indexOf(column) + 1}), '/', -1) IN (?)`, values: [any] }))
  const within = [...keptRows(actor, total, region), ...held]
  return [`SELECT COALESCE(SUM(it.records), 0) AS n FROM kept_totals it WHERE ${joined(within)}`, valuesOf(within)]
}

/** Which rows of the totals tell of one, within reach and in a division. */
const keptRows = (actor: Actor, { name, columns: { month } }: Counted, region: string | null): Condition[] =>
  [{ sql: 'it.total = ?', values: [name] }, ...(month ? [] : [{ sql: "it.month = ''", values: [] }]), reachOf(actor, KeptTotal), ...(region ? [inDivision(region)] : [])]

const joined = (conditions: readonly Condition[]): string => conditions.map(({ sql }) => sql).join(' AND ')
const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(({ values }) => values)

/** Of a total, all of it or that of some months. */
export interface Asked {
  total: Counted
  months?: readonly [from: string, to: string]
}

/** What stands under one heading, in one month where there are months. */
export interface Sum {
  month: string
  heading: string[]
  records: number
  amount: number
}

/**
 * The totals within reach and a division, all in one statement. Where what the actor sees is told by the division alone they are added up from what
 * is kept; for everybody else the rows themselves are counted, by the reach that their lists have.
 */
export async function sumTotals({ store, actor }: Context, region: string | null, asked: readonly Asked[]): Promise<Sum[][]> {
  const arms = asked.map(({ total, months }, part) => {
    const kept = isByRegion(actor, total.type)
    const [, month, , heading] = kept ? KEYS.map(key => `it.${key}`) : keysOf(total)
    const rows = kept ? keptRows(actor, total, region) : [reachOf(actor, total.type), ...(region ? [inDivision(region)] : [])]
    const within = [...rows, ...(months ? [{ sql: `${month} BETWEEN ? AND ?`, values: [...months] }] : [])]
    const [records, amount, table] = kept ? ['SUM(it.records)', 'SUM(it.amount)', 'kept_totals'] : ['COUNT(*)', amountOf(total), tableOf(store, total)]
    return {
      sql: `SELECT ${part} AS part, ${month} AS k_month, ${heading} AS k_heading, ${records} AS n, ${amount} AS amount FROM ${table} it WHERE ${joined(within)} GROUP BY 2, 3`,
      values: valuesOf(within),
    }
  })
  const found = await store.sql(arms.map(({ sql }) => sql).join(' UNION ALL '), arms.flatMap(({ values }) => values))
  return asked.map((_, part) =>
    found.filter(row => Number(row.part) === part && Number(row.n) !== 0).map(row => ({ month: String(row.k_month), heading: String(row.k_heading).split('/'), records: Number(row.n), amount: Number(row.amount) })))
}
