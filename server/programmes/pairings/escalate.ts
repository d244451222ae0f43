import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import { AT_ONCE, eachId } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { schedule } from '../../kernel/jobs'
import { Visit, VisitState } from './Visit'
import { keepWarnings } from './weather/closeWarning'

/** Closes the red flags whose visits do not stand, and keeps the weather warnings. Running it again changes nothing. */
export async function escalate(ctx: Context): Promise<void> {
  await keepWarnings(ctx)
  await closeSettled(ctx)
}

/** A red flag closes by itself where its visit was taken back. */
async function closeSettled(ctx: Context): Promise<void> {
  const gone = (after: string): Promise<string[]> => ctx.store.query(Task).where(`it.state = ? AND it.kind = ? AND it.id > ? AND ${GONE}`, TaskState.OPEN, TaskKind.RED_FLAG, after, VisitState.DONE).orderBy('it.id').limit(AT_ONCE).ids()
  await eachId(gone, id => ctx.transact('escalate', async inner => {
    const held = await inner.store.hold(Task, id)
    if (held.state !== TaskState.OPEN) return held
    Object.assign(held, { state: TaskState.CANCELLED, openKey: null })
    return inner.store.save(held)
  }))
}

/** A red flag whose visit does not stand. */
const GONE = `(it.entity = '${Visit.name}' AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.id = it.entityId AND v.state = ? AND v.flags > ''))`

schedule({ name: 'escalate', every: 900, run: escalate })
