import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Weather warnings, and the mark of a pairing whose elder one concerns. */
export class Weather1795647445986 implements MigrationInterface {
  readonly name = 'Weather1795647445986'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Weather warnings are not taken back: restore a backup instead.')
  }
}

const UP = [
  "CREATE TABLE `weather_warnings` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `kind` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `level` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `regionCodes` varchar(400) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `startsAt` datetime(3) NOT NULL, `endsAt` datetime(3) NOT NULL, `text` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `closedAt` datetime(3) NULL, `issuedById` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `standingKey` varchar(500) CHARACTER SET ascii COLLATE ascii_bin NULL, UNIQUE INDEX `IDX_0ef3221dc4b9599d19a282fcc5` (`standingKey`), INDEX `IDX_00b039b5e7ba4d2a6be00df170` (`state`, `endsAt`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
  "ALTER TABLE `pairings` ADD `warnedAt` datetime(3) NULL",
  "CREATE INDEX `IDX_bd7deb82799e4a3958717781db` ON `tasks` (`cause`, `state`)",
]
