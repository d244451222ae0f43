import type { Context } from '../../kernel/context'
import { Invalid } from '../../kernel/errors'
import { say } from '../../kernel/text'
import { Volunteer } from '../volunteers/Volunteer'
import type { CorrectionInput } from './inputs'
import { recordService } from './recordService'
import { ServiceRecord, ServiceState } from './ServiceRecord'
import { ServiceAction, serviceWorkflow } from './serviceWorkflow'
import { takeOut } from './voidService'

/** Corrects a line by another that takes its place and points at it; the old one stays as it was, with the reason. */
export async function correctServiceRecord(ctx: Context, id: string, version: number, { reason, clientKey: _, ...given }: CorrectionInput): Promise<ServiceRecord> {
  const { volunteer, record } = await holdForeign(ctx, id, version, ServiceAction.CORRECT, reason)
  const before = { servedOn: record.servedOn, startedAt: record.startedAt, endedAt: record.endedAt, breakMinutes: record.breakMinutes, programmeCode: record.programmeCode, drill: record.drill, content: record.content }
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<CorrectionInput>
  const after = { ...before, ...said }
  const timed = after.startedAt !== null && after.endedAt !== null
  const minutes = timed ? said.minutes : (said.minutes ?? record.minutes)
  await takeOut(ctx, volunteer, record, ServiceState.CORRECTED, reason)
  const corrected = await recordService(
    ctx,
    {
      volunteerId: record.volunteerId, programmeCode: after.programmeCode ?? record.programmeCode, servedOn: after.servedOn ?? record.servedOn, startAt: after.startedAt, endAt: after.endedAt, breakMinutes: after.breakMinutes ?? 0, minutes,
      sourceType: record.sourceType, sourceId: record.sourceId, regionCode: record.regionCode, content: after.content, drill: after.drill ?? false, note: said.note ?? record.note, teamIds: record.teamId ? [record.teamId] : [],
      rating: record.rating, ratingNote: record.ratingNote,
    },
    record.id,
    { action: ServiceAction.CORRECT, note: reason },
  )
  if (isSame(record, corrected)) throw new Invalid({ reason: say('更正后的内容与原记录相同。', 'Nothing differs from the line as it stands.') })
  return corrected
}

/** Takes a line back that should not stand. */
export async function voidServiceRecord(ctx: Context, id: string, version: number, reason: string): Promise<ServiceRecord> {
  const { volunteer, record } = await holdForeign(ctx, id, version, ServiceAction.VOID, reason)
  await takeOut(ctx, volunteer, record, ServiceState.VOIDED, reason)
  return record
}

/** Holds a line that is not the actor's own, after its volunteer, in the order in which bookings hold them. */
async function holdForeign(ctx: Context, id: string, version: number, action: ServiceAction, reason: string) {
  const { volunteerId } = await ctx.store.get(ServiceRecord, id)
  const volunteer = await ctx.store.beyondReach.hold(Volunteer, volunteerId)
  const record = await ctx.store.hold(ServiceRecord, id, version)
  serviceWorkflow.mustBeOpen(record, action, ctx.actor)
  record.mustNotBeOwnOf(ctx.actor)
  if (!reason.trim()) throw new Invalid({ reason: say('请写明原因。', 'Say why.') })
  return { volunteer, record }
}

function isSame(one: ServiceRecord, other: ServiceRecord): boolean {
  const partOf = ({ servedOn, startedAt, endedAt, breakMinutes, minutes, programmeCode, drill, content, note }: ServiceRecord): string => JSON.stringify([servedOn, startedAt, endedAt, breakMinutes, minutes, programmeCode, drill, content, note])
  return partOf(one) === partOf(other)
}
