import { Extensions } from 'type-graphql'
import type { Value } from './database'
import type { Entity } from './entity'
import { Forbidden } from './errors'
import { levelOf, prefixOf } from './regionCode'

/** How far a role sees; what exactly is bound to the account. */
export type ReachKind = 'banner' | 'region' | 'team' | 'assigned' | 'self' | 'public'

/** How far an actor sees. */
export interface Reach {
  readonly kind: ReachKind
  /** The division whose subtree is within reach, for `region`. */
  readonly regionCode?: string
  readonly teamId?: string
  readonly volunteerId?: string
  readonly personId?: string
  readonly employerId?: string
}

/** Whoever is asking: an account, what it may do and how far it sees. */
export class Actor {
  constructor(
    readonly id: string,
    readonly name: string,
    readonly role: string,
    readonly permissions: ReadonlySet<string>,
    readonly reach: Reach,
    /** Set where the actor must first do something else, such as change a password or set up a second factor. */
    readonly barred: 'PASSWORD_CHANGE_REQUIRED' | 'TOTP_REQUIRED' | null = null,
  ) {}

  may(permission: string): boolean {
    return permission === ANYONE || (permission === SIGNED_IN ? this.role !== 'anonymous' : this.permissions.has(permission))
  }

  mustBeAllowed(permission: string): void {
    if (!this.may(permission)) throw new Forbidden(permission)
  }
}

/** For what everybody may ask, signed in or not. */
export const ANYONE = 'anyone'
/** For what everybody may ask who has signed in. */
export const SIGNED_IN = 'signedIn'

/** Names the permission that a query or mutation needs. The front door enforces it. */
export function Allow(permission: string): MethodDecorator & PropertyDecorator {
  return Extensions({ allow: permission })
}

/** Says that a mutation answers with a receipt: a few fields of the record it made, under a type of their own, and the same when it is sent again. */
export function ReceiptOf(entity: string): MethodDecorator & PropertyDecorator {
  return Extensions({ receiptOf: entity })
}

/** Marks a field that only some may read: to the others it is null. Decided without waiting, so that batching holds. */
export function Guarded(permission: string): MethodDecorator & PropertyDecorator {
  return Extensions({ guard: permission })
}

/**
 * By what a table's rows fall within an actor's reach. Each kind of reach names a column or several, any of which is enough, or is a piece of SQL about `it`
 * in which `:me`, `:person`, `:team`, `:volunteer` and `:employer` stand for the actor's own ids, and `:region` for what the codes of their division begin with.
 * `everyone`: seen by all (divisions, programmes). `part`: seen by whoever sees the row it is a part of.
 */
export type ReachRule = 'everyone' | Part | Rows

interface Part {
  readonly part: string
}

type Bound = Exclude<ReachKind, 'banner'>

/**
 * Beside the reach a table may ask for a permission, whichever way its rows are read: `may` names it for all of them, `mayBy` the column in which
 * a row names its own, or none. What is nobody's business but some roles' is then missed by no list, count, picture or sheet.
 */
type Rows = { readonly [kind in Bound]?: string | readonly string[] } & { readonly may?: string; readonly mayBy?: string }
const rules = new Map<Function, ReachRule>()
const widened = new Map<Function, { kind: Bound; sql: string }[]>()

/** Says by what a table's rows fall within an actor's reach. A table without it cannot be asked. */
export function Within(rule: ReachRule): ClassDecorator {
  return target => void rules.set(target, rule)
}

/** Lets a module above bring more rows of a type within one kind of reach: whoever keeps a pairing reaches its elder. */
export function widen(type: Function, kind: Bound, sql: string): void {
  widened.set(type, [...(widened.get(type) ?? []), { kind, sql }])
}

/** The rule of a type, which must have one. */
export function ruleOf(type: Function): ReachRule {
  const rule = rules.get(type)
  if (!rule) throw new Error(`${type.name} says nothing about reach: add @Within.`)
  return rule
}

export const isPart = (rule: ReachRule): rule is Part => typeof rule === 'object' && 'part' in rule

/** A condition in SQL with its values in order. */
export interface Condition {
  sql: string
  values: Value[]
  /** About how many rows it leaves of so many, where that is known. */
  leaves?: (rows: number) => number
}

/** The largest township has an eighth of the county. */
const ofTownship = (rows: number): number => rows / 8

/** Lies in a division, by one of a row's columns. */
export const inDivision = (code: string, column = 'regionCode'): Condition => ({ sql: `it.${column} LIKE ?`, values: [`${prefixOf(code)}%`], ...(levelOf(code) !== 'BANNER' && { leaves: ofTownship }) })

const ALL: Condition = { sql: '1=1', values: [] }
const NONE: Condition = { sql: '1=0', values: [] }
/** The role of whoever works when nobody asked; it needs no permission to see. */
export const SYSTEM_ROLE = 'system'

/** The ways by which a table's rows come within an actor's reach, any of which is enough, and what the actor's permissions leave of them. */
export function waysOf(actor: Actor, type: Function): { ways: readonly Condition[]; held: Condition } {
  const rule = ruleOf(type)
  if (rule === 'everyone') return { ways: [ALL], held: ALL }
  if (isPart(rule)) throw new Error(`${type.name} is a part of another record: ask for it through store.parts.`)
  const { kind } = actor.reach
  const held = heldBy(actor, rule)
  if (kind === 'banner') return { ways: [ALL], held }
  const ways = sayings(type, rule, kind).map(sql => (isColumn(sql) ? byColumn(actor, sql) : bySql(actor, sql)))
  return { ways: ways.length > 0 ? ways : [NONE], held }
}

/** The SQL condition that keeps a statement within the actor's reach. */
export function reachOf(actor: Actor, type: Function): Condition {
  const { ways, held } = waysOf(actor, type)
  if (held === NONE || ways[0] === ALL) return held
  const within = { sql: `(${ways.map(each => each.sql).join(' OR ')})`, values: ways.flatMap(each => each.values) }
  return held === ALL ? within : { sql: `${within.sql} AND ${held.sql}`, values: [...within.values, ...held.values] }
}

/** What is said of one kind of reach: by the type itself, and by modules above. */
const sayings = (type: Function, rule: Rows, kind: Bound): string[] => [...[rule[kind] ?? []].flat(), ...(widened.get(type) ?? []).filter(more => more.kind === kind).map(more => more.sql)]
const isColumn = (sql: string): boolean => /^\w+$/.test(sql)

/** Whether all that an actor sees of a table is told by its rows' division alone, so that what is kept by division may stand for the rows. */
export function isByRegion({ reach: { kind } }: Actor, type: Function): boolean {
  const rule = ruleOf(type)
  if (rule === 'everyone' || isPart(rule) || rule.may || rule.mayBy) return false
  return kind === 'banner' || (kind === 'region' && rule.region === 'regionCode' && !widened.get(type)?.some(more => more.kind === 'region'))
}

/** What the actor's permissions leave of a table. */
function heldBy(actor: Actor, { may, mayBy }: Rows): Condition {
  if (actor.role === SYSTEM_ROLE || (!may && !mayBy)) return ALL
  if (may && !actor.may(may)) return NONE
  return mayBy ? { sql: `(it.${mayBy} IS NULL OR it.${mayBy} IN (?))`, values: [['-', ...actor.permissions]] } : ALL
}

function holds(actor: Actor, { may, mayBy }: Rows, entity: Entity): boolean {
  const needed = [may, mayBy && (entity as unknown as Record<string, string | null>)[mayBy]]
  return actor.role === SYSTEM_ROLE || needed.every(permission => !permission || actor.may(permission))
}

function byColumn(actor: Actor, column: string): Condition {
  const { reach } = actor
  if (reach.kind === 'region') return reach.regionCode ? inDivision(reach.regionCode, column) : NONE
  if (reach.kind === 'public') return { sql: `it.${column}`, values: [] }
  const own = ownId(actor)
  return own ? { sql: `it.${column} = ?`, values: [own] } : NONE
}

function ownId({ id, reach }: Actor): string | undefined {
  if (reach.kind === 'team') return reach.teamId
  if (reach.kind === 'self') return reach.volunteerId
  return reach.kind === 'assigned' ? id : undefined
}

/** The ids that stand for the actor in a piece of SQL. An id that the actor has not is one that no row has. */
function bySql(actor: Actor, sql: string): Condition {
  const values: Value[] = []
  const known: Record<string, string | undefined> = { me: actor.id, person: actor.reach.personId, team: actor.reach.teamId, volunteer: actor.reach.volunteerId, employer: actor.reach.employerId, region: actor.reach.regionCode && `${prefixOf(actor.reach.regionCode)}%` }
  return { sql: sql.replace(/:(me|person|team|volunteer|employer|region)\b/g, (_, name: string) => (values.push(known[name] ?? '-'), '?')), values }
}

/** Whether a row that is in hand lies within reach: true or false, or undefined where only the database can say. */
export function liesWithin(actor: Actor, entity: Entity): boolean | undefined {
  const rule = ruleOf(entity.constructor)
  if (rule === 'everyone' || isPart(rule)) return true
  if (!holds(actor, rule, entity)) return false
  if (actor.reach.kind === 'banner') return true
  const { regionCode, kind } = actor.reach
  const said = sayings(entity.constructor, rule, kind)
  const columns = said.filter(isColumn)
  for (const column of columns) {
    const value = (entity as unknown as Record<string, unknown>)[column]
    if (typeof value !== 'string') continue
    if (kind === 'region' ? regionCode && value.startsWith(prefixOf(regionCode)) : value === ownId(actor)) return true
  }
  return columns.length === said.length ? false : undefined
}

/** A role: how far it sees, and what it may do. */
export interface RoleDefinition {
  readonly reach: ReachKind
  /** What an account of the role is bound to, where its reach does not tell. */
  readonly boundTo?: 'employer'
  readonly may: readonly string[]
}

let roles: Readonly<Record<string, RoleDefinition>> = {}

/** Makes the roles known; done once, by `app.ts`, from `roles.ts`. */
export function declareRoles(definitions: Readonly<Record<string, RoleDefinition>>): void {
  roles = definitions
}

export const knownRoles = (): Readonly<Record<string, RoleDefinition>> => roles
