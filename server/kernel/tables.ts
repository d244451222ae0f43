import type { Database } from './database'
import type { Entity, Type } from './entity'

/** A table with a column of a certain name, and whether a value may stand there once only. */
interface Naming {
  type: Type
  once: boolean
}

/** Every table with a column of that name, read from what the entities declare, so that one added later is not forgotten. */
export function tablesWith(database: Database, property: string): Naming[] {
  return database.source.entityMetadatas
    .filter(table => table.columns.some(column => column.propertyName === property))
    .map(table => ({ type: table.target as Type<Entity>, once: table.indices.some(index => index.isUnique && index.columns.length === 1 && index.columns[0]!.propertyName === property) }))
}
