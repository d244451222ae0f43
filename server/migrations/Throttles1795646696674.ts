import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How often something was tried of late, for all processes; an account's own count of failures goes. */
export class Throttles1795646696674 implements MigrationInterface {
  readonly name = 'Throttles1795646696674'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Counts of failed sign-ins are not taken back: restore a backup instead.')
  }
}

const UP = [
  "CREATE TABLE `throttles` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `key` varchar(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `tries` int NOT NULL, `endsAt` datetime(3) NOT NULL, UNIQUE INDEX `IDX_ab31fd445a44c7d03dc8a1348f` (`key`), INDEX `IDX_6510d2fe61aff38f2b543679b5` (`endsAt`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "ALTER TABLE `accounts` DROP COLUMN `failures`",
]
