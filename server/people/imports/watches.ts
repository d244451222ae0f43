import { defineSetting, setting } from '../../bureau/settings/defineSetting'
import { TaskKind } from '../../bureau/tasks/Task'
import { endOf, watchFor } from '../../bureau/tasks/watches'
import { addDays, startOfDay } from '../../kernel/days'
import { VolunteerImport } from './VolunteerImport'

const waitDays = defineSetting({ key: 'import.conflictDays', default: 3, unit: '天', zh: '导入有冲突几天内处理', en: 'Days within which what an import left alone is settled', source: '[D] programmes.md 4.1', least: 1, most: 30 })
/** What was left alone longer ago nobody asks for any more. */
const LONGEST_DAYS = 60

/** An import left rows alone, in conflict with the registry or wrong, and no later sheet of that source has brought them. */
export const conflictsWaiting = watchFor<VolunteerImport>({
  cause: 'IMPORT_CONFLICTS',
  type: VolunteerImport,
  stands: ctx => ({
    sql: "it.state = 'DONE' AND it.createdAt >= ? AND EXISTS (SELECT 1 FROM import_rows r WHERE r.importId = it.id AND r.verdict IN ('CONFLICT','ERROR')) AND NOT EXISTS (SELECT 1 FROM volunteer_imports n WHERE n.source = it.source AND n.regionCode = it.regionCode AND n.id > it.id AND n.state = 'DONE')",
    values: [startOfDay(addDays(ctx.today, -LONGEST_DAYS))],
  }),
  opening: async (ctx, { id, regionCode, fileName }) => {
    const [row] = await ctx.store.sql("SELECT COUNT(*) AS n FROM import_rows WHERE importId = ? AND verdict IN ('CONFLICT','ERROR')", [id])
    return {
      kind: TaskKind.OTHER, regionCode, dueAt: endOf(addDays(ctx.today, await setting(ctx, waitDays))),
      title: `导入“${fileName}”有 ${Number(row!.n)} 行冲突或错误待处理`.slice(0, 200), titleEn: `The import of ${fileName} left ${Number(row!.n)} rows in conflict or wrong`.slice(0, 200),
    }
  },
})
