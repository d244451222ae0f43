import { createHash } from 'node:crypto'
import { Entity as Table, Index } from 'typeorm'
import { type Actor, Within } from './access'
import type { Context } from './context'
import type { Database, Written } from './database'
import { Deadline, REQUEST_MS } from './deadline'
import { Entity, newId } from './entity'
import { NotFound } from './errors'
import { schedule } from './jobs'
import { seal, SealedBytes, unsealBytes } from './sealed'
import { Stored } from './stored'

/** A sheet that somebody sent or that a job made: sealed, for its owner alone, and gone after a while. */
@Table('sealed_files')
@Within({ region: 'it.ownerId = :me', team: 'it.ownerId = :me', assigned: 'it.ownerId = :me', self: 'it.ownerId = :me' })
@Index(['expiresAt'])
export class SealedFile extends Entity {
  @Stored.ref() ownerId: string
  @Stored.text(200) name: string
  @Stored.code(100) mediaType: string
  @Stored.whole() size: number
  /** The digest of its content, by which the same file is known again. */
  @Stored.code(43) digest: string
  /** What its owner must still hold to have it. */
  @Stored.code(60) may: string
  /** How far its owner saw when it was made; whoever sees otherwise now does not get it. */
  @Stored.code(120) reach: string
  @Stored.instant() expiresAt: Date
}

/** A piece of a file, so that no statement carries a whole one. */
@Table('sealed_file_parts')
@Within({ part: 'fileId' })
@Index(['fileId', 'number'], { unique: true })
export class SealedFilePart extends Entity {
  @Stored.ref() fileId: string
  @Stored.whole() number: number
  @SealedBytes<SealedFilePart>(['fileId', 'number'], ({ fileId, number }) => place(fileId, number), true) @Stored.blob() content: Buffer
}

const PART = 1024 * 1024
const HOUR_MS = 3_600_000
const place = (fileId: string, number: number): string => `SealedFile/${fileId}/${number}`
const reachText = ({ reach }: Actor): string => [reach.kind, reach.regionCode, reach.teamId, reach.volunteerId].filter(Boolean).join(':')

interface Keeping {
  name: string
  mediaType: string
  may: string
  /** After how many hours it is gone. */
  hours: number
}

/**
 * Seals a content away piece by piece as it comes. The file itself is yet to be saved: until that has happened nobody can have
 * the pieces, and without it they are swept away.
 */
export async function sealContent(ctx: Context, { hours, ...named }: Keeping, content: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<SealedFile> {
  const file = SealedFile.of({ ownerId: ctx.actor.id, ...named, reach: reachText(ctx.actor), size: 0, digest: '', expiresAt: new Date(ctx.now.getTime() + hours * HOUR_MS) })
  const hash = createHash('sha256')
  let waiting: Buffer[] = []
  let bytes = 0
  let number = 0
  const write = async (): Promise<void> => {
    const part = Buffer.concat(waiting)
    waiting = []
    bytes = 0
    await ctx.database.query('INSERT INTO sealed_file_parts (id, version, createdAt, updatedAt, fileId, number, content) VALUES (?,1,?,?,?,?,?)', [newId(), ctx.now, ctx.now, file.id, number, seal(part, place(file.id, number))])
    number++
  }
  for await (const chunk of content) {
    hash.update(chunk)
    file.size += chunk.length
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes >= PART) await write()
  }
  if (bytes > 0) await write()
  file.digest = hash.digest('base64url')
  return file
}

/** The file with this id, for its owner as long as it is there and they may still have it. */
export async function ownFile(ctx: Context, id: string): Promise<SealedFile> {
  const file = await ctx.store.query(SealedFile).where('it.id = ? AND it.ownerId = ? AND it.expiresAt > ?', id, ctx.actor.id, ctx.now).first()
  if (!file || file.reach !== reachText(ctx.actor)) throw new NotFound()
  ctx.actor.mustBeAllowed(file.may)
  return file
}

/** A file's content, piece by piece. */
export async function* contentOf(database: Database, file: SealedFile): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const [row] = await database.query('SELECT content FROM sealed_file_parts WHERE fileId = ? AND number = ?', [file.id, number], new Deadline(REQUEST_MS))
    if (!row) return
    yield unsealBytes(row.content as Buffer, place(file.id, number))
  }
}

/** Removes what has expired, and pieces that never became a file. */
export async function dropExpiredFiles(database: Database, now: Date): Promise<number> {
  const expired = await database.query('SELECT id FROM sealed_files WHERE expiresAt <= ? ORDER BY expiresAt LIMIT 200', [now])
  for (const { id } of expired) {
    await database.query('DELETE FROM sealed_file_parts WHERE fileId = ?', [id as string])
    await database.query('DELETE FROM sealed_files WHERE id = ?', [id as string])
  }
  const { affectedRows } = await database.query<Written>('DELETE FROM sealed_file_parts WHERE createdAt < ? AND fileId NOT IN (SELECT f.id FROM sealed_files f) LIMIT 200', [new Date(now.getTime() - 24 * HOUR_MS)])
  return expired.length + affectedRows
}

schedule({ name: 'dropExpiredFiles', every: 900, run: async ({ now }, database) => void (await dropExpiredFiles(database, now)) })
