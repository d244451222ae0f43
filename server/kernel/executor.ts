import {
  astFromValue, BREAK, type DocumentNode, type ExecutionResult, GraphQLBoolean, GraphQLError, GraphQLID, type GraphQLInputType, type GraphQLSchema, GraphQLString, isInputObjectType, isListType, isNonNullType, type NamedTypeNode,
  type OperationDefinitionNode, typeFromAST, valueFromASTUntyped, visit,
} from 'graphql'
import { getVariableValues } from 'graphql/execution/values'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { Recent } from './Recent'

/** So often an operation must have been asked before it is worth the milliseconds that compiling takes. */
const WORTH = 4
/** So many compiled operations are kept; so many fields one may have, wherever a fragment brings them. */
const KEPT = 200
export const FIELDS = 400

type Run = CompiledQuery['query']

/**
 * Queries that are asked again and again, compiled to code of their own instead of being walked at each request. Nothing is ever run twice:
 * what the compiled code cannot do is found out before it begins, and its errors become what graphql-js would have thrown.
 */
export class CompiledQueries {
  private readonly compiled = new Recent<OperationDefinitionNode, Run | null>(KEPT)
  private readonly asked = new WeakMap<OperationDefinitionNode, number>()

  constructor(private readonly schema: GraphQLSchema) {}

  get size(): number {
    return this.compiled.size
  }

  /** The answer, or null where graphql-js is to answer: a mutation, an operation that is rare or large, or variables that do not fit, whose errors it words. */
  async answer(document: DocumentNode, operation: OperationDefinitionNode, fields: number, ctx: unknown, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult | null> {
    const run = this.runOf(document, operation, fields)
    if (!run) return null
    const result = (await run(undefined, ctx, variables)) as ExecutionResult
    if (!('data' in result)) return null
    return result.errors ? { data: result.data, errors: onePerPlace(result.data, result.errors).map(asThrown) } : result
  }

  private runOf(document: DocumentNode, operation: OperationDefinitionNode, fields: number): Run | null {
    if (operation.operation !== 'query' || fields > FIELDS) return null
    const known = this.compiled.get(operation)
    if (known !== undefined) return known
    const times = (this.asked.get(operation) ?? 0) + 1
    this.asked.set(operation, times)
    if (times <= WORTH) return null
    const run = compile(this.schema, document, operation)
    this.compiled.set(operation, run)
    return run
  }
}

/** Directives are left to graphql-js: compiled conditions stay in the document's nodes, and add up where a fragment is used twice. */
function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Run | null {
  let conditional = false
  visit(document, { Directive: () => ((conditional = true), BREAK) })
  if (conditional) return null
  const compiled = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true, customSerializers: serializers(schema) })
  return isCompiledQuery(compiled) ? withDefaults(schema, operation, compiled.query) : null
}

/** What may be left out because it has a default is put in: the compiled code misses it where null is not allowed. */
function withDefaults(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode, run: Run): Run {
  const defined = variableDefinitions.map(({ variable, type, defaultValue }) => ({ name: variable.name.value, type: typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined, otherwise: defaultValue && valueFromASTUntyped(defaultValue) }))
  if (defined.length === 0) return run
  return (root, ctx, given) => {
    const variables: Readonly<Record<string, unknown>> = given ?? {}
    // What fits is for graphql-js to say; the compiled code reads what it let through.
    const { errors } = getVariableValues(schema, variableDefinitions, variables)
    if (errors) return { errors }
    const whole: Record<string, unknown> = {}
    for (const { name, type, otherwise } of defined) {
      const value = name in variables ? variables[name] : otherwise
      if (value !== undefined && type) whole[name] = complete(type, value)
    }
    return run(root, ctx, whole)
  }
}

function complete(type: GraphQLInputType, value: unknown): unknown {
  const named = isNonNullType(type) ? type.ofType : type
  if (isListType(named)) return Array.isArray(value) ? value.map(item => complete(named.ofType as GraphQLInputType, item)) : value
  if (!isInputObjectType(named) || value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const whole: Record<string, unknown> = { ...value }
  for (const field of Object.values(named.getFields())) {
    if (field.name in whole) whole[field.name] = complete(field.type, whole[field.name])
    else if (field.defaultValue !== undefined) whole[field.name] = valueFromASTUntyped(astFromValue(field.defaultValue, field.type)!)
  }
  return whole
}

type Serialize = (value: unknown) => unknown

const known = new WeakMap<GraphQLSchema, Record<string, Serialize>>()

/** Leaf values, mostly text that is sent as it is. The compiled code keeps no more of an error than its message, so the error goes as the message. */
function serializers(schema: GraphQLSchema): Record<string, Serialize> {
  let all = known.get(schema)
  if (!all) known.set(schema, (all = {}))
  if (Object.keys(all).length > 0) return all
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('serialize' in type)) continue
    const isText = type === GraphQLString || type === GraphQLID
    all[type.name] = value => {
      if (isText ? typeof value === 'string' : type === GraphQLBoolean && typeof value === 'boolean') return value
      try {
        return type.serialize(value)
      } catch (error) {
        throw { message: error }
      }
    }
  }
  return all
}

/** What graphql-js would have thrown: an error that knows its cause. What the compiled code itself finds wrong with an answer is a fault of ours, not the asker's. */
function asThrown({ message, path, locations, originalError }: GraphQLError): GraphQLError {
  const said: unknown = originalError ?? message
  const found = typeof message === 'string' && message.startsWith('Argument "') ? new GraphQLError(message) : new Error(originalError ? `Unexpected error value: ${JSON.stringify(said)}` : message)
  const cause = said instanceof Error ? said : found
  const error = new GraphQLError(cause.message, { path, originalError: cause })
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true })
}

/** An answer says once why it is null at a place, though several of its parts may have been missing below; which of them is told may differ from graphql-js. */
function onePerPlace(data: ExecutionResult['data'], errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const seen = new Set<string>()
  return errors.filter(({ path = [] }) => {
    let value: unknown = data
    const place = path.filter(key => {
      if (value === null || value === undefined) return false
      value = (value as Record<string | number, unknown>)[key]
      return true
    }).join('.')
    return !seen.has(place) && seen.add(place)
  })
}
