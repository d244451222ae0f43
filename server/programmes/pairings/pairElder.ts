import { ProgrammeCode } from '../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../kernel/context'
import { Invalid, WrongState } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState } from '../../people/beneficiaries/enums'
import type { PairElderInput } from './inputs'
import type { Pairing } from './Pairing'
import { proposePairing } from './proposePairing'

/** The programmes that pair volunteers with those they look in on: elders, and comrades in hardship. */
export const PAIRING_PROGRAMMES: readonly ProgrammeCode[] = [ProgrammeCode.SHILIUZI, ProgrammeCode.SUNSET, ProgrammeCode.COMRADES]

export function mustPair(programme: ProgrammeCode): void {
  if (!PAIRING_PROGRAMMES.includes(programme)) throw new Invalid({ programme: say('只有“石榴籽”“牵手夕阳”“手拉手帮战友”是结对项目。', 'Only SHILIUZI, SUNSET and COMRADES pair volunteers.') })
}

/** A station proposes to a volunteer to look after an elder. Nothing starts before the volunteer's own yes. */
export async function pairElder(ctx: Context, input: PairElderInput): Promise<Pairing> {
  mustPair(input.programme)
  const elder = await ctx.store.hold(Beneficiary, input.beneficiaryId)
  elder.mustHaveConsent()
  if (elder.state !== BeneficiaryState.WAITING && elder.state !== BeneficiaryState.PAIRED) {
    throw new WrongState(elder.state, [], say('服务对象须先评估并取得同意，且不在暂停或已结束状态。', 'The elder must be assessed, with consent, and neither paused nor ended.'))
  }
  return proposePairing(ctx, { elder, programme: input.programme, volunteerId: input.volunteerId, helperIds: input.helperIds ?? [], wish: input.wish ?? null, predecessorId: null })
}
