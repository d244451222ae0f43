import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The day by which a visit stands among the others of its pairing, in an index: the last twenty are read without looking at all of them. */
export class VisitOrder1795780000000 implements MigrationInterface {
  readonly name = 'VisitOrder1795780000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `visits` ADD `standsOn` date NULL')
    await runner.query('UPDATE `visits` SET `standsOn` = COALESCE(`visitedOn`, `plannedOn`)')
    await runner.query('CREATE INDEX `IDX_28481a968c9c5ee5ccb161d7e0` ON `visits` (`pairingId`, `standsOn`, `id`)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `visits` DROP INDEX `IDX_28481a968c9c5ee5ccb161d7e0`, DROP COLUMN `standsOn`')
  }
}
