import { setting } from '../../bureau/settings/defineSetting'
import { cancelTasks, openTask } from '../../bureau/tasks/openTask'
import { TaskKind } from '../../bureau/tasks/Task'
import { workingDayAfter } from '../../bureau/workingDays/workingDayAfter'
import type { Context } from '../../kernel/context'
import { Duplicate, Invalid, NotFound, Refused } from '../../kernel/errors'
import { say } from '../../kernel/text'
import type { ObjectionInput } from './inputs'
import { numbers } from './numbers'
import { objectionWorkflow, ObjectionAction } from './objectionWorkflow'
import { ObjectionState, ServiceObjection } from './ServiceObjection'
import { ServiceRecord } from './ServiceRecord'
import { ServiceAction, serviceWorkflow } from './serviceWorkflow'

/** A volunteer says that a line of theirs is wrong; the clock of the station's answer starts. */
export async function objectToServiceRecord(ctx: Context, { recordId, text }: ObjectionInput): Promise<ServiceObjection> {
  const record = await ctx.store.hold(ServiceRecord, recordId)
  serviceWorkflow.mustBeOpen(record, ServiceAction.OBJECT, ctx.actor)
  if (!record.isOwnOf(ctx.actor)) throw new NotFound()
  if (!text.trim()) throw new Invalid({ text: say('请写明哪里有误。', 'Say what is wrong.') })
  const standing = await ctx.store.query(ServiceObjection).where('it.openKey = ?', record.id).first()
  if (standing) throw new Duplicate(say('这条记录已反映过，正在等待答复。', 'This line has been reported and waits for an answer.'), { entity: 'ServiceObjection', id: standing.id })
  const answerBy = await workingDayAfter(ctx, ctx.today, await setting(ctx, numbers.answerDays))
  const objection = await ctx.store.save(
    ServiceObjection.of({ recordId: record.id, volunteerId: record.volunteerId, teamId: record.teamId, regionCode: record.homeRegionCode, state: ObjectionState.OPEN, text, answerBy, answer: null, openKey: record.id }),
    { action: 'OBJECT', note: text },
  )
  await openTask(ctx, {
    kind: TaskKind.OTHER, regionCode: record.homeRegionCode, entity: 'ServiceObjection', entityId: objection.id, cause: 'OBJECTION', personId: record.personId, dueAt: new Date(`${answerBy}T18:00:00+08:00`),
    title: `志愿者反映 ${record.servedOn} 的服务记录有误，请核对答复`, titleEn: `A volunteer reports an error in the service of ${record.servedOn}: check and answer`,
  })
  return objection
}

/** The line stands as it is, and the volunteer is told why. */
export async function dismissObjection(ctx: Context, id: string, version: number, answer: string): Promise<ServiceObjection> {
  const objection = await ctx.store.hold(ServiceObjection, id, version)
  objectionWorkflow.mustBeOpen(objection, ObjectionAction.DISMISS, ctx.actor)
  if (objection.volunteerId === ctx.actor.reach.volunteerId) throw new Refused('SELF_APPROVAL', say('本人反映的问题须由他人答复。', 'Somebody else has to answer what you reported yourself.'))
  if (!answer.trim()) throw new Invalid({ answer: say('请写明核对情况。', 'Say what the check found.') })
  objectionWorkflow.move(objection, ObjectionAction.DISMISS, ctx.actor)
  return settle(ctx, objection, ObjectionAction.DISMISS, answer)
}

/** A line that is corrected or taken back answers what was said against it. */
export async function settleObjections(ctx: Context, record: ServiceRecord, answer: string): Promise<void> {
  for (const objection of await ctx.store.beyondReach.holdAll(ServiceObjection, 'it.openKey = ?', record.id)) {
    objection.state = ObjectionState.UPHELD
    await settle(ctx, objection, ObjectionAction.UPHOLD, answer)
  }
}

async function settle(ctx: Context, objection: ServiceObjection, action: ObjectionAction, answer: string): Promise<ServiceObjection> {
  Object.assign(objection, { answer: answer.slice(0, 300), openKey: null })
  await ctx.store.beyondReach.save(objection, { action, note: answer })
  await cancelTasks(ctx, 'ServiceObjection', objection.id)
  return objection
}
