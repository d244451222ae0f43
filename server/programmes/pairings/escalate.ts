import { setting, type SettingDefinition } from '../../bureau/settings/defineSetting'
import { openTask } from '../../bureau/tasks/openTask'
import { Task, TaskKind, TaskState } from '../../bureau/tasks/Task'
import type { Context } from '../../kernel/context'
import { addDays } from '../../kernel/days'
import { schedule } from '../../kernel/jobs'
import { Beneficiary } from '../../people/beneficiaries/Beneficiary'
import { BeneficiaryState, RiskGrade } from '../../people/beneficiaries/enums'
import { numbers } from './numbers'
import { isOverdue } from './dueRule'
import { Pairing, PairingState } from './Pairing'
import { keepWarnings } from './weather/closeWarning'

const HOUR_MS = 3_600_000
const AT_ONCE = 500

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

/** Opens what the clock calls for, and closes what has been seen to. Running it again changes nothing. */
export async function escalate(ctx: Context): Promise<void> {
  for (const rung of LADDER) await climb(ctx, rung)
  await reportUnpaired(ctx)
  await reportSilence(ctx)
  await keepWarnings(ctx)
  await closeSettled(ctx)
}

async function climb(ctx: Context, { cause, days, zh, en }: Rung): Promise<void> {
  const last = addDays(ctx.today, -(await setting(ctx, days)))
  const rows = await ctx.store.query(Pairing).where("it.state = ? AND it.nextVisitOn <= ? AND it.nextVisitOn < ? AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.openKey = CONCAT('Pairing/', it.id, '/', ?))", PairingState.ACTIVE, last, ctx.today, cause).limit(AT_ONCE).rows()
  for (const pairing of rows) {
    const elder = await ctx.store.follow(Beneficiary, pairing.beneficiaryId)
    await ctx.transact('escalate', inner => openTask(inner, {
      kind: TaskKind.OVERDUE, regionCode: pairing.regionCode, entity: 'Pairing', entityId: pairing.id, cause, personId: elder?.personId ?? null, volunteerId: pairing.volunteerId, teamId: pairing.teamId, caseWorkerId: pairing.caseWorkerId,
      title: `${zh}（应于 ${pairing.nextVisitOn} 走访）`, titleEn: `${en} (due ${pairing.nextVisitOn})`, dueAt: new Date(inner.now.getTime() + 48 * HOUR_MS),
    }))
  }
}

async function reportUnpaired(ctx: Context): Promise<void> {
  const last = addDays(ctx.today, -(await setting(ctx, numbers.unpairedDays)))
  const rows = await ctx.store.query(Beneficiary).where("it.state = ? AND it.grade = ? AND it.unpairedSince <= ? AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.openKey = CONCAT('Beneficiary/', it.id, '/UNPAIRED_HIGH'))", BeneficiaryState.WAITING, RiskGrade.HIGH, last).limit(AT_ONCE).rows()
  for (const elder of rows) {
    await ctx.transact('escalate', inner => openTask(inner, {
      kind: TaskKind.UNPAIRED_HIGH, regionCode: elder.regionCode, entity: 'Beneficiary', entityId: elder.id, cause: 'UNPAIRED_HIGH', personId: elder.personId, caseWorkerId: elder.caseWorkerId,
      title: `高风险老人自 ${elder.unpairedSince} 起未结对`, titleEn: `A high-risk elder has been without a volunteer since ${elder.unpairedSince}`, dueAt: new Date(inner.now.getTime() + 24 * HOUR_MS),
    }))
  }
}

/** A red flag that nobody has taken up for hours is told to the bureau too. */
async function reportSilence(ctx: Context): Promise<void> {
  const since = new Date(ctx.now.getTime() - (await setting(ctx, numbers.flagSilentHours)) * HOUR_MS)
  const rows = await ctx.store.query(Task).where("it.state = ? AND it.kind = ? AND it.cause = 'RED_FLAG' AND it.openedAt <= ? AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.openKey = CONCAT(it.entity, '/', it.entityId, '/RED_FLAG_SILENT'))", TaskState.OPEN, TaskKind.RED_FLAG, since).limit(AT_ONCE).rows()
  for (const { regionCode, entity, entityId, personId, volunteerId, teamId, caseWorkerId, dueAt } of rows) {
    await ctx.transact('escalate', inner => openTask(inner, {
      kind: TaskKind.RED_FLAG, regionCode, entity, entityId, cause: 'RED_FLAG_SILENT', personId, volunteerId, teamId, caseWorkerId, dueAt,
      title: '险情无人受理，请局机关督办', titleEn: 'Nobody has taken up a red flag: the bureau is to act',
    }))
  }
}

/** What has been seen to closes its alarms by itself. */
async function closeSettled(ctx: Context): Promise<void> {
  const tasks = await ctx.store.query(Task).where('it.state = ? AND it.kind IN (?)', TaskState.OPEN, [TaskKind.OVERDUE, TaskKind.UNPAIRED_HIGH, TaskKind.RED_FLAG]).limit(AT_ONCE * 4).rows()
  for (const task of tasks) {
    if (await stands(ctx, task)) continue
    await ctx.transact('escalate', async inner => {
      const held = await inner.store.hold(Task, task.id)
      if (held.state !== TaskState.OPEN) return held
      Object.assign(held, { state: TaskState.CANCELLED, openKey: null })
      return inner.store.save(held)
    })
  }
}

async function stands(ctx: Context, task: Task): Promise<boolean> {
  if (task.kind === TaskKind.OVERDUE) {
    const pairing = await ctx.store.follow(Pairing, task.entityId)
    return pairing !== null && isOverdue(pairing, ctx.today)
  }
  if (task.kind === TaskKind.UNPAIRED_HIGH) {
    const elder = await ctx.store.follow(Beneficiary, task.entityId)
    return elder?.state === BeneficiaryState.WAITING && elder.grade === RiskGrade.HIGH
  }
  return task.cause !== 'RED_FLAG_SILENT' || ctx.store.query(Task).where('it.openKey = ?', `${task.entity}/${task.entityId}/RED_FLAG`).exists()
}

schedule({ name: 'escalate', every: 900, run: escalate })
