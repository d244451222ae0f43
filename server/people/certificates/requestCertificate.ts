import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, NotFound } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../volunteers/Volunteer'
import { Certificate, CertificateState } from './Certificate'
import type { CertificateInput } from './inputs'

/** A volunteer asks for a record of their service over a span of days, or their station does; one request waits at a time. */
export async function requestCertificate(ctx: Context, { volunteerId, from, to, purpose }: CertificateInput): Promise<Certificate> {
  const own = ctx.actor.reach.kind === 'self' ? ctx.actor.reach.volunteerId : undefined
  const whose = own ?? volunteerId
  if (!whose) throw new Invalid({ volunteerId: say('请选择志愿者。', 'Choose a volunteer.') })
  if (own && volunteerId && volunteerId !== own) throw new NotFound()
  const volunteer = await ctx.store.get(Volunteer, whose)
  if (to < from) throw new Invalid({ to: say('结束日期早于开始日期。', 'The end lies before the start.') })
  if (to > ctx.today) throw new Invalid({ to: say('结束日期不能晚于今天。', 'The end cannot lie in the future.') })
  const standing = await ctx.store.beyondReach.query(Certificate).where('it.pendingKey = ?', volunteer.id).first()
  if (standing) throw new Duplicate(say('已有一份申请正在等待审批。', 'A request is waiting already.'), { entity: 'Certificate', id: standing.id })
  return ctx.store.save(
    Certificate.of({
      volunteerId: volunteer.id, regionCode: volunteer.regionCode, state: CertificateState.REQUESTED, from, to, purpose: purpose?.trim() || null, requestedById: ctx.actor.id, number: null, checkCode: null, approvedAt: null, displayUntil: null, content: null,
      sealedOn: null, remarks: null, reason: null, pendingKey: volunteer.id,
    }),
    { action: 'REQUEST' },
  )
}
