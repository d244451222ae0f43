import { randomInt } from 'node:crypto'
import { Entity as Table, Index } from 'typeorm'
import { Within } from '../../kernel/access'
import type { Context } from '../../kernel/context'
import { Entity, newId } from '../../kernel/entity'
import { Stored } from '../../kernel/stored'

/** The last number that a banner has given to a certificate in a year. */
@Table('certificate_counters')
@Within({})
export class CertificateCounter extends Entity {
  /** The banner's six digits and the year: 150525-2026. */
  @Index({ unique: true })
  @Stored.code(11)
  series: string

  @Stored.whole()
  last: number
}

/** The next number of a series: 150525-2026-000001. The counter's row is locked until the act ends, so that no number is given twice. */
export async function nextCertificateNumber({ store, now, today }: Context, regionCode: string): Promise<string> {
  const series = `${regionCode.slice(0, 6)}-${today.slice(0, 4)}`
  await store.sql('INSERT INTO certificate_counters (id, version, createdAt, updatedAt, series, `last`) VALUES (?,1,?,?,?,1) ON DUPLICATE KEY UPDATE `last` = `last` + 1, version = version + 1, updatedAt = ?', [newId(), now, now, series, now])
  const [row] = await store.sql('SELECT `last` FROM certificate_counters WHERE series = ?', [series])
  return `${series}-${String(row!.last).padStart(6, '0')}`
}

/** Letters and digits that nobody takes for one another on paper. */
const LEGIBLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** What must be known beside the number, so that numbers cannot be tried one after the other. */
export const newCheckCode = (): string => Array.from({ length: 8 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')
