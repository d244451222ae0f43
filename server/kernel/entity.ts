import { randomFillSync } from 'node:crypto'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { monotonicFactory, ulid as ulidAt } from 'ulid'
import { PrimaryColumn } from 'typeorm'
import { DateTime } from './scalars'
import { Stored } from './stored'

/** Chance for the ids, drawn a page at a time: asked for one character after the other it costs more than all else that makes a row. */
const drawn = Buffer.alloc(4096)
let left = 0
const chance = (): number => {
  if (left === 0) left = randomFillSync(drawn).length
  return drawn[--left]! / 256
}
const ulid = monotonicFactory(chance)

/** A new id: 26 characters, in the order of time. */
export const newId = (): string => ulid()
/** An id that stands where an earlier moment's ids stand; for what is loaded with its past. */
export const idAt = (instant: Date): string => ulidAt(instant.getTime(), chance)

/** What every table has. The id exists before the row does. */
@ObjectType()
export abstract class Entity {
  @Field(() => ID)
  @PrimaryColumn({ type: 'char', length: 26, charset: 'ascii', collation: 'ascii_bin' })
  id: string

  /** Grows by one with each change; an update names the version that it has read. */
  @Field(() => Int, { description: 'Grows by one with each change; an update names the version it has read.' })
  @Stored.whole()
  version: number

  @Field(() => DateTime)
  @Stored.instant()
  createdAt: Date

  @Field(() => DateTime)
  @Stored.instant()
  updatedAt: Date

  /** Makes a thing that is not yet in its table; what is not given is null. */
  static of<T extends Entity>(this: new () => T, values: Partial<Values<T>>): T {
    return Object.assign(new this(), { id: newId(), version: 0 }, values)
  }
}

/** The data of an entity, without its methods. */
export type Values<T> = { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: T[K] }
/** A concrete kind of entity. */
export type Type<T extends Entity = Entity> = (new () => T) & { name: string }
