import { type ASTVisitor, type DocumentNode, type FragmentDefinitionNode, GraphQLError, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'

/** What one document may ask for; beyond it the answer is HTTP 400. */
export const LIMITS = { depth: 8, aliases: 15, tokens: 1000, cost: 5000, body: 256 * 1024 } as const

const refuse = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
const isIntrospection = (name: string): boolean => name.startsWith('__')

function fragmentsOf(context: ValidationContext): Map<string, FragmentDefinitionNode> {
  return new Map(context.getDocument().definitions.flatMap(definition => (definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [])))
}

function depthOf(set: SelectionSetNode | undefined, fragments: Map<string, FragmentDefinitionNode>, seen: ReadonlySet<string>): number {
  if (!set) return 0
  return Math.max(0, ...set.selections.map(selection => {
    if (selection.kind === 'Field') return isIntrospection(selection.name.value) ? 0 : 1 + depthOf(selection.selectionSet, fragments, seen)
    if (selection.kind === 'InlineFragment') return depthOf(selection.selectionSet, fragments, seen)
    const name = selection.name.value
    return seen.has(name) ? 0 : depthOf(fragments.get(name)?.selectionSet, fragments, new Set([...seen, name]))
  }))
}

/** Not deeper than the limit; introspection is not counted. */
export const depthRule: ValidationRule = context => ({
  OperationDefinition(node) {
    const depth = depthOf(node.selectionSet, fragmentsOf(context), new Set())
    if (depth > LIMITS.depth) context.reportError(refuse(`The query is ${depth} levels deep; ${LIMITS.depth} are allowed.`))
  },
})

/** Not more aliases than the limit, in the whole document. */
export const aliasRule: ValidationRule = context => {
  let aliases = 0
  return {
    Field(node) {
      if (node.alias && ++aliases === LIMITS.aliases + 1) context.reportError(refuse(`At most ${LIMITS.aliases} aliases are allowed.`))
    },
  }
}

/** One mutation an operation, so that one transaction is one act. */
export const oneMutationRule: ValidationRule = context => {
  const fragments = fragmentsOf(context)
  const count = (set: SelectionSetNode, seen: ReadonlySet<string>): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === 'Field') return sum + (isIntrospection(selection.name.value) ? 0 : 1)
      if (selection.kind === 'InlineFragment') return sum + count(selection.selectionSet, seen)
      const fragment = fragments.get(selection.name.value)
      return sum + (fragment && !seen.has(selection.name.value) ? count(fragment.selectionSet, new Set([...seen, selection.name.value])) : 0)
    }, 0)
  return {
    OperationDefinition(node) {
      if (node.operation === 'mutation' && count(node.selectionSet, new Set()) > 1) context.reportError(refuse('One mutation an operation.'))
    },
  } satisfies ASTVisitor
}

/** Refuses what would cost more than the limit: one a field, times the size of the page that it is in. */
export function mustBeAffordable(schema: GraphQLSchema, query: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): void {
  const cost = getComplexity({
    schema,
    query,
    operationName: operation.name?.value,
    variables,
    estimators: [
      fieldExtensionsEstimator(),
      ({ args, childComplexity, field }) => {
        const isList = field.args.some(arg => arg.name === 'page')
        const size = (args.page as { size?: number } | undefined)?.size ?? 25
        return isList ? 1 + childComplexity * size : undefined
      },
      simpleEstimator({ defaultComplexity: 1 }),
    ],
  })
  if (cost > LIMITS.cost) throw refuse(`The query would cost ${cost}; ${LIMITS.cost} is allowed. Ask for fewer fields or a smaller page.`)
}
