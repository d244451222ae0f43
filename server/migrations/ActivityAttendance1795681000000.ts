import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many served in an activity stands beside each team's part in it. */
export class ActivityAttendance1795681000000 implements MigrationInterface {
  readonly name = 'ActivityAttendance1795681000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `activity_teams` ADD `attendance` int NOT NULL')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `activity_teams` DROP COLUMN `attendance`')
  }
}
