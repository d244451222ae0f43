import { Extensions } from 'type-graphql'
import type { Context } from './context'
import type { Entity, Type } from './entity'

/** The action under which the trail says that somebody opened a record. */
export const OPENED = 'OPEN'

/**
 * Says that a query opens one record that is not to be looked at unnoticed. The door leaves a line in the trail first, and for
 * refused attempts too; only then are the columns plain that are `@Sealed({ opened: true })`. In lists they stay masked.
 */
export function Opens(): MethodDecorator & PropertyDecorator {
  return Extensions({ opens: true })
}

const opened = new WeakSet<object>()

export const isOpened = (record: object): boolean => opened.has(record)

export function markOpened(record: object): void {
  opened.add(record)
}

/** The parts of a record that was opened, opened with it; null where it was merely listed. */
export async function openedParts<T extends Entity>(ctx: Context, whole: Entity, type: Type<T>, key: string & keyof T): Promise<T[] | null> {
  if (!isOpened(whole)) return null
  const parts = await ctx.store.holdParts(type, key, whole.id)
  parts.forEach(markOpened)
  return parts
}
