import type { Context } from '../../kernel/context'
import { countContacts, type DueNumbers } from './dueRule'
import type { Pairing } from './Pairing'
import { Visit, VisitState } from './Visit'

/** Counts a held pairing's contacts anew, where a visit was entered out of its order or taken back; the due date is the caller's to move. */
export async function recount(ctx: Context, pairing: Pairing, dues: DueNumbers): Promise<void> {
  const store = ctx.store.beyondReach
  const visits = (await store.holdAll(Visit, 'it.pairingId = ? AND it.state = ?', pairing.id, VisitState.DONE)).sort((a, b) => (a.visitedOn! === b.visitedOn! ? (a.id < b.id ? -1 : 1) : a.visitedOn! < b.visitedOn! ? -1 : 1))
  const { counts, lastContactOn, phoneInARow } = countContacts(visits, dues)
  for (const [n, visit] of visits.entries()) {
    if (visit.counts === counts[n]) continue
    visit.counts = counts[n]!
    await store.save(visit)
  }
  Object.assign(pairing, { lastContactOn, phoneInARow, lastVisitId: visits.at(-1)?.id ?? null, lastVisitedOn: visits.at(-1)?.visitedOn ?? null })
}
