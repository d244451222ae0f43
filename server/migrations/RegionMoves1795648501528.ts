import type { MigrationInterface, QueryRunner } from 'typeorm'

/** New codes that divisions are given. */
export class RegionMoves1795648501528 implements MigrationInterface {
  readonly name = 'RegionMoves1795648501528'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(): Promise<void> {
    throw new Error('Changes of code are not taken back: restore a backup instead.')
  }
}

const UP = [
  "CREATE TABLE `region_moves` (`id` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `version` int NOT NULL, `createdAt` datetime(3) NOT NULL, `updatedAt` datetime(3) NOT NULL, `regionId` char(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `fromCode` varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `toCode` varchar(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `merges` tinyint NOT NULL, `effectiveOn` date NOT NULL, `state` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, `records` int NULL, `reason` varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL, `doneAt` datetime(3) NULL, INDEX `IDX_4caac5df2e2c91d3e578eafe19` (`regionId`), INDEX `IDX_fb941f2390416bcc84224fcf38` (`state`, `effectiveOn`), PRIMARY KEY (`id`)) ENGINE=InnoDB",
]
