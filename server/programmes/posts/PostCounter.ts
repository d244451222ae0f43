import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Entity, newId } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** The last number of a series: posts by their year, plaques by theirs. It only grows, so that no number comes twice. */
@Table('post_counters')
@Within({})
export class PostCounter extends Entity {
  /** SFG2026 for posts, XFG2026 for plaques. */
  @Index({ unique: true })
  @Stored.code(8)
  series: string

  @Stored.whole()
  last: number
}

/** The next number of a series and year: SFG2026-0001. The counter's row is locked until the act ends, so that two at once have two numbers. */
export async function nextPostNumber({ store, now, today }: Context, letters: 'SFG' | 'XFG'): Promise<string> {
  const series = `${letters}${today.slice(0, 4)}`
  await store.sql('INSERT INTO post_counters (id, version, createdAt, updatedAt, series, `last`) VALUES (?,1,?,?,?,1) ON DUPLICATE KEY UPDATE `last` = `last` + 1, version = version + 1, updatedAt = ?', [newId(), now, now, series, now])
  const [row] = await store.sql('SELECT `last` FROM post_counters WHERE series = ?', [series])
  return `${series}-${String(row!.last).padStart(4, '0')}`
}
