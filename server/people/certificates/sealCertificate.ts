import type { Context } from '../../kernel/context'
import { dayOf } from '../../kernel/days'
import { Invalid, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Certificate } from './Certificate'
import { CertificateAction, certificateWorkflow } from './certificateWorkflow'
import type { CertificateSealing } from './inputs'

/** The bureau has put its seal on the paper and given it out. */
export async function issueCertificate(ctx: Context, id: string, version: number, { sealedOn, remarks }: CertificateSealing): Promise<Certificate> {
  const certificate = await ctx.store.hold(Certificate, id, version)
  certificateWorkflow.mustBeOpen(certificate, CertificateAction.ISSUE, ctx.actor)
  const { state, displayUntil } = certificate
  if (certificate.isOnDisplay(ctx.today)) throw new WrongState(state, [CertificateAction.REVOKE], say(`公示到 ${displayUntil} 为止，期满后才能盖章。`, `It is published until ${displayUntil}; it is sealed after that.`))
  if (displayUntil !== null && sealedOn <= displayUntil) throw new Invalid({ sealedOn: say(`盖章日期应在公示期满（${displayUntil}）之后。`, `After ${displayUntil}, until which it was published.`) })
  if (sealedOn > ctx.today || sealedOn < dayOf(certificate.approvedAt!)) throw new Invalid({ sealedOn: say('盖章日期应在审批之后、今天之前。', 'Between the approval and today.') })
  certificateWorkflow.move(certificate, CertificateAction.ISSUE, ctx.actor)
  certificate.sealedOn = sealedOn
  certificate.remarks = remarks?.trim() || null
  return ctx.store.save(certificate, { action: CertificateAction.ISSUE, note: certificate.remarks })
}

/** A paper that should not stand is revoked; its number is never given again, and whoever checks it is told. */
export async function revokeCertificate(ctx: Context, id: string, version: number, reason: string): Promise<Certificate> {
  const certificate = await ctx.store.hold(Certificate, id, version)
  certificateWorkflow.mustBeOpen(certificate, CertificateAction.REVOKE, ctx.actor)
  if (!reason.trim()) throw new Invalid({ reason: say('请写明原因。', 'Say why.') })
  certificateWorkflow.move(certificate, CertificateAction.REVOKE, ctx.actor)
  certificate.reason = reason.slice(0, 200)
  return ctx.store.save(certificate, { action: CertificateAction.REVOKE, note: reason })
}
