import { getNamedType, type GraphQLArgument, type GraphQLField, GraphQLID, type GraphQLInputField, type GraphQLInputType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql'

/** The ids that an operation is asked with: by the name of the argument, else the record's own. */
export type Ids = (name: string) => string

const isId = (type: GraphQLInputType): boolean => getNamedType(type) === GraphQLID

/** Whether a root field, or what it must be given, names a record by its id; filters do not. */
export function namesARecord(field: GraphQLField<unknown, unknown>): boolean {
  const inner = (type: GraphQLInputType): boolean => {
    const named = getNamedType(type)
    return isInputObjectType(named) && !named.name.endsWith('Filter') && Object.values(named.getFields()).some(one => isId(one.type))
  }
  return field.args.some(arg => isId(arg.type) || inner(arg.type))
}

/** What is planned for the past, and what is said to have happened in the future, is refused. */
const dayOf = (name: string): string => (name === 'plannedOn' ? '1900-01-01' : '2999-12-31')

/** A value of a type that changes nothing: a version that no row has, a day that cannot be. */
function valueOf(name: string, type: GraphQLInputType, ids: Ids): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, ids)
  if (isListType(type)) return []
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).filter(needed).map(field => [field.name, valueOf(field.name, field.type, ids)]))
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isId(type)) return ids(name)
  return { Int: -1, Boolean: false, Decimal: '1.00', Date: dayOf(name), DateTime: `${dayOf(name)}T00:00:00Z`, RegionCode: '150525000000' }[type.name] ?? 'x'
}

const needed = (one: GraphQLArgument | GraphQLInputField): boolean => isNonNullType(one.type) && one.defaultValue === undefined

/** Asks a root field with the least that it takes. */
export function operationOf(root: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, ids: Ids): { query: string; variables: Record<string, unknown> } {
  const args = field.args.filter(needed)
  const variables = Object.fromEntries(args.map(arg => [arg.name, valueOf(arg.name, arg.type, ids)]))
  const head = args.map(arg => `$${arg.name}: ${arg.type.toString()}`).join(', ')
  const call = args.map(arg => `${arg.name}: $${arg.name}`).join(', ')
  const answer = getNamedType(field.type)
  const selection = isLeafType(answer) || !isObjectType(answer) ? '' : '{ __typename }'
  return { query: `${root} ${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selection} }`, variables }
}
