import { CaseState } from '../../server/programmes/hardship/enums'
import type { HardshipCase } from '../../server/programmes/hardship/HardshipCase'
import { FundSource, GivingWay, MeasureKind, MeasureState } from '../../server/programmes/hardship/measures/enums'
import { Measure } from '../../server/programmes/hardship/measures/Measure'
import { now, put, systemCtx } from './app'
import { aCase } from './cases'

/** A case to which help was approved. */
export const anApprovedCase = async (values: Parameters<typeof aCase>[0] = {}): Promise<HardshipCase> => {
  const { today } = await systemCtx(now())
  return aCase({ state: CaseState.APPROVED, decidedOn: today, approvedAmount: '5000.00', ...values })
}

/** A measure of a case: 1000 yuan of the banner's, approved, unless told otherwise. */
export async function aMeasure(one: Pick<HardshipCase, 'id'>, values: Partial<Measure> = {}): Promise<Measure> {
  const { today } = await systemCtx(now())
  const done = values.state === MeasureState.DONE
  return put(Measure.of({
    caseId: one.id, kind: MeasureKind.MONEY, what: '生活补助', amount: '1000.00', fund: FundSource.BANNER, fundText: null, plannedOn: today, responsible: '服务站', urgent: false, state: MeasureState.APPROVED, plannedById: one.id,
    approvedById: null, secondApprovedById: null, approvedOn: today, approvalNote: null, secondApprovalNote: null, receiptIds: [], ...(done && { given: '1000.00', givenOn: today, way: GivingWay.CASH }), ...values,
  }))
}
