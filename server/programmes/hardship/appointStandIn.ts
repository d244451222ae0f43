import { eachId, AT_ONCE } from '../../bureau/tasks/watches'
import { cancelTasks } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { schedule } from '../../kernel/jobs'
import { say } from '../../kernel/text'
import { CaseAction } from './caseWorkflow'
import { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { mustBeStaff } from './staff'

/** Says who does the owner's work until a day, so that no case sleeps with an absent worker; nobody ends it before that day. */
export async function appointStandIn(ctx: Context, id: string, version: number, standInId: string | null, until: string | null): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.STAND_IN)
  if (standInId) {
    if (standInId === one.ownerId) throw new Invalid({ standInId: say('代办人不能是承办人本人。', 'The owner cannot stand in for themselves.') })
    if (!until || until < ctx.today) throw new Invalid({ until: say('请填写今天或以后的代办截止日期。', 'Until today or later.') })
    await mustBeStaff(ctx, one.regionCode, 'standInId', [standInId])
  }
  Object.assign(one, { standInId, standInUntil: standInId ? until : null })
  await cancelTasks(ctx, 'HardshipCase', id)
  // An owner who is out of the case's reach otherwise may still say who stands in.
  return ctx.store.beyondReach.save(one, { action: CaseAction.STAND_IN })
}

/** Ends what has run out, each in an act of its own; from the next day on the stand-in sees the case no longer. */
export async function endStandIns(ctx: Context): Promise<void> {
  const over = (after: string): Promise<string[]> => ctx.store.query(HardshipCase).where('it.standInUntil < ? AND it.id > ?', ctx.today, after).orderBy('it.id').limit(AT_ONCE).ids()
  await eachId(over, id => ctx.transact('endStandIns', async inner => {
    const one = await inner.store.hold(HardshipCase, id)
    if (one.standInUntil === null || one.standInUntil >= inner.today) return one
    return inner.store.save(Object.assign(one, { standInId: null, standInUntil: null }), { action: CaseAction.STAND_IN })
  }))
}

schedule({ name: 'endStandIns', every: 900, run: endStandIns })
