import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Since when each volunteer serves; those who serve already, since they joined their first team. */
export class VolunteersSince1795649739297 implements MigrationInterface {
  readonly name = 'VolunteersSince1795649739297'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('These tables are not taken back: restore a backup instead.')
  }
}

const UP = [
  "ALTER TABLE `volunteers` ADD `activeSince` date NULL",
  "CREATE INDEX `IDX_9b37c83bccdc6d7f2f1d780e06` ON `volunteers` (`activeSince`)",
  "UPDATE `volunteers` v SET v.`activeSince` = (SELECT MIN(m.`from`) FROM `memberships` m WHERE m.`volunteerId` = v.`id`) WHERE v.`state` <> 'PENDING'",
]
