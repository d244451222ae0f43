import { setting } from '../../bureau/settings/defineSetting'
import { openTask } from '../../bureau/tasks/openTask'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import { AT_ONCE, eachId } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { schedule } from '../../kernel/jobs'
import { numbers } from './numbers'
import { Visit, VisitState } from './Visit'
import { keepWarnings } from './weather/closeWarning'

const HOUR_MS = 3_600_000

/** Tells the bureau of red flags that nobody takes up, closes what has been seen to, and keeps the weather warnings. Running it again changes nothing. */
export async function escalate(ctx: Context): Promise<void> {
  await reportSilence(ctx)
  await keepWarnings(ctx)
  await closeSettled(ctx)
}

/** A red flag that nobody has taken up for hours is told to the bureau too. */
async function reportSilence(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - (await setting(ctx, numbers.flagSilentHours)) * HOUR_MS)
  const silent = (after: string): Promise<string[]> => ctx.store.query(Task).where("it.state = ? AND it.kind = ? AND it.cause = 'RED_FLAG' AND it.openedAt <= ? AND it.id > ? AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.openKey = CONCAT(it.entity, '/', it.entityId, '/RED_FLAG_SILENT'))", TaskState.OPEN, TaskKind.RED_FLAG, since, after).orderBy('it.id').limit(AT_ONCE).ids()
  await eachId(silent, id => ctx.transact('escalate', async inner => {
    const { regionCode, entity, entityId, personId, volunteerId, teamId, caseWorkerId, dueAt } = await inner.store.get(Task, id)
    return openTask(inner, { kind: TaskKind.RED_FLAG, regionCode, entity, entityId, cause: 'RED_FLAG_SILENT', personId, volunteerId, teamId, caseWorkerId, dueAt, title: '险情无人受理，请局机关督办', titleEn: 'Nobody has taken up a red flag: the bureau is to act' })
  }))
}

/** A red flag closes by itself where its visit was taken back, and the bureau's part where the red flag itself is closed. */
async function closeSettled(ctx: Context): Promise<void> {
  const gone = (after: string): Promise<string[]> => ctx.store.query(Task).where(`it.state = ? AND it.kind = ? AND it.id > ? AND ${GONE}`, TaskState.OPEN, TaskKind.RED_FLAG, after, VisitState.DONE).orderBy('it.id').limit(AT_ONCE).ids()
  await eachId(gone, id => ctx.transact('escalate', async inner => {
    const held = await inner.store.hold(Task, id)
    if (held.state !== TaskState.OPEN) return held
    Object.assign(held, { state: TaskState.CANCELLED, openKey: null })
    return inner.store.save(held)
  }))
}

/** A red flag whose visit does not stand, or a report of silence whose red flag is closed. */
const GONE = `((it.entity = '${Visit.name}' AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.id = it.entityId AND v.state = ? AND v.flags > ''))
  OR (it.cause = 'RED_FLAG_SILENT' AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.openKey = CONCAT(it.entity, '/', it.entityId, '/RED_FLAG'))))`

schedule({ name: 'escalate', every: 900, run: escalate })
