import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { Volunteer } from '../volunteers/Volunteer'
import { Insurance, Qualification } from './records'

const alertDays = defineSetting({ key: 'volunteer.lapseAlertDays', default: 30, unit: '天', zh: '保险、证书到期前多少天提醒', en: 'Days before an insurance or a certificate ends that it is announced', source: '[S] programmes.md 4.1', least: 1, most: 180 })
const SERVES = "EXISTS (SELECT 1 FROM volunteers v WHERE v.id = it.volunteerId AND v.state = 'ACTIVE')"

const lapsing = async (ctx: Context, column: string, unless: string) => ({
  sql: `it.archived = 0 AND it.${column} BETWEEN ? AND ? AND ${SERVES} AND NOT EXISTS (${unless})`,
  values: [ctx.today, addDays(ctx.today, await setting(ctx, alertDays))],
})

/** An insurance ends soon, and no later one is recorded. */
export const insuranceEnding = watchFor<Insurance>({
  cause: 'INSURANCE_ENDING',
  type: Insurance,
  stands: ctx => lapsing(ctx, 'toOn', 'SELECT 1 FROM insurances o WHERE o.volunteerId = it.volunteerId AND o.archived = 0 AND o.toOn > it.toOn'),
  opening: async (ctx, { volunteerId, toOn }) => {
    const { regionCode, teamId, personId, volunteerNo } = await ctx.store.beyondReach.get(Volunteer, volunteerId)
    return { kind: TaskKind.INSURANCE_ENDING, atEntity: 'Volunteer', atId: volunteerId, regionCode, teamId, personId, dueAt: endOf(toOn), title: `志愿者 ${volunteerNo} 的保险 ${toOn} 到期`, titleEn: `The insurance of volunteer ${volunteerNo} ends on ${toOn}` }
  },
})

/** A certificate ends soon, and no other of its kind holds longer. */
export const qualificationEnding = watchFor<Qualification>({
  cause: 'QUALIFICATION_ENDING',
  type: Qualification,
  stands: ctx => lapsing(ctx, 'validUntil', 'SELECT 1 FROM qualifications o WHERE o.volunteerId = it.volunteerId AND o.archived = 0 AND (o.title = it.title OR o.credentialId = it.credentialId) AND (o.validUntil IS NULL OR o.validUntil > it.validUntil)'),
  opening: async (ctx, { volunteerId, title, validUntil }) => {
    const { regionCode, teamId, personId, volunteerNo } = await ctx.store.beyondReach.get(Volunteer, volunteerId)
    return { kind: TaskKind.QUALIFICATION_ENDING, atEntity: 'Volunteer', atId: volunteerId, regionCode, teamId, personId, dueAt: endOf(validUntil!), title: `志愿者 ${volunteerNo} 的${title} ${validUntil} 到期`, titleEn: `A certificate of volunteer ${volunteerNo} ends on ${validUntil}: ${title}` }
  },
})
