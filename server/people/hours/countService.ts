import type { Context } from '../../kernel/context'
import { monthOf } from '../../kernel/days'
import { newId } from '../../kernel/entity'
import type { Volunteer } from '../volunteers/Volunteer'
import { NO_TEAM } from './HourTotal'
import type { ServiceRecord } from './ServiceRecord'

interface Change {
  minutes: number
  records: number
}

/** What the rows of the totals are told apart by. */
export const TOTAL_KEYS = ['month', 'regionCode', 'programmeCode', 'teamId', 'drill'] as const

const changes = new WeakMap<Context, Map<string, Change>>()

/** Adds a line to the totals that it is part of, or takes it out: its volunteer's at once, the others when the act ends. The volunteer is in hand. */
export async function countService(ctx: Context, volunteer: Volunteer, record: ServiceRecord, sign: 1 | -1): Promise<void> {
  volunteer[record.drill ? 'drillMinutes' : 'totalMinutes'] += sign * record.minutes
  if (sign > 0) remember(volunteer, record)
  await ctx.store.beyondReach.save(volunteer)
  add(ctx, [monthOf(record.servedOn), record.regionCode, record.programmeCode, record.teamId ?? NO_TEAM, Number(record.drill)], sign * record.minutes, sign)
}

/** How far the ledger of a volunteer reaches; it is not drawn back when a line is taken out, which only means that one more question is asked. */
function remember(volunteer: Volunteer, { servedOn, endedAt }: ServiceRecord): void {
  if (!volunteer.lastServedOn || servedOn > volunteer.lastServedOn) volunteer.lastServedOn = servedOn
  if (endedAt && (!volunteer.lastServedUntil || endedAt > volunteer.lastServedUntil)) volunteer.lastServedUntil = endedAt
}

function add(ctx: Context, keys: readonly (string | number)[], minutes: number, records: number): void {
  const key = JSON.stringify(keys)
  let pending = changes.get(ctx)
  if (!pending) changes.set(ctx, (pending = new Map<string, Change>()))
  const change = pending.get(key) ?? { minutes: 0, records: 0 }
  pending.set(key, { minutes: change.minutes + minutes, records: change.records + records })
  ctx.lastly('hours', () => writeChanges(ctx))
}

/** Every total that an act changes is written once, always in the order of the keys, so that of two acts at once one waits for the other and neither for both. */
async function writeChanges(ctx: Context): Promise<void> {
  const sorted = [...(changes.get(ctx) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1))
  const columns = ['id', 'version', 'createdAt', 'updatedAt', ...TOTAL_KEYS, 'minutes', 'records']
  for (const [key, { minutes, records }] of sorted) {
    if (minutes === 0 && records === 0) continue
    await ctx.store.sql(
      `INSERT INTO hour_totals (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON DUPLICATE KEY UPDATE minutes = minutes + ?, records = records + ?, version = version + 1, updatedAt = ?`,
      [newId(), 1, ctx.now, ctx.now, ...(JSON.parse(key) as (string | number)[]), minutes, records, minutes, records, ctx.now],
    )
  }
}
