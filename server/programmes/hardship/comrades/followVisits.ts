import { ProgrammeCode } from '../../../bureau/programmes/ProgrammeCode'
import type { Context } from '../../../kernel/context'
import { hear } from '../../../kernel/events'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import '../../../people/beneficiaries/events'
import { CaseState } from '../enums'
import { HardshipCase } from '../HardshipCase'

// A comrade who looked in as the case's helper has been in contact: the clock of a red case counts it, and no longer where the visit was taken back.
hear('beneficiary.contacted', async (ctx, { beneficiaryId, programme, contactOn, taken }) => {
  if (programme !== ProgrammeCode.COMRADES) return
  const store = ctx.store.beyondReach
  const { personId } = await store.get(Beneficiary, beneficiaryId)
  for (const one of await store.holdAll(HardshipCase, 'it.personId = ? AND it.state <> ?', personId, CaseState.CLOSED)) {
    one.lastContactOn = latest(taken ? await ownContact(ctx, one) : one.lastContactOn, contactOn)
    await store.save(one)
  }
})

const latest = (...days: (string | null)[]): string | null => days.reduce((last, day) => (day && (!last || day > last) ? day : last), null)

/** The latest contact that the case itself knows of: a look at home, a contact, a follow-up, something handed over in person. */
async function ownContact({ store }: Context, { id, investigatedOn }: HardshipCase): Promise<string | null> {
  const rows = await store.sql(
    `SELECT MAX(day) AS day FROM (
       SELECT contactedOn AS day FROM case_contacts WHERE caseId = ? AND reached = 1
       UNION ALL SELECT followedOn FROM follow_ups WHERE caseId = ? AND result <> 'NOT_REACHED'
       UNION ALL SELECT givenOn FROM measures WHERE caseId = ? AND state = 'DONE' AND way IN ('CASH','IN_PERSON')) contacts`,
    [id, id, id],
  )
  return latest((rows[0]?.day as string | null) ?? null, investigatedOn)
}
