import { type ASTVisitor, type FragmentDefinitionNode, GraphQLError, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql'
import { at, type Measured, type Variables } from './measure'

/** What one document may ask for; beyond it the answer is HTTP 400. */
export const LIMITS = { depth: 8, aliases: 15, tokens: 1000, cost: 5000, page: 100, body: 256 * 1024 } as const

const refuse = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } })
const isIntrospection = (name: string): boolean => name.startsWith('__')

function fragmentsOf(context: ValidationContext): Map<string, FragmentDefinitionNode> {
  return new Map(context.getDocument().definitions.flatMap(definition => (definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition] as const] : [])))
}

/** What a document's fragments come to, each worked out once, so that fragments of fragments cost no more than they are long; a circle is refused elsewhere. */
function perFragment(context: ValidationContext, work: (set: SelectionSetNode) => number): (name: string) => number {
  const fragments = fragmentsOf(context)
  const known = new Map<string, number>()
  return name => {
    let value = known.get(name)
    if (value === undefined) {
      known.set(name, 0)
      const set = fragments.get(name)?.selectionSet
      known.set(name, (value = set ? work(set) : 0))
    }
    return value
  }
}

/** Not deeper than the limit; introspection is not counted. */
export const depthRule: ValidationRule = context => {
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(0, ...(set?.selections ?? []).map(selection => {
      if (selection.kind === 'Field') return isIntrospection(selection.name.value) ? 0 : 1 + depthOf(selection.selectionSet)
      return selection.kind === 'InlineFragment' ? depthOf(selection.selectionSet) : ofFragment(selection.name.value)
    }))
  const ofFragment = perFragment(context, depthOf)
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet)
      if (depth > LIMITS.depth) context.reportError(refuse(`The query is ${depth} levels deep; ${LIMITS.depth} are allowed.`))
    },
  }
}

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
  const count = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === 'Field') return sum + (isIntrospection(selection.name.value) ? 0 : 1)
      return sum + (selection.kind === 'InlineFragment' ? count(selection.selectionSet) : ofFragment(selection.name.value))
    }, 0)
  const ofFragment = perFragment(context, count)
  return {
    OperationDefinition(node) {
      if (node.operation === 'mutation' && count(node.selectionSet) > 1) context.reportError(refuse('One mutation an operation.'))
    },
  } satisfies ASTVisitor
}

/** Refuses what would cost more than the limit, one a field, times the size of the page that it is in; and a page that is too large. */
export function mustBeAffordable({ fields, price, largestPage }: Measured, variables: Variables): void {
  const cost = fields > LIMITS.cost ? fields : at(price, variables)
  if (cost > LIMITS.cost) throw refuse(`The query would cost ${cost}; ${LIMITS.cost} is allowed. Ask for fewer fields or a smaller page.`)
  const page = at(largestPage, variables)
  if (page > LIMITS.page) throw refuse(`A page of ${page} is asked for; ${LIMITS.page} is the most.`)
}
