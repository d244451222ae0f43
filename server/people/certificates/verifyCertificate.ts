import { timingSafeEqual } from 'node:crypto'
import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import type { Context } from '../../kernel/context'
import { clientOf, type Pace } from '../../kernel/throttle'
import { Certificate } from './Certificate'

const perMinute = defineSetting({ key: 'certificate.checksPerMinute', default: 20, unit: '次', zh: '同一网络地址每分钟可核验记录的次数', en: 'Papers that one address may check in a minute', source: '[D]', least: 1, most: 1000 })

/** Codes cannot be tried one after the other. */
export const CHECKING: Pace = { by: ctx => clientOf(ctx.origin.ip), limit: async ctx => ({ tries: await setting(ctx, perMinute), minutes: 1 }) }

/** Finds the paper of a number for whoever holds it: the check code stands on it. A wrong number and a wrong code look the same. */
export async function verifyCertificate(ctx: Context, number: string, checkCode: string): Promise<Certificate | null> {
  const asked = { number: number.trim(), code: checkCode.trim().toUpperCase() }
  if (!/^[\d-]{1,24}$/.test(asked.number) || !/^[A-Z0-9]{8}$/.test(asked.code)) return null
  const certificate = await ctx.store.beyondReach.query(Certificate).where('it.number = ?', asked.number).first()
  if (!certificate?.checkCode) return null
  return timingSafeEqual(Buffer.from(certificate.checkCode), Buffer.from(asked.code)) ? certificate : null
}
