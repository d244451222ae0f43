import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Entity, newId } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** The last number that was given to a case in a year. */
@Table('case_counters')
@Within({})
export class CaseCounter extends Entity {
  /** The letters and the year: HZ2026. */
  @Index({ unique: true })
  @Stored.code(6)
  series: string

  @Stored.whole()
  last: number
}

/** The next number of the year: HZ2026-00001. The counter's row is locked until the act ends, so that no number is given twice. */
export async function nextCaseNumber({ store, now, today }: Context): Promise<string> {
  const series = `HZ${today.slice(0, 4)}`
  await store.sql('INSERT INTO case_counters (id, version, createdAt, updatedAt, series, `last`) VALUES (?,1,?,?,?,1) ON DUPLICATE KEY UPDATE `last` = `last` + 1, version = version + 1, updatedAt = ?', [newId(), now, now, series, now])
  const [row] = await store.sql('SELECT `last` FROM case_counters WHERE series = ?', [series])
  return `${series}-${String(row!.last).padStart(5, '0')}`
}
