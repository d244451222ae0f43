import type { Context } from '../../kernel/context'
import type { Cell } from '../../kernel/sheets'
import { say, type Text } from '../../kernel/text'
import { keepPace, type Pace } from '../../kernel/throttle'
import { writeXlsx } from '../../kernel/writeSheet'
import { Bulletin, type BulletinRow } from './Bulletin'

/** A sheet takes a thread of its own, so that nobody asks for one without end. */
const WRITING: Pace = { by: ctx => ctx.actor.id, limit: async () => ({ tries: 10, minutes: 1 }) }

const hours = (minutes: number): number => Math.round(minutes / 6) / 10

/** The columns of the bulletin as a sheet. */
const COLUMNS: readonly { title: Text; value: (row: BulletinRow) => Cell }[] = [
  { title: say('名次', 'Place'), value: row => row.rank },
  { title: say('在岗队伍', 'Teams at work'), value: row => row.teams },
  { title: say('镇级队', 'Township teams'), value: row => row.townshipTeams },
  { title: say('村级队', 'Village teams'), value: row => row.villageTeams },
  { title: say('小队', 'Squads'), value: row => row.squads },
  { title: say('达到人数', 'With enough members'), value: row => row.reached },
  { title: say('已完成', 'Duty done'), value: row => row.dutyDone },
  { title: say('待完成', 'Duty due'), value: row => row.dutyDue },
  { title: say('未完成', 'Duty missing'), value: row => row.dutyMissing },
  { title: say('完成率（%）', 'Share (%)'), value: row => row.share },
  { title: say('活动场次', 'Activities'), value: row => row.activities },
  { title: say('演练场次', 'Drills'), value: row => row.drills },
  { title: say('参加人数', 'People'), value: row => row.people },
  { title: say('参加人次', 'Person-times'), value: row => row.personTimes },
  { title: say('服务群众', 'People served'), value: row => row.served },
  { title: say('服务时长（小时）', 'Hours'), value: row => hours(row.minutes) },
  { title: say('演练时长（小时）', 'Hours of drills'), value: row => hours(row.drillMinutes) },
  { title: say('走访次数', 'Visits'), value: row => row.visits },
  { title: say('结对老人', 'Elders paired'), value: row => row.elders },
  { title: say('应访老人', 'Elders due'), value: row => row.eldersDue ?? '–' },
  { title: say('应访已访', 'Of them visited'), value: row => row.dueVisited ?? '–' },
  { title: say('已访老人', 'Elders visited'), value: row => row.eldersVisited },
  { title: say('月末超期未访', 'Overdue at the end'), value: row => row.overdue },
]
const PLACE_HEAD = say('苏木乡镇', 'Township')
const TOTAL = say('合计', 'Total')
const OWN = say('（本级）', ' (its own)')

/** An issued bulletin as a workbook: what it says above the head, one row a township, and all together. */
export async function bulletinSheet(ctx: Context, id: string): Promise<{ name: string; bytes: Buffer }> {
  ctx.actor.mustBeAllowed('bulletin.read')
  const { locale } = ctx.origin
  const { number, month, edition, issuedOn, remark, reason, content } = await ctx.store.get(Bulletin, id)
  const said = [reason, remark].filter(Boolean).map(text => ` · ${text}`).join('')
  const cover = locale === 'en' ? `${number} · Bulletin of ${month} · issued ${issuedOn} · figures as of ${content.asOf}${said}` : `${number} · ${month} 月通报 · 印发日期：${issuedOn} · 数据截至：${content.asOf}${said}`
  const nameOf = ({ regionCode, regionName }: BulletinRow): string => (regionCode === null ? TOTAL[locale] : `${regionName}${regionCode.endsWith('000000') ? OWN[locale] : ''}`)
  const rows = async function* () {
    yield [...content.rows, content.total].map(row => [nameOf(row), ...COLUMNS.map(({ value }) => value(row))])
  }
  const heads = [{ title: PLACE_HEAD[locale], width: 18 }, ...COLUMNS.map(({ title }) => ({ title: title[locale], width: 11 }))]
  const write = async (): Promise<Buffer> => {
    const pieces: Buffer[] = []
    for await (const piece of writeXlsx({ name: month, cover, heads, rows: rows() })) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  return { name: `bulletin-${month}${edition > 0 ? `-${edition}` : ''}.xlsx`, bytes: await keepPace('bulletinSheet', WRITING, ctx, write) }
}
