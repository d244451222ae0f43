import type { Context } from '../../kernel/context'
import type { PersonChange } from '../persons/inputs'
import { updatePerson } from '../persons/updatePerson'
import type { VolunteerChange } from '../volunteers/inputs'
import { moveVolunteer, updateVolunteer } from '../volunteers/moveVolunteer'
import { VolunteerAction } from '../volunteers/volunteerWorkflow'
import type { Before } from './applyRow'
import { UNDONE_REASON } from './judge'
import { markRow, unsealFor } from './rows'
import { RowVerdict } from './VolunteerImport'

/** Takes back what the run made of a row, if person and volunteer are still as it left them: who was new withdraws, what was changed is as before. Returns whether it did. */
export async function undoRow(ctx: Context, importId: string, rowId: string): Promise<boolean> {
  const [row] = await ctx.store.sql(
    'SELECT r.*, v.version AS nowVolunteer, p.version AS nowPerson FROM import_rows r JOIN volunteers v ON v.id = r.volunteerId JOIN persons p ON p.id = r.personId WHERE r.id = ? AND r.undone = 0 FOR UPDATE',
    [rowId],
  )
  if (!row || row.nowVolunteer !== row.volunteerVersion || row.nowPerson !== row.personVersion) return false
  const [volunteerId, personId, number] = [row.volunteerId as string, row.personId as string, row.number as number]
  if (row.outcome === RowVerdict.NEW) await moveVolunteer(ctx, volunteerId, row.nowVolunteer as number, VolunteerAction.WITHDRAW, UNDONE_REASON)
  else {
    const before = unsealFor<Before>(importId, number, 'replaced', row.replaced as Buffer | null)
    if (!before) return false
    await updatePerson(ctx, personId, row.nowPerson as number, before.person as PersonChange)
    await updateVolunteer(ctx, volunteerId, row.nowVolunteer as number, before.volunteer as VolunteerChange)
  }
  await markRow(ctx, rowId, { undone: true })
  return true
}
