import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What is there already is counted. */
export class FillKeptTotals1795710000001 implements MigrationInterface {
  readonly name = 'FillKeptTotals1795710000001'

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Kept totals are not taken back: restore a backup instead.')
  }
}

const fill = (total: string, table: string, { month = "''", heading, team = "''", amount = '0' }: { month?: string; heading: string; team?: string; amount?: string }): string =>
  `INSERT INTO kept_totals (total, month, regionCode, heading, team, records, amount) SELECT '${total}', ${month}, it.regionCode, ${heading}, ${team}, COUNT(*), ${amount} FROM ${table} it GROUP BY 1, 2, 3, 4, 5`

const UP = [
  'DELETE FROM kept_totals',
  fill('pairings', 'pairings', { heading: 'it.state' }),
  fill('visits', 'visits', { month: "COALESCE(DATE_FORMAT(it.visitedOn, '%Y-%m'), '')", heading: 'it.state' }),
  fill('beneficiaries', 'beneficiaries', { heading: "CONCAT_WS('/', it.state, it.grade)" }),
  fill('teams', 'teams', { heading: "CONCAT_WS('/', it.state, it.tier)" }),
  fill('volunteers', 'volunteers', { heading: 'it.state' }),
  fill('hours', 'service_records', { month: "DATE_FORMAT(it.servedOn, '%Y-%m')", heading: "CONCAT_WS('/', it.state, it.programmeCode, it.drill)", team: "COALESCE(it.teamId, '')", amount: 'SUM(it.minutes)' }),
]
