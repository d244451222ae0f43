import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { Activity } from './Activity'
import { mineSql, unclosedSql } from './conditions'
import type { ActivityFilter, ActivitySort } from './inputs'

/** The activities within reach, as they are asked for. */
export function searchActivities(ctx: Context, filter: ActivityFilter, sort: ActivitySort | null): Query<Activity> {
  return search(ctx, Activity, {
    filter,
    sort,
    rules: {
      q: (rows, q) => {
        const like = `%${q.trim().replace(/[%_\\]/g, '\\$&')}%`
        if (/^[\x20-\x7e]+$/.test(like)) rows.where('(it.title LIKE ? OR it.activityNo LIKE ?)', like, like)
        else rows.where('it.title LIKE ?', like)
      },
      teamId: (rows, id) => rows.where("(it.teamId = ? OR (it.coTeamIds > '' AND FIND_IN_SET(?, it.coTeamIds)))", id, id),
      startsOnFrom: (rows, day) => rows.where('it.startsAt >= ?', new Date(`${day}T00:00:00+08:00`)),
      startsOnTo: (rows, day) => rows.where('it.startsAt <= ?', new Date(`${day}T23:59:59.999+08:00`)),
      unclosed: (rows, wanted) => {
        const late = unclosedSql(ctx.now, 0)
        rows.where(wanted ? late.sql : `NOT ${late.sql}`, ...late.values)
      },
      mine: (rows, wanted) => {
        const own = mineSql(ctx.actor)
        rows.where(wanted ? own.sql : `NOT ${own.sql}`, ...own.values)
      },
    },
  })
}
