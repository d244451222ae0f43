import { type FieldNode, type FragmentDefinitionNode, getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, type SelectionSetNode } from 'graphql'
import { createParameterDecorator, Extensions, getMetadataStorage } from 'type-graphql'
import type { Type } from './entity'
import { maskColumn } from './sealed'

/** What a field makes necessary. */
interface Reads {
  /** Names of its row's properties, `person.birthYear` for one of a row that it carries. */
  readonly properties: readonly string[]
  /** Another row that it shows, which can be read along with its own by the column that holds its id. */
  readonly reference?: Reference
}

interface Reference {
  readonly type: Type
  readonly key: string
  /** What is read of it, where the document does not tell. */
  readonly asked?: Asked
}

type AnyField = GraphQLField<unknown, unknown>

/** What each field reads, where that is known. */
const reads = new WeakMap<AnyField, Reads>()

export function sayReads(field: AnyField, properties: readonly string[], reference?: Reference): void {
  reads.set(field, { properties, reference })
}

/** Says which of the row's properties a field resolver reads. Without it, the whole row is read wherever the field is asked for. */
export function Needs(...properties: string[]): MethodDecorator & PropertyDecorator {
  return Extensions({ needs: properties })
}

/** A row that is read along with the one that names it, under the name of the field or property that shows it. */
interface Along {
  readonly asked: Asked
  /** Which row it is; what a type carries anyway says so itself. */
  readonly reference?: Reference
}

/**
 * What is asked of the rows of one type at one place of a document: which properties, and what of the rows that they name. Where a field
 * does not say what it needs, that is every column.
 */
export class Asked {
  /** Tells what is asked; the same for the same. */
  readonly key: string

  constructor(
    /** In order; null stands for all. */
    readonly properties: readonly string[] | null,
    readonly along: ReadonlyMap<string, Along> = new Map(),
  ) {
    const below = [...along].map(([name, { asked }]) => `${name}:${asked.key}`)
    this.key = `${properties ? properties.join(',') : '*'}${below.length ? `(${below.join(';')})` : ''}`
  }

  /** What is read where the code says so itself: these properties, and rows beside. */
  static of(properties: readonly string[], along: Readonly<Record<string, Along>> = {}): Asked {
    return new Asked(sorted(['id', 'version', ...properties]), new Map(Object.entries(along)))
  }

  /** What answers all of several askings. */
  static all(asked: readonly Asked[]): Asked {
    const [first, ...others] = new Map(asked.map(one => [one.key, one])).values()
    return others.reduce((sum, one) => sum.and(one), first!)
  }

  /** What answers this and the other. */
  and(other: Asked): Asked {
    const along = new Map(this.along)
    for (const [name, { asked, reference }] of other.along) add(along, name, asked, reference)
    return new Asked(this.properties && other.properties && sorted([...this.properties, ...other.properties]), along)
  }
}

function add(along: Map<string, Along>, name: string, asked: Asked, reference?: Along['reference']): void {
  const known = along.get(name)
  along.set(name, { asked: known ? known.asked.and(asked) : asked, reference: reference ?? known?.reference })
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort()

/** What is asked of a type's rows where the document names them; worked out once for each place. */
export function askedOf(info: GraphQLResolveInfo): Asked {
  const [first] = info.fieldNodes
  const known = info.fieldNodes.length === 1 ? places.get(first!) : undefined
  if (known) return known
  const asked = askedIn(getNamedType(info.returnType) as GraphQLObjectType, info.fieldNodes, info.fragments)
  if (info.fieldNodes.length === 1) places.set(first!, asked)
  return asked
}

const places = new WeakMap<FieldNode, Asked>()

/** Hands a resolver what is asked of the rows that it answers with. */
export const AskedHere = (): ParameterDecorator => createParameterDecorator(({ info }) => askedOf(info)) as ParameterDecorator

type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>

function askedIn(type: GraphQLObjectType, nodes: readonly FieldNode[], fragments: Fragments): Asked {
  const byField = new Map<string, FieldNode[]>()
  for (const { selectionSet } of nodes) if (selectionSet) gather(selectionSet, fragments, byField)
  let properties: string[] | null = ['id', 'version']
  const along = new Map<string, Along>()
  for (const [name, below] of byField) {
    const field = type.getFields()[name]
    if (!field) continue
    const needed = reads.get(field)
    if (!needed) properties = null
    for (const property of needed?.properties ?? []) {
      const [carried, part] = property.split('.') as [string, string?]
      if (part) add(along, carried, new Asked(sorted(['id', part])))
      else properties?.push(property)
    }
    if (needed?.reference) add(along, name, needed.reference.asked ?? askedIn(getNamedType(field.type) as GraphQLObjectType, below, fragments), needed.reference)
  }
  return new Asked(properties && sorted(properties), along)
}

function gather({ selections }: SelectionSetNode, fragments: Fragments, byField: Map<string, FieldNode[]>): void {
  for (const one of selections) {
    if (one.kind === 'Field') byField.set(one.name.value, [...(byField.get(one.name.value) ?? []), one])
    else {
      const set = one.kind === 'InlineFragment' ? one.selectionSet : fragments[one.name.value]?.selectionSet
      if (set) gather(set, fragments, byField)
    }
  }
}

/**
 * Works out for every field of the tables' types which columns it reads, where that can be known: a plain property itself, a sealed one its
 * mask, and whatever `@Needs` says. Anything else, a getter or a resolver that says nothing, may read the whole row.
 */
export function sayWhatIsRead(schema: GraphQLSchema, typeNamed: (name: string) => Type | undefined): void {
  const { fieldResolvers } = getMetadataStorage()
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const entity = typeNamed(type.name)
    if (!entity) continue
    const coded = new Set(fieldResolvers.filter(one => one.getObjectType?.() === entity).map(one => one.schemaName))
    for (const field of Object.values(type.getFields())) {
      const { sealed, needs } = field.extensions as { sealed?: string; needs?: readonly string[] }
      if (reads.has(field)) continue
      if (needs) sayReads(field, needs)
      else if (sealed) sayReads(field, [maskColumn(sealed)])
      else if (!coded.has(field.name) && !(field.name in entity.prototype)) sayReads(field, [field.name])
    }
  }
}
