import { setting } from '../../../bureau/settings/defineSetting'
import { Task, TaskKind, TaskState } from '../../../bureau/tasks/Task'
import { insertAll, setAll } from '../../../kernel/bulk'
import type { Context } from '../../../kernel/context'
import { minuteOf } from '../../../kernel/days'
import { prefixOf } from '../../../kernel/regionCode'
import type { Text } from '../../../kernel/text'
import { Beneficiary } from '../../../people/beneficiaries/Beneficiary'
import { BeneficiaryState, RiskGrade } from '../../../people/beneficiaries/enums'
import { numbers } from '../numbers'
import { Pairing, PairingState } from '../Pairing'
import { type WeatherKind, type WeatherLevel, WeatherWarning } from './WeatherWarning'

const HOUR_MS = 3_600_000
const KINDS: Record<WeatherKind, Text> = { RAINSTORM: { zh: '暴雨', en: 'rainstorm' }, GALE: { zh: '大风', en: 'gale' }, BLIZZARD: { zh: '暴雪', en: 'blizzard' }, HEAT: { zh: '高温', en: 'heat' }, COLD_WAVE: { zh: '寒潮', en: 'cold wave' } }
const LEVELS: Record<WeatherLevel, Text> = { BLUE: { zh: '蓝色', en: 'Blue' }, YELLOW: { zh: '黄色', en: 'Yellow' }, ORANGE: { zh: '橙色', en: 'Orange' }, RED: { zh: '红色', en: 'Red' } }

/**
 * Opens a task for each elder at high risk whom a standing warning concerns and has no task of it yet: for the volunteer who
 * visits, else for the station. Whom another warning of the same weather has told already is not told twice. Running it again
 * adds whom it concerns since. Returns how many it told.
 */
export async function tellElders(ctx: Context, warning: WeatherWarning): Promise<number> {
  const elders = await untold(ctx, warning)
  if (elders.length === 0) return 0
  const visited = await visitsOf(ctx, elders)
  const dueAt = new Date(Math.max(ctx.now.getTime(), warning.startsAt.getTime()) + (await setting(ctx, numbers.warningHours)) * HOUR_MS)
  const tasks = elders.map(elder => taskOf(ctx, warning, elder, visited.get(elder.id)?.[0], dueAt))
  await insertAll(ctx, Task, tasks)
  await setAll(ctx, Pairing, 'warnedAt', warning.reachedFrom, [...visited.values()].flat().map(pairing => pairing.id))
  ctx.store.remark('WeatherWarning', warning.id, null, { action: 'TELL', note: String(tasks.length) })
  return tasks.length
}

function untold(ctx: Context, { id, kind, cause, regionCodes }: WeatherWarning): Promise<Beneficiary[]> {
  return ctx.store.beyondReach.query(Beneficiary)
    .where('it.grade = ? AND it.state NOT IN (?)', RiskGrade.HIGH, [BeneficiaryState.PAUSED, BeneficiaryState.ENDED])
    .where(`(${regionCodes.map(() => 'it.regionCode LIKE ?').join(' OR ')})`, ...regionCodes.map(code => `${prefixOf(code)}%`))
    .where('NOT EXISTS (SELECT 1 FROM tasks t WHERE t.cause = ? AND t.personId = it.personId AND t.state <> ?)', cause, TaskState.CANCELLED)
    .where("NOT EXISTS (SELECT 1 FROM weather_warnings w JOIN tasks t ON t.cause = CONCAT('WEATHER/', w.id) WHERE w.kind = ? AND w.id <> ? AND w.state = 'STANDING' AND t.personId = it.personId AND t.state = ?)", kind, id, TaskState.OPEN)
    .orderBy('it.id')
    .rows()
}

/** The pairings in which somebody looks in on the elders now, the oldest first. */
async function visitsOf(ctx: Context, elders: readonly Beneficiary[]): Promise<Map<string, Pairing[]>> {
  const rows = await ctx.store.beyondReach.query(Pairing).where('it.beneficiaryId IN (?) AND it.state = ? AND it.needsHandover = 0', elders.map(elder => elder.id), PairingState.ACTIVE).orderBy('it.id').rows()
  const byElder = new Map<string, Pairing[]>()
  for (const row of rows) byElder.set(row.beneficiaryId, [...(byElder.get(row.beneficiaryId) ?? []), row])
  return byElder
}

function taskOf(ctx: Context, { kind, level, cause, startsAt }: WeatherWarning, elder: Beneficiary, pairing: Pairing | undefined, dueAt: Date): Task {
  const [entity, entityId] = pairing ? ['Pairing', pairing.id] : ['Beneficiary', elder.id]
  const [zh, en] = [`${KINDS[kind].zh}${LEVELS[level].zh}预警（${minuteOf(startsAt)} 起）`, `${LEVELS[level].en} warning of ${KINDS[kind].en} from ${minuteOf(startsAt)}`]
  return Task.of({
    kind: TaskKind.WEATHER, state: TaskState.OPEN, regionCode: elder.regionCode, entity, entityId, cause, openKey: `${entity}/${entityId}/${cause}`, personId: elder.personId, assigneeId: null, volunteerId: pairing?.volunteerId ?? null,
    teamId: pairing?.teamId ?? null, caseWorkerId: elder.caseWorkerId, openedAt: ctx.now, dueAt, settledAt: null, settledById: null, settlement: null,
    title: pairing ? `${zh}：请上门或电话联系老人` : `${zh}：老人没有志愿者，请服务站联系`, titleEn: pairing ? `${en}: visit or call the elder` : `${en}: the elder has no volunteer; the station is to call`,
  })
}
