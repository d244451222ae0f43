import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The pairings are counted by programme too, so that a list's total is told by what is kept. */
export class PairingTotals1795770000000 implements MigrationInterface {
  readonly name = 'PairingTotals1795770000000'

  async up(runner: Pick<QueryRunner, 'query'>): Promise<void> {
    await this.count(runner, "CONCAT(state, '/', programme)")
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.count(runner, 'state')
  }

  private async count(runner: Pick<QueryRunner, 'query'>, heading: string): Promise<void> {
    await runner.query("DELETE FROM kept_totals WHERE total = 'pairings'")
    await runner.query(`INSERT INTO kept_totals (total, month, regionCode, heading, team, records, amount)
      SELECT 'pairings', '', regionCode, heading, '', COUNT(*), 0 FROM (SELECT regionCode, ${heading} AS heading FROM pairings) each_one GROUP BY regionCode, heading`)
  }
}
