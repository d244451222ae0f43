import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How a service was done, as its organiser or those who were served say. */
export class ServiceEvaluations1795690000000 implements MigrationInterface {
  readonly name = 'ServiceEvaluations1795690000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `service_records` ADD `rating` int NULL, ADD `ratingNote` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `service_records` DROP COLUMN `ratingNote`, DROP COLUMN `rating`')
  }
}
