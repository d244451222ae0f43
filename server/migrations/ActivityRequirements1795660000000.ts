import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The course and the certificate that an activity asks for. */
export class ActivityRequirements1795660000000 implements MigrationInterface {
  readonly name = 'ActivityRequirements1795660000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE `activities` ADD `requiredTraining` varchar(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL, ADD `requiredQualification` varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL',
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `activities` DROP COLUMN `requiredTraining`, DROP COLUMN `requiredQualification`')
  }
}
