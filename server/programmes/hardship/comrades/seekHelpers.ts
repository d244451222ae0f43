import type { Context } from '../../../kernel/context'
import { WrongState } from '../../../kernel/errors'
import { say } from '../../../kernel/text'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { BeneficiaryKind, RiskGrade } from '../../../people/beneficiaries/enums'
import { enrol } from '../../../people/beneficiaries/registerBeneficiary'
import { Person } from '../../../people/persons/Person'
import type { CaseColour } from '../enums'
import { HardshipCase } from '../HardshipCase'

/** How often helpers look in, until an assessment says otherwise [D]. */
const GRADES: Record<CaseColour, RiskGrade> = { RED: RiskGrade.HIGH, YELLOW: RiskGrade.KEY, BLUE: RiskGrade.GENERAL }

/**
 * 手拉手: puts whom a case is about among those for whom helpers are sought. From there on the pairing programmes have them: assessment,
 * consent, suggestion, acceptance, visits. Nothing of the case goes along but that they are a comrade.
 */
export async function seekHelpers(ctx: Context, id: string, version: number): Promise<HardshipCase> {
  const one = await ctx.store.hold(HardshipCase, id, version)
  if (!one.isOpen() || !one.personId) throw new WrongState(one.state, [])
  const store = ctx.store.beyondReach
  const [standing] = await store.holdAll(Beneficiary, 'it.personId = ?', one.personId)
  if (standing?.isEnded()) throw new WrongState(standing.state, [], say('此人的结对服务已终止，请先在服务对象中重新纳入。', 'Care for this person has ended: take them up again among the beneficiaries first.'))
  if (!standing) await enrol(ctx, store, await store.hold(Person, one.personId), { kinds: [BeneficiaryKind.COMRADE], grade: GRADES[one.colour] }, await caseWorkerOf(ctx, one))
  else if (!standing.kinds.includes(BeneficiaryKind.COMRADE)) {
    standing.kinds = [...standing.kinds, BeneficiaryKind.COMRADE]
    await store.save(standing)
  }
  return one
}

/** The owner, where that is a case worker: elders are entrusted to nobody else. */
async function caseWorkerOf({ store }: Context, { ownerId }: HardshipCase): Promise<string | null> {
  const [row] = await store.sql("SELECT id FROM accounts WHERE id = ? AND role = 'caseWorker' AND state = 'ACTIVE'", [ownerId])
  return row ? ownerId : null
}
