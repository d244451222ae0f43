import { addMonths, monthOf } from '../../../server/kernel/days'
import { type Limit, type Row, subtree, today } from './Limit'

const tally = (rows: readonly Row[]): unknown[] => rows.map(({ key, count }) => ({ key, count })).sort((one, other) => (String(one.key) < String(other.key) ? -1 : 1))

/** Every figure counted in the tables themselves, where there is nothing but them. */
export async function dashboard(limit: Limit, { region }: { region?: string | null }): Promise<unknown> {
  const day = today()
  const within = region ? ' AND regionCode LIKE ?' : ''
  const values = region ? [subtree(region)] : []
  const [pairings, [overdue], grades, teams, [volunteers], minutes] = await Promise.all([
    limit.query(`SELECT state AS \`key\`, COUNT(*) AS count FROM pairings WHERE 1=1${within} GROUP BY state`, values),
    limit.query(`SELECT COUNT(*) AS n FROM pairings WHERE state = 'ACTIVE' AND nextVisitOn < ?${within}`, [day, ...values]),
    limit.query(`SELECT grade AS \`key\`, COUNT(*) AS count FROM beneficiaries WHERE state <> 'ENDED'${within} GROUP BY grade`, values),
    limit.query(`SELECT tier AS \`key\`, COUNT(*) AS count FROM teams WHERE state = 'ACTIVE'${within} GROUP BY tier`, values),
    limit.query(`SELECT COUNT(*) AS n FROM volunteers WHERE state = 'ACTIVE'${within}`, values),
    limit.query(
      `SELECT DATE_FORMAT(servedOn, '%Y-%m') AS month, programmeCode AS programme, SUM(IF(drill, 0, minutes)) AS minutes FROM service_records WHERE state = 'CONFIRMED' AND servedOn BETWEEN ? AND ?${within} GROUP BY month, programme ORDER BY month, programme`,
      [`${monthOf(addMonths(day, -11))}-01`, day, ...values],
    ),
  ])
  return {
    dashboard: {
      asOf: day, overdue: overdue!.n, volunteers: volunteers!.n, pairings: tally(pairings), grades: tally(grades), teams: tally(teams),
      minutes: minutes.map(row => ({ month: row.month, programme: row.programme, minutes: Number(row.minutes) })),
    },
  }
}
