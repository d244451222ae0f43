import { Entity as Table, Index } from 'typeorm'
import { Within } from './access'
import type { Context } from './context'
import { Entity, type Type } from './entity'
import { Forbidden, Invalid, NotFound } from './errors'
import { seal, SealedBytes, unsealBytes } from './sealed'
import { seldom } from './seldom'
import { Stored } from './stored'
import { say } from './text'

/** What may be sent, in bytes and pixels. */
export const FILE_LIMITS = { bytes: 8 * 1024 * 1024, pixels: 40_000_000, side: 2000, thumbnail: 320 } as const
const PICTURES = new Set(['jpeg', 'png', 'webp'])

/** A picture that somebody sent, sealed in the database. Who may see it follows the record that it is attached to. */
@Table('files')
@Within({ self: 'it.uploadedById = :me', region: 'it.uploadedById = :me', team: 'it.uploadedById = :me', assigned: 'it.uploadedById = :me' })
@Index(['entity', 'entityId'])
export class StoredFile extends Entity {
  @Stored.ref() uploadedById: string
  @Stored.code(60) mediaType: string
  @Stored.whole() size: number
  @Stored.code(60, { nullable: true }) entity: string | null
  @Stored.ref({ nullable: true }) entityId: string | null
  @SealedBytes<StoredFile>(['id'], ({ id }) => place(id, 'content'), true) @Stored.blob() content: Buffer
  @SealedBytes<StoredFile>(['id'], ({ id }) => place(id, 'thumbnail'), true) @Stored.blob() thumbnail: Buffer
}

const place = (id: string, part: 'content' | 'thumbnail'): string => `StoredFile/${id}/${part}`

/** Keeps a picture: what it really is is read from its bytes, it is drawn anew without its metadata, and sealed. */
export async function keepPicture(ctx: Context, bytes: Buffer): Promise<StoredFile> {
  if (!ctx.actor.may('file.upload')) throw new Forbidden('file.upload')
  const { format } = await seldom.sharp(bytes, { limitInputPixels: FILE_LIMITS.pixels }).metadata().catch(() => ({ format: undefined }))
  if (!format || !PICTURES.has(format)) throw new Invalid({ file: say('只能上传 JPEG、PNG 或 WebP 图片。', 'Only JPEG, PNG or WebP pictures.') })
  const draw = (side: number) => seldom.sharp(bytes, { limitInputPixels: FILE_LIMITS.pixels }).rotate().resize(side, side, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 82 }).toBuffer()
  const [content, thumbnail] = await Promise.all([draw(FILE_LIMITS.side), draw(FILE_LIMITS.thumbnail)]).catch(() => {
    throw new Invalid({ file: say('图片已损坏或过大，无法读取。', 'The picture is damaged or too large.') })
  })
  return (await ctx.transact('uploadFile', inner => {
    const file = StoredFile.of({ uploadedById: ctx.actor.id, mediaType: 'image/jpeg', size: content.length, entity: null, entityId: null })
    file.content = seal(content, place(file.id, 'content'))
    file.thumbnail = seal(thumbnail, place(file.id, 'thumbnail'))
    return inner.store.save(file)
  })) as StoredFile
}

/** Attaches pictures, that the actor sent and nothing has yet, to a record; a refusal stands under the field that they were asked by. */
export async function attachPictures(ctx: Context, ids: readonly string[], owner: Entity, field = 'photoIds'): Promise<void> {
  for (const id of ids) {
    const file = await ctx.store.hold(StoredFile, id).catch(() => null)
    if (!file || file.uploadedById !== ctx.actor.id || (file.entityId !== null && file.entityId !== owner.id)) {
      throw new Invalid({ [field]: say('照片不存在或已用于别的记录，请重新上传。', 'A photo is missing or belongs to another record; send it again.') })
    }
    file.entity = owner.constructor.name
    file.entityId = owner.id
    await ctx.store.save(file)
  }
}

/** The ids of the pictures of a record, batched. */
export function picturesOf(ctx: Context, owner: Entity): Promise<string[]> {
  const entity = owner.constructor.name
  return ctx.store.batch(`files.${entity}`, owner.id, async ids => {
    const rows = await ctx.store.sql('SELECT id, entityId FROM files WHERE entity = ? AND entityId IN (?) ORDER BY id', [entity, ids])
    return ids.map(one => rows.filter(row => row.entityId === one).map(row => row.id as string))
  })
}

/** The picture itself, for whoever sent it or may see the record that it is attached to. */
export async function showPicture(ctx: Context, id: string, part: 'content' | 'thumbnail', typeNamed: (name: string) => Type | undefined): Promise<Buffer> {
  const [row] = await ctx.store.sql(`SELECT uploadedById, entity, entityId, ${part} AS bytes FROM files WHERE id = ?`, [id])
  if (!row) throw new NotFound()
  if (row.uploadedById !== ctx.actor.id) {
    const type = row.entity ? typeNamed(row.entity as string) : undefined
    if (!type) throw new NotFound()
    await ctx.store.get(type, row.entityId as string)
  }
  return unsealBytes(row.bytes as Buffer, place(id, part))
}
