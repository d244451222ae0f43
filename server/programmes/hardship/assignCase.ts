import { cancelTasks } from '../../bureau/tasks/openTask'
import type { Context } from '../../kernel/context'
import { CaseAction } from './caseWorkflow'
import type { HardshipCase } from './HardshipCase'
import { holdCase } from './moveCase'
import { mustBeStaff } from './staff'

/** Gives a case into somebody's hand. Its reminders go to the new owner from then on. */
export async function assignCase(ctx: Context, id: string, version: number, ownerId: string): Promise<HardshipCase> {
  const one = await holdCase(ctx, id, version, CaseAction.ASSIGN)
  await mustBeStaff(ctx, one.regionCode, 'ownerId', [ownerId])
  entrust(one, ownerId)
  await cancelTasks(ctx, 'HardshipCase', id)
  return ctx.store.save(one, { action: CaseAction.ASSIGN })
}

/** Makes an account the owner of a held case; whoever stood in for the last one no longer does. */
export function entrust(one: HardshipCase, ownerId: string): void {
  if (one.ownerId !== ownerId) Object.assign(one, { standInId: null, standInUntil: null })
  one.ownerId = ownerId
}
