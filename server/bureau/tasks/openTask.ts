import type { Context } from '../../kernel/context'
import type { Values } from '../../kernel/entity'
import { Duplicate } from '../../kernel/errors'
import { Task, TaskState } from './Task'

/** What a task is about, who is to see to it, and by when. */
export type Opening = Pick<Values<Task>, 'kind' | 'regionCode' | 'entity' | 'entityId' | 'cause' | 'title' | 'titleEn' | 'dueAt'> & Partial<Pick<Values<Task>, 'personId' | 'assigneeId' | 'volunteerId' | 'teamId' | 'caseWorkerId' | 'atEntity' | 'atId' | 'may'>>

/** Opens a task, wherever the actor's reach ends; while one is open for the same cause, that one stands, also where another act opens it at the same moment. */
export async function openTask(ctx: Context, opening: Opening): Promise<Task> {
  const store = ctx.store.beyondReach
  const openKey = keyOf(opening.entity, opening.entityId, opening.cause)
  const standing = await store.query(Task).where('it.openKey = ?', openKey).first()
  if (standing) return standing
  const task = Task.of({ state: TaskState.OPEN, openKey, openedAt: ctx.now, personId: null, assigneeId: null, volunteerId: null, teamId: null, caseWorkerId: null, settledAt: null, settledById: null, settlement: null, ...opening })
  try {
    return await store.save(task)
  } catch (error) {
    const [theirs] = error instanceof Duplicate ? await store.holdAll(Task, 'it.openKey = ?', openKey) : []
    if (!theirs) throw error
    return theirs
  }
}

/** Closes what is open about a record whose cause is gone. */
export async function cancelTasks(ctx: Context, entity: string, entityId: string): Promise<void> {
  const store = ctx.store.beyondReach
  for (const task of await store.holdAny(Task, 'it.entity = ? AND it.entityId = ? AND it.state = ?', entity, entityId, TaskState.OPEN)) await cancel(store, task)
}

/** Closes the tasks of one cause about some records, now that the cause is gone. */
export async function cancelTasksOf(ctx: Context, { entity, cause }: Pick<Opening, 'entity' | 'cause'>, entityIds: readonly string[]): Promise<void> {
  const store = ctx.store.beyondReach
  for (const task of await store.holdAny(Task, 'it.openKey IN (?)', entityIds.map(id => keyOf(entity, id, cause)))) await cancel(store, task)
}

async function cancel(store: Context['store'], task: Task): Promise<void> {
  task.state = TaskState.CANCELLED
  task.openKey = null
  await store.save(task)
}

const keyOf = (entity: string, entityId: string, cause: string): string => `${entity}/${entityId}/${cause}`
