import {
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isObjectType, type OperationDefinitionNode, SchemaMetaFieldDef,
  type SelectionSetNode, TypeMetaFieldDef, TypeNameMetaFieldDef, type ValueNode,
} from 'graphql'

export type Variables = Readonly<Record<string, unknown>>

/** A number that an operation says itself, or that the request's variables say. */
type Said = number | ((variables: Variables) => number)

/** What an operation comes to, whoever asks it with whatever variables. */
export interface Measured {
  /** Its fields, each as often as fragments bring it. */
  readonly fields: number
  /** One a field, times the size of the page that it is in. */
  readonly price: Said
  /** The size of the largest page that it asks for, 1 where it asks for none. */
  readonly largestPage: Said
  /** Whether it asks for the schema. */
  readonly introspects: boolean
}

/** The size of a page that does not say its own. */
const USUAL_PAGE = 25
const META = new Map([SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map(field => [field.name, field as GraphQLField<unknown, unknown>]))

export const at = (said: Said, variables: Variables): number => (typeof said === 'number' ? said : said(variables))

/** Measures an operation that is valid; each selection is looked at once, so that fragments of fragments cost no more than they are long. */
export function measure(schema: GraphQLSchema, { definitions }: DocumentNode, operation: OperationDefinitionNode): Measured {
  const fragments = new Map(definitions.flatMap(one => (one.kind === 'FragmentDefinition' ? [[one.name.value, one] as [string, FragmentDefinitionNode]] : [])))
  const defaults = new Map(operation.variableDefinitions?.map(one => [one.variable.name.value, one.defaultValue]))
  const known = new Map<SelectionSetNode, Measured>()

  const ofSet = (set: SelectionSetNode, type: GraphQLObjectType | undefined): Measured => {
    let measured = known.get(set)
    if (!measured) known.set(set, (measured = sum(set.selections.map(one => {
      if (one.kind === 'Field') return ofField(one, META.get(one.name.value) ?? type?.getFields()[one.name.value])
      const fragment = one.kind === 'InlineFragment' ? one : fragments.get(one.name.value)!
      return ofSet(fragment.selectionSet, fragment.typeCondition ? objectNamed(fragment.typeCondition.name.value) : type)
    }))))
    return measured
  }
  const objectNamed = (name: string): GraphQLObjectType | undefined => {
    const type = schema.getType(name)
    return isObjectType(type) ? type : undefined
  }
  const ofField = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): Measured => {
    const { fields, price, largestPage, introspects } = node.selectionSet && field ? ofSet(node.selectionSet, objectNamed(getNamedType(field.type).name)) : NOTHING
    const size = field?.args.some(arg => arg.name === 'page') ? pageSize(node.arguments?.find(arg => arg.name.value === 'page')?.value, defaults) : 1
    return { fields: fields + 1, price: plus(times(size, price), 1), largestPage: larger(size, largestPage), introspects: introspects || field === SchemaMetaFieldDef || field === TypeMetaFieldDef }
  }
  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
}

const NOTHING: Measured = { fields: 0, price: 0, largestPage: 0, introspects: false }
const sum = (parts: readonly Measured[]): Measured => parts.reduce((all, one) => ({ fields: all.fields + one.fields, price: plus(all.price, one.price), largestPage: larger(all.largestPage, one.largestPage), introspects: all.introspects || one.introspects }), NOTHING)
/** Reckons with what is said, now where both numbers stand in the document, else once the variables are known. */
const reckoned = (how: (one: number, other: number) => number) => (one: Said, other: Said): Said => (typeof one === 'number' && typeof other === 'number' ? how(one, other) : variables => how(at(one, variables), at(other, variables)))
const plus = reckoned((one, other) => one + other)
const times = reckoned((one, other) => one * other)
const larger = reckoned(Math.max)

type Defaults = ReadonlyMap<string, ValueNode | undefined>

function pageSize(page: ValueNode | undefined, defaults: Defaults): Said {
  if (page?.kind === 'ObjectValue') return numberOf(page.fields.find(field => field.name.value === 'size')?.value, defaults)
  if (page?.kind !== 'Variable') return USUAL_PAGE
  const { value: name } = page.name
  const otherwise = pageSize(defaults.get(name), defaults)
  return variables => (variables[name] === undefined ? at(otherwise, variables) : sizeOf((variables[name] as { size?: unknown } | null)?.size))
}

function numberOf(value: ValueNode | undefined, defaults: Defaults): Said {
  if (value?.kind === 'IntValue') return sizeOf(Number(value.value))
  if (value?.kind !== 'Variable') return USUAL_PAGE
  const { value: name } = value.name
  const otherwise = numberOf(defaults.get(name), defaults)
  return variables => (variables[name] === undefined ? at(otherwise, variables) : sizeOf(variables[name]))
}

/** A size that is none is refused further on; it must not make the rest cheaper until then. */
const sizeOf = (value: unknown): number => (typeof value === 'number' ? Math.max(1, value) : USUAL_PAGE)
