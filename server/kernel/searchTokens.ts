import { Entity as Table, Index } from 'typeorm'
import { Within } from './access'
import type { Line } from './Line'
import { Entity, newId } from './entity'
import type { Query } from './query'
import { Stored } from './stored'

/** What a record can be found by: one row for each fragment of a name, its pinyin, its initials, the end of a number. */
@Table('search_tokens')
@Within({})
@Index(['kind', 'token', 'entityId'])
@Index(['kind', 'entityId'])
export class SearchToken extends Entity {
  @Stored.code(30) kind: string
  @Stored.text(40) token: string
  @Stored.ref() entityId: string
}

interface Findable {
  /** The properties that the tokens come from. */
  from: readonly string[]
  tokens: (entity: never) => readonly string[]
  query: (q: string) => readonly string[]
}

const findable = new Map<string, Findable>()

/** Says what a type is found by; the store keeps the tokens up to date. */
export function Findable<T extends Entity>(from: readonly (string & keyof T)[], tokens: (entity: T) => readonly string[], query: (q: string) => readonly string[]) {
  return (target: new () => T): void => void findable.set(target.name, { from, tokens, query })
}

/** The tokens to write for a row, or null where none changed. */
export function tokensOf(type: { name: string }, entity: object, changed: readonly string[] | null): readonly string[] | null {
  const rule = findable.get(type.name)
  if (!rule || (changed && !rule.from.some(property => changed.some(column => column === property || column === `${property}Sealed`)))) return null
  return [...new Set(rule.tokens(entity as never).map(token => token.slice(0, 40)))]
}

export async function writeTokens(line: Line, kind: string, id: string, tokens: readonly string[], made: boolean): Promise<void> {
  if (!made) await line.later('DELETE FROM search_tokens WHERE kind = ? AND entityId = ?', [kind, id])
  if (tokens.length === 0) return
  const now = new Date()
  await line.later(`INSERT INTO search_tokens (id, version, createdAt, updatedAt, kind, token, entityId) VALUES ${tokens.map(() => '(?,1,?,?,?,?,?)').join(',')}`, tokens.flatMap(token => [newId(), now, now, kind, token, id]))
}

/** Keeps the rows whose `column` names a record of `kind` that `q` finds. Nothing asked for keeps them all; what no name can hold finds none. */
export function matching<T extends Entity>(query: Query<T>, kind: string, column: string, q: string): Query<T> {
  const rule = findable.get(kind)
  if (!rule) throw new Error(`${kind} is not findable.`)
  if (!q.trim()) return query
  const tokens = rule.query(q)
  if (tokens.length === 0) return query.where('1=0')
  for (const token of tokens.slice(0, 12)) query.where(`${column} IN (SELECT t.entityId FROM search_tokens t WHERE t.kind = ? AND t.token = ?)`, kind, token)
  return query
}
