import type { Context } from '../../kernel/context'
import { hear } from '../../kernel/events'
import '../../people/persons/events'
import { CaseObjection } from './CaseObjection'
import { CaseCloseReason, CaseObjectionState, CaseState } from './enums'
import { endCase } from './closeCase'
import { HardshipCase } from './HardshipCase'

// Whoever a case is about has died: it closes, and so does a clue. What was given stays given.
hear('person.died', async (ctx, { personId }) => {
  for (const one of await ctx.store.beyondReach.holdAll(HardshipCase, 'it.personId = ? AND it.state <> ?', personId, CaseState.CLOSED)) {
    await dropObjections(ctx, one)
    Object.assign(one, { state: CaseState.CLOSED, stateSince: ctx.today, dueOn: null, soonOn: null })
    await endCase(ctx, one, CaseCloseReason.DIED, null)
  }
})

async function dropObjections(ctx: Context, one: HardshipCase): Promise<void> {
  for (const objection of await ctx.store.holdParts(CaseObjection, 'caseId', one.id)) {
    if (objection.state === CaseObjectionState.OPEN) await ctx.store.save(Object.assign(objection, { state: CaseObjectionState.DISMISSED, answeredOn: ctx.today }))
  }
}

/** The case and its members follow the person who remains by themselves; the list of those whom it concerns does here. */
async function rename(ctx: Context, fromId: string, intoId: string, ids: readonly string[] | null): Promise<string[]> {
  const store = ctx.store.beyondReach
  const named = ids ? await store.holdAll(HardshipCase, 'it.id IN (?)', ids) : await store.holdAll(HardshipCase, "it.concernedIds > '' AND FIND_IN_SET(?, it.concernedIds)", fromId)
  for (const one of named) {
    one.concernedIds = one.concernedIds.map(id => (id === fromId ? intoId : id))
    await store.save(one, { action: 'CARRY_OVER' })
  }
  return named.map(one => one.id)
}

const CONCERNED = 'HardshipCase.concernedIds'

hear('persons.merged', async (ctx, { fromId, intoId, moved }) => {
  for (const id of await rename(ctx, fromId, intoId, null)) moved.push({ entity: CONCERNED, id })
})

hear('persons.unmerged', async (ctx, { fromId, intoId, moved }) => {
  await rename(ctx, intoId, fromId, moved.filter(one => one.entity === CONCERNED).map(one => one.id))
})
