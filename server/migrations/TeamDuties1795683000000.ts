import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Whether a team has its flag and is asked for an activity every month, as it was in each period; and how each volunteer came into the register, as far as that can be told. */
export class TeamDuties1795683000000 implements MigrationInterface {
  readonly name = 'TeamDuties1795683000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `teams` ADD `hasFlag` tinyint NOT NULL DEFAULT 0, ADD `needsMonthly` tinyint NOT NULL DEFAULT 1')
    await runner.query('ALTER TABLE `teams` ALTER COLUMN `hasFlag` DROP DEFAULT, ALTER COLUMN `needsMonthly` DROP DEFAULT')
    await runner.query('ALTER TABLE `team_standings` ADD `needsMonthly` tinyint NOT NULL DEFAULT 1')
    await runner.query('ALTER TABLE `team_standings` ALTER COLUMN `needsMonthly` DROP DEFAULT')
    await runner.query("ALTER TABLE `volunteers` ADD `source` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'STAFF'")
    await runner.query('ALTER TABLE `volunteers` ALTER COLUMN `source` DROP DEFAULT')
    await runner.query("UPDATE volunteers v SET v.source = 'SHEET' WHERE v.id IN (SELECT r.volunteerId FROM import_rows r WHERE r.outcome = 'NEW')")
    await runner.query("UPDATE volunteers v SET v.source = 'PUBLIC_FORM' WHERE v.id IN (SELECT a.volunteerId FROM volunteer_applications a WHERE a.state = 'ACCEPTED')")
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE `volunteers` DROP COLUMN `source`')
    await runner.query('ALTER TABLE `team_standings` DROP COLUMN `needsMonthly`')
    await runner.query('ALTER TABLE `teams` DROP COLUMN `needsMonthly`, DROP COLUMN `hasFlag`')
  }
}
