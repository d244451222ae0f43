import type { Context } from '../../kernel/context'
import { search } from '../../kernel/lists'
import type { Query } from '../../kernel/query'
import { isAscii } from '../../kernel/text'
import type { TeamFilter, TeamSort } from './inputs'
import { AT_WORK, IS_LED, MEETS_MINIMUM, Team } from './Team'

/** The teams within reach, as they are asked for. */
export function searchTeams(ctx: Context, filter: TeamFilter, sort: TeamSort | null): Query<Team> {
  return search(ctx, Team, {
    filter,
    sort,
    rules: {
      q: (rows, q) => {
        const like = `%${q.trim().replace(/[%_\\]/g, '\\$&')}%`
        // Codes are ASCII, and cannot be compared with anything else.
        if (isAscii(like)) rows.where('(it.name LIKE ? OR it.code LIKE ?)', like, like)
        else rows.where('it.name LIKE ?', like)
      },
      belowMinimum: (rows, below) => rows.where(below ? `NOT (${MEETS_MINIMUM})` : MEETS_MINIMUM),
      leaderless: (rows, wanted) => rows.where(`${AT_WORK} AND ${wanted ? 'NOT ' : ''}${IS_LED}`),
    },
  })
}
