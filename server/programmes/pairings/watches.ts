import { setting, type SettingDefinition } from '../../bureau/settings/defineSetting'
import type { Opening } from '../../bureau/tasks/openTask'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import type { Context } from '../../kernel/context'
import { addDays, startOfDay } from '../../kernel/days'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState, ConsentState, RiskGrade } from '../../people/beneficiaries/enums'
import { numbers } from './numbers'
import { Pairing, PairingState } from './Pairing'
import { Visit } from './Visit'

const HOUR_MS = 3_600_000
/** Within how many days somebody else takes over. */
const HANDOVER_DAYS = 3

const inHours = (ctx: Context, hours: number): Date => new Date(ctx.now.getTime() + hours * HOUR_MS)

async function about(ctx: Context, pairing: Pairing): Promise<Pick<Opening, 'regionCode' | 'personId' | 'teamId' | 'caseWorkerId'>> {
  const elder = await ctx.store.follow(Beneficiary, pairing.beneficiaryId)
  return { regionCode: pairing.regionCode, personId: elder?.personId ?? null, teamId: pairing.teamId, caseWorkerId: pairing.caseWorkerId }
}

interface Rung {
  cause: string
  days: SettingDefinition
  zh: string
  en: string
}

/** Who is told of an overdue visit, and when: the leader, then the station, then the bureau. */
const LADDER: readonly Rung[] = [
  { cause: 'OVERDUE_LEADER', days: numbers.lateLeaderDays, zh: '走访超期，请队长督促', en: 'A visit is overdue: the leader is to see to it' },
  { cause: 'OVERDUE_STATION', days: numbers.lateStationDays, zh: '走访严重超期，请服务站处理', en: 'A visit is long overdue: the station is to act' },
  { cause: 'OVERDUE_BANNER', days: numbers.lateBannerDays, zh: '走访长期超期，请局机关督办', en: 'A visit is very long overdue: the bureau is to act' },
]

for (const { cause, days, zh, en } of LADDER) {
  watchFor<Pairing>({
    cause,
    type: Pairing,
    stands: async ctx => ({ sql: "it.state = 'ACTIVE' AND it.nextVisitOn <= ? AND it.nextVisitOn < ?", values: [addDays(ctx.today, -(await setting(ctx, days))), ctx.today] }),
    opening: async (ctx, pairing) => ({ kind: TaskKind.OVERDUE, ...(await about(ctx, pairing)), volunteerId: pairing.volunteerId, title: `${zh}（应于 ${pairing.nextVisitOn} 走访）`, titleEn: `${en} (due ${pairing.nextVisitOn})`, dueAt: inHours(ctx, 48) }),
  })
}

/** The volunteer of a pairing serves no more: somebody must take over. */
export const handoverWaiting = watchFor<Pairing>({
  cause: 'HANDOVER',
  type: Pairing,
  stands: () => ({ sql: 'it.needsHandover = 1 AND it.state <> ?', values: [PairingState.ENDED] }),
  opening: async (ctx, pairing) => ({ kind: TaskKind.HANDOVER, ...(await about(ctx, pairing)), title: '志愿者已不在服务状态，请安排交接', titleEn: 'The volunteer is no longer active: arrange a handover', dueAt: endOf(addDays(ctx.today, HANDOVER_DAYS)) }),
})

/** An elder at high risk has been without a volunteer for days. */
watchFor<Beneficiary>({
  cause: 'UNPAIRED_HIGH',
  type: Beneficiary,
  stands: async ctx => ({ sql: 'it.state = ? AND it.grade = ? AND it.unpairedSince <= ?', values: [BeneficiaryState.WAITING, RiskGrade.HIGH, addDays(ctx.today, -(await setting(ctx, numbers.unpairedDays)))] }),
  opening: (ctx, elder) => ({
    kind: TaskKind.UNPAIRED_HIGH, regionCode: elder.regionCode, personId: elder.personId, caseWorkerId: elder.caseWorkerId,
    title: `高风险老人自 ${elder.unpairedSince} 起未结对`, titleEn: `A high-risk elder has been without a volunteer since ${elder.unpairedSince}`, dueAt: inHours(ctx, 24),
  }),
})

/** An elder has been in the register for days without consent or a legal ground. */
watchFor<Beneficiary>({
  cause: 'CONSENT_MISSING',
  type: Beneficiary,
  stands: async ctx => ({ sql: 'it.state <> ? AND it.consentState = ? AND it.createdAt < ?', values: [BeneficiaryState.ENDED, ConsentState.MISSING, startOfDay(addDays(ctx.today, 1 - (await setting(ctx, numbers.consentDays))))] }),
  opening: (ctx, elder) => ({
    kind: TaskKind.CONSENT_MISSING, regionCode: elder.regionCode, personId: elder.personId, caseWorkerId: elder.caseWorkerId,
    title: '老人尚未取得同意，请听取本人或监护人意见', titleEn: 'An elder’s consent is missing: ask the elder or the guardian', dueAt: endOf(addDays(ctx.today, 3)),
  }),
})

/** A red flag that nobody has taken up for hours is told to the bureau too. */
watchFor<Visit>({
  cause: 'RED_FLAG_SILENT',
  type: Visit,
  stands: async ctx => ({ sql: "it.id IN (SELECT t.entityId FROM tasks t WHERE t.cause = 'RED_FLAG' AND t.state = ? AND t.entity = ? AND t.openedAt <= ?)", values: [TaskState.OPEN, Visit.name, inHours(ctx, -(await setting(ctx, numbers.flagSilentHours)))] }),
  opening: async (ctx, { id, regionCode }) => {
    const alarm = await ctx.store.beyondReach.query(Task).where("it.entity = ? AND it.entityId = ? AND it.cause = 'RED_FLAG' AND it.state = ?", Visit.name, id, TaskState.OPEN).first()
    const { personId = null, volunteerId = null, teamId = null, caseWorkerId = null, dueAt = ctx.now } = alarm ?? {}
    return { kind: TaskKind.RED_FLAG, regionCode, personId, volunteerId, teamId, caseWorkerId, dueAt, title: '险情无人受理，请局机关督办', titleEn: 'Nobody has taken up a red flag: the bureau is to act' }
  },
})
