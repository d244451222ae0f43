import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { type Measured, measure } from './measure'
import { Recent } from './Recent'

/** So many characters of documents are kept parsed. The console's are some 150,000 in all; one that is stuffed with comments does not get in. */
const CHARACTERS = 400_000

/** The documents that were found valid, for Apollo: what was asked of late is neither parsed nor checked again. */
export class KnownDocuments {
  private readonly recent = new Recent<string, DocumentNode>(CHARACTERS, ({ loc }) => loc?.source.body.length ?? CHARACTERS)

  get size(): number {
    return this.recent.size
  }

  async get(hash: string): Promise<DocumentNode | undefined> {
    return this.recent.get(hash)
  }

  async set(hash: string, document: DocumentNode): Promise<void> {
    this.recent.set(hash, document)
  }

  async delete(hash: string): Promise<boolean> {
    return this.recent.delete(hash)
  }
}

const measures = new WeakMap<OperationDefinitionNode, Measured>()

/** What an operation comes to, worked out once for as long as its document is known. */
export function measured(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measured {
  let known = measures.get(operation)
  if (!known) measures.set(operation, (known = measure(schema, document, operation)))
  return known
}
