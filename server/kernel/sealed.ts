import { createHmac } from 'node:crypto'
import { Extensions } from 'type-graphql'
import { Column, Index } from 'typeorm'
import { cipherOf } from './ciphers'
import { classesOf } from './classesOf'
import { Invalid } from './errors'
import { keys, sealingKey } from './keys'
import { looksMasked, mask, type MaskKind } from './masks'
import { say } from './text'

export interface SealedColumn {
  property: string
  /** How the value leaves the server. */
  mask: MaskKind
  /** Whether equal values can be found, by a keyed fingerprint. */
  find: boolean
  /** What an actor must hold to have the value revealed. */
  reveal: string
}

const sealed = new Map<Function, SealedColumn[]>()

/** The sealed columns of a type, its parents' included. */
export function sealedColumnsOf(type: Function): readonly SealedColumn[] {
  return classesOf(type).reverse().flatMap(each => sealed.get(each) ?? [])
}

/** A column of bytes that a module seals itself, such as a file's content. */
export interface SealedBytesColumn {
  property: string
  /** The columns that tell what its values are bound to. */
  by: readonly string[]
  /** What a row's value is bound to; the module seals with the same. */
  place: (row: never) => string
  /** Whether one value may have megabytes. */
  large: boolean
}

const bytesColumns = new Map<Function, SealedBytesColumn[]>()

/** Says what a module binds the bytes to that it seals itself, so that they can be sealed anew under another key. */
export function SealedBytes<T>(by: readonly (string & keyof T)[], place: (row: T) => string, large = false): PropertyDecorator {
  return ({ constructor }, property) => void bytesColumns.set(constructor, [...(bytesColumns.get(constructor) ?? []), { property: String(property), by, place, large }])
}

/** The columns of bytes that the module of a type seals itself. */
export const sealedBytesOf = (type: Function): readonly SealedBytesColumn[] => bytesColumns.get(type) ?? []

/** Every type that has sealed columns. */
export const sealedTypes = (): ReadonlyMap<Function, readonly SealedColumn[]> => sealed

const PLAIN = Symbol('plain')
type Holder = Record<string, unknown> & { [PLAIN]?: Record<string, string | null>; constructor: Function; id: string }

/** The column beside a sealed one that holds its mask. */
export const maskColumn = (property: string): string => `${property}Mask`
/** The column beside a sealed one that holds its fingerprint. */
export const printColumn = (property: string): string => `${property}Print`
/** The property in which a loaded row keeps the ciphertext. */
export const cipherColumn = (property: string): string => `${property}Sealed`

/**
 * Personal data: ciphertext at rest, a mask in every answer, plain only in the hands of an act that holds the row.
 * Beside the ciphertext stand its mask, so that lists never decrypt, and with `find` its fingerprint.
 * With `opened` it is plain for whoever opened the record by a query that leaves a line in the trail (`@Opens`).
 */
export function Sealed(options: { mask: MaskKind; reveal: string; find?: boolean; length?: number; opened?: boolean }): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key)
    const column: SealedColumn = { property, mask: options.mask, find: options.find ?? false, reveal: options.reveal }
    sealed.set(prototype.constructor, [...(sealed.get(prototype.constructor) ?? []), column])

    Object.defineProperty(prototype, property, {
      configurable: true,
      get(this: Holder) {
        const plain = (this[PLAIN] ??= {})
        if (!(property in plain)) {
          const cipher = this[cipherColumn(property)]
          if (cipher === undefined) return undefined
          plain[property] = cipher === null ? null : unseal(cipher as Buffer, place(this, property))
        }
        return plain[property]
      },
      set(this: Holder, value: string | null | undefined) {
        if (value && looksMasked(value)) throw new Invalid({ [property]: say('这是打码后的内容，请填写完整内容或留空不改。', 'This is a mask; give the full value, or leave it out.') })
        ;(this[PLAIN] ??= {})[property] = value ?? null
        this[maskColumn(property)] = value == null ? null : mask(options.mask, value)
        if (options.find) this[printColumn(property)] = value == null ? null : fingerprint(value)
      },
    })
    Column({ type: 'varbinary', length: options.length ?? 400, nullable: true })(prototype, cipherColumn(property))
    Column({ type: 'varchar', length: 120, nullable: true, charset: 'utf8mb4', collation: 'utf8mb4_unicode_520_ci' })(prototype, maskColumn(property))
    if (options.find) {
      Column({ type: 'char', length: 43, nullable: true, charset: 'ascii', collation: 'ascii_bin' })(prototype, printColumn(property))
      Index()(prototype, printColumn(property))
    }
    Extensions({ sealed: property, plainWhenOpened: options.opened ?? false })(prototype, property)
  }
}

/** The fingerprint that stands beside a sealed value. */
export const printOf = (entity: object, property: string): string | null => ((entity as Record<string, unknown>)[printColumn(property)] as string | null | undefined) ?? null

/** Whether a sealed value was set since the row was loaded, and so must be written. */
export function sealedChange(entity: object, property: string): string | null | undefined {
  const holder = entity as Holder
  const plain = holder[PLAIN]
  if (!plain || !(property in plain)) return undefined
  const value = plain[property] ?? null
  const cipher = holder[cipherColumn(property)] as Buffer | null | undefined
  if (cipher === undefined) return value
  const before = cipher === null ? null : unseal(cipher, place(holder, property))
  return before === value ? undefined : value
}

/** Where a value is kept: bound into the ciphertext, so that it cannot be moved to another row or column. */
export const placeOf = (type: Function, id: string, property: string): string => `${type.name}/${id}/${property}`
const place = (entity: Holder, property: string): string => placeOf(entity.constructor, entity.id, property)

/** Encrypts a value for one place with the active key. Layout: key id length, key id, which names the cipher too, and what the cipher made. */
export function seal(plain: string | Buffer, where: string): Buffer {
  const { active } = keys()
  const id = Buffer.from(active, 'ascii')
  return Buffer.concat([Buffer.from([id.length]), id, cipherOf(active).seal(sealingKey(active), Buffer.from(plain as string, 'utf8'), Buffer.from(where))])
}

/** Decrypts what `seal` made for the same place; anything else is an error. */
export function unsealBytes(sealedValue: Buffer, where: string): Buffer {
  const at = 1 + sealedValue[0]!
  const id = sealedValue.subarray(1, at).toString('ascii')
  return cipherOf(id).open(sealingKey(id), sealedValue.subarray(at), Buffer.from(where))
}

export const unseal = (sealedValue: Buffer, where: string): string => unsealBytes(sealedValue, where).toString('utf8')

/** A keyed digest, so that equal values can be found without being read. */
export function fingerprint(plain: string): string {
  return createHmac('sha256', keys().fingerprint).update(plain.trim().toUpperCase()).digest('base64url')
}
