import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { attachPictures, picturesOf } from '../../kernel/files'
import { say } from '../../kernel/text'
import type { AgreementInput } from './inputs'
import { Pairing } from './Pairing'
import { PairingAction, pairingWorkflow } from './pairingWorkflow'

const MOST = 12

/** The agreement is written down anew, or pictures of the paper that was signed are put beside it. */
export async function keepAgreement(ctx: Context, id: string, version: number, { agreement, agreementIds }: AgreementInput): Promise<Pairing> {
  const pairing = await ctx.store.hold(Pairing, id, version)
  pairingWorkflow.mustBeOpen(pairing, PairingAction.KEEP_AGREEMENT, ctx.actor)
  if (!agreement.trim()) throw new Invalid({ agreement: say('请填写服务约定。', 'Say what was agreed on.') })
  if ((await picturesOf(ctx, pairing)).length + (agreementIds ?? []).length > MOST) throw new Invalid({ agreementIds: say(`一份约定最多 ${MOST} 张照片。`, `${MOST} pictures of an agreement at most.`) })
  pairing.agreement = agreement.trim()
  await attachPictures(ctx, agreementIds ?? [], pairing, 'agreementIds')
  return ctx.store.save(pairing, { action: PairingAction.KEEP_AGREEMENT, note: pairing.agreement })
}
