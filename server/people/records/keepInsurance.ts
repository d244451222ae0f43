import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import type { InsuranceInput } from './inputs'
import { Insurance } from './records'
import { inOrder } from './recordsOf'

/** Puts an insurance that was seen onto a volunteer's record, wherever they live; one that is there already with that number and end stays as it is. */
export async function keepInsurance(ctx: Context, volunteerId: string, { company, policyNo, fromOn, toOn }: InsuranceInput): Promise<Insurance> {
  const wrong = inOrder('toOn', fromOn, toOn)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const store = ctx.store.beyondReach
  const standing = await store.query(Insurance).where('it.volunteerId = ? AND it.archived = 0 AND it.policyNo = ? AND it.toOn = ?', volunteerId, policyNo, toOn).first()
  return standing ?? store.save(Insurance.of({ volunteerId, company, policyNo, fromOn, toOn, archived: false }))
}
