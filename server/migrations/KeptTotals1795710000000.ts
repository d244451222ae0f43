import type { MigrationInterface, QueryRunner } from 'typeorm'

/** One table for all that is counted as it is written; that of the hours, which was the first of them, goes into it. */
export class KeptTotals1795710000000 implements MigrationInterface {
  readonly name = 'KeptTotals1795710000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Kept totals are not taken back: restore a backup instead.')
  }
}

const UP = [
  "CREATE TABLE `kept_totals` (`total` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `month` varchar(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCode` varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `heading` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `team` varchar(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `records` int NOT NULL, `amount` int NOT NULL, PRIMARY KEY (`total`, `month`, `regionCode`, `heading`, `team`)) ENGINE=InnoDB",
  'DROP TABLE `hour_totals`',
  "UPDATE tasks SET entity = 'KeptTotal', openKey = 'KeptTotal/TOTALS/TOTALS' WHERE openKey = 'HourTotal/TOTALS/TOTALS'",
]
